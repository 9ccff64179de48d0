"""Parts of a split workbook: both of two contradicting answers are kept and listed."""

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import (
    AnswerState,
    FollowUp,
    NeedReply,
    Part,
    Place,
    PlannedReply,
    Reading,
    RequestKind,
    ResponseLine,
)
from data.vocabulary.differences import Conflict
from tasks.rules.parts import conflicts, joined
from tests.rules.test_differences import RETURNS, reading
from tests.tables import rows

STATE_LEVEL = reading(
    """
    | need     | line | kind     | text         | reference  |
    | ba-bs-01 | 1    | achieved | Law adopted  | OG 12/2025 |
    | ba-bs-01 | 2    | ongoing  | Staff hired  |            |
    """,
    """
    | need     | state    |
    | ba-bs-01 | answered |
    | ba-bs-02 |          |
    """,
)
ENTITY = reading(
    """
    | need     | line | kind     | text          | reference  |
    | ba-bs-01 | 1    | achieved | law  ADOPTED  | OG 14/2025 |
    | ba-bs-01 | 2    | ongoing  | Staff trained |            |
    """,
    """
    | need     | state             |
    | ba-bs-01 | nothing to report |
    | ba-bs-02 | not shareable     |
    """,
)


def told(found: tuple[Conflict, ...]) -> list[dict[str, str]]:
    return [
        {
            "part": each.part.value,
            "need": each.need,
            "line": str(each.line),
            "field": each.field,
            "words": "; ".join(f"{claim.source} {claim.words}" for claim in each.claims),
        }
        for each in found
    ]


def test_two_answers_to_one_cell_are_listed_with_who_says_what():
    assert told(conflicts([STATE_LEVEL, ENTITY])) == rows("""
        | part     | need     | line | field     | words                           |
        | reply    | ba-bs-01 | 0    | state     | 1 answered; 2 nothing to report |
        | response | ba-bs-01 | 1    | reference | 1 OG 12/2025; 2 OG 14/2025      |
        | response | ba-bs-01 | 2    | text      | 1 Staff hired; 2 Staff trained  |
        """)


def test_both_places_are_named():
    parts = [
        Reading(RequestKind.RESPONSE, {}, "1", (), (line,), (), (), (), ())
        for line in (
            ResponseLine("a", 1, None, "x", place=Place("1 Legal", "E5")),
            ResponseLine("a", 1, None, "y", place=Place("Part two", "E9")),
        )
    ]
    (conflict,) = conflicts(parts)
    assert [str(claim.place) for claim in conflict.claims] == ["1 Legal!E5", "Part two!E9"]


def test_three_contributors_who_say_the_same_contradict_nobody():
    assert conflicts([STATE_LEVEL, STATE_LEVEL, STATE_LEVEL]) == ()
    assert joined([STATE_LEVEL, STATE_LEVEL, STATE_LEVEL]) == STATE_LEVEL


def test_a_blank_contradicts_nothing():
    assert conflicts([STATE_LEVEL, reading()]) == ()


def test_follow_ups_are_held_against_each_other():
    def planned(follow_up: FollowUp | None) -> Reading:
        items = (PlannedReply("a", 1, follow_up),)
        return Reading(RequestKind.RESPONSE, {}, "1", (), (), (), (), (), (), items)

    (found,) = conflicts([planned(FollowUp.DONE), planned(None), planned(FollowUp.CHANGED)])
    assert (found.part, found.line, found.field) == (Part.PLANNED, 1, "follow_up")
    assert [(c.source, c.words) for c in found.claims] == [(1, "done"), (3, "changed")]


def test_joined_parts_keep_both_answers_to_one_line():
    whole = joined([STATE_LEVEL, ENTITY])
    assert [(line.line, line.text, line.reference) for line in whole.responses] == [
        (1, "Law adopted", "OG 12/2025"),
        (2, "Staff hired", ""),
        (3, "law  ADOPTED", "OG 14/2025"),
        (4, "Staff trained", ""),
    ]
    assert [reply.state for reply in whole.replies] == [
        AnswerState.ANSWERED,
        AnswerState.NOT_SHAREABLE,
    ]


def test_parts_by_sub_pillar_join_without_a_conflict():
    one = Reading(
        RequestKind.RESPONSE, {}, "1", (NeedReply("a", AnswerState.ANSWERED),),
        (ResponseLine("a", 1, None, "x"),), (), (), (), (),
    )  # fmt: skip
    two = Reading(
        RequestKind.RESPONSE, {}, "1", (NeedReply("b", AnswerState.LATER, "May"),),
        (ResponseLine("b", 1, None, "x"),), (), (), (), (),
    )  # fmt: skip
    assert conflicts([one, two]) == ()
    assert joined([one, two]).responses == (*one.responses, *two.responses)
    assert joined([one, two]).replies == (*one.replies, *two.replies)


@given(st.lists(RETURNS, min_size=1, max_size=3))
def test_no_line_of_any_part_is_lost_and_no_number_given_twice(parts: list[Reading]):
    whole = joined(parts).responses
    assert len({(line.need, line.line) for line in whole}) == len(whole)
    words = {(line.need, line.text.strip().casefold()) for line in whole}
    for part in parts:
        for line in part.responses:
            if line.text.strip():
                said = line.text.strip().casefold()
                assert (line.need, said) in words or "\u030c" in said or "č" in said


@given(RETURNS)
def test_a_part_does_not_contradict_itself(part: Reading):
    assert conflicts([part]) == conflicts([part, part]) == ()


@given(st.lists(RETURNS, max_size=3))
def test_a_conflict_has_at_least_two_sources(parts: list[Reading]):
    for conflict in conflicts(parts):
        assert len({claim.source for claim in conflict.claims}) >= 2
