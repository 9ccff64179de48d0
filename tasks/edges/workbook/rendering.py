"""A planned sheet becomes XML: rows rendered as text, everything else as openpyxl once wrote it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, get_column_letter

from tasks.edges.workbook.cells import legible, unescapable
from tasks.edges.workbook.choices import runs
from tasks.edges.workbook.plan import SLOTS, Cell, Formula, Page, Pattern, Row

_ANY_ROW = re.compile(r'(?<=sqref=")([A-Z]+)[0-9]+')
_BEFORE_BREAKS = re.compile(
    r"<pageMargins [^>]*/>|<pageSetup [^>]*/>|<headerFooter[^>]*/>|</headerFooter>"
)
_SQREF = re.compile(r'(?<=sqref=")[^"]*')


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """The XML of one sheet around its rows, in the order the format prescribes.

    `marks` are conditional formats and `offers` validations by the list they offer, both over
    a single cell that the drawing widens; `foot` bears the reference in braces.
    """

    head: str
    view: str
    protection: str
    marks: tuple[str, ...]
    offers: Mapping[str, str]
    foot: str


def sheet_xml(frame: SheetFrame, page: Page, first: int, foot: str) -> bytes:
    """Render one sheet.

    Args:
        frame: What stands around the rows.
        page: The rows, joined cells, drop-downs and links of this workbook.
        first: The first row of the table, to which conditional formats apply.
        foot: The end of the sheet, with its facts filled in.
    """
    last = page.row - 1
    top = f'<dimension ref="A1:{_last_letter(page)}{max(1, last)}"/>{frame.view}<sheetData>'
    rows: list[bytes] = []
    patterns = {id(each): _segments(each) for each in page.patterns.values()}
    for row in page.rows:
        _render(row, patterns, rows)
    parts = ["</sheetData>", frame.protection]
    if page.filtered:
        parts.append(f'<autoFilter ref="{page.filtered}"/>')
    if page.joined:
        joined = "".join([f'<mergeCell ref="{where}"/>' for where in page.joined])
        parts.append(f'<mergeCells count="{len(page.joined)}">{joined}</mergeCells>')
    if offered := page.offered():
        parts += (_ANY_ROW.sub(rf"\g<1>{first}:\g<1>{last}", mark) for mark in frame.marks)
        offers = [
            _SQREF.sub(runs(*offered[name]), offer, count=1)
            for name, offer in frame.offers.items()
            if name in offered
        ]
        parts.append(f'<dataValidations count="{len(offers)}">{"".join(offers)}</dataValidations>')
    if page.links:
        links = "".join(
            f'<hyperlink ref="{cell}" location="{escaped(place)}"/>'
            for cell, place in page.links.items()
        )
        parts.append(f"<hyperlinks>{links}</hyperlinks>")
    parts.append(_with_breaks(foot, page.breaks))
    return b"".join([frame.head.encode(), top.encode(), *rows, "".join(parts).encode()])


def _with_breaks(foot: str, breaks: Sequence[int]) -> str:
    """Set page breaks where the format wants them, unless a person set some in the template."""
    places = [*_BEFORE_BREAKS.finditer(foot)]
    if not (breaks and places) or "<rowBreaks" in foot:
        return foot
    set_by_hand = "".join([f'<brk id="{row}" max="16383" man="1"/>' for row in breaks])
    count, end = len(breaks), places[-1].end()
    told = f'<rowBreaks count="{count}" manualBreakCount="{count}">{set_by_hand}</rowBreaks>'
    return f"{foot[:end]}{told}{foot[end:]}"


def _last_letter(page: Page) -> str:
    rows = [row.cells for row in page.rows if row.cells]
    rows += [pattern.cells for pattern in page.patterns.values()]
    used = {letter for cells in rows for letter, _, _ in cells}
    return get_column_letter(max(map(column_index_from_string, used), default=1))


# A pattern in pieces: what stands between two row numbers, then the slot that follows, or none.
Segments = list[tuple[list[bytes], int | None]]


def _segments(pattern: Pattern) -> Segments:
    """Render a row once and cut it where its number and its texts go."""
    segments: Segments = []
    xml = ""
    for letter, value, style in pattern.cells:
        if isinstance(value, str) and value in SLOTS:
            before, after = _inline(_where("{r}", letter, style), value, keep=True).split(value)
            segments.append(((xml + before).encode().split(b"{r}"), SLOTS.index(value)))
            xml = after
        else:
            xml += _cell_xml("{r}", (letter, value, style))
    return [*segments, ((xml + "</row>").encode().split(b"{r}"), None)]


def _render(row: Row, patterns: Mapping[int, Segments], rows: list[bytes]) -> None:
    by_hand = "" if row.growing else ' customHeight="1"'
    height = f' ht="{row.height:g}"{by_hand}' if row.height else ""
    rows.append(f'<row r="{row.number}"{height}>'.encode())
    if row.pattern is None:
        number = str(row.number)
        cells = [_cell_xml(number, cell) for cell in row.cells]
        rows.append("".join([*cells, "</row>"]).encode())
        return
    number = b"%d" % row.number
    for pieces, slot in patterns[id(row.pattern)]:
        rows.append(number.join(pieces))
        if slot is not None:
            rows.append(_text(row.texts[slot]).encode())


def _cell_xml(row: str, cell: Cell) -> str:
    letter, value, style = cell
    where = _where(row, letter, style)
    if value == "":
        return f"{where}/>"
    if isinstance(value, int):
        return f"{where}><v>{value}</v></c>"
    if isinstance(value, Formula):
        formula = f"<f>{escaped(value[1:])}</f>"
        if value.shown is None:
            return f"{where}>{formula}</c>"
        kind = ' t="str"' if isinstance(value.shown, str) else ""
        return f"{where}{kind}>{formula}<v>{escaped(str(value.shown))}</v></c>"
    return _inline(where, _text(value))


def _where(row: str, letter: str, style: int) -> str:
    return f'<c r="{letter}{row}" s="{style}"' if style else f'<c r="{letter}{row}"'


def _inline(where: str, text: str, *, keep: bool = False) -> str:
    if text.strip() == text and not keep:
        return f'{where} t="inlineStr"><is><t>{text}</t></is></c>'
    return f'{where} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _text(text: str) -> str:
    return escaped(unescapable(legible(text)))


def escaped(text: str) -> str:
    """Escape what XML would take for its own."""
    if text.isalnum():
        return text
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def check_parses(parts: Iterable[bytes]) -> None:
    """Parse what was rendered: a part that zips well and opens nowhere must not leave the house.

    Raises:
        xml.parsers.expat.ExpatError: the template holds something this program cannot carry over.
    """
    for content in parts:
        expat.ParserCreate().Parse(content, True)
