"""An .xlsx from its parts: sheets in their order, cells, comments, properties."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from tasks.edges.sheets.comments import read_comments
from tasks.edges.sheets.days import read_styles
from tasks.edges.sheets.grid import read_grid
from tasks.edges.sheets.markup import Attributes, elements
from tasks.edges.sheets.model import Book, Sheet, Span, Unreadable, span_of
from tasks.edges.sheets.strings import read_shared

_MAIN = "xl/workbook.xml"
_RANGE = re.compile(
    rb"""mergeCell\s[^>]*?\bref=["']\$?([A-Z]{1,3})\$?([0-9]{1,10})"""
    rb""":\$?([A-Z]{1,3})\$?(?!\2["'])([0-9]{1,10})["']"""  # columns of one row are passed over
)
_MOST_JOINED = 50_000  # ranges; our own sheets join five for each need
_MOST_SHEETS = 300
_WITHOUT_CELLS = ("chartsheet", "dialogsheet")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The inflated parts, found whatever the case of their names."""

    named: Mapping[str, bytes]
    folded: Mapping[str, str]

    def get(self, name: str) -> bytes:
        found = self.named.get(name)
        return self.named.get(self.folded.get(name.casefold(), ""), b"") if found is None else found

    def related(self, name: str) -> list[tuple[str, str, str]]:
        """Give what a part names: (id, last word of the kind, name of the other part)."""
        folder, file = posixpath.split(name)
        part = self.get(f"{folder}/_rels/{file}.rels")
        if not part:
            return []
        return [
            (
                entry.attributes.get("Id", ""),
                entry.attributes.get("Type", "").rpartition("/")[2],
                _resolved(folder, entry.attributes.get("Target", "")),
            )
            for entry in elements(part, name, {"Relationship"})
            if entry.attributes.get("TargetMode") != "External"
        ]


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


def read_excel(parts: Mapping[str, bytes], own_checks: str = "") -> Book:
    """Read an .xlsx.

    Args:
        parts: The parts the guard inflated, by name.
        own_checks: As for `open_book`.

    Raises:
        Unreadable: a part that is needed is damaged or missing.
    """
    found = _Parts(parts, {name.casefold(): name for name in parts})
    main = elements(found.get(_MAIN), "the list of sheets", {"sheet", "workbookPr"})
    if sum(entry.name == "sheet" for entry in main) > _MOST_SHEETS:
        raise Unreadable("the list of sheets", "it holds far more than a form can hold")
    related = found.related(_MAIN)
    targets = {identity: (kind, target) for identity, kind, target in related}
    by_kind = {kind: target for _, kind, target in related}
    since_1904 = any(
        entry.attributes.get("date1904", "") in _TRUE
        for entry in main
        if entry.name == "workbookPr"
    )
    styles = read_styles(found.get(by_kind.get("styles", "xl/styles.xml")), since_1904=since_1904)
    shared = read_shared(found.get(by_kind.get("sharedStrings", "xl/sharedStrings.xml")))
    book = Book(
        properties=_properties(found.get("docProps/custom.xml")),
        has_pictures=_has_pictures(parts),
    )
    for entry in main:
        if entry.name != "sheet":
            continue
        sheet = _sheet(entry.attributes)
        kind, target = targets.get(entry.attributes.get("id", ""), ("", ""))
        if kind in _WITHOUT_CELLS:
            continue
        part = found.get(target)
        if not part:
            raise Unreadable(sheet.title, "the sheet is named, but it is not in the file")
        read_grid(part, sheet, shared, styles, own_checks)
        sheet.merged = _merged(part)
        sheet.comments = read_comments(found.related(target), found.get, sheet.title)
        book.sheets.append(sheet)
    return book


def _sheet(attributes: Attributes) -> Sheet:
    return Sheet(attributes.get("name", ""), attributes.get("state", "visible") != "visible")


def _merged(part: bytes) -> tuple[Span, ...]:
    """The cells joined over several rows; joined columns change nothing for a reader."""
    begin = part.find(b"mergeCells", max(0, part.rfind(b"</sheetData>")))
    ranges = _RANGE.finditer(part, begin) if begin >= 0 else iter(())
    corners = (map(bytes.decode, found.groups()) for found in islice(ranges, _MOST_JOINED))
    return tuple(span_of(f"{left}{top}:{right}{bottom}") for left, top, right, bottom in corners)


def _properties(part: bytes) -> dict[str, str]:
    if not part:
        return {}
    found = elements(part, "the properties of the file", {"property"})
    return {entry.attributes.get("name", ""): entry.text.strip() for entry in found}


def _has_pictures(parts: Mapping[str, bytes]) -> bool:
    """LibreOffice leaves empty drawings behind, so only an anchor is a picture."""
    return any(
        b"Anchor" in part
        for name, part in parts.items()
        if name.startswith("xl/drawings/drawing") and name.endswith(".xml")
    )
