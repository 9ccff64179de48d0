"""What a newer return says differently: cell by cell, by the meaning of rows rule R5 has."""

from collections.abc import Sequence

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
    StatementKind,
)
from data.vocabulary.differences import Change, ChangeKind, Mode
from tasks.rules.differences import compare, emptied, replaces_or_adds, stated
from tasks.rules.precedence import merge
from tasks.rules.returned_rows import ReturnedRow, as_written, rows_of
from tests.rules.year_2025 import replies, responses, support
from tests.tables import rows


def reading(
    lines: str = "", states: str = "", projects: str = "", additional: Sequence[str] = ()
) -> Reading:
    return Reading(
        kind=RequestKind.RESPONSE,
        identities={},
        template_version="1",
        replies=replies(states) if states else (),
        responses=responses(lines) if lines else (),
        support=tuple(line for _, line in support(projects)) if projects else (),
        additional=tuple((Place("Additional", f"B{n}"), each) for n, each in enumerate(additional)),
        unplaced=(),
        findings=(),
    )


OLD = reading(
    """
    | need     | line | kind     | text          | reference  | date    |
    | al-ct-01 | 1    | achieved | Law adopted   | OG 12/2025 | 2025    |
    | al-ct-01 | 2    | planned  | By-law drawn  |            | Q2 2026 |
    | al-ct-02 | 1    | ongoing  | Staff trained |            |         |
    """,
    """
    | need     | state    |
    | al-ct-01 | answered |
    | al-ct-02 | answered |
    """,
)
ALL = """
    | need     | state    |
    | al-ct-01 | answered |
    | al-ct-02 | answered |
    """


def told(changes: Sequence[Change]) -> list[dict[str, str]]:
    return [
        {
            "change": change.kind.value,
            "need": change.need,
            "line": str(change.line),
            "field": change.field,
            "older": change.older,
            "newer": change.newer,
        }
        for change in changes
    ]


def test_a_return_compared_with_itself_shows_nothing():
    assert compare(OLD, OLD) == ()


def test_every_cell_that_differs_is_named_with_both_wordings():
    new = reading(
        """
        | need     | line | kind     | text           | reference  | date    |
        | al-ct-01 | 1    | achieved | Law adopted    | OG 14/2025 | 2025    |
        | al-ct-01 | 2    | achieved | By-law adopted |            | Q2 2026 |
        | al-ct-01 | 3    | request  | Two servers    |            |         |
        | al-ct-02 | 1    |          | Staff trained  |            |         |
        """,
        """
        | need     | state    | later on |
        | al-ct-01 | later    | May 2026 |
        | al-ct-02 | answered |          |
        """,
    )
    assert told(compare(OLD, new)) == rows("""
        | change  | need     | line | field     | older        | newer          |
        | changed | al-ct-01 | 0    | state     | answered     | later          |
        | added   | al-ct-01 | 0    | later_on  |              | May 2026       |
        | changed | al-ct-01 | 1    | reference | OG 12/2025   | OG 14/2025     |
        | changed | al-ct-01 | 2    | kind      | planned      | achieved       |
        | changed | al-ct-01 | 2    | text      | By-law drawn | By-law adopted |
        | added   | al-ct-01 | 3    | kind      |              | request        |
        | added   | al-ct-01 | 3    | text      |              | Two servers    |
        | emptied | al-ct-02 | 1    | kind      | ongoing      |                |
        """)


def test_a_row_that_moved_is_moved_and_not_removed_and_added():
    new = reading(
        """
        | need     | line | kind     | text         | reference  | date    |
        | al-ct-01 | 1    | planned  | By-law drawn |            | Q3 2026 |
        | al-ct-01 | 2    | achieved | LAW adopted  | OG 12/2025 | 2025    |
        """,
        """
        | need     | state    |
        | al-ct-01 | answered |
        """,
    )
    assert told(compare(OLD, new)) == rows("""
        | change  | need     | line | field     | older       | newer       |
        | moved   | al-ct-01 | 1    | line      | 2           | 1           |
        | changed | al-ct-01 | 1    | date_text | Q2 2026     | Q3 2026     |
        | moved   | al-ct-01 | 2    | line      | 1           | 2           |
        | changed | al-ct-01 | 2    | text      | Law adopted | LAW adopted |
        """)


