"""The tables, boxes and notes open at one point of a part, and which texts follow each other."""

from dataclasses import dataclass, field

from tasks.edges.word_review.story import Cell, Row


@dataclass
class Layout:
    """Where a paragraph stands: in which cell, and in which flow of text.

    Texts follow each other inside one flow; a table, a cell, a box and a note each begin another.
    """

    rows: list[Row] = field(default_factory=list[Row])
    flow: int = 0
    _flows: int = 0
    _tables: int = 0
    _open_tables: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _open_rows: list[Row] = field(default_factory=list[Row])
    _cells: list[Cell | None] = field(default_factory=list[Cell | None])
    _outside: list[int] = field(default_factory=list[int])

    @property
    def row(self) -> Row | None:
        return self._open_rows[-1] if self._open_rows else None

    @property
    def cell(self) -> Cell | None:
        return self._cells[-1] if self._cells else None

    def turn(self) -> None:
        """Begin another flow."""
        self._flows += 1
        self.flow = self._flows

    def table(self) -> None:
        self._tables += 1
        self._open_tables.append((self._tables, 0))
        self.turn()

    def table_ends(self) -> None:
        self._open_tables.pop()
        self.turn()

    def begin_row(self) -> None:
        table, number = self._open_tables.pop() if self._open_tables else (0, 0)
        if table:
            self._open_tables.append((table, number + 1))
        outer = self.cell.row if self.cell else None
        self._open_rows.append(Row(table, number + 1, outer))
        self.rows.append(self._open_rows[-1])

    def row_ends(self) -> None:
        self._open_rows.pop()

    def begin_cell(self) -> None:
        row = self.row
        cell = Cell(row, len(row.cells) + 1) if row else None
        if row and cell:
            row.cells.append(cell)
        self._cells.append(cell)
        self.turn()

    def cell_ends(self) -> None:
        self._cells.pop()
        self.turn()

    def box(self) -> None:
        """A text of its own inside a paragraph, outside any table that paragraph may be in."""
        self._outside.append(self.flow)
        self._cells.append(None)
        self.turn()

    def box_ends(self) -> None:
        self._cells.pop()
        self.flow = self._outside.pop()
