"""Tables as CSV for a spreadsheet: UTF-8 with a mark, and no cell is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One line a row. A cell that begins as a formula does is written with an apostrophe before."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(header)
    table.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
