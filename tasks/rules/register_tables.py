"""The tables of a register: which sheets hold them, and the lines under their headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.vocabulary import CellValue, Place, SheetCell, SheetOfCells
from tasks.rules.lettering import comparable, one_line, tidy

_Grid = Mapping[int, Mapping[int, SheetCell]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a table of a register may hold: its columns with their spellings, in rank order.

    The first mandatory column identifies a line (the need's number, the member's code).
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    mandatory: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the headings; `cells` holds only what is filled in."""

    sheet: SheetOfCells
    row: int
    columns: Mapping[str, int]
    cells: Mapping[str, SheetCell]

    def word(self, column: str) -> str:
        """What stands in a column, on one line; empty when nothing does."""
        return one_line(self.cells[column].text) if column in self.cells else ""

    def words(self, column: str) -> str:
        """What stands in a column, its line breaks kept."""
        return tidy(self.cells[column].text) if column in self.cells else ""

    def value(self, column: str) -> CellValue | None:
        return self.cells[column].value if column in self.cells else None

    def place(self, column: str) -> Place:
        """The cell as a person sees it; the first cell of the row for a column that is missing."""
        return self.sheet.place(self.row, self.columns.get(column, 1))


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """One sheet, its heading row and the heading cell of each column that is known."""

    sheet: SheetOfCells
    layout: Layout
    heading_row: int
    headings: Mapping[str, SheetCell]

    @property
    def columns(self) -> Mapping[str, int]:
        return {column: cell.column for column, cell in self.headings.items()}

    def above(self) -> tuple[SheetCell, ...]:
        """The cells above the headings: title, edition, marking."""
        return tuple(cell for cell in self.sheet.cells if cell.row < self.heading_row)

    def place_of_headings(self) -> Place:
        return self.sheet.place(self.heading_row, 1)

    def lines(self) -> Iterator[Line]:
        """Every row below the headings that is a line of the register.

        Blank rows, repeated headings and rows with a single text (a chapter, a footnote) are none.
        """
        for row, cells in grid_of(self.sheet).items():
            if row > self.heading_row:
                line = self._line(row, cells)
                if line.cells and not self._is_heading(line) and not self.stands_alone(line):
                    yield line

    def lonely(self) -> Iterator[SheetCell]:
        """The single texts that `lines` leaves out."""
        for row, cells in grid_of(self.sheet).items():
            if row > self.heading_row:
                line = self._line(row, cells)
                if self.stands_alone(line) and not self._is_heading(line):
                    yield from line.cells.values()

    def stands_alone(self, line: Line) -> bool:
        """Whether a row holds one text that does not look like the start of an unfinished line."""
        if len(line.cells) != 1:
            return False
        text = line.word(self.layout.mandatory[0])
        return not (text and " " not in text and any(letter.isdigit() for letter in text))

    def _line(self, row: int, cells: Mapping[int, SheetCell]) -> Line:
        found = {
            column: cells[position]
            for column, position in self.columns.items()
            if position in cells
        }
        return Line(self.sheet, row, self.columns, found)

    def _is_heading(self, line: Line) -> bool:
        """Whether a row repeats the heading row, as printed registers do on every page."""
        return bool(line.cells) and all(
            comparable(cell.text) == comparable(self.headings[column].text)
            for column, cell in line.cells.items()
        )


def grid_of(sheet: SheetOfCells) -> _Grid:
    """The cells by row and column, both in ascending order."""
    grid: dict[int, dict[int, SheetCell]] = {}
    for cell in sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)):
        grid.setdefault(cell.row, {})[cell.column] = cell
    return grid


def spellings_of(layout: Layout) -> dict[str, tuple[str, int]]:
    """Every spelling of a heading, made comparable, with its column and its rank (0 is first)."""
    return {
        comparable(spelling): (column, rank)
        for column, spellings in layout.columns.items()
        for rank, spelling in reversed([*enumerate((column, *spellings))])
    }
