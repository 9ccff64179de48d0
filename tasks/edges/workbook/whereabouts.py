"""Where something stands in a returned workbook, as the person who filled it in sees it."""

from data.vocabulary import NOWHERE, Place
from tasks.edges.sheets.model import Cell, letters_of
from tasks.edges.workbook.rows import Row


def place_in(row: Row, key: str) -> Place:
    """Where the cell under a heading stands, or where the row begins should it be empty."""
    if not row.texts.get(key):
        return first_place(row)
    column = row.table.headings.columns[key]
    return Place(row.table.sheet.title, f"{letters_of(column)}{row.number}")


def place_of(cell: Cell) -> Place:
    """Where a cell stands, as the person sees it."""
    return Place(cell.sheet, cell.coordinate)


def first_place(row: Row) -> Place:
    """Where a row begins, or nowhere when nothing stands in it."""
    key = next((key for key, text in row.texts.items() if text), "")
    if key:
        return place_in(row, key)
    return place_of(row.others[0]) if row.others else NOWHERE
