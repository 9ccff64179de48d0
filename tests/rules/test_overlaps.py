"""R12: possible overlaps are for a person to look at, and one project never overlaps itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.thesaurus import thesaurus
from data.vocabulary import SupportLine
from data.vocabulary.findings import OverlapState
from tasks.rules.overlaps import find, groups
from tests.rules.overlaps_told import (
    NAMES,
    NEEDS,
    OVERLAP,
    SAME,
    found,
    kinds,
    overlap_of,
    titles_are,
)
from tests.rules.year_2025 import support

TWO_FOR_ONE_NEED = """
    | reporter | need     | title                            | activity | from | to   | donors  |
    | UNODC    | al-ct-01 | Detecting forged documents       | training | 2024 | 2026 | Japan   |
    | AT       | al-ct-01 | Document fraud: border guards    | Training | 2025 | 2027 | Austria |
"""


def test_R12_two_like_projects_of_two_members_for_one_need_may_overlap():
    (pair,) = found(TWO_FOR_ONE_NEED)
    assert (pair.kind, pair.needs, pair.state) == (OVERLAP, ("al-ct-01",), OverlapState.OPEN)
    assert {pair.first.reporter, pair.second.reporter} == {"UNODC", "AT"}


def test_R12_the_reason_says_possible_what_agrees_what_clashes_and_which_words():
    (pair,) = found(TWO_FOR_ONE_NEED)
    assert pair.because == (
        "Possible overlap, because their periods meet (2025 to 2026), both serve the same partner, "
        "both are reported for the same need, both speak of document security, both are about "
        "training and both use the words “Document”, “fraud”, “Training”. They differ in: donor."
    )
    assert pair.matched == ("Document", "fraud", "Training")
    assert pair.agree == ("period", "partner", "need", "topic", "activity")
    assert pair.clash == ("donor",)
    assert 0 < pair.score <= 1
    assert "duplicat" not in pair.because


def test_R12_the_reason_names_the_place_or_the_wider_one_a_town_lies_in():
    def of(one: str, other: str) -> str:
        reports = (
            ("AT", SupportLine("al-ct-01", 1, "Guardians", activity=f"guardians of minors {one}")),
            ("IT", SupportLine("al-ct-01", 1, "Tutors", activity=f"guardians of minors {other}")),
        )
        (pair,) = find(reports, NEEDS, NAMES, thesaurus())
        return pair.because

    assert "both are in Bihać," in of("in Bihać", "near Bihać")
    assert "both are in Una-Sana," in of("in Bihać", "of the Una-Sana Canton")


def test_R12_projects_in_two_towns_do_not_overlap():
    two_towns = TWO_FOR_ONE_NEED.replace("forged documents", "forgeries, Niš").replace(
        "border guards ", "Vranje guards "
    )
    assert found(two_towns) == ()
    assert found(two_towns.replace("Vranje", "Niš")) != ()


def test_R12_projects_under_one_filter_of_one_partner_may_overlap_as_well():
    under_one_filter = TWO_FOR_ONE_NEED.replace("| AT       | al-ct-01", "| AT       | al-ct-02")
    (pair,) = found(under_one_filter)
    assert pair.kind is OVERLAP
    assert "filter" in pair.agree
    assert pair.needs == ("al-ct-01", "al-ct-02")


@pytest.mark.parametrize("elsewhere", ["al-ct-09", "rs-ct-01"])
def test_R12_another_filter_or_another_partner_makes_no_overlap(elsewhere: str):
    table = TWO_FOR_ONE_NEED.replace("| AT       | al-ct-01", f"| AT       | {elsewhere}")
    assert kinds(table) == []


def test_R12_projects_for_one_need_that_do_different_things_make_no_overlap():
    assert (
        kinds("""
        | reporter | need     | title              | activity   | from | to   |
        | UNODC    | al-ct-01 | Legal aid centres  | legal aid  | 2024 | 2026 |
        | AT       | al-ct-01 | Patrol boats       | equipment  | 2024 | 2026 |
    """)
        == []
    )


def test_R12_one_member_does_not_overlap_with_itself():
    assert kinds(TWO_FOR_ONE_NEED.replace("| AT       |", "| UNODC    |")) == []


def test_R12_two_reports_of_one_project_are_one_project_and_never_an_overlap():
    table = """
        | reporter | need     | title                                 |
        | AT       | al-ct-01 | EU4FAST-WB                            |
        | UNODC    | al-ct-01 | Support against trafficking (EU4FAST) |
        | IT       | al-ct-01 | eu4fast wb project                    |
    """
    assert kinds(table) == [SAME, SAME, SAME]
    assert [[report.reporter for report in group] for group in groups(found(table))] == [
        ["AT", "IT", "UNODC"]
    ]


def test_R12_a_person_may_say_that_two_reports_are_not_one_project():
    pairs = found("""
        | reporter | need     | title        |
        | AT       | al-ct-01 | Cyber Patrol |
        | IT       | al-ct-01 | CYBER PATROL |
    """)
    assert len(groups(pairs)) == 1
    assert groups([replace(pairs[0], state=OverlapState.DISMISSED)]) == ()


def test_one_report_names_every_need_it_was_given_for():
    (pair,) = found("""
        | reporter | need     | line | title        |
        | AT       | al-ct-01 | 1    | Cyber Patrol |
        | AT       | al-ct-02 | 4    | Cyber patrol |
        | IT       | al-ct-02 | 1    | CYBER PATROL |
    """)
    assert pair.first.needs == ("al-ct-01", "al-ct-02")
    assert pair.needs == ("al-ct-02",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cyber Patrol", "CYBER PATROL"),
        ("The Cyber Patrol Project", "Cyber patrol"),
        ("Јачање граничне полиције", "Jačanje granične policije"),
        ("Јачање граничне полиције", "Strengthening the border police"),
        ("EU4FAST-WB", "EU4FAST: fight against trafficking"),
        ("EU4FAST WB", "eu4fast"),
        ("iPROCEEDS-2", "Joint project on crime proceeds (iPROCEEDS-2)"),
        ("Supply of cars, contract 2021/428-113", "Nabavka vozila, ugovor 2021/428-113"),
        ("Policing (XM-DAC-41114-PROJECT-00012345)", "IATI XM-DAC-41114-PROJECT-00012345"),
    ],
)
def test_R12_one_project_is_known_under_its_spellings(one: str, other: str):
    assert titles_are(one, other) == [SAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iPROCEEDS-2", "iPROCEEDS-3"),
        ("Community policing, phase II", "Community policing, phase 3"),
        ("Support to SALW control in Montenegro", "Support to SALW control in Serbia"),
        ("Reconstruction of the depot in Čačak", "Reconstruction of the depot in Ниш"),
        ("Counter-Terrorism training", "Counter-Terrorism equipment"),
        ("EU support to border police", "EU support to prosecution"),
        ("TRAINING OF POLICE", "TRAINING OF PROSECUTORS"),
        ("IPA2019 border action", "IPA2019 judiciary action"),
        ("IPA 2019 border action", "IPA 2021 judiciary action"),
    ],
)
def test_R12_a_template_title_another_phase_or_place_does_not_make_two_projects_one(
    one: str, other: str
):
    assert titles_are(one, other) == []


def test_R12_two_numbers_of_contracts_are_two_projects_whatever_the_titles_say():
    assert SAME not in titles_are(
        "Supply of cars, contract 2021/428-113", "Supply of cars, contract 2023/511-007"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200,000", "1.2 million"),
        ("1 200 000", "1.200.000"),
        ("1200000.00", "1,2 mil"),
    ],
)
def test_an_amount_is_read_however_it_is_written(one: str, other: str):
    (pair,) = found(f"""
        | reporter | need     | title        | budget  | currency |
        | AT       | al-ct-01 | Cyber Patrol | {one}   | EUR      |
        | IT       | al-ct-01 | CYBER PATROL | {other} | EUR      |
    """)
    assert "amount" in pair.agree


def test_amounts_in_two_currencies_are_not_compared():
    (pair,) = found("""
        | reporter | need     | title        | budget | currency |
        | AT       | al-ct-01 | Cyber Patrol | 100    | EUR      |
        | IT       | al-ct-01 | CYBER PATROL | 90000  | RSD      |
    """)
    assert not {"amount"} & {*pair.agree, *pair.clash}


def test_projects_whose_periods_never_met_are_no_pair():
    assert (
        kinds("""
        | reporter | need     | title        | from      | to       |
        | UNODC    | al-ct-01 | Cyber Patrol | 2018      | 2020     |
        | AT       | al-ct-01 | Cyber Patrol | June 2024 | May 2026 |
    """)
        == []
    )


def test_titles_are_kept_as_they_were_written():
    (pair,) = found("""
        | reporter | need     | title            |
        | UNODC    | al-ct-01 | Žaoka & ЌАМИЛА   |
        | AT       | al-ct-01 | ŽAOKA & Ќамила   |
    """)
    assert (pair.first.line.title, pair.second.line.title) == ("ŽAOKA & Ќамила", "Žaoka & ЌАМИЛА")


MANY = support("""
    | reporter | need     | title                         | activity | from | to   |
    | UNODC    | al-ct-01 | Detecting forged documents    | training | 2024 | 2026 |
    | AT       | al-ct-01 | Document fraud: border guards | Training | 2025 | 2027 |
    | IT       | al-ct-02 | Document fraud: border guards | Training | 2025 | 2027 |
    | AT       | al-ct-02 | EU4FAST-WB                    |          |      |      |
    | UNODC    | rs-ct-01 | Trafficking (EU4FAST)         |          |      |      |
