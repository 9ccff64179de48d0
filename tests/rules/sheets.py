"""Sheets for tests of registers, written as Markdown tables."""

from data.vocabulary import CellValue, SheetCell, SheetOfCells
from tests.tables import rows


def sheet(
    title: str,
    table: str,
    *,
    heading_row: int = 1,
    above: tuple[str, ...] = (),
) -> SheetOfCells:
    """A sheet with its headings in a row of choice; a blank cell of the table is no cell."""
    lines = rows(table)
    texts: list[list[CellValue]] = [list(lines[0]), *([*line.values()] for line in lines)]
    return laid_out(title, dict(enumerate(texts, heading_row)), above)


def laid_out(
    title: str, texts: dict[int, list[CellValue]], above: tuple[str, ...] = ()
) -> SheetOfCells:
    """A sheet from its rows by number; `above` fills the first column from row 1 on."""
    cells = [SheetCell(row, 1, text) for row, text in enumerate(above, 1)]
    cells += [
        SheetCell(row, column, text)
        for row, line in texts.items()
        for column, text in enumerate(line, 1)
        if text != ""
    ]
    return SheetOfCells(title, tuple(cells))