def test_needs_the_newer_file_does_not_show_are_no_difference():
    part = reading(states="| need | state |\n| al-ct-03 | nothing to report |")
    assert told(compare(OLD, part)) == rows("""
        | change | need     | line | field | older | newer             |
        | added  | al-ct-03 | 0    | state |       | nothing to report |
        """)


def test_R5_what_a_blank_would_delete_is_kept_and_listed():
    blank = reading(
        """
        | need     | line | kind     | text        | reference | date |
        | al-ct-01 | 1    | achieved | Law adopted |           | 2025 |
        """,
        """
        | need     | state    |
        | al-ct-01 |          |
        | al-ct-02 | answered |
        """,
    )
    assert told(emptied(OLD, blank)) == rows("""
        | change  | need     | line | field     | older         | newer |
        | emptied | al-ct-01 | 0    | state     | answered      |       |
        | emptied | al-ct-01 | 1    | reference | OG 12/2025    |       |
        | emptied | al-ct-01 | 2    | kind      | planned       |       |
        | emptied | al-ct-01 | 2    | text      | By-law drawn  |       |
        | emptied | al-ct-01 | 2    | date_text | Q2 2026       |       |
        | emptied | al-ct-02 | 1    | kind      | ongoing       |       |
        | emptied | al-ct-02 | 1    | text      | Staff trained |       |
        """)


def test_R5_a_cell_left_blank_beside_other_words_is_emptied_and_not_kept():
    new = reading(
        "| need | line | kind | text |\n| al-ct-01 | 1 | achieved | Another matter |", ALL
    )
    lost = [c.field for c in compare(OLD, new) if c.line == 1 and c.kind is ChangeKind.EMPTIED]
    assert lost == ["reference", "date_text", "kind", "text"]
    assert [(c.need, c.line) for c in emptied(OLD, new) if c.field == "reference"] == []


def test_an_emptied_cell_is_placed_in_the_older_file_and_any_other_in_the_newer():
    old = reading()
    old = type(old)(
        old.kind, {}, "1", (), (ResponseLine("a", 1, None, "x", place=Place("S", "E5")),),
        (), (), (), (),
    )  # fmt: skip
    new = type(old)(
        old.kind, {}, "1", (), (ResponseLine("a", 2, None, "y", place=Place("T", "E9")),),
        (), (), (), (),
    )  # fmt: skip
    assert [(c.kind.value, str(c.place)) for c in compare(old, new)] == [
        ("emptied", "S!E5"),
        ("added", "T!E9"),
    ]


def test_items_planned_last_year_are_compared_item_by_item():
    def planned(*items: PlannedReply) -> Reading:
        return Reading(RequestKind.RESPONSE, {}, "1", (), (), (), (), (), (), items)

    old = planned(PlannedReply("a", 1, FollowUp.STILL_TRUE), PlannedReply("a", 2, None, "soon"))
    new = planned(PlannedReply("a", 1, FollowUp.DONE), PlannedReply("a", 2, None))
    assert told(compare(old, new)) == rows("""
        | change  | need | line | field     | older      | newer |
        | changed | a    | 1    | follow_up | still true | done  |
        | emptied | a    | 2    | remark    | soon       |       |
        """)


def test_projects_are_compared_too():
    old = reading(projects="| reporter | need | title | donors |\n| AT | a | Border Watch | EU |")
    new = reading(projects="| reporter | need | title | donors |\n| AT | a | Border Watch | AT |")
    (change,) = compare(old, new)
    assert (change.part, change.field, change.older, change.newer) == (
        Part.SUPPORT,
        "donors",
        "EU",
        "AT",
    )


def test_loose_texts_are_known_by_their_words():
    old, new = reading(additional=["one", "two", "two"]), reading(additional=["two", "three"])
    assert told(compare(old, new)) == rows("""
        | change  | need | line | field | older | newer |
        | added   |      | 0    | text  |       | three |
        | emptied |      | 0    | text  | one   |       |
        | emptied |      | 0    | text  | two   |       |
        """)


def test_spaces_and_composition_are_no_difference():
    old = reading("| need | line | kind | text |\n| a | 1 |  | Jačanje  granice |")
    new = reading("| need | line | kind | text |\n| a | 1 |  | Jac\u030canje\u00a0granice |")
    assert compare(old, new) == ()


def answered(*needs: str) -> Reading:
    states = "\n".join(f"| {need} | nothing to report |" for need in needs)
    return reading(states=f"| need | state |\n{states}") if needs else reading()


