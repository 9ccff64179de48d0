"""The quick way through a sheet is believed only where it says what the thorough one would say."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.edges.archive import unpack
from tasks.edges.sheets.days import read_styles
from tasks.edges.sheets.entities import plain
from tasks.edges.sheets.grid import read_grid
from tasks.edges.sheets.grid_walk import walk_through
from tasks.edges.sheets.model import Sheet, Unreadable
from tasks.edges.sheets.opening import open_book
from tasks.edges.sheets.plain_rows import FEWEST, PlainRows, rows_in, take_plain_rows
from tests.edges.test_sheets import ours, theirs, with_cells
from tests.specimens.requests import RESPONSE, drawn


def sheet_of(rows: str) -> bytes:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()


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
    part = sheet_of(inside)
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


OF_ONE_MAKE = st.sampled_from(
    [
        ' t="inlineStr"><is><t>x &amp; y</t></is></c>',
        ' t="inlineStr"><is><t>need &#183; &#9660; _x0041_</t></is></c>',
        ' s="3" t="inlineStr"><is><t xml:space="preserve"> two words </t></is></c>',
        ' t="inlineStr"><is><t></t></is></c>',
        ' s="1" t="n"></c>',
        ' s="1"/>',
        "><v>5</v></c>",
        ' t="str"><f>B1&lt;2</f><v></v></c>',
        "><f>say_date</f><v></v></c>",
        '><f t="shared" si="0"/><v></v></c>',
        ' t="inlineStr"><is><r><t>rich</t></r></is></c>',
    ]
)
ROWS = st.dictionaries(st.integers(1, 40), st.lists(OF_ONE_MAKE, max_size=4), max_size=6)


def made(columns: int, *shared: str, own_checks: str = "") -> PlainRows:
    """How a sheet of so many columns is made."""
    headings = "".join(f'<c r="{letter}1"/>' for letter in "ABCDEFGHIJK"[:columns])
    rows = rows_in(headings.encode().ljust(FEWEST), 0, FEWEST, shared, own_checks)
    assert rows is not None
    return rows


@settings(max_examples=300, deadline=None)
@given(ROWS)
def test_rows_taken_at_once_say_what_expat_says(told: dict[int, list[str]]):
    rows = {
        number: "".join(
            f'<c r="{"ABCD"[column]}{number}"{cell}' for column, cell in enumerate(cells)
        )
        for number, cells in told.items()
    }
    markup = "".join(f'<row r="{number}" ht="20">{cells}</row>' for number, cells in rows.items())
    styles, slowly = read_styles(b"", since_1904=False), Sheet("Sheet")
    at_once, others = Sheet("Sheet"), Sheet("Sheet")
    rest = take_plain_rows(markup, at_once, made(4))
    read_grid(sheet_of(rest), others, (), styles)
    walk_through(sheet_of(markup), slowly, (), styles)
    assert at_once.rows.count_singly() == 0
    found = {**at_once.rows, **others.rows}
    assert {row: cells for row, cells in found.items() if cells} == slowly.rows
    formulas = {**at_once.formulas, **others.formulas}
    assert {at: plain(words) for at, words in formulas.items()} == {
        at: plain(words) for at, words in slowly.formulas.items()
    }


def test_a_row_of_plain_texts_is_taken_and_no_other():
    usual = '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c><c r="B1" s="2"/></row>'
    number = '<row r="2"><c r="A2"><v>2</v></c></row>'
    moved = '<row r="3"><c r="B3" t="inlineStr"><is><t>b</t></is></c><c r="A3" s="1"/></row>'
    sheet = Sheet("Sheet")
    assert take_plain_rows(usual + number + moved, sheet, made(2)) == number + moved
    assert sheet.rows == {1: {1: "one"}}


def test_rows_that_name_shared_texts_are_taken_with_them():
    markup = '<row r="7"><c r="A7" s="1" t="s"><v>1</v></c><c r="B7" t="s"><v>0</v></c></row>'
    sheet = Sheet("Sheet")
    assert take_plain_rows(markup, sheet, made(2, "zero", "one")) == ""
    assert sheet.rows == {7: {1: "one", 2: "zero"}}
    with pytest.raises(IndexError):
        take_plain_rows(markup, Sheet("Sheet"), made(2, "zero"))


def test_a_check_of_ours_that_found_nothing_is_passed_over():
    said = '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c>{}</row>'
    check = '<c r="B1" s="2"><f>IF(A1="",say_text,"")</f><v></v></c>'
    other = '<c r="B1" s="2"><f>A1&amp;"!"</f><v></v></c>'
    for formula, kept in ((check, {}), (other, {(1, 2): '=A1&amp;"!"'})):
        sheet = Sheet("Sheet")
        take_plain_rows(said.format(formula), sheet, made(2, own_checks="say_"))
        assert (sheet.rows, sheet.formulas) == ({1: {1: "one"}}, kept)


def test_two_rows_of_one_number_are_left_to_the_thorough_way():
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c></row>'
    with pytest.raises(ValueError, match="two rows"):
        take_plain_rows(row * 2, Sheet("Sheet"), made(1))
    (sheet,) = open_book(with_cells(row * 2_000)).sheets
    assert (sheet.rows, len(sheet.doubled)) == ({1: {1: "one"}}, 1_999)


def test_every_cell_of_a_large_workbook_is_what_openpyxl_sees():
    need = RESPONSE.needs[0]
    numbers = (f"XK-CT-{number:03}" for number in range(100))
    needs = tuple(replace(need, key=number.lower(), number=number) for number in numbers)
    content = drawn(replace(RESPONSE, needs=needs))
    sheet = unpack(content)["xl/worksheets/sheet2.xml"]
    rows = rows_in(sheet, sheet.index(b"<row"), len(sheet), (), "")
    assert rows is not None
    assert rows.columns == 11
    assert ours(content) == theirs(content)
