"""Our own reader of workbooks sees what openpyxl sees, cell for cell; openpyxl is the oracle."""

import io
import re
import shutil
import subprocess
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.escape import unescape

from tasks.edges.archive import pack, unpack
from tasks.edges.sheets.days import is_date_format
from tasks.edges.sheets.model import Book, Unreadable
from tasks.edges.sheets.opening import open_book
from tests.specimens.requests import response_workbook, support_workbook
from tests.specimens.returns import filled
from tests.tables import rows

Seen = dict[tuple[str, int, int], object]


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def ours(content: bytes) -> Seen:
    book = open_book(content)
    assert not any(sheet.doubled for sheet in book.sheets)
    return {
        (sheet.title, row, column): value
        for sheet in book.sheets
        for row, cells in sheet.rows.items()
        for column, value in cells.items()
    }


def theirs(content: bytes) -> Seen:
    book = load_workbook(io.BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.row, cell.column): as_typed(cell.value)
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.value not in (None, "")
    }


def as_typed(value: object) -> object:
    """openpyxl leaves the escapes of the file format where they are."""
    return unescape(value) if isinstance(value, str) else value


def formulas(content: bytes) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.formula
        for sheet in open_book(content).sheets
        for line in sheet.cells()
        for cell in line
        if cell.formula
    }


@pytest.fixture(scope="session")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled workbook as LibreOffice saves it, in three formats."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "return.xlsx").write_bytes(filled(additional="One thing more."))
    profile = tmp_path_factory.mktemp("profile").as_uri()
    for kind in ("xlsx", "ods", "xls"):
        command = [program, "--headless", f"-env:UserInstallation={profile}"]
        target = ["--convert-to", kind, "--outdir", str(folder / "again")]
        subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
            [*command, *target, str(folder / "return.xlsx")],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder / "again"


@pytest.mark.parametrize(
    "content",
    [response_workbook(), support_workbook(), filled(), filled("sorted rows")],
    ids=["response", "support", "filled", "sorted"],
)
def test_every_cell_of_our_workbooks_is_what_openpyxl_sees(content: bytes):
    assert ours(content) == theirs(content)


def test_every_cell_of_a_file_saved_by_libreoffice_is_what_openpyxl_sees(resaved: Path):
    content = (resaved / "return.xlsx").read_bytes()
    assert ours(content) == theirs(content)


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_other_formats_give_the_same_texts(resaved: Path, kind: str):
    one, other = (open_book((resaved / f"return.{k}").read_bytes()) for k in ("xlsx", kind))
    assert [(s.title, s.hidden) for s in one.sheets] == [(s.title, s.hidden) for s in other.sheets]
    assert texts(one).items() <= texts(other).items()


def texts(book: Book) -> dict[tuple[str, str], str]:
    """All texts but the results of formulas, which one format writes as 0 and another not."""
    return {
        (sheet.title, cell.coordinate): cell.text
        for sheet in book.sheets
        for line in sheet.cells()
        for cell in line
        if any(c.isalpha() for c in cell.text) and not cell.formula and sheet.title != "Start here"
    }


def test_properties_survive_in_an_open_document(resaved: Path):
    book = open_book((resaved / "return.ods").read_bytes())
    assert book.properties["IISG request reference"] == "2025-WBCTi-XK-response"


values = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.text("aä_x000D_&<>\"'\n\t ѓџ", max_size=30),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.datetimes(datetime(1901, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 – cells know no zone
        lambda moment: moment.replace(microsecond=0)
    ),
    st.times().map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(["#N/A", "_x0041_", "_x005F_x000D_", "\u00a0", "e\u0301", "😀"]),
)
places = st.tuples(st.integers(1, 60), st.integers(1, 40))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(places, values, max_size=25), st.booleans())
def test_whatever_a_workbook_holds_is_what_openpyxl_sees(
    cells: dict[tuple[int, int], object], since_1904: bool
):
    book = Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    for (row, column), value in cells.items():
        if isinstance(value, str):
            sheet.cell(row, column).value = value
            sheet.cell(row, column).data_type = "e" if value == "#N/A" else "s"
        else:
            sheet.cell(row, column).value = value  # type: ignore[assignment] - the stubs know no plain object
    content = saved(book)
    assert ours(content) == theirs(content)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(places, values, max_size=15))
