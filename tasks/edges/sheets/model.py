"""A workbook as it stands in its file: only the cells that hold something, and what hangs on them.

Whatever the format, this is what a reader sees. Text is as the person typed it: the escapes of the
file format are undone, nothing else is touched.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tasks.edges.sheets.entities import as_far_as_plain
from tasks.edges.sheets.filled_rows import Rows
from tasks.edges.sheets.wording import Value, said

Position = tuple[int, int]  # row and column, both counted from 1
Span = tuple[int, int, int, int]  # first row, first column, last row, last column
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Unreadable(Exception):  # noqa: N818 – named by what happened, as our errors are
    """A part of a file that cannot be read: `where` in the sender's words, and `why`."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


class Cell(NamedTuple):
    """One filled cell, and how its value reads.

    `formula` begins with "=" where the value is the result of one.
    """

    sheet: str
    row: int
    column: int
    value: Value
    text: str
    formula: str = ""
    is_error: bool = False

    @property
    def coordinate(self) -> str:
        return f"{letters_of(self.column)}{self.row}"


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows` maps row numbers to filled cells by column number.

    `formulas` are kept as markup, entities and all, until one is looked at; one without a result
    stands there alone. `errors` are the places whose value is
    the name of an error ("#N/A"). `doubled` are cells whose place a file names a second time.
    """

    title: str
    hidden: bool = False
    rows: Rows = field(default_factory=Rows)
    formulas: dict[Position, str] = field(default_factory=dict[Position, str])
    errors: set[Position] = field(default_factory=set[Position])
    comments: dict[Position, str] = field(default_factory=dict[Position, str])
    merged: tuple[Span, ...] = ()
    doubled: list[Cell] = field(default_factory=list[Cell])

    def put(self, row: int, column: int, value: Value) -> None:
        """Put a value where it stands; a place named twice keeps both."""
        cells = self.rows.singly(row)
        if column in cells:
            self.doubled.append(Cell(self.title, row, column, value, said(value)))
        else:
            cells[column] = value

    def text(self, row: int, column: int) -> str:
        """Give what stands at a place, as it reads, or an empty text."""
        return said(self.rows.get(row, {}).get(column, ""))

    def cell(self, row: int, column: int, text: str) -> Cell:
        """Give the cell at a place, how it reads being known."""
        value = self.rows.get(row, {}).get(column, text)
        place = (row, column)
        formula = as_far_as_plain(self.formulas.get(place, ""))
        return Cell(self.title, row, column, value, text, formula, place in self.errors)

    def filled_rows(
        self, passed_over: Container[int] = ()
    ) -> Iterator[tuple[int, dict[int, Value]]]:
        """Give the rows from top to bottom, each with its values by column.

        A formula nobody calculated stands as its own words.
        """
        bare = self._bare_formulas()
        for number in sorted({*self.rows, *bare} if bare else self.rows):
            if number not in passed_over:
                cells = self.rows.get(number, {})
                yield number, {**cells, **bare[number]} if number in bare else cells

    def cells(self) -> Iterator[list[Cell]]:
        """Give the cells that say something, row by row and from left to right."""
        title, plain = self.title, not (self.formulas or self.errors)
        for number, values in self.filled_rows():
            filled = [
                Cell(title, number, column, values[column], text)
                if plain
                else self.cell(number, column, text)
                for column in sorted(values)
                if (text := said(values[column]))
            ]
            if filled:
                yield filled

    def _bare_formulas(self) -> dict[int, dict[int, Value]]:
        bare: dict[int, dict[int, Value]] = {}
        for (row, column), formula in self.formulas.items():
            if column not in self.rows.get(row, {}):
                bare.setdefault(row, {})[column] = as_far_as_plain(formula)
        return bare


@dataclass(slots=True)
class Book:
    """A whole workbook.

    `properties` are the custom ones; `lost` says in sentences what the format or its reader cannot
    give; `has_pictures` also stands for charts and text boxes.
    """

    sheets: list[Sheet] = field(default_factory=list[Sheet])
    properties: Mapping[str, str] = field(default_factory=dict[str, str])
    has_pictures: bool = False
    lost: tuple[str, ...] = ()


@cache
def letters_of(column: int) -> str:
    """Write a column as people see it: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = _LETTERS[rest] + letters
    return letters


def column_of(letters: str) -> int:
    """Count a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def position_of(reference: str) -> Position:
    """Read "B7" or "$B$7" as row 7, column 2.

    Raises:
        ValueError: it is no reference to a cell.
    """
    bare = reference.replace("$", "")
    letters = bare.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 7:
        raise ValueError(f"no reference to a cell: {reference[:20]}")
    return int(bare[len(letters) :]), column_of(letters.upper())


def span_of(reference: str) -> Span:
    """Read "B7:C9" as its corners; a single cell is a span of its own."""
    first, _, last = reference.partition(":")
    top, left = position_of(first)
    bottom, right = position_of(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)
