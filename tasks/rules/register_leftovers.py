"""What a register holds beside its lines: columns nobody knows, stray values, lonely texts.

Nothing that stands in a register is dropped silently: each thing not read is a finding.
"""

from data.vocabulary import Finding, Severity, SheetCell
from tasks.rules.lettering import one_line
from tasks.rules.near_misses import did_you_mean, nearest
from tasks.rules.register_tables import RegisterTable, grid_of

_ERRORS: frozenset[str] = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
)


def missing_columns(table: RegisterTable, left_over: list[SheetCell]) -> list[Finding]:
    known = [one_line(cell.text) for cell in left_over]
    return [
        Finding(
            code="missing-column",
            severity=Severity.BLOCKS,
            message=f"The column “{column}” of the {table.layout.name} is missing.",
            remedy=_ask_for_column(column, table.layout.columns[column], known),
            place=table.place_of_headings(),
        )
        for column in table.layout.mandatory
        if column not in table.columns
    ]


def _ask_for_column(column: str, spellings: tuple[str, ...], left_over: list[str]) -> str:
    candidates = [near for s in (column, *spellings) if (near := nearest(s, left_over))]
    hint = f"Is it the column “{candidates[0]}”? " if candidates else ""
    return f"{hint}Give it the heading “{column}” in row with the other headings."


def unknown_columns(table: RegisterTable, left_over: list[SheetCell]) -> list[Finding]:
    grid = grid_of(table.sheet)
    findings: list[Finding] = []
    for cell in left_over:
        values = sum(cell.column in cells for row, cells in grid.items() if row > table.heading_row)
        free = [column for column in table.layout.columns if column not in table.columns]
        hint = did_you_mean(cell.text, free)
        findings.append(
            Finding(
                code="unknown-column",
                severity=Severity.CHECK if values or hint else Severity.NOTE,
                message=(
                    f"The column “{one_line(cell.text)}” is no part of the {table.layout.name}; "
                    f"its {_counted(values)} not imported."
                ),
                remedy=(
                    f"{hint}Rename the heading, or leave it if nothing of it is needed; a spelling "
                    "used every year belongs in data/reference/aliases.yaml."
                ),
                place=table.sheet.place(cell.row, cell.column),
            )
        )
    return findings


def _counted(values: int) -> str:
    return "1 value is" if values == 1 else f"{values} values are"


def values_without_heading(table: RegisterTable) -> list[Finding]:
    grid = grid_of(table.sheet)
    headed = set(grid[table.heading_row])
    strays: dict[int, list[SheetCell]] = {}
    for row, cells in grid.items():
        for column, cell in cells.items():
            if row > table.heading_row and column not in headed:
                strays.setdefault(column, []).append(cell)
    return [
        Finding(
            code="values-without-heading",
            severity=Severity.CHECK,
            message=(
                f"Column {cells[0].coordinate.rstrip('0123456789')} has no heading; "
                f"its {_counted(len(cells))} not imported."
            ),
            remedy="Give the column its heading, or clear it if it does not belong here.",
            place=table.sheet.place(cells[0].row, cells[0].column),
        )
        for _, cells in sorted(strays.items())
    ]


def lonely_texts(table: RegisterTable) -> list[Finding]:
    return [
        Finding(
            code="row-not-read",
            severity=Severity.NOTE if cell.text.lstrip().startswith("*") else Severity.CHECK,
            message=f"“{one_line(cell.text)}” stands alone in its row and is not read.",
            remedy="Nothing to do if it is a title or a footnote; otherwise fill in its row.",
            place=table.sheet.place(cell.row, cell.column),
        )
        for cell in table.lonely()
    ]


def unreadable_cells(table: RegisterTable) -> list[Finding]:
    return [
        Finding(
            code="cell-without-value",
            severity=Severity.BLOCKS,
            message=f"“{cell.text}” is an error or a formula that was never calculated.",
            remedy="Type the value itself into the cell, save the workbook and import it again.",
            place=line.place(column),
        )
        for line in table.lines()
        for column, cell in line.cells.items()
        if cell.text.startswith("=") or cell.text in _ERRORS
    ]