def test_the_fast_path_and_expat_agree(cells: dict[tuple[int, int], object]):
    book = Workbook()
    for (row, column), value in cells.items():
        book.worksheets[0].cell(row, column).value = (
            f"_{value}" if isinstance(value, str) else value  # type: ignore[assignment] - the stubs know no plain object
        )
    parts = unpack(saved(book))
    name = "xl/worksheets/sheet1.xml"
    unusual = parts[name].replace(b"<sheetData>", b"<sheetData><!-- unusual -->")
    assert ours(pack({**parts, name: unusual})) == ours(pack(parts))


def prefixed(part: bytes) -> bytes:
    """The same markup with a prefix before every name, as some programs write it."""
    named = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", part)
    return named.replace(b"xmlns=", b"xmlns:x=", 1)


def test_prefixes_and_the_strict_names_change_nothing():
    parts = unpack(filled())
    sheets = {name: prefixed(p) for name, p in parts.items() if name.startswith("xl/worksheets/s")}
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    renamed = {name: part.replace(transitional, strict) for name, part in sheets.items()}
    assert ours(pack({**parts, **sheets})) == ours(pack(parts))
    assert ours(pack({**parts, **renamed})) == ours(pack(parts))


def with_cells(inside: str, **more: bytes) -> bytes:
    book = unpack(saved(Workbook()))
    sheet = f"<worksheet><sheetData>{inside}</sheetData></worksheet>".encode()
    return pack({**book, "xl/worksheets/sheet1.xml": sheet, **more})


def test_a_cell_closed_or_named_in_another_way_is_not_lost():
    inside = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c ></row>'
        '<row r="2"><x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="A2"'
        ' t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c></row>'
    )
    (sheet,) = open_book(with_cells(inside)).sheets
    assert [sheet.text(row, 1) for row in (1, 2)] == ["one", "two"]


def test_a_cell_at_the_last_corner_is_read_at_no_cost():
    content = with_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert ours(content) == {("Sheet", 1_048_576, 16_384): 1}


