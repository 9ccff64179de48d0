"""An .ods from its parts: cells, annotations and properties; repetition is bounded."""

import re
from collections.abc import Mapping
from datetime import timedelta

from tasks.edges.sheets.days import moment
from tasks.edges.sheets.entities import markup_of
from tasks.edges.sheets.markup import elements, local, walk
from tasks.edges.sheets.model import Book, Sheet, Unreadable
from tasks.edges.sheets.wording import Value

_MOST_COPIES = 20_000  # of filled cells a file may ask for in a word
_MOST_BLANKS = 100_000  # a file may ask for in a word
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_DURATION = re.compile(r"-?PT?(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9.]+)S)?")


def read_opendocument(parts: Mapping[str, bytes]) -> Book:
    """Read an .ods.

    Args:
        parts: The parts the guard inflated, by name.

    Raises:
        Unreadable: a part is damaged, or it repeats cells without end.
    """
    content = _Content()
    walk(parts["content.xml"], "the sheets", content.begin, content.end, content.text)
    for sheet in content.sheets:
        sheet.hidden = sheet.hidden or content.style_of[sheet.title] in content.hiding
    return Book(
        sheets=content.sheets,
        properties=_properties(parts.get("meta.xml", b"")),
        has_pictures=content.has_pictures,
    )


def _properties(part: bytes) -> dict[str, str]:
    if not part:
        return {}
    found = elements(part, "the properties of the file", {"user-defined"})
    return {entry.attributes.get("name", ""): entry.text.strip() for entry in found}


class _Content:
    """Walks through the content; rows and cells are placed by counting, as the format has it."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.style_of: dict[str, str] = {}
        self.hiding: set[str] = set()  # styles of sheets that are not shown
        self.has_pictures = False
        self.copies, self.blanks = _MOST_COPIES, _MOST_BLANKS
        self._style = ""
        self._row = self._column = self._rows = 0
        self._waiting: list[tuple[int, int, str, Value, bool]] = []
        self._notes: list[tuple[int, str]] = []
        self._cell: dict[str, str] | None = None
        self._lines: list[list[str]] = []
        self._note: list[list[str]] | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == "table-cell" or tag == "covered-table-cell":
            self._cell = {local(key): value for key, value in attributes.items()}
            self._lines = []
        elif self._cell is not None:
            self._inside(tag, attributes)
        elif tag == "style":
            self._style = _named(attributes, "name")
        elif tag == "table-properties" and _named(attributes, "display") == "false":
            self.hiding.add(self._style)
        elif tag == "table" and name.startswith("table:"):
            self._open_sheet(attributes)
        elif tag == "table-row":
            self._rows = _count(attributes, "number-rows-repeated")
            self._column = 0
            self._waiting, self._notes = [], []
        elif tag == "frame":
            self.has_pictures = True

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "annotation":
            self._note = []
        elif tag == "p":
            (self._lines if self._note is None else self._note).append([])
        elif tag == "s":
            self._blanks(_count(attributes, "c"))
        elif tag == "tab":
            self.text("\t")
        elif tag == "line-break":
            self.text("\n")
        elif tag == "frame":
            self.has_pictures = True

    def _open_sheet(self, attributes: dict[str, str]) -> None:
        title = _named(attributes, "name")
        self.sheets.append(Sheet(title))
        self.style_of[title] = _named(attributes, "style-name")
        self._row = 0

    def text(self, words: str) -> None:
        lines = self._lines if self._note is None else self._note
        if self._cell is not None and lines:
            lines[-1].append(words)

    def _blanks(self, count: int) -> None:
        self.blanks -= count
        if self.blanks < 0:
            raise Unreadable("the sheets", "a cell holds blanks without end")
        self.text(" " * count)

    def end(self, name: str) -> None:
        tag = local(name)
        if tag == "annotation" and self._note is not None:
            self._notes.append((self._column + 1, _text_of(self._note)))
            self._note = None
        elif tag in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._close_cell(self._cell)
            self._cell = None
        elif tag == "table-row":
            self._close_row()

    def _close_cell(self, cell: dict[str, str]) -> None:
        count = _count(cell, "number-columns-repeated")
        text = _text_of(self._lines)
        value = _value(cell, text)
        formula = (
            cell.get("formula", "").partition(":")[2] if ":" in cell.get("formula", "")[:6] else ""
        )
        if value != "" or formula:
            is_error = cell.get("value-type") == "string" and text.startswith("#") and bool(formula)
            self._waiting.append((self._column + 1, count, formula, value, is_error))
        self._column += count

    def _close_row(self) -> None:
        sheet = self.sheets[-1] if self.sheets else None
        if sheet is not None:
            self._place(sheet)
        self._row += self._rows
        if self._row > 4 * _LAST_ROW:
            raise Unreadable("the sheets", "they have more rows than a sheet can have")

    def _place(self, sheet: Sheet) -> None:
        for column, text in self._notes:
            sheet.comments[self._row + 1, column] = text
        for column, count, formula, value, is_error in self._waiting:
            self.copies -= count * self._rows - 1
            if self.copies < 0:
                raise Unreadable(sheet.title, "it repeats a filled cell without end")
            for row in range(self._row + 1, self._row + self._rows + 1):
                for place in range(column, column + count):
                    if value != "":
                        sheet.put(row, place, value)
                    if formula:
                        sheet.formulas[row, place] = markup_of(formula)
                    if is_error:
                        sheet.errors.add((row, place))


def _text_of(lines: list[list[str]]) -> str:
    return "\n".join("".join(words) for words in lines)


def _named(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if local(key) == name), "")


def _count(attributes: Mapping[str, str], name: str) -> int:
    said = _named(attributes, name)
    return max(1, int(said)) if said.isdecimal() and len(said) < 10 else 1


def _value(cell: Mapping[str, str], text: str) -> Value:
    kind = cell.get("value-type", "")
    try:
        if kind in ("float", "percentage", "currency"):
            number = float(cell["value"])
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        if kind == "date":
            return moment(cell["date-value"])
        if kind == "boolean":
            return cell["boolean-value"] == "true"
        if kind == "time":
            return _duration(cell["time-value"])
    except (KeyError, ValueError, OverflowError):
        return text
    return text or cell.get("string-value", "")


def _duration(said: str) -> timedelta:
    found = _DURATION.fullmatch(said)
    if found is None:
        raise ValueError(said[:40])
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)