def test_a_newer_return_replaces_adds_or_does_both():
    for row in rows("""
        | older | newer | mode     |
        | a b   | a b   | replaces |
        | a b   | a b c | replaces |
        | a b   | c d   | adds     |
        |       | a     | adds     |
        | a b   |       | adds     |
        | a b   | b c   | both     |
        | a b   | a     | both     |
        """):
        mode = replaces_or_adds(answered(*row["older"].split()), answered(*row["newer"].split()))
        assert mode.value == row["mode"]


def test_the_mode_is_stated_in_a_whole_sentence():
    for mode in Mode:
        assert stated(mode).startswith("This workbook answers ")
        assert stated(mode).endswith(".")


NEEDS = ["a", "b"]
LINES = st.builds(
    ResponseLine,
    need=st.sampled_from(NEEDS),
    line=st.integers(1, 4),
    kind=st.sampled_from([None, *StatementKind]),
    text=st.sampled_from(["", " ", "x", "X", "y", "z", "č", "c\u030c"]),
    reference=st.sampled_from(["", "r1", "r2", "unknown"]),
)
STATES = st.sampled_from([None, *AnswerState])
LATER = st.sampled_from(["", "May"])
RETURNS = st.builds(
    lambda lines, states, later, loose: Reading(
        RequestKind.RESPONSE,
        {},
        "1",
        tuple(
            NeedReply(need, state, on) for need, state, on in zip(NEEDS, states, later, strict=True)
        ),
        tuple(lines),
        (),
        tuple((Place("Additional", "B2"), text) for text in loose),
        (),
        (),
    ),
    st.lists(LINES, max_size=7, unique_by=lambda line: (line.need, line.line)),
    st.tuples(STATES, STATES),
    st.tuples(LATER, LATER),
    st.lists(st.sampled_from(["p", "q"]), max_size=3),
)

Cells = dict[tuple[Part, str, int], dict[str, str]]


def cells(given_: Reading) -> Cells:
    every: list[ReturnedRow] = [row for part in rows_of(given_).values() for row in part]
    return {(row.part, row.need, row.line): dict(row.cells) for row in every if row.cells}


def applied(changes: Sequence[Change], older: Reading) -> Cells:
    """Carry the changes out: first the rows that are gone, then the moves, then the cells."""
    told_ = cells(older)
    moved = [c for c in changes if c.kind is ChangeKind.MOVED]
    for change in changes:
        if change.newer_line is None:
            told_[change.part, change.need, change.older_line].pop(change.field)
    held = {
        (c.part, c.need, c.newer_line): told_.pop((c.part, c.need, c.older_line), {}) for c in moved
    }
    told_ = {key: row for key, row in told_.items() if row} | held
    for change in changes:
        key = change.part, change.need, change.newer_line
        if change.kind in (ChangeKind.ADDED, ChangeKind.CHANGED):
            told_.setdefault(key, {})[change.field] = change.newer
        elif change.kind is ChangeKind.EMPTIED and change.newer_line is not None:
            assert told_[key].pop(change.field) == change.older
    return {key: row for key, row in told_.items() if row}


@given(RETURNS)
def test_nothing_differs_from_itself(given_: Reading):
    assert compare(given_, given_) == ()


@given(RETURNS, RETURNS)
def test_the_changes_applied_to_the_older_return_give_the_newer(older: Reading, newer: Reading):
    rowed = [c for c in compare(older, newer) if c.part not in (Part.ADDITIONAL, Part.UNPLACED)]
    assert applied(rowed, older) == cells(newer)


@given(RETURNS, RETURNS)
def test_no_word_is_both_emptied_and_added_elsewhere(older: Reading, newer: Reading):
    loose = [c for c in compare(older, newer) if c.part is Part.ADDITIONAL]
    assert {c.older for c in loose if c.older}.isdisjoint(c.newer for c in loose if c.newer)


@given(RETURNS, RETURNS)
def test_R5_what_is_kept_is_what_precedence_keeps(older: Reading, newer: Reading):
    listed = {
        (c.need, c.line, c.older)
        for c in emptied(older, newer)
        if c.part is Part.RESPONSE and c.field == "text"
    }
    kept = merge([older, newer]).kept
    stands = {(k.need, k.line, as_written(k.text)) for k in kept if as_written(k.text)}
    assert listed == stands
