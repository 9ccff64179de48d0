"""Rows of plain texts, each read at once: the tables of a form have hundreds of one make.

A row is taken here when all its cells, from the first column on, hold a plain text or nothing, and
the last perhaps a formula without a result, as checks have that found nothing. Whatever else a row
may hold, it is left to the tokeniser of cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tasks.edges.sheets.entities import undone
from tasks.edges.sheets.model import Sheet, column_of, letters_of

FEWEST = 30_000  # bytes of a sheet; making the pattern costs more than a small one
_BEGINNING = 8_192  # where the headings stand
_COLUMN = re.compile(r'<c r="([A-Z])[0-9]')
_STYLE = r'(?: s="[0-9]{1,9}")?+'
_INLINE = r' t="inlineStr"><is><t(?: xml:space="preserve")?+>([^<]++)</t></is>'
_SHARED = r' t="s"><v>([0-9]{1,9})</v>'
_EMPTY = r'(?: t="n")?+(?:/>|></c>)'
_SAYS_NOTHING = r' t="str"><f[^<>]*+>[^<]*+</f><v></v></c>'
_WITHOUT_RESULT = r"><f>([^<]*+)</f><v></v></c>"


@dataclass(frozen=True, slots=True)
class PlainRows:
    """How the rows of a sheet are read: their columns, the texts cells share, and the pattern."""

    columns: int
    shared: Sequence[str]
    pattern: re.Pattern[str]


def rows_in(
    part: bytes, begin: int, end: int, shared: Sequence[str], own_checks: str
) -> PlainRows | None:
    """Look how the rows of a sheet are made; None for one that is too small to be worth it.

    Args:
        part: The part of the sheet.
        begin: Where its rows begin.
        end: Where they end.
        shared: The texts cells share; where there are none, cells hold their own.
        own_checks: A word in the formulas of checks, which are passed over; empty for none.
    """
    if end - begin < FEWEST:
        return None
    headings = part[begin : begin + _BEGINNING].decode("latin-1")
    columns = max(map(column_of, _COLUMN.findall(headings)), default=0)
    text = _SHARED if shared else _INLINE
    return PlainRows(columns, shared, _row_of(columns, text, own_checks)) if columns else None


def take_plain_rows(body: str, sheet: Sheet, made: PlainRows) -> str:
    """Put the rows of plain texts where they stand.

    Args:
        body: The markup of some rows.
        sheet: Where they are put.
        made: How rows of this sheet are made.

    Returns:
        The markup of the rows that were not taken.

    Raises:
        ValueError: two rows claim one place, or a text holds an entity nobody knows.
        IndexError: a cell names a text that is not there.
    """
    pieces, columns = made.pattern.split(body), made.columns
    step = columns + 3  # what stands before, the number of the row, its texts, its formula
    numbers = [*map(int, pieces[1::step])]
    texts = [pieces[place + 1 :: step] for place in range(1, columns + 1)]
    if shared := made.shared:
        texts = [
            [shared[int(each)] or None if each else None for each in column]
            if any(column)
            else column
            for column in texts
        ]
    else:
        texts = [*map(_undone, texts)]
    sheet.rows.put_texts(numbers, texts)
    for number, formula in zip(numbers, pieces[columns + 2 :: step], strict=True):
        if formula is not None:
            sheet.formulas[number, columns] = f"={formula}"
    return "".join(pieces[::step])


def _undone(column: list[str | None]) -> list[str | None]:
    """Undo the entities and escapes of a column, in all its texts at once."""
    told = "".join(filter(None, column))
    if "&" not in told and "_x" not in told:
        return column
    return [text or None for text in undone([text or "" for text in column])]


@lru_cache(maxsize=8)
def _row_of(columns: int, text: str, own_checks: str) -> re.Pattern[str]:
    """The pattern of a row: its number, the texts of its cells, and the formula of the last."""
    ways = [f"{text}</c>", _EMPTY]
    at_last = [*ways, _SAYS_NOTHING, _WITHOUT_RESULT]
    if own_checks:
        at_last.insert(2, rf"><f>[^<]*?{re.escape(own_checks)}[^<]*+</f><v></v></c>")
    cells = [
        rf'(?:<c r="{letters_of(column)}\1"{_STYLE}(?:{"|".join(each)}))?+'
        for column, each in enumerate([*[ways] * (columns - 1), at_last], start=1)
    ]
    return re.compile(rf'<row r="([0-9]{{1,7}})"[^>]*+>{"".join(cells)}</row>')
