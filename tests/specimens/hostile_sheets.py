"""Sheets that claim to be huge, texts used a thousand times, formulas that want to be run."""

from tasks.edges.archive import pack
from tests.specimens.archives import entry, swollen
from tests.specimens.hostile import (
    MAIN,
    parts,
    read_safely,
    refused,
    sheet,
    survived,
    with_entries,
    with_parts,
    with_sheet,
)

MEGABYTE = 1 << 20
TOO_MUCH, FAR = "far more than", "very far"


def _cell(place: str, text: str = "here") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


@survived(FAR, TOO_MUCH)
def a_sheet_that_claims_all_rows_and_columns() -> bytes:
    part = sheet(f'<row r="1">{_cell("A1")}</row>')
    claim = b'<dimension ref="A1:XFD1048576"/><sheetData>'
    return with_parts(xl__worksheets__sheet2=part.replace(b"<sheetData>", claim))


@survived(FAR, text="here")
def one_cell_at_the_end_of_the_sheet() -> bytes:
    return with_sheet(f'<row r="1048576">{_cell("XFD1048576")}</row>')


@survived(FAR, TOO_MUCH, "damaged")
def one_cell_in_row_two_thousand_million() -> bytes:
    return with_sheet(f'<row r="2147483647">{_cell("A2147483647")}</row>')


@survived(FAR, TOO_MUCH, "damaged")
def one_cell_in_a_column_of_nine_letters() -> bytes:
    return with_sheet(f'<row r="1">{_cell("ZZZZZZZZZ1")}</row>')


@survived(FAR, TOO_MUCH, "damaged")
def a_row_with_a_number_of_a_hundred_thousand_digits() -> bytes:
    digits = "9" * 100_000
    return with_sheet(f'<row r="{digits}">{_cell("A" + digits)}</row>')


@survived(TOO_MUCH, "damaged")
def a_number_of_a_hundred_thousand_digits() -> bytes:
    return with_sheet(f'<row r="7"><c r="D7"><v>{"9" * 100_000}</v></c></row>')


@survived("damaged", text="1e999")
def numbers_that_are_none() -> bytes:
    cells = "".join(
        f'<c r="{letter}7"><v>{number}</v></c>'
        for letter, number in zip("DEFGH", ("1e999", "-1e999", "nan", "0x1", "1_000"), strict=True)
    )
    return with_sheet(f'<row r="7">{cells}</row>')


@survived("damaged")
def rows_and_cells_below_nothing() -> bytes:
    return with_sheet('<row r="-1"><c r="A0"><v>1</v></c><c r="0"><v>1</v></c></row>')


@refused(TOO_MUCH)
def two_million_cells() -> bytes:
    unit = b'<c r="A1"><v>1</v></c>' * 20_000
    begin, end = b'<worksheet><sheetData><row r="1">', b"</row></sheetData></worksheet>"
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 100, begin, end))


@refused(TOO_MUCH)
def three_million_empty_rows() -> bytes:
    unit = b"<row/>" * 100_000
    begin, end = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 30, begin, end))


@refused(TOO_MUCH)
def five_million_shared_texts() -> bytes:
    unit = b"<si><t>a</t></si>" * 50_000
    return with_entries(swollen("xl/sharedStrings.xml", unit, 100, b"<sst>", b"</sst>"))


@survived(TOO_MUCH)
def a_million_shared_texts_just_below_the_limit() -> bytes:
    unit = b"<si><t/></si>" * 10_000
    return with_entries(swollen("xl/sharedStrings.xml", unit, 95, b"<sst>", b"</sst>"))


@survived(TOO_MUCH, "longer than")
def a_shared_text_of_four_megabytes_in_five_thousand_cells() -> bytes:
    cells = "".join(f'<c r="D{n}" t="s"><v>0</v></c>' for n in range(1, 5_001))
    return with_entries(
        swollen("xl/sharedStrings.xml", b"x" * MEGABYTE, 4, b"<sst><si><t>", b"</t></si></sst>"),
        entry("xl/worksheets/sheet2.xml", sheet(f"<row>{cells}</row>")),
    )


