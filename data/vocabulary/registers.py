"""A sheet as cells: what an edge reads from a register and a rule understands."""

from dataclasses import dataclass
from datetime import date

from data.vocabulary.responses import Place

CellValue = str | int | float | bool | date


def column_letters(column: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell that is not empty; `row` and `column` count from 1.

    `value` is text, a number or a day. An error cell holds its error ("#REF!") as text, a formula
    that was never calculated its own text ("=A1").
    """

    row: int
    column: int
    value: CellValue

    @property
    def coordinate(self) -> str:
        return f"{column_letters(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """The value as a person would type it: days as 2025-03-31, whole numbers without point."""
        if isinstance(self.value, date):
            return self.value.isoformat()
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value)


@dataclass(frozen=True, slots=True)
class SheetOfCells:
    """One sheet: its title and its cells, row by row."""

    title: str
    cells: tuple[SheetCell, ...]

    def place(self, row: int, column: int) -> Place:
        return Place(self.title, f"{column_letters(column)}{row}")
