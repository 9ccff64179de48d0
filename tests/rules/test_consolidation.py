"""Whole workbooks replace, parts add up, and contradictions are kept (rule R5)."""

from collections.abc import Sequence

from data.vocabulary import (
    AnswerState,
    FollowUp,
    NeedReply,
    PlannedReply,
    Reading,
    RequestKind,
    ResponseLine,
    StatementKind,
)
from tasks.rules.consolidation import consolidate, disputed


def said(*lines: tuple[str, int, str], part: str = "", shows: Sequence[str] = ()) -> Reading:
    """A return that shows some needs and says a text in some lines."""
    replies = [NeedReply(need, AnswerState.ANSWERED) for need in shows or [ln[0] for ln in lines]]
    responses = [
        ResponseLine(need, line, StatementKind.ACHIEVED, text) for need, line, text in lines
    ]
    return Reading(
        RequestKind.RESPONSE, {}, "", tuple(replies), tuple(responses), (), (), (), (), part=part
    )


LAW = said(("K-1", 1, "A law."), part="1")
UNIT = said(("K-2", 1, "A unit."), part="2")


def texts(*told: Reading) -> list[tuple[str, int, str]]:
    return [(line.need, line.line, line.text) for line in consolidate(told).responses]


def test_parts_of_two_contributors_are_one_answer_and_leave_nothing_blank():
    merged = consolidate([LAW, UNIT])
    assert [line.text for line in merged.responses] == ["A law.", "A unit."]
    assert merged.kept == ()
    assert disputed([LAW, UNIT]) == ()


def test_two_answers_to_one_line_are_both_kept_and_named():
    other = said(("K-1", 1, "No law yet."), part="1")
    assert texts(LAW, other) == [("K-1", 1, "A law."), ("K-1", 2, "No law yet.")]
    (conflict,) = disputed([LAW, other])
    assert (conflict.need, conflict.line) == ("K-1", 1)
    assert [claim.words for claim in conflict.claims] == ["A law.", "No law yet."]


def test_a_whole_workbook_is_a_newer_version_of_all_parts_before_it():
    whole = said(("K-1", 1, "A by-law."), shows=("K-1", "K-2"))
    merged = consolidate([LAW, UNIT, whole])
    assert texts(LAW, UNIT, whole) == [("K-1", 1, "A by-law."), ("K-2", 1, "A unit.")]
    assert [(kept.need, kept.line) for kept in merged.kept] == [("K-2", 1)]
    assert disputed([LAW, said(("K-1", 1, "No law."), part="1"), whole]) == ()


def test_a_part_after_a_whole_workbook_leaves_blank_only_what_it_shows():
    whole = said(("K-1", 1, "A law."), ("K-1", 2, "A by-law."), ("K-2", 1, "A unit."))
    part = said(("K-1", 1, "A new law."), part="1")
    merged = consolidate([whole, part])
    assert [(kept.need, kept.line) for kept in merged.kept] == [("K-1", 2)]


def test_nothing_told_is_an_empty_answer():
    assert consolidate([]).responses == ()
    assert disputed([]) == ()


def test_what_became_of_a_plan_is_the_newest_word_and_no_blank_deletes_it():
    def on_the_plan(follow_up: FollowUp | None, remark: str) -> Reading:
        reply = PlannedReply("K-1", 1, follow_up, remark)
        return Reading(RequestKind.RESPONSE, {}, "", (), (), (), (), (), (), (reply,))

    first, blank = on_the_plan(FollowUp.CHANGED, "next year"), on_the_plan(None, "")
    newest = on_the_plan(FollowUp.DONE, "")
    assert consolidate([first, blank]).planned == first.planned
    assert consolidate([first, newest]).planned == (
        PlannedReply("K-1", 1, FollowUp.DONE, "next year"),
    )
