"""Rows of a returned sheet: what each one is, by its hidden key first, then by the need's number.

People sort, copy, insert and delete rows. A row that lost its key still bears the need's number; a
row that was inserted bears nothing and belongs to the block it stands in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from tasks.edges.workbook.blocks import ANSWER_LABEL, SPARE
from tasks.edges.workbook.cells import written
from tasks.edges.workbook.headings import Headings
from tasks.edges.workbook.identity import Passport

_KEY = re.compile(r"(?P<need>.+)#(?P<part>need|about|answer|section|[0-9]{1,6})", re.DOTALL)
_NUMBER = re.compile(r"(?P<number>.+?)(?:\s*·\s*(?P<line>[0-9]{1,6}))?", re.DOTALL)


class Role(StrEnum):
    """What a row is for."""

    LOCKED = "locked"
    ANSWER = "answer"
    LINE = "line"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it: what it is, whose, and its filled cells.

    `line` is 0 where no number is on record (spare, inserted). `named` maps column keys to cells,
    `others` are filled cells under no known heading. `inherited` says that the need was taken from
    the block above.
    """

    role: Role
    need: str
    line: int
    named: Mapping[str, Cell | MergedCell]
    others: tuple[Cell | MergedCell, ...]
    inherited: bool = False

    @property
    def cells(self) -> tuple[Cell | MergedCell, ...]:
        return (*self.named.values(), *self.others)


def rows_of(sheet: Worksheet, headings: Headings, passport: Passport) -> Iterator[Row]:
    """Give the rows under the headings, in the order in which they stand."""
    by_column = {column: key for key, column in headings.columns.items()}
    numbers = {_folded(number): key for key, number in passport.needs.items()}
    above = ""
    for cells in sheet.iter_rows(min_row=headings.row + 1):
        filled = [cell for cell in cells if written(cell)]
        named = {by_column[c.column]: c for c in filled if c.column in by_column}
        key_cell = named.pop("key", None)
        others = [cell for cell in filled if cell.column not in by_column]
        if key_cell is None and "key" not in headings.columns:
            key_cell = next((cell for cell in others if _KEY.fullmatch(written(cell))), None)
            others = [cell for cell in others if cell is not key_cell]
        key = _KEY.fullmatch(written(key_cell)) if key_cell else None
        if key_cell is not None and key is None:
            others.append(key_cell)
        if key:
            above = key["need"] if key["part"] != "section" and key["need"] != SPARE else ""
        if not filled:
            continue
        yield _row(key, above, named, tuple(others), numbers, passport)


def _row(
    key: re.Match[str] | None,
    above: str,
    named: Mapping[str, Cell | MergedCell],
    others: tuple[Cell | MergedCell, ...],
    numbers: Mapping[str, str],
    passport: Passport,
) -> Row:
    if key and key["need"] != SPARE:
        if key["part"].isdigit():
            return Row(Role.LINE, key["need"], int(key["part"]), named, others)
        role = Role.ANSWER if key["part"] == "answer" else Role.LOCKED
        return Row(role, key["need"], 0, named, others)
    number = _NUMBER.fullmatch(written(named["number"])) if "number" in named else None
    need = numbers.get(_folded(number["number"]), "") if number else ""
    if key:
        return Row(Role.LINE, need, 0, named, others)
    texts = [written(cell) for cell in named.values()]
    if ANSWER_LABEL in texts and need:
        return Row(Role.ANSWER, need, 0, named, others)
    if all(passport.knows(text) for text in texts):
        return Row(Role.LOCKED, need, 0, named, others)
    if number is None:
        role = Role.LINE if above else Role.UNKNOWN
        return Row(role, above, 0, named, others, inherited=True)
    line = int(number["line"] or 0)
    return Row(Role.LINE if need else Role.UNKNOWN, need, line, named, others)


def _folded(number: str) -> str:
    return "".join(number.casefold().split())
