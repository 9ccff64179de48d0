"""What people do to a workbook besides filling it in: the noise a reader must live with."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tasks.edges.workbook.cells import written
from tasks.edges.workbook.headings import Headings

NOISES = ("", "renamed sheets", "sorted rows", "inserted row", "trailing spaces")


def disturb(book: Workbook, tables: Sequence[tuple[Worksheet, Headings]], noise: str) -> None:
    """Do one of NOISES to a filled workbook; trailing spaces are the pen's own affair."""
    if noise == "renamed sheets":
        for number, sheet in enumerate(book.worksheets, start=1):
            sheet.title = f"Лист {number} (final)"
    for sheet, headings in tables:
        if noise == "sorted rows":
            _sort(sheet, headings)
        if noise == "inserted row":
            _insert(sheet, headings)


def _sort(sheet: Worksheet, headings: Headings) -> None:
    """Sort everything under the headings by the second column, backwards, keys and all."""
    _unmerge(sheet)
    by = sorted(headings.columns.values())[2]
    rows = [list(row) for row in sheet.iter_rows(min_row=headings.row + 1)]
    contents = [[(cell.value, _type(cell)) for cell in row] for row in rows]
    order = sorted(range(len(rows)), key=lambda place: written(rows[place][by - 1]), reverse=True)
    for row, source in zip(rows, order, strict=True):
        for cell, (value, kind) in zip(row, contents[source], strict=True):
            _set(cell, value, kind)


def _insert(sheet: Worksheet, headings: Headings) -> None:
    """Insert a row under the first filled line and move the words of that line down into it."""
    _unmerge(sheet)
    fixed = {headings.columns.get(key) for key in ("key", "number", "partner")}
    for row in range(headings.row + 1, sheet.max_row + 1):
        cells = [sheet.cell(row, column) for column in range(1, sheet.max_column + 1)]
        filled = [cell for cell in cells if cell.column not in fixed and written(cell)]
        if not filled or not _is_line(written(sheet.cell(row, headings.columns["key"]))):
            continue
        sheet.insert_rows(row + 1)
        for column, cell in enumerate(cells, start=1):
            if cell in filled:
                _set(sheet.cell(row + 1, column), cell.value, _type(cell))
                _set(cell, None, "n")
        return


def _is_line(key: str) -> bool:
    return key.rpartition("#")[2].isdigit()


def _unmerge(sheet: Worksheet) -> None:
    for merged in sorted(str(joined) for joined in sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged)


def _type(cell: object) -> str:
    return cell.data_type if isinstance(cell, Cell) else "n"


def _set(cell: object, value: object, kind: str) -> None:
    """Move a value without letting text that begins with "=" become a formula."""
    if isinstance(cell, Cell):
        cell.value = value if isinstance(value, str | int | float) else None
        if value is not None:
            cell.data_type = kind