@survived(TOO_MUCH, "longer than")
def a_shared_text_of_half_a_megabyte_in_a_hundred_thousand_cells() -> bytes:
    cells = b'<c t="s"><v>0</v></c>' * 90_000
    part = b"<sst><si><t>" + b"x" * (MEGABYTE // 2) + b"</t></si></sst>"
    return with_entries(
        entry("xl/sharedStrings.xml", part),
        entry("xl/worksheets/sheet2.xml", sheet(b"<row>" + cells + b"</row>")),
    )


@survived("damaged", "not there")
def a_shared_text_that_is_not_there() -> bytes:
    return with_sheet('<row r="7"><c r="D7" t="s"><v>4000000000</v></c></row>')


@survived("parts", TOO_MUCH)
def three_hundred_sheets() -> bytes:
    return _sheets(250, sheet(f'<row r="1">{_cell("A1")}</row>'))


@refused("parts")
def a_thousand_sheets() -> bytes:
    return _sheets(1_000, sheet(""))


def _sheets(count: int, part: bytes) -> bytes:
    numbers = range(20, 20 + count)
    named = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="more{n}"/>' for n in numbers)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    related = "".join(
        f'<Relationship Id="more{n}" Type="{kind}" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    main, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    old = parts()
    space = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    named_here = old[main].replace(b"</sheets>", named.encode() + b"</sheets>")
    if space not in named_here:
        named_here = named_here.replace(b"<workbook ", b"<workbook " + space + b" ", 1)
    return pack(
        {
            **old,
            **{f"xl/worksheets/sheet{n}.xml": part for n in numbers},
            main: named_here,
            relations: old[relations].replace(
                b"</Relationships>", related.encode() + b"</Relationships>"
            ),
        }
    )


@survived(TOO_MUCH)
def one_sheet_named_fifty_thousand_times() -> bytes:
    main = "xl/workbook.xml"
    named = '<sheet name="again" sheetId="1" r:id="rId2"/>' * 50_000
    return pack(
        {**parts(), main: parts()[main].replace(b"</sheets>", named.encode() + b"</sheets>")}
    )


@survived("spans a whole sheet", text="here")
def cells_joined_over_the_whole_sheet() -> bytes:
    joined = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return with_sheet(f'<row r="7">{_cell("D7")}</row>', joined)


@survived(TOO_MUCH, "spans a whole sheet")
def a_million_joined_cells() -> bytes:
    many = b'<mergeCell ref="A1:XFD1048576"/>' * 300_000
    return with_sheet(f'<row r="7">{_cell("D7")}</row>', b"<mergeCells>" + many + b"</mergeCells>")


@survived("spans a whole sheet", text="here")
def links_over_the_whole_sheet() -> bytes:
    links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    return with_sheet(f'<row r="7">{_cell("D7")}</row>', links)


@survived(TOO_MUCH)
def a_million_notes() -> bytes:
    unit = b'<comment ref="A1"><text><t>a</t></text></comment>' * 2_000
    begin, end = b"<comments><commentList>", b"</commentList></comments>"
    relation = (
        b'<Relationships><Relationship Id="rId1" Target="/xl/comments1.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/>'
        b"</Relationships>"
    )
    return with_entries(
        swollen("xl/comments1.xml", unit, 500, begin, end),
        entry("xl/worksheets/_rels/sheet2.xml.rels", relation),
    )


@survived("damaged")
def a_shared_formula_over_the_whole_sheet() -> bytes:
    formula = '<f t="shared" ref="A1:XFD1048576" si="0">1+1</f><v>2</v>'
    return with_sheet(f'<row r="7"><c r="D7">{formula}</c></row>')


@survived("damaged")
def a_formula_of_half_a_megabyte() -> bytes:
    return with_sheet(f'<row r="7"><c r="D7"><f>{"(" * 500_000}</f></c></row>')


@survived(TOO_MUCH)
def thirty_thousand_formats_of_dates() -> bytes:
    formats = "".join(
        f'<numFmt numFmtId="{n}" formatCode="yyyy{"[$-F800]" * 20}dd"/>' for n in range(30_000)
    )
    return with_parts(
        xl__styles=f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts></styleSheet>'.encode()
    )


@survived("damaged")
def a_format_made_for_slow_expressions() -> bytes:
    code = "&quot;" * 20_001 + "[" * 20_000 + "\\" * 20_000
    part = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{code}"/>'
        '</numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
    )
    return with_parts(xl__styles=part.encode())


@survived("damaged")
def texts_made_for_slow_expressions() -> bytes:
    texts = ("1 " * 16_000, "Q" * 32_000, "_x" * 16_000, "#" * 32_000, "1.1." * 8_000, " " * 32_000)
    cells = "".join(
        f'<row r="{row}">' + "".join(_cell(f"{c}{row}", text) for c in "ABCDEFG") + "</row>"
        for row, text in enumerate(texts, start=4)
    )
    return with_sheet(cells)


INJECTIONS = {
    "an_equals_sign": "=HYPERLINK(&quot;http://evil.example&quot;;&quot;open&quot;)",
    "a_plus_sign": "+1+cmd|' /C calc'!A0",
    "a_minus_sign": "-2+3+cmd|' /C calc'!A0",
    "an_at_sign": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a_tab": "\t=1+1",
    "a_carriage_return": "&#13;=1+1",
    "a_call_of_another_program": "=DDE(&quot;cmd&quot;;&quot;/C calc&quot;;&quot;x&quot;)",
    "an_old_call": "%0A=cmd|'/C powershell IEX'!A0",
}


def _injected(name: str, text: str) -> None:
    said = text.replace("&quot;", '"').replace("&#13;", "").strip()

    def build() -> bytes:
        part = parts()["xl/worksheets/sheet2.xml"].decode()
        assert "OG 12/25" in part
        return with_parts(xl__worksheets__sheet2=part.replace("OG 12/25", text).encode())

    build.__name__ = f"words_that_begin_with_{name}"
    read_safely(said)(build)


for _name, _text in INJECTIONS.items():
    _injected(_name, _text)


@read_safely("=cmd|' /C calc'!A0")
def a_formula_that_calls_a_program() -> bytes:
    cell = "<f>cmd|' /C calc'!A0</f>"
    part = parts()["xl/worksheets/sheet2.xml"].decode()
    before, _, after = part.partition("OG 12/25")
    opening = before.rindex("<c ")
    place = before[opening:].split('"')[1]
    closing = after.index("</c>")
    changed = f'{before[:opening]}<c r="{place}">{cell}{after[closing:]}'
    return with_parts(xl__worksheets__sheet2=changed.encode())
