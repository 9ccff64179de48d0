"""R5: the newest accepted return wins row by row, and a blank never deletes an older answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import (
    AnswerState,
    NeedReply,
    Reading,
    RequestKind,
    ResponseLine,
    StatementKind,
)
from tasks.rules.precedence import merge
from tests.rules.year_2025 import replies, responses, support


def reading(*, lines: str = "", states: str = "", projects: str = "") -> Reading:
    return Reading(
        kind=RequestKind.RESPONSE,
        identities={},
        template_version="1",
        replies=replies(states) if states else (),
        responses=responses(lines) if lines else (),
        support=tuple(line for _, line in support(projects)) if projects else (),
        additional=(),
        unplaced=(),
        findings=(),
    )


def said(*returns: Reading, confirmed=frozenset()) -> list[tuple[str, int, str]]:
    merged = merge(returns, confirmed)
    return [(line.need, line.line, line.text) for line in merged.responses]


OLD = reading(
    lines="""
    | need     | line | kind     | text          | reference  | date |
    | al-ct-01 | 1    | achieved | Law adopted   | OG 12/2025 | 2025 |
    | al-ct-01 | 2    | planned  | By-law drawn  |            |      |
    | al-ct-02 | 1    | ongoing  | Staff trained |            |      |
    """,
    states="""
    | need     | state    |
    | al-ct-01 | answered |
    """,
)


def test_R5_the_newest_return_wins_row_by_row():
    new = reading(
        lines="""
        | need     | line | kind     | text           |
        | al-ct-01 | 2    | achieved | By-law adopted |
        """
    )
    assert said(OLD, new) == [
        ("al-ct-01", 1, "Law adopted"),
        ("al-ct-01", 2, "By-law adopted"),
        ("al-ct-02", 1, "Staff trained"),
    ]


def test_R5_a_blank_in_a_newer_return_never_deletes_an_older_answer():
    blank = reading(
        lines="""
        | need     | line | kind | text |
        | al-ct-01 | 1    |      |      |
        """,
        states="""
        | need     | state |
        | al-ct-01 |       |
        """,
    )
    merged = merge([OLD, blank])
    assert merged.responses == OLD.responses
    assert merged.replies == OLD.replies


def test_R5_what_stands_only_from_an_older_return_is_to_be_confirmed():
    new = reading(
        lines="""
        | need     | line | kind     | text        |
        | al-ct-01 | 1    | achieved | Law adopted |
        """
    )
    assert [(kept.need, kept.line, kept.text) for kept in merge([OLD, new]).kept] == [
        ("al-ct-01", 2, "By-law drawn"),
        ("al-ct-02", 1, "Staff trained"),
    ]


def test_R5_a_deletion_the_member_confirmed_is_carried_out():
    confirmed = frozenset({("al-ct-02", 1)})
    assert ("al-ct-02", 1, "Staff trained") not in said(OLD, reading(), confirmed=confirmed)


def test_R5_a_confirmed_blank_does_not_delete_what_the_newest_return_says():
    assert ("al-ct-02", 1, "Staff trained") in said(OLD, confirmed=frozenset({("al-ct-02", 1)}))


def test_R5_the_same_words_keep_the_reference_a_newer_return_left_blank():
    new = reading(
        lines="""
        | need     | line | kind     | text         | date |
        | al-ct-01 | 1    | achieved | LAW  adopted | 2026 |
        """
    )
    line = merge([OLD, new]).responses[0]
    assert (line.text, line.reference, line.date_text) == ("LAW  adopted", "OG 12/2025", "2026")


def test_the_word_unknown_is_a_word_and_not_a_blank():
    new = reading(
        lines="""
        | need     | line | kind     | text        | reference |
        | al-ct-01 | 1    | achieved | Law adopted | unknown   |
        """
    )
    assert merge([OLD, new]).responses[0].reference == "unknown"


def test_R5_other_words_never_inherit_a_reference():
    new = reading(
        lines="""
        | need     | line | kind     | text           |
        | al-ct-01 | 1    | achieved | Another matter |
        """
    )
    assert merge([OLD, new]).responses[0].reference == ""


def test_R5_a_line_that_moved_to_another_row_is_not_kept_twice():
    new = reading(
        lines="""
        | need     | line | kind    | text         |
        | al-ct-01 | 1    | planned | By-law drawn |
        """
    )
    assert [text for need, _, text in said(OLD, new) if need == "al-ct-01"] == ["By-law drawn"]


def test_R5_a_newer_choice_replaces_an_older_one():
    new = reading(
        states="""
        | need     | state         |
        | al-ct-01 | not shareable |
        """
    )
    (reply,) = merge([OLD, new]).replies
    assert reply.state is AnswerState.NOT_SHAREABLE


def test_R5_projects_follow_the_same_rule():
    old = reading(
        projects="""
        | reporter | need     | line | title        | donors |
        | AT       | al-ct-01 | 1    | Cyber Patrol | EU     |
        | AT       | al-ct-01 | 2    | Border Watch |        |
        """
    )
    new = reading(
        projects="""
        | reporter | need     | line | title        |
        | AT       | al-ct-01 | 1    | Cyber Patrol |
        """
    )
    merged = merge([old, new])
    assert [(line.title, line.donors) for line in merged.support] == [
        ("Cyber Patrol", "EU"),
        ("Border Watch", ""),
    ]


def test_without_a_return_nothing_is_said():
    merged = merge([])
    assert (merged.replies, merged.responses, merged.support, merged.kept) == ((), (), (), ())


LINES = st.builds(
    ResponseLine,
    need=st.sampled_from(["a", "b"]),
    line=st.integers(1, 3),
    kind=st.sampled_from([None, *StatementKind]),
    text=st.sampled_from(["", " ", "x", "X", "y", "z"]),
    reference=st.sampled_from(["", "r1", "r2"]),
)
REPLIES = st.builds(
    NeedReply, need=st.sampled_from(["a", "b"]), state=st.sampled_from([None, *AnswerState])
)
RETURNS = st.lists(
    st.builds(
        lambda lines, given_: replace(reading(), responses=tuple(lines), replies=tuple(given_)),
        st.lists(LINES, max_size=5, unique_by=lambda line: (line.need, line.line)),
        st.lists(REPLIES, max_size=2, unique_by=lambda reply: reply.need),
    ),
    max_size=4,
)


def words(line: ResponseLine) -> str:
    return line.text.strip().casefold()


@given(RETURNS)
def test_R5_every_row_the_newest_return_fills_stands_as_it_was_written(returns):
    merged = {(line.need, line.line): line for line in merge(returns).responses}
    for line in returns[-1].responses if returns else ():
        if words(line):
            kept = merged[line.need, line.line]
            assert kept.text == line.text
            assert kept.kind is line.kind or line.kind is None
            assert kept.reference == line.reference or line.reference == ""


@given(RETURNS)
def test_R5_an_empty_return_changes_nothing(returns):
    before, after = merge(returns), merge([*returns, reading()])
    assert (after.replies, after.responses) == (before.replies, before.responses)


@given(RETURNS)
def test_R5_the_same_return_taken_in_twice_changes_nothing(returns):
    if returns:
        assert merge([*returns, returns[-1]]) == merge(returns)


@given(RETURNS)
def test_R5_no_row_is_said_twice(returns):
    merged = merge(returns).responses
    assert len({(line.need, line.line) for line in merged}) == len(merged)


@given(RETURNS)
def test_R5_a_need_once_answered_is_never_left_without_words(returns):
    answered = {line.need for each in returns for line in each.responses if words(line)}
    assert {line.need for line in merge(returns).responses if words(line)} == answered
