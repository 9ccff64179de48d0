"""The quick way through a sheet is believed only where it says what the thorough one would say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.edges.sheets.days import read_styles
from tasks.edges.sheets.grid import read_grid
from tasks.edges.sheets.grid_walk import walk_through
from tasks.edges.sheets.model import Sheet, Unreadable
from tasks.edges.sheets.opening import open_book
from tests.edges.test_sheets import ours, with_cells


@pytest.mark.parametrize(
    "first",
    [
        "<is><r><t>on</t></r><!-- a remark --><r><t>e</t></r></is></c>",
        "<is><r><t>on</t></r><?pause?><r><t>e</t></r></is></c>",
        '<is><r xmlns:n="urn:n" n:a="b"><t>one</t></r></is></c>',
        "<is><r><t>one</t></r></is ></c>",
        "<is><r><t>one</t></r></is><extLst></extLst></c>",
        "<is><r><t\n>one</t></r></is></c>",
    ],
)
def test_a_rich_text_takes_no_words_of_the_next_cell(first: str):
    second = '<c r="B1" t="inlineStr"><is><r><t>two</t></r></is></c>'
    content = with_cells(f'<row r="1"><c r="A1" t="inlineStr">{first}{second}</row>')
    assert ours(content) == {("Sheet", 1, 1): "one", ("Sheet", 1, 2): "two"}


STRANGE = ("<!-- x -->", "<?p?>", "2", "&amp;", '">', "<f/>", "<t/>", "<extLst></extLst>", "\n")
MORE = ('<row r="3"/>', '<c r="A2"/>', "<t\n>y</t>", "<v>7</v>", "<is><t>z</t></is>", "</c><c>")
USUAL_CELLS = st.sampled_from(
    [
        f'<c r="{place}"{told}</c>'
        for place in ("A1", "B1", "A2", "B2")
        for told in (
            "><v>1</v>",
            ' t="s"><v>2</v>',
            ' t="inlineStr"><is><t>x</t></is>',
            ' t="inlineStr"><is><r><t>x</t></r></is>',
            ' s="1">',
            ' t="str"><f>B1</f><v>q</v>',
        )
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(USUAL_CELLS, max_size=5), st.sampled_from(STRANGE + MORE), st.integers(0, 60))
def test_where_the_fast_path_believes_itself_expat_says_the_same(
    cells: list[str], strange: str, where: int
):
    markup = "".join(cells)
    edges = [*(place for place, sign in enumerate(markup) if sign == "<"), len(markup)]
    edge = edges[where % len(edges)]
    inside = f'<row r="1">{markup[:edge]}{strange}{markup[edge:]}</row>'
    part = f"<worksheet><sheetData>{inside}</sheetData></worksheet>".encode()
    shared, styles = ["zero", "one", "two"], read_styles(b"", since_1904=False)
    slowly, quickly = Sheet("Sheet"), Sheet("Sheet")
    try:
        walk_through(part, slowly, shared, styles)
    except Unreadable:
        return  # not well formed, or a cell in a cell
    read_grid(part, quickly, shared, styles)
    assert {row: cells for row, cells in quickly.rows.items() if cells} == slowly.rows
    assert len(quickly.doubled) == len(slowly.doubled)


def test_a_cell_within_a_cell_is_said_to_be_unreadable():
    inside = '<c r="A1" t="inlineStr"><is><t>one</t><c r="B1"/></is></c>'
    with pytest.raises(Unreadable, match="within another"):
        open_book(with_cells(f'<row r="1">{inside}</row>'))


def test_a_tall_sheet_read_in_stretches_loses_no_row_and_no_strange_cell():
    words = "a law was adopted and is applied " * 30
    usual = [
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{row} {words}</t></is></c>'
        f'<c r="B{row}" s="0"><v>{row}</v></c></row>'
        for row in range(1, 700)
    ]
    assert len("".join(usual)) > 3 * 200_000
    strange = '<row r="700"><c r="A700" cm="1"><v>1</v></c></row>'
    expected = {("Sheet", row, 2): row for row in range(1, 700)} | {
        ("Sheet", row, 1): f"{row} {words}" for row in range(1, 700)
    }
    assert ours(with_cells("".join(usual))) == expected
    assert ours(with_cells("".join([*usual, strange]))) == {**expected, ("Sheet", 700, 1): 1}
