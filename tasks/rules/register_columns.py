"""Headings: found in any of the first rows, in any order, by any spelling of the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data.vocabulary import NOWHERE, Finding, Place, Severity, SheetCell, SheetOfCells
from tasks.rules import register_leftovers
from tasks.rules.lettering import comparable, one_line
from tasks.rules.near_misses import ALMOST_SURE, nearest
from tasks.rules.register_tables import Layout, RegisterTable, grid_of, spellings_of

ROWS_SEARCHED = 30
_FEWEST_HEADINGS = 3


@dataclass(slots=True)
class _Headings:
    """What one heading row says, while it is being understood."""

    columns: dict[str, SheetCell] = field(default_factory=dict[str, SheetCell])
    left_over: list[SheetCell] = field(default_factory=list[SheetCell])
    findings: list[Finding] = field(default_factory=list[Finding])


def find_tables(
    sheets: Sequence[SheetOfCells], layouts: Sequence[Layout]
) -> tuple[list[RegisterTable], list[Finding]]:
    """Find every table of the given layouts; each sheet belongs to the layout it fits best.

    Returns:
        The tables in the order of the sheets, and findings on headings, columns and sheets that
        are not read. A layout without any table is a finding that blocks.
    """
    tables: list[RegisterTable] = []
    findings: list[Finding] = []
    for sheet in (sheet for sheet in sheets if sheet.cells):
        best = max(layouts, key=lambda layout: _best_row(sheet, layout)[0])
        count, row = _best_row(sheet, best)
        if count < _FEWEST_HEADINGS:
            findings.append(_sheet_not_read(sheet, layouts))
            continue
        headings = _understood(sheet, row, best)
        table = RegisterTable(sheet, best, row, headings.columns)
        tables.append(table)
        findings += headings.findings
        findings += register_leftovers.missing_columns(table, headings.left_over)
        findings += register_leftovers.unknown_columns(table, headings.left_over)
        findings += register_leftovers.values_without_heading(table)
        findings += register_leftovers.lonely_texts(table)
        findings += register_leftovers.unreadable_cells(table)
    findings += [_no_table(layout) for layout in layouts if not _has_table(tables, layout)]
    return tables, findings


def _best_row(sheet: SheetOfCells, layout: Layout) -> tuple[int, int]:
    """How many columns the best heading row names, and which row it is (the upper of equals)."""
    spellings = spellings_of(layout)
    counted = [
        (len({spellings[text][0] for text in _texts(cells.values()) if text in spellings}), -row)
        for row, cells in grid_of(sheet).items()
        if row <= ROWS_SEARCHED
    ]
    count, row = max(counted, default=(0, 0))
    return count, -row


def _texts(cells: Iterable[SheetCell]) -> list[str]:
    return [comparable(cell.text) for cell in cells]


def _understood(sheet: SheetOfCells, row: int, layout: Layout) -> _Headings:
    """Give each heading its column: by a listed spelling first, then by a finding near miss."""
    spellings = spellings_of(layout)
    headings = _Headings()
    cells = grid_of(sheet)[row].values()
    ranked = [
        (spellings[comparable(cell.text)], cell)
        for cell in cells
        if comparable(cell.text) in spellings
    ]
    for (column, _), cell in sorted(ranked, key=lambda found: (found[0][1], found[1].column)):
        if column in headings.columns:
            headings.findings.append(_second_column(sheet, column, cell, headings.columns[column]))
        else:
            headings.columns[column] = cell
    for cell in cells:
        if comparable(cell.text) not in spellings:
            _guess(sheet, cell, layout, headings)
    return headings


def _guess(sheet: SheetOfCells, cell: SheetCell, layout: Layout, headings: _Headings) -> None:
    free = {
        spelling: column
        for column, spellings in layout.columns.items()
        for spelling in (column, *spellings)
        if column not in headings.columns
    }
    near = nearest(cell.text, free, ALMOST_SURE)
    if near is None:
        headings.left_over.append(cell)
        return
    headings.columns[free[near]] = cell
    headings.findings.append(
        Finding(
            code="heading-guessed",
            severity=Severity.CHECK,
            message=f"The heading “{one_line(cell.text)}” was read as “{free[near]}”.",
            remedy=(
                f"If that is right, write “{free[near]}” or add the spelling to "
                "data/reference/aliases.yaml; if not, rename the heading."
            ),
            place=sheet.place(cell.row, cell.column),
        )
    )


def _second_column(sheet: SheetOfCells, column: str, cell: SheetCell, first: SheetCell) -> Finding:
    same = comparable(cell.text) == comparable(first.text)
    return Finding(
        code="column-twice",
        severity=Severity.BLOCKS if same else Severity.CHECK,
        message=(
            f"Two headings stand for “{column}”: “{one_line(first.text)}” in {first.coordinate} "
            f"and “{one_line(cell.text)}” in {cell.coordinate}; only {first.coordinate} is read."
        ),
        remedy="Delete or rename the column that does not belong to the register.",
        place=sheet.place(cell.row, cell.column),
    )


def _sheet_not_read(sheet: SheetOfCells, layouts: Sequence[Layout]) -> Finding:
    names = " or ".join(layout.name for layout in layouts)
    return Finding(
        code="sheet-not-read",
        severity=Severity.NOTE,
        message=f"The sheet “{sheet.title}” holds no headings of a {names} and is not read.",
        remedy="Nothing to do if it is a note; otherwise give its table the usual headings.",
        place=Place(sheet.title, ""),
    )


def _no_table(layout: Layout) -> Finding:
    return Finding(
        code="no-heading-row",
        severity=Severity.BLOCKS,
        message=f"No sheet has the headings of a {layout.name} in its first {ROWS_SEARCHED} rows.",
        remedy=f"Put these headings above the table: {', '.join(layout.mandatory)}.",
        place=NOWHERE,
    )


def _has_table(tables: Sequence[RegisterTable], layout: Layout) -> bool:
    return any(table.layout is layout for table in tables)
