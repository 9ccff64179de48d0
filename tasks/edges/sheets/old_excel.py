"""The child that reads an .xls: bytes on its input, JSON on its output, little memory and time.

Started as `python -m tasks.edges.sheets.old_excel`; nothing else imports it.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta

import python_calamine as calamine

from tasks.edges.sheets.old_notes import Note, notes_in

_MEMORY = 512 * 1024 * 1024
_SECONDS = 20
_MOST_CELLS = 1_000_000


def main() -> int:
    """Read one file under limits the process cannot raise again; 1 when it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sys.stdout.write(json.dumps(_sheets(sys.stdin.buffer.read())))
    except (calamine.CalamineError, MemoryError, OSError, ValueError):
        return 1
    return 0


def _sheets(content: bytes) -> list[list[object]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    notes = _notes(content)
    left = _MOST_CELLS
    sheets: list[list[object]] = []
    for about in book.sheets_metadata:
        hidden = about.visible != calamine.SheetVisibleEnum.Visible
        cells: list[list[object]] = []
        merged: list[list[int]] = []
        if about.typ == calamine.SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(about.name)
            cells = _cells(sheet)
            merged = [
                [top + 1, first + 1, bottom + 1, last + 1]
                for (top, first), (bottom, last) in sheet.merged_cell_ranges or ()
            ]
        left -= len(cells)
        if left < 0:
            raise ValueError("far more cells than a form")
        said = notes[len(sheets)] if notes and len(sheets) < len(notes) else []
        sheets.append([about.name, hidden, cells, merged, said if notes is not None else None])
    return sheets


def _notes(content: bytes) -> list[list[Note]] | None:
    """Give the comments of each sheet; None where they cannot be found, which is told."""
    try:
        return notes_in(content)
    except ValueError:
        return None


def _cells(sheet: calamine.CalamineSheet) -> list[list[object]]:
    cells: list[list[object]] = []
    if sheet.height == 0:
        return cells
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for column, value in enumerate(values, start=1):
            if value != "":
                cells.append([row, column, *_told(value)])
    return cells


def _told(value: float | str | bool | time | date | datetime | timedelta) -> tuple[str, object]:
    if isinstance(value, datetime):
        return "datetime", value.isoformat()
    if isinstance(value, date):
        return "date", value.isoformat()
    if isinstance(value, time):
        return "time", value.isoformat()
    if isinstance(value, timedelta):
        return "span", value.total_seconds()
    return "plain", value


if __name__ == "__main__":
    sys.exit(main())