""")


@given(st.permutations(MANY))
def test_the_order_of_reports_changes_nothing(reports: list[tuple[str, SupportLine]]):
    assert find(reports, NEEDS, NAMES, thesaurus()) == find(MANY, NEEDS, NAMES, thesaurus())


def test_a_pair_keeps_its_key_when_its_facts_are_corrected_and_others_are_added():
    (before,) = found(TWO_FOR_ONE_NEED)
    later = support(TWO_FOR_ONE_NEED.replace("2027", "2028")) + MANY[3:]
    assert before.key in {each.key for each in find(later, NEEDS, NAMES, thesaurus())}


@given(st.lists(st.tuples(st.sampled_from(["AT", "IT"]), st.text(max_size=40)), max_size=5))
def test_whatever_people_write_no_pair_has_one_reporter_or_a_score_out_of_range(
    told: list[tuple[str, str]],
):
    reports = [
        (who, SupportLine("al-ct-01", line, text, text, text, text, text, text, text, text))
        for line, (who, text) in enumerate(told)
    ]
    for each in find(reports, NEEDS, NAMES, thesaurus()):
        assert each.first.reporter != each.second.reporter
        assert 0 <= each.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WB PaCT course on money laundering", "WB PaCT course on environmental crime"),
        (
            "Refurbishment of the border crossing point Dobrakovo",
            "Refurbishment of the border crossing point Ilino Brdo",
        ),
        (
            "Twinning: Support to the further development of the asylum sector",
            "Twinning: Support to the further development of the cybersecurity agency",
        ),
    ],
)
def test_R12_one_form_filled_in_with_two_things_is_neither_one_project_nor_an_overlap(
    one: str, other: str
):
    facts = {"implementer": "EU", "donors": "EU", "start_text": "2025", "end_text": "2026"}
    reports = (
        ("AT", SupportLine("al-ct-01", 1, one, activity="training", **facts)),
        ("IT", SupportLine("al-ct-01", 1, other, activity="training", **facts)),
    )
    assert find(reports, NEEDS, NAMES, thesaurus()) == ()


def test_R12_a_number_of_a_contract_in_a_title_is_no_word_of_it():
    one, other = "AL 20 IPA JH 01 22: recovery of assets", "AL 22 IPA JH 02 24: witness protection"
    assert titles_are(f"Twinning {one}", f"Twinning {other}") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Undercover work: a course for detectives", "Tajni istražitelji"),
        ("Thermal cameras for the green border", "Termovizija za nadzor granice"),
        ("Shelters for trafficked persons", "Standards of accommodation: victims of trafficking"),
    ],
)
def test_R12_two_titles_that_mean_one_thing_may_overlap_without_a_word_in_common(
    one: str, other: str
):
    assert overlap_of(one, other) == [OVERLAP]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Equipment for the special unit: night vision", "Equipment for the special unit: helmets"),
        ("Training of trainers: corruption", "Training of trainers: organised crime"),
        ("Legal opinion on the draft law on asylum", "Legal opinion on the draft law on weapons"),
    ],
)
def test_R12_two_titles_of_one_form_on_two_topics_or_things_are_no_overlap(one: str, other: str):
    assert overlap_of(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Supply of servers, lot 1", "Supply of servers, Lot 2"),
        ("Cyber Patrol, component I", "Cyber Patrol, component 2"),
        ("Cyber Patrol in Republika Srpska", "Cyber Patrol in the Federation of BiH"),
    ],
)
def test_R12_two_lots_components_or_parts_of_a_partner_are_two_projects(one: str, other: str):
    assert overlap_of(one, other) == []


def test_R12_a_project_and_its_successor_that_bears_a_number_are_two():
    assert (
        kinds("""
        | reporter | need     | title        | from | to   |
        | UNODC    | al-ct-01 | WB Patrols   | 2020 | 2024 |
        | AT       | al-ct-01 | WB Patrols 2 | 2024 | 2028 |
    """)
        == []
    )


def test_R12_periods_within_one_year_that_do_not_meet_by_months_are_apart():
    table = """
        | reporter | need     | title        | from    | to         |
        | UNODC    | al-ct-01 | Cyber Patrol | 2025-02 | June 2025  |
        | AT       | al-ct-01 | Cyber Patrol | Q4 2025 | 31.12.2026 |
    """
    assert kinds(table) == []
    assert kinds(table.replace("Q4 2025", "Q2 2025")) == [SAME]


def test_R12_what_a_title_excludes_is_not_what_it_is_about():
    assert overlap_of("Firearms control, excluding ammunition", "Disposal of ammunition") != [SAME]
    (pair,) = find(
        (
            ("AT", SupportLine("al-ct-01", 1, "Cyber Patrol, excluding drugs")),
            ("IT", SupportLine("al-ct-01", 1, "Cyber Patrol")),
        ),
        NEEDS,
        NAMES,
        thesaurus(),
    )
    assert "topic" not in pair.clash
    assert "drugs" not in pair.matched
