"""R12: the Secretariat's words on pairs, as they come back in a workbook."""

from dataclasses import replace

import pytest

from data.reference.thesaurus import thesaurus
from data.vocabulary import Need, Place
from data.vocabulary.findings import Likeness, OverlapState
from data.vocabulary.overlap_review import (
    OverlapWord,
    ReturnedWord,
    ReviewedPair,
    ReviewWord,
)
from tasks.rules.overlap_review import judge, named, news, rows_of
from tasks.rules.overlaps import find
from tests.rules.year_2025 import support
from tests.tables import rows

NEEDS = (Need("xk-ct-01", "XK-CT-01", "XK", "WBCTi", 3, "Training", "Train staff"),)
NAMES = {"AT": "Austria", "UNODC": "UNODC", "XK": "Kosovo*"}
CONFIRMED, DISMISSED = OverlapState.CONFIRMED, OverlapState.DISMISSED


def pair() -> Likeness:
    (found,) = find(
        support("""
        | reporter | need     | title                      | implementer | activity | from | to   | budget | currency |
        | UNODC    | xk-ct-01 | Detecting forged documents | UNODC       | training | 2024 | 2026 | 900000 | USD      |
        | AT       | xk-ct-01 | Document fraud             |             | Training | 2025 | 2027 |        |          |
        """),  # noqa: E501 - a table is read across
        NEEDS,
        NAMES,
        thesaurus(),
    )
    return found


PAIR = pair()
DECIDED = replace(PAIR, state=DISMISSED, reason="Two airports.", decided_by="A. Officer")


def returned(table: str) -> list[ReturnedWord]:
    return [
        ReturnedWord(
            row["pair"].replace("KEY", PAIR.key),
            row["word"],
            row["reason"],
            Place("Review", f"H{number}"),
            Place("Review", f"I{number}"),
        )
        for number, row in enumerate(rows(table), start=11)
    ]


def one(word: str, reason: str) -> list[ReturnedWord]:
    return returned(f"""
        | pair | word   | reason   |
        | KEY  | {word} | {reason} |
    """)


def test_a_pair_is_told_in_the_words_a_person_reads():
    (row,) = rows_of([ReviewedPair(PAIR, is_reported=True)], NEEDS, NAMES)
    assert row.need == "XK-CT-01 Train staff"
    assert row.kind == "Possible overlap of two projects"
    assert row.second.splitlines() == [
        "Detecting forged documents",
        "reported by: UNODC",
        "implementer: UNODC",
        "activity: training",
        "period: 2024 – 2026",
        "budget: 900,000 USD",
    ]
    assert (row.word, row.is_reported) == (ReviewWord.LEAVE_OPEN, True)


@pytest.mark.parametrize("typed", ["confirm", "Confirm ", "CONFIRMED"])
def test_a_word_is_understood_however_it_is_typed(typed: str):
    assert judge(one(typed, ""), {PAIR.key: PAIR}) == ([OverlapWord(PAIR.key, CONFIRMED, "")], [])


@pytest.mark.parametrize("typed", ["", "leave open", "Open"])
def test_a_cell_left_open_says_nothing_and_a_word_on_record_stays(typed: str):
    assert judge(one(typed, ""), {PAIR.key: PAIR}) == ([], [])
    assert judge(one(typed, ""), {PAIR.key: DECIDED}) == ([], [])


def test_the_same_word_again_changes_nothing():
    assert judge(one("dismiss", "Two airports."), {PAIR.key: DECIDED}) == ([], [])
    assert judge(one("dismiss", ""), {PAIR.key: DECIDED}) == ([], [])


def test_a_later_word_with_a_reason_takes_the_place_of_the_earlier_one():
    words, problems = judge(one("confirm", "The airports share one project."), {PAIR.key: DECIDED})
    assert words == [OverlapWord(PAIR.key, CONFIRMED, "The airports share one project.")]
    assert problems == []


@pytest.mark.parametrize(
    ("word", "standing", "code", "cell"),
    [
        ("dismiss", PAIR, "dismissed-without-reason", "I11"),
        ("confirm", DECIDED, "changed-without-reason", "I11"),
        ("confrim", PAIR, "word-unknown", "H11"),
        ("perhaps", PAIR, "word-unknown", "H11"),
    ],
)
def test_what_must_be_put_right_is_named_with_its_cell(
    word: str, standing: Likeness, code: str, cell: str
):
    words, (problem,) = judge(one(word, ""), {PAIR.key: standing})
    assert words == []
    assert (problem.code, problem.place) == (code, Place("Review", cell))


def test_a_slip_of_the_pen_gets_a_hint():
    _, (problem,) = judge(one("confrim", ""), {PAIR.key: PAIR})
    assert problem.remedy.startswith("Did you mean “confirm”?")


def test_all_problems_are_named_at_once_and_clear_rows_still_count():
    words, problems = judge(
        returned("""
        | pair     | word    | reason |
        | KEY      | confirm |        |
        | ffffffff | confirm |        |
        |          | dismiss | Why    |
        |          |         |        |
        """),
        {PAIR.key: PAIR},
    )
    assert words == [OverlapWord(PAIR.key, CONFIRMED, "")]
    assert [problem.code for problem in problems] == ["pair-unknown", "pair-unknown"]


def test_a_pair_copied_to_two_rows_with_words_is_asked_back():
    words, problems = judge(
        returned("""
        | pair | word    | reason |
        | KEY  | confirm |        |
        | KEY  | dismiss | Why    |
        """),
        {PAIR.key: PAIR},
    )
    assert words == []
    assert [problem.code for problem in problems] == ["pair-twice", "pair-twice"]


def test_a_pair_is_named_by_its_first_characters_as_long_as_only_one_begins_so():
    keys = ["3f9a00000000", "3f9b00000000"]
    assert named("3F9A", keys) == "3f9a00000000"
    assert named("3f9", keys) == ""
    assert named("9999", keys) == ""


def test_an_open_word_is_no_news():
    assert news(PAIR, OverlapState.OPEN, "thinking") is None