def test_cells_without_a_place_stand_beside_each_other():
    content = with_cells("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert ours(content) == {("Sheet", 1, 1): 1, ("Sheet", 1, 3): 2, ("Sheet", 2, 1): 3}


@pytest.mark.parametrize(
    "strange",
    [
        '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="B1">'
        "<x:v>2</x:v></x:c>",
        '<c r="B1" cm="1"><v>2</v></c>',
        '<c  r="B1"><v>2</v></c>',
        "<c r='B1'><v>2</v></c>",
        '<c r="B1"><v xml:space="preserve">2</v></c>',
        '<c r="B1"><v>2</v><extLst></extLst></c>',
        "<c><v>2</v></c>",
        '<c r="B1"><f></f><v>2</v></c>',
    ],
)
def test_a_cell_written_in_another_way_is_not_passed_over(strange: str):
    content = with_cells(f'<row r="1"><c r="A1"><v>1</v></c>{strange}<c r="C1" s="0"></c></row>')
    assert {place[1:]: value for place, value in ours(content).items()} == {(1, 1): 1, (1, 2): 2}


def test_a_place_named_twice_keeps_both():
    content = with_cells('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')
    sheet = open_book(content).sheets[0]
    assert (sheet.rows, [cell.text for cell in sheet.doubled]) == ({1: {1: 1}}, ["2"])


def test_rich_text_is_joined_and_its_reading_dropped():
    runs = "<r><t>東</t></r><r><rPr><b/></rPr><t xml:space='preserve'>京 a</t></r>"
    reading = '<rPh sb="0" eb="1"><t>とう</t></rPh><phoneticPr fontId="1"/>'
    content = with_cells(f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}{reading}</is></c></row>')
    assert ours(content) == {("Sheet", 1, 1): "東京 a"}


def test_a_formula_keeps_its_words_and_its_result():
    content = with_cells(
        '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>1+1</f></c></row>'
    )
    assert ours(content) == {("Sheet", 1, 1): "ab"}
    assert formulas(content) == {"Sheet!A1": '="a"&"b"', "Sheet!B1": "=1+1"}


def test_comments_of_both_kinds_are_read():
    book = Workbook()
    book.worksheets[0]["B2"].value = "text"
    book.worksheets[0]["B2"].comment = Comment("an old note", "somebody")
    parts = unpack(saved(book))
    assert open_book(pack(parts)).sheets[0].comments == {(2, 2): "an old note"}
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    talk = b"<ThreadedComments><threadedComment ref='B2'><text>one</text></threadedComment>"
    talk += b"<threadedComment ref='B2'><text>two</text></threadedComment></ThreadedComments>"
    link = b'<Relationship Id="t" Type="x/threadedComment" Target="/xl/threadedComments/t.xml"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", link + b"</Relationships>")
    parts["xl/threadedComments/t.xml"] = talk
    assert open_book(pack(parts)).sheets[0].comments == {(2, 2): "one\ntwo"}


@pytest.mark.parametrize(
    "row",
    rows("""
    | format             | shows a date |
    | General            | no           |
    | 0.00               | no           |
    | dd.mm.yyyy         | yes          |
    | [$-409]d\\-mmm\\-yy  | yes          |
    | [h]:mm             | yes          |
    | 0" days"           | no           |
    | #,##0\\ "den"       | no           |
    | [Red]0             | no           |
    | 0;"d"              | no           |
    """),
    ids=lambda row: row["format"],
)
def test_letters_in_quotes_are_words_and_no_dates(row: dict[str, str]):
    assert is_date_format(row["format"]) is (row["shows a date"] == "yes")


def test_spans_of_time_and_times_of_day_are_told_apart():
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"].value, sheet["A2"].value = timedelta(hours=30), time(6, 30)
    sheet["A3"].value, sheet["A3"].number_format = 45930, '0" days"'
    assert ours(saved(book)) == {
        ("Sheet", 1, 1): timedelta(hours=30),
        ("Sheet", 2, 1): time(6, 30),
        ("Sheet", 3, 1): 45930,
    }


def test_reading_that_stops_says_where_and_why():
    content = with_cells('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')
    with pytest.raises(Unreadable) as stopped:
        open_book(content)
    assert (stopped.value.where, stopped.value.why) == (
        "Sheet",
        "a cell names a text that is not there",
    )


OPEN_DOCUMENT = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">
<office:body><office:spreadsheet><table:table table:name="One">{}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def open_document(inside: str) -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return pack({"mimetype": kind, "content.xml": OPEN_DOCUMENT.format(inside).encode()})


def test_an_open_document_repeats_what_it_says_once():
    twice = '<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>'
    noted = "<office:annotation><text:p>ask her</text:p></office:annotation><text:p>30/09</text:p>"
    day = 'office:value-type="date" office:date-value="2025-09-30"'
    content = open_document(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        f'<table:table-cell table:number-columns-repeated="2">{twice}</table:table-cell>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        "</table:table-row>"
        f"<table:table-row><table:table-cell {day}>{noted}</table:table-cell></table:table-row>"
    )
    sheet = open_book(content).sheets[0]
    assert sheet.rows == {
        1: {2: "a  b\nc", 3: "a  b\nc"},
        2: {2: "a  b\nc", 3: "a  b\nc"},
        1_048_003: {1: datetime(2025, 9, 30)},  # noqa: DTZ001 – a cell of a workbook knows no zone
    }
    assert sheet.comments == {(1_048_003, 1): "ask her"}


def test_an_open_document_that_repeats_without_end_is_not_read():
    content = open_document(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p>'
        "</table:table-cell></table:table-row>"
    )
    with pytest.raises(Unreadable, match="without end"):
        open_book(content)


def test_an_old_workbook_that_is_damaged_ends_its_own_process_and_not_ours():
    broken = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(4_000)
    with pytest.raises(Unreadable, match="damaged"):
        open_book(broken)
