"""Rows of plain texts are kept as they were read, and say the same as rows put in cell by cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.edges.sheets.filled_rows import Rows

WIDTH = 4
texts = st.one_of(st.none(), st.sampled_from(("one", "two", "три")))
tables = st.dictionaries(
    st.integers(1, 30), st.lists(texts, min_size=WIDTH, max_size=WIDTH), max_size=8
)


def at_once(table: dict[int, list[str | None]]) -> Rows:
    rows = Rows()
    rows.put_texts([*table], [*zip(*table.values(), strict=True)] or [()] * WIDTH)
    return rows


def cell_by_cell(table: dict[int, list[str | None]]) -> Rows:
    rows = Rows()
    for number, row in table.items():
        for column, text in enumerate(row, 1):
            if text is not None:
                rows.singly(number)[column] = text
    return rows


@given(tables, st.integers(1, WIDTH + 2))
def test_both_ways_give_the_same_rows_columns_and_lengths(
    table: dict[int, list[str | None]], width: int
):
    for ask in (
        dict,
        len,
        Rows.length,
        lambda rows: rows.first_columns(width),
        lambda rows: dict(rows.side_by_side(width)),
        lambda rows: rows.get(7),
    ):
        assert ask(at_once(table)) == ask(cell_by_cell(table))


@given(tables)
def test_a_row_that_reaches_further_is_passed_over(table: dict[int, list[str | None]]):
    near = dict(at_once(table).side_by_side(WIDTH - 1))
    assert near.keys() == {n for n, row in table.items() if any(row) and row[-1] is None}


def test_a_row_looked_up_can_be_changed_and_stays_so():
    rows = at_once({7: ["one", None, "two", None]})
    rows[7][2] = 3.5
    assert rows[7] == {1: "one", 2: 3.5, 3: "two"}
    del rows[7][1]
    assert dict(rows) == {7: {2: 3.5, 3: "two"}}


def test_one_number_is_borne_by_one_row():
    rows = at_once({7: ["one", None, None, None]})
    with pytest.raises(ValueError, match="two rows of one number"):
        rows.singly(7)
    with pytest.raises(ValueError, match="two rows of one number"):
        rows.put_texts([8, 8], [["one", "two"]])
