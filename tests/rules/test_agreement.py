"""R1: nothing is asked before every partner agreed; silence is not agreement."""

from datetime import UTC, datetime

import pytest

from data.errors.agreement import NotAgreedYet
from data.vocabulary import Agreement, Position, Subject
from tasks.rules import agreement
from tests.rules.year_2025 import PARTNERS
from tests.tables import rows

THREE = PARTNERS[:3]


def words(table: str) -> list[Agreement]:
    return [
        Agreement(
            subject=Subject(r.get("subject", "structure")),
            member=r["member"],
            pillar=r.get("pillar", "WBCTi"),
            version=int(r.get("version", "2")),
            position=Position(r["position"]),
            text=r.get("text", ""),
            recorded_by="an officer",
            recorded_at=datetime(2025, 11, int(r["day"]), tzinfo=UTC),
        )
        for r in rows(table)
    ]


def standing(table: str):
    return agreement.standing(words(table), THREE, Subject.STRUCTURE, "WBCTi", 2)


ALL_AGREED = """
    | member | position | day |
    | BA     | agreed   | 4   |
    | AL     | agreed   | 5   |
    | XK     | agreed   | 6   |
"""


def test_R1_a_structure_is_agreed_when_every_partner_agreed():
    assert agreement.is_agreed(standing(ALL_AGREED))


def test_R1_a_silent_partner_has_not_agreed():
    found = standing("""
        | member | position | day |
        | AL     | agreed   | 4   |
        | BA     | agreed   | 4   |
    """)
    assert [partner.name for partner in found.silent] == ["Kosovo*"]
    assert not agreement.is_agreed(found)


def test_R1_the_latest_word_of_a_partner_counts():
    found = standing("""
        | member | position | day | text          |
        | AL     | agreed   | 9   |               |
        | AL     | comments | 4   | Add a filter. |
        | BA     | agreed   | 4   |               |
        | BA     | comments | 9   | One week more |
        | XK     | agreed   | 4   |               |
    """)
    assert [partner.code for partner in found.agreed] == ["AL", "XK"]
    assert [(partner.code, text) for partner, text in found.commented] == [("BA", "One week more")]


def test_R1_agreement_to_another_version_pillar_or_subject_does_not_count():
    found = standing("""
        | member | position | day | version | pillar | subject   |
        | AL     | agreed   | 4   | 1       | WBCTi  | structure |
        | BA     | agreed   | 4   | 2       | WBBSi  | structure |
        | XK     | agreed   | 4   | 2       | WBCTi  | calendar  |
    """)
    assert len(found.silent) == 3


def test_R15_partners_keep_their_alphabetical_order_whoever_answered_first():
    assert [partner.name for partner in standing(ALL_AGREED).agreed] == [
        "Albania",
        "Bosnia and Herzegovina",
        "Kosovo*",
    ]


def test_the_standing_reads_as_one_neutral_line():
    found = standing("""
        | member | position | day | text          |
        | AL     | agreed   | 4   |               |
        | BA     | comments | 4   | Add a filter. |
    """)
    assert agreement.sentence(found) == (
        "agreed by 1 of 3 partners; comments from Bosnia and Herzegovina; no word yet from Kosovo*."
    )


def test_R1_a_request_is_refused_until_both_are_agreed():
    agreed, open_ = standing(ALL_AGREED), standing("| member | position | day |")
    agreement.clear_for_request(agreed, agreed)
    with pytest.raises(NotAgreedYet, match="agreed by 0 of 3 partners"):
        agreement.clear_for_request(agreed, open_)
    with pytest.raises(NotAgreedYet, match="mapping record-agreement"):
        agreement.clear_for_request(open_, agreed)


def test_R1_without_partners_nothing_is_agreed():
    assert not agreement.is_agreed(agreement.standing([], [], Subject.STRUCTURE, "WBCTi", 2))
