"""Where the table of a sheet begins and which column is which: by heading, wherever it moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from tasks.edges.workbook.cells import as_written

_SEARCHED = 15  # rows from the top; people put a note or a letterhead above
_ENOUGH = 4  # known headings that make a row the row of headings

# Known without the hidden sheet, should it be gone; a test holds them against the contracts.
KNOWN: Mapping[str, str] = {
    "Row key": "key",
    "Need": "number",
    "Kind of statement ▼": "kind",
    "State of play": "text",
    "Instrument ▼": "instrument",
    "Reference (title, number, link)": "reference",
    "Date (2025-09-30 or Q3 2025)": "date",
    "Project support ▼": "project_support",
    "Which project": "project",
    "Partner": "partner",
    "Project title": "title",
    "Implementer": "implementer",
    "Donors": "donors",
    "Activity for this need": "activity",
    "Start (date or quarter)": "start",
    "End (date or quarter)": "end",
    "Budget, or “not disclosed”": "budget",
    "Currency ▼": "currency",
    "Status ▼": "status",
}


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings and the column number of each key found in it."""

    row: int
    columns: Mapping[str, int]


def find_headings(sheet: Worksheet, written_in: Mapping[str, str]) -> Headings | None:
    """Find the row of headings, or None when the sheet holds no table of ours.

    Args:
        sheet: Any sheet of any workbook.
        written_in: Column keys to headings, as the workbook's own hidden sheet has them.
    """
    keys = {_bare(heading): key for heading, key in KNOWN.items()}
    keys |= {_bare(heading): key for key, heading in written_in.items()}
    best = Headings(0, {})
    rows = sheet.iter_rows(max_row=_SEARCHED, values_only=True)
    for number, row in enumerate(rows, start=1):
        columns: dict[str, int] = {}
        for column, value in enumerate(row, start=1):
            if key := keys.get(_bare(as_written(value))):
                columns.setdefault(key, column)
        if len(columns) > len(best.columns):
            best = Headings(number, columns)
    return best if len(best.columns) >= _ENOUGH else None


def _bare(heading: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in heading.casefold()).split())
