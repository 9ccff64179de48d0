"""What Excel would refuse or “repair” in a workbook, as far as its rules are written down.

LibreOffice and openpyxl forgive most of it. No Excel stands where tests run: so every limit of its
specification, and every rule by which parts, names, styles and cells lean on each other, is asked
here of the very bytes that leave the house.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element, fromstring

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from tests.edges.excel_formulas import refused, unknown
from tests.edges.excel_parts import in_the_package, in_the_styles, related
from tests.edges.spreadsheet_order import MAIN, all_of, disorders

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML, _EXCEL = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_TITLE = re.compile(r"(?!')[^\x00-\x1f*?:/\\\[\]]{1,31}(?<!')")
_NAME = re.compile(r"[^\W\d][\w.\\?]{0,254}")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*|true|false", re.IGNORECASE)
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPE = re.compile(r"&[LCRAPNDTFGZBIUEXYSOHK]|&[0-9]+|&\"[^\"]*\"|&&")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROWS, _COLUMNS, _TALLEST, _WIDEST, _LONGEST = 1_048_576, 16_384, 409.5, 255, 32_767
_KINDS_OF_CELL = {"b", "d", "e", "inlineStr", "n", "s", "str"}


@dataclass(frozen=True)
class Book:
    """The parts of a workbook, and what its sheets lean on."""

    parts: dict[str, bytes]
    titles: dict[str, str]  # part: title
    names: frozenset[str]
    looks: int  # of cells
    marks: int  # of conditional formats
    texts: int  # shared


def refusals(content: bytes) -> list[str]:
    """Everything Excel would not take of a workbook, a line for each; nothing is well."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{name} stands twice in the archive" for name, n in Counter(names).items() if n > 1]
    roots = {name: fromstring(part) for name, part in parts.items() if not name.endswith(".bin")}  # noqa: S314 – drawn by ourselves a moment ago
    found += in_the_package(roots)
    book = _book(parts, roots)
    found += _workbook(roots["xl/workbook.xml"], book)
    if "xl/styles.xml" in roots:
        found += in_the_styles(roots["xl/styles.xml"])
    for name, title in book.titles.items():
        found += [f"{title}: {each}" for each in _sheet(name, roots, book)]
    for name, root in roots.items():
        if root.tag.startswith(MAIN):
            found += [f"{name}: {each}" for each in disorders(root)]
        if any(_CONTROL.search(text) for text in root.itertext()):
            found.append(f"{name}: a character XML cannot hold")
    if "docProps/custom.xml" in roots:
        ids = [each.get("pid", "") for each in roots["docProps/custom.xml"]]
        if ids != [str(number) for number in range(2, len(ids) + 2)]:
            found.append(f"docProps/custom.xml: properties numbered {ids}")
    return found


def _book(parts: dict[str, bytes], roots: dict[str, Element]) -> Book:
    root, parts_by_id = roots["xl/workbook.xml"], related("xl/workbook.xml", roots)
    styles, texts = roots.get("xl/styles.xml"), roots.get("xl/sharedStrings.xml")
    return Book(
        parts,
        {parts_by_id[e.get(f"{_R}id", "")]: e.get("name", "") for e in root.iter(f"{MAIN}sheet")},
        frozenset(e.get("name", "") for e in root.iter(f"{MAIN}definedName")),
        len(all_of(styles, "cellXfs/xf")) if styles is not None else 1,
        len(all_of(styles, "dxfs/dxf")) if styles is not None else 0,
        len(all_of(texts, "si")) if texts is not None else 0,
    )


def _workbook(root: Element, book: Book) -> Iterator[str]:
    sheets = all_of(root, "sheets/sheet")
    titles = [each.get("name", "") for each in sheets]
    yield from (f"the title {title!r}" for title in titles if not _TITLE.fullmatch(title))
    if len({title.casefold() for title in titles}) < len(titles):
        yield f"two sheets of one title among {titles}"
    if len({each.get("sheetId") for each in sheets}) < len(sheets):
        yield "two sheets of one number"
    for view in all_of(root, "bookViews/workbookView"):
        active = int(view.get("activeTab", "0"))
        if active >= len(sheets) or sheets[active].get("state", "visible") != "visible":
            yield "a hidden sheet is the active one"
    names: list[tuple[str, str]] = []
    for each in all_of(root, "definedNames/definedName"):
        name, where = each.get("name", ""), each.get("localSheetId", "")
        names.append((name.casefold(), where))
        if where and int(where) >= len(sheets):
            yield f"the name {name} belongs to a sheet there is not"
        if not name.startswith("_xlnm.") and (
            not _NAME.fullmatch(name) or _LIKE_A_CELL.fullmatch(name)
        ):
            yield f"the name {name!r}"
        for place in re.split(r",(?=(?:[^']*'[^']*')*[^']*$)", each.text or ""):
            yield from (f"the name {name}: {why}" for why in unknown(place, book.names, titles))
    if len(set(names)) < len(names):
        yield f"a name defined twice among {sorted(names)}"


