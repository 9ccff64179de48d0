"""What a person put on the sheets of a template: texts, heights, joined cells, and the XML around.

openpyxl has read the template; what it wrote again is taken apart here, once for each template.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from tasks.edges.workbook.cells import written
from tasks.edges.workbook.rendering import SheetFrame

_DIMENSION = re.compile(r"<dimension [^>]*/>")
_ROWS = re.compile(r"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_PROTECTION = re.compile(r"<sheetProtection [^>]*/>")
_MARK = re.compile(r"<conditionalFormatting .*?</conditionalFormatting>", re.DOTALL)
_OFFERS = re.compile(r"<dataValidations .*?</dataValidations>", re.DOTALL)
_OFFER = re.compile(r"<dataValidation .*?</dataValidation>", re.DOTALL)
_SOURCE = re.compile(r"<formula1>(\w+)</formula1>")


class _Row(Protocol):
    """A row's dimension, a cell's alignment and font, which the stubs leave untyped."""

    height: float | None


class _Alignment(Protocol):
    wrap_text: bool | None


class _Font(Protocol):
    sz: float | None


@dataclass(frozen=True, slots=True)
class TemplateCell:
    """A cell of the template; `size` is its type in points, 0 where text does not wrap."""

    letter: str
    text: str
    style: int
    size: float


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A row of the template; `height` is 0 where none is given."""

    number: int
    height: float
    cells: tuple[TemplateCell, ...]


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """One sheet before anything of a member stands on it."""

    title: str
    part: str
    rows: tuple[TemplateRow, ...]
    joined: tuple[str, ...]
    widths: Mapping[str, float]
    frame: SheetFrame


def rows_of_template(sheet: Worksheet) -> tuple[TemplateRow, ...]:
    """Keep every row with its cells, for the drawing to fill in."""
    return tuple(_row(sheet, number) for number in range(1, sheet.max_row + 1))


def _row(sheet: Worksheet, number: int) -> TemplateRow:
    cells = [
        (get_column_letter(column), cell)
        for column, cell in enumerate(sheet[number], start=1)
        if written(cell) or cell.style_id
    ]
    row = cast("_Row", sheet.row_dimensions[number])
    height = row.height
    return TemplateRow(number, height or 0.0, tuple(_cell(*each) for each in cells))


def _cell(letter: str, cell: Cell | MergedCell) -> TemplateCell:
    return TemplateCell(letter, written(cell), cell.style_id, _size(cell))


def _size(cell: Cell | MergedCell) -> float:
    if not isinstance(cell, Cell):
        return 0.0
    alignment, font = cast("_Alignment", cell.alignment), cast("_Font", cell.font)
    return (font.sz or 11.0) if alignment.wrap_text else 0.0


def take_joined(sheet: Worksheet) -> tuple[str, ...]:
    """Keep which cells the template joins; the drawing writes them beside its own."""
    joined = sorted(str(each) for each in sheet.merged_cells.ranges)
    sheet.merged_cells = MultiCellRange()
    return tuple(joined)


def split_sheet(xml: str) -> SheetFrame:
    """Take the XML of a sheet apart where the rows of a member go."""
    top, rest = _cut(_DIMENSION, xml)
    view, rest = _cut(_ROWS, rest)
    protection = _PROTECTION.search(rest)
    foot = rest[protection.end() :] if protection else rest
    marks = _MARK.findall(foot)
    found = _OFFERS.search(foot)
    offers = {_SOURCE.findall(each)[0]: each for each in _OFFER.findall(found[0] if found else "")}
    return SheetFrame(
        head=top,
        view=view,
        protection=protection[0] if protection else "",
        marks=tuple(marks),
        offers={"needs" if name.startswith("needs_") else name: o for name, o in offers.items()},
        foot=_OFFERS.sub("", _MARK.sub("", foot)),
    )


def _cut(where: re.Pattern[str], xml: str) -> tuple[str, str]:
    before, after = where.split(xml, maxsplit=1)
    return before, after
