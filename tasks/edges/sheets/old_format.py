"""An .xls, read in a process of its own: its reader is fast, and a hostile file kills it.

The library aborts on some files, and no `except` catches that. So it never runs in our process:
the child has a limit of memory and of time, takes the file on its input and answers in JSON.
"""

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import cast

from tasks.edges.sheets.model import Book, Sheet, Unreadable
from tasks.edges.sheets.wording import Value

_SECONDS = 20
_WHERE = "the old workbook (.xls)"
_ROOT = Path(__file__).parents[3]
_CHILD = "tasks.edges.sheets.old_excel"
LOST = (
    "The format before 2007 (.xls) was read: formulas and the properties of the file cannot be "
    "seen in it."
)
LOST_NOTES = (
    "The format before 2007 (.xls) was read: comments, formulas and the properties of the file "
    "cannot be seen in it."
)


def read_old_excel(content: bytes) -> Book:
    """Read an .xls.

    Raises:
        Unreadable: the child could not read it within its limits.
    """
    try:
        done = subprocess.run(  # noqa: S603 – our own module, started by the same interpreter
            [sys.executable, "-m", _CHILD],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            cwd=_ROOT,
            env={"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0"},
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_WHERE, f"it was not read within {_SECONDS} seconds") from error
    if done.returncode:
        raise Unreadable(
            _WHERE, "it is damaged or has a password; please save it as an Excel workbook (.xlsx)"
        )
    told = cast("list[list[object]]", json.loads(done.stdout))
    seen = all(entry[-1] is not None for entry in told)
    return Book(sheets=[_sheet(entry) for entry in told], lost=(LOST if seen else LOST_NOTES,))


def _sheet(entry: list[object]) -> Sheet:
    title, hidden, cells, merged, notes = entry
    sheet = Sheet(str(title), bool(hidden))
    for row, column, kind, value in cast("list[tuple[int, int, str, object]]", cells):
        sheet.put(row, column, _value(kind, value))
    spans = cast("list[tuple[int, int, int, int]]", merged)
    sheet.merged = tuple((top, left, bottom, right) for top, left, bottom, right in spans)
    for row, column, text in cast("list[tuple[int, int, str]]", notes or ()):
        sheet.comments[row, column] = text
    return sheet


def _value(kind: str, value: object) -> Value:
    if kind == "datetime":
        return datetime.fromisoformat(str(value))
    if kind == "date":
        return date.fromisoformat(str(value))
    if kind == "time":
        return time.fromisoformat(str(value))
    if kind == "span":
        return timedelta(seconds=float(str(value)))
    return cast("Value", value)