def _sheet(part: str, roots: dict[str, Element], book: Book) -> Iterator[str]:
    root = roots[part]
    yield from _cells(root, book)
    yield from _columns(root)
    joined = [each.get("ref", "") for each in all_of(root, "mergeCells/mergeCell")]
    yield from (f"one cell joined, {each}" for each in joined if ":" not in each)
    yield from (f"{a} and {b} are joined over each other" for a, b in _meeting(joined))
    count = root.find(f"{MAIN}mergeCells")
    if count is not None and count.get("count") != str(len(joined)):
        yield "joined cells are miscounted"
    yield from _marks(root, book)
    yield from _offers(root, book)
    yield from _links(root, book)
    yield from _pages(root)
    yield from _notes(part, roots)


def _cells(root: Element, book: Book) -> Iterator[str]:
    above = 0
    for row in all_of(root, "sheetData/row"):
        number = int(row.get("r", above + 1))
        if not above < number <= _ROWS:
            yield f"row {number} after row {above}"
        above = number
        if not 0 <= float(row.get("ht", "0")) <= _TALLEST:
            yield f"row {number} is {row.get('ht')} points tall"
        before = 0
        for cell in row:
            place = cell.get("r", f"{get_column_letter(before + 1)}{number}")
            found = _CELL.fullmatch(place)
            column = column_index_from_string(found[1]) if found else 0
            if not found or int(found[2]) != number or not before < column <= _COLUMNS:
                yield f"the cell {place} in row {number}"
            before = column
            yield from (f"{place}: {why}" for why in _cell(cell, book))


def _cell(cell: Element, book: Book) -> Iterator[str]:
    kind, value = cell.get("t", "n"), cell.find(f"{MAIN}v")
    if int(cell.get("s", "0")) >= book.looks:
        yield f"the style {cell.get('s')}"
    if kind not in _KINDS_OF_CELL:
        yield f"a cell of the kind {kind}"
    written = "".join(t.text or "" for t in cell.iter(f"{MAIN}t"))
    if len(written) > _LONGEST:
        yield f"{len(written)} characters"
    if kind == "s" and value is not None and int(value.text or "0") >= book.texts:
        yield f"the shared text {value.text}"
    if kind == "n" and value is not None:
        try:
            float(value.text or "")
        except ValueError:
            yield f"the number {value.text!r}"
    for text in cell.iter(f"{MAIN}t"):
        space = text.get("{http://www.w3.org/XML/1998/namespace}space")
        if (text.text or "").strip() != (text.text or "") and space != "preserve":
            yield "blanks at an end, which get lost"
    for formula in cell.iter(f"{MAIN}f"):
        yield from refused(formula.text or "", book.names, book.titles.values())


def _columns(root: Element) -> Iterator[str]:
    spans = [
        (int(c.get("min", "0")), int(c.get("max", "0")), float(c.get("width", "8")))
        for c in all_of(root, "cols/col")
    ]
    for first, last, width in spans:
        if not (1 <= first <= last <= _COLUMNS and 0 <= width <= _WIDEST):
            yield f"the columns {first} to {last} of the width {width}"
    if any(last >= first for (_, last, _), (first, _, _) in pairwise(spans)):
        yield "columns over each other"


def _marks(root: Element, book: Book) -> Iterator[str]:
    rules = [*root.iter(f"{MAIN}cfRule")]
    for each in all_of(root, "conditionalFormatting"):
        yield from _ranges(each.get("sqref", ""))
    for rule in rules:
        if int(rule.get("dxfId", "0")) >= book.marks:
            yield f"a conditional format in the look {rule.get('dxfId')}"
        for formula in all_of(rule, "formula"):
            yield from refused(formula.text or "", book.names, book.titles.values())
    if len({rule.get("priority") for rule in rules}) < len(rules):
        yield "two conditional formats of one rank"


