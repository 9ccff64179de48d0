"""R12: possible overlaps are for a person to look at, and one project never overlaps itself."""

import pytest

from tasks.rules.overlaps import candidates, is_same_project
from tests.rules.year_2025 import support

NAMES = {"AT": "Austria", "UNODC": "UNODC", "IT": "Italy"}


def pairs(table: str) -> list[tuple[str, str]]:
    return [(each.first, each.second) for each in candidates(support(table), NAMES)]


def test_R12_two_projects_of_two_members_for_one_need_are_a_candidate():
    assert pairs("""
        | reporter | need     | title         |
        | UNODC    | al-ct-01 | Cyber Patrol  |
        | AT       | al-ct-01 | Referral desk |
    """) == [("Cyber Patrol (reported by UNODC)", "Referral desk (reported by Austria)")]


def test_R12_projects_for_different_needs_are_no_candidate():
    assert (
        pairs("""
        | reporter | need     | title         |
        | UNODC    | al-ct-01 | Cyber Patrol  |
        | AT       | al-ct-02 | Referral desk |
    """)
        == []
    )


def test_R12_one_member_does_not_overlap_with_itself():
    assert (
        pairs("""
        | reporter | need     | line | title         |
        | AT       | al-ct-01 | 1    | Cyber Patrol  |
        | AT       | al-ct-01 | 2    | Referral desk |
    """)
        == []
    )


def test_R12_two_reports_of_one_project_are_never_a_candidate():
    assert (
        pairs("""
        | reporter | need     | title                                 |
        | AT       | al-ct-01 | EU4FAST-WB                            |
        | UNODC    | al-ct-01 | Support against trafficking (EU4FAST) |
        | IT       | al-ct-01 | eu4fast wb project                    |
    """)
        == []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cyber Patrol", "CYBER PATROL"),
        ("The Cyber Patrol Project", "Cyber patrol"),
        ("Јачање граничне полиције", "Jačanje granične policije"),
        ("EU4FAST-WB", "EU4FAST: fight against trafficking"),
        ("EU4FAST WB", "eu4fast"),
        ("iPROCEEDS-2", "Joint project on crime proceeds (iPROCEEDS-2)"),
    ],
)
def test_R12_one_project_is_known_under_its_spellings(one, other):
    assert is_same_project(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iPROCEEDS-2", "iPROCEEDS-3"),
        ("Support to SALW control in Montenegro", "SALW storage in Serbia"),
        ("Counter-Terrorism training", "Counter-Terrorism equipment"),
        ("EU support to border police", "EU support to prosecution"),
        ("TRAINING OF POLICE", "TRAINING OF PROSECUTORS"),
        ("IPA2019 border action", "IPA2019 judiciary action"),
        ("Police reform, Phase2", "Border reform, phase2"),
        ("IPA 2019 border action", "IPA 2021 judiciary action"),
    ],
)
def test_R12_general_words_and_abbreviations_do_not_make_two_projects_one(one, other):
    assert not is_same_project(one, other)


def test_projects_whose_periods_never_met_are_no_candidate():
    assert (
        pairs("""
        | reporter | need     | title         | from      | to       |
        | UNODC    | al-ct-01 | Cyber Patrol  | 2018      | 2020     |
        | AT       | al-ct-01 | Referral desk | June 2024 | May 2026 |
    """)
        == []
    )


def test_R12_the_reason_says_possible_and_what_was_seen():
    (overlap,) = candidates(
        support("""
        | reporter | need     | title         | activity | from | to   |
        | UNODC    | al-ct-01 | Cyber Patrol  | training | 2024 | 2026 |
        | AT       | al-ct-01 | Referral desk | Training | 2025 | 2027 |
        """),
        NAMES,
    )
    assert overlap.because == (
        "Possible overlap, because both are reported for the same need, their periods meet "
        "(2025 to 2026) and both name the activity “training”."
    )
    assert "duplicat" not in overlap.because


def test_the_order_of_reports_does_not_change_the_candidates():
    reports = support("""
        | reporter | need     | title         |
        | UNODC    | al-ct-01 | Cyber Patrol  |
        | AT       | al-ct-01 | Referral desk |
        | IT       | al-ct-01 | Border Watch  |
    """)
    assert candidates(reports, NAMES) == candidates(reversed(reports), NAMES)
    assert len(candidates(reports, NAMES)) == 3


def test_titles_are_kept_as_they_were_written():
    (overlap,) = candidates(
        support("""
        | reporter | need     | title            |
        | UNODC    | al-ct-01 | Žaoka & ЌАМИЛА   |
        | AT       | al-ct-01 | Њујорк           |
        """),
        NAMES,
    )
    assert {overlap.first, overlap.second} == {
        "Žaoka & ЌАМИЛА (reported by UNODC)",
        "Њујорк (reported by Austria)",
    }