def _offers(root: Element, book: Book) -> Iterator[str]:
    offers = all_of(root, "dataValidations/dataValidation")
    around = root.find(f"{MAIN}dataValidations")
    if around is not None and around.get("count") != str(len(offers)):
        yield "drop-downs are miscounted"
    spread: list[str] = []
    for offer in offers:
        yield from _ranges(offer.get("sqref", ""))
        spread += offer.get("sqref", "").split()
        limits = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
        for name, limit in limits.items():
            if len(offer.get(name, "")) > limit:
                yield f"{name} of {len(offer.get(name, ''))} characters"
        for formula in (*all_of(offer, "formula1"), *all_of(offer, "formula2")):
            if len(formula.text or "") > 255:
                yield f"a drop-down of {len(formula.text or '')} characters"
            yield from refused(formula.text or "", book.names, book.titles.values())
    yield from (f"{a} and {b} offer two lists" for a, b in _meeting(spread))


def _links(root: Element, book: Book) -> Iterator[str]:
    links = all_of(root, "hyperlinks/hyperlink")
    if len(links) > 65_530:
        yield f"{len(links)} links"
    for link in links:
        place = link.get("location", "")
        if not place or len(place) > 2_083 or link.get(f"{_R}id"):
            yield f"the link {place[:40]!r}"
        yield from unknown(place, book.names, book.titles.values())
        yield from _ranges(link.get("ref", ""))
    seen = Counter(link.get("ref") for link in links)
    yield from (f"two links at {ref}" for ref, count in seen.items() if count > 1)


def _pages(root: Element) -> Iterator[str]:
    for breaks in (*all_of(root, "rowBreaks"), *all_of(root, "colBreaks")):
        ids = [int(each.get("id", "0")) for each in breaks]
        if len(ids) > 1_026 or ids != sorted(set(ids)):
            yield f"{len(ids)} page breaks, or out of order"
        if {breaks.get("count"), breaks.get("manualBreakCount")} != {str(len(ids))}:
            yield "page breaks are miscounted"
    for text in (child.text or "" for part in all_of(root, "headerFooter") for child in part):
        if len(text) > 255 or "&" in _ESCAPE.sub("", text):
            yield f"the head or foot {text[:60]!r}"
    for view in all_of(root, "sheetViews/sheetView"):
        if not 10 <= int(view.get("zoomScale", "100")) <= 400:
            yield f"the zoom {view.get('zoomScale')}"
    for setup in all_of(root, "pageSetup"):
        if not 10 <= int(setup.get("scale", "100")) <= 400:
            yield f"the scale {setup.get('scale')}"


def _notes(part: str, roots: dict[str, Element]) -> Iterator[str]:
    leads_to = related(part, roots)
    named = [e.get(f"{_R}id", "") for e in all_of(roots[part], "legacyDrawing")]
    yield from (f"the drawing {each}, which there is not" for each in named if each not in leads_to)
    boxes = {
        (int(_text(each, "Row")), int(_text(each, "Column")))
        for name in named
        if name in leads_to
        for each in roots[leads_to[name]].iter(f"{_EXCEL}ClientData")
    }
    said: set[tuple[int, int]] = set()
    for path in leads_to.values():
        for comment in roots[path].iter(f"{MAIN}comment"):
            column, row, _, _ = range_boundaries(comment.get("ref", ""))
            said.add(((row or 0) - 1, (column or 0) - 1))
            if len("".join(comment.itertext())) > _LONGEST:
                yield f"a comment at {comment.get('ref')} that is too long"
    if boxes != said:
        yield f"comments at {sorted(said - boxes)} without a box, boxes at {sorted(boxes - said)}"


def _text(root: Element, name: str) -> str:
    return next((each.text or "0" for each in root.iter(f"{_EXCEL}{name}")), "0")


def _ranges(places: str) -> Iterator[str]:
    for place in places.split() or [""]:
        if not all(_CELL.fullmatch(corner) for corner in place.split(":")):
            yield f"the place {place!r}"


def _meeting(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give ranges that lie over each other; those of one column are looked at in order."""
    boxes = sorted((range_boundaries(place), place) for place in places)
    by_columns: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for (left, top, right, bottom), place in boxes:
        by_columns.setdefault((left or 0, right or 0), []).append((top or 0, bottom or 0, place))
    for spans in by_columns.values():
        for (_, end, one), (start, _, other) in pairwise(sorted(spans)):
            if start <= end:
                yield one, other
    for ((left, right), ours), ((low, high), theirs) in combinations(by_columns.items(), 2):
        if right >= low and high >= left:
            rows = {row: place for top, end, place in ours for row in range(top, end + 1)}
            for top, end, place in theirs:
                yield from ((rows[row], place) for row in range(top, end + 1) if row in rows)
