"""The rows of a return as cells of words, and which row of a newer return continues which older.

The meaning of a row is that of rule R5 (`tasks.rules.precedence`): the same number with the same
words, or else the only older row with these words, or else the same number.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from data.vocabulary import (
    NeedReply,
    Part,
    Place,
    PlannedReply,
    ProjectSupport,
    Reading,
    ResponseLine,
    SupportLine,
)

Entry = ResponseLine | SupportLine | NeedReply | PlannedReply
Number = tuple[str, int]

_NO_CELLS = frozenset({"need", "line", "item", "place", "on"})  # the day is read from its text


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row: its words by field, the filled ones only, in the order of the fields.

    `saying` holds the words by which a line is known wherever it stands, "" where it has none.
    """

    part: Part
    need: str
    line: int
    saying: str
    cells: Mapping[str, str]
    place: Place

    @property
    def number(self) -> Number:
        return self.need, self.line


def rows_of(reading: Reading) -> dict[Part, tuple[ReturnedRow, ...]]:
    """All rows of a return that belong to a need, by part, in the order of the workbook."""
    return {
        Part.REPLY: tuple(_row(Part.REPLY, each, 0) for each in reading.replies),
        Part.PLANNED: tuple(_row(Part.PLANNED, each, each.item) for each in reading.planned),
        Part.RESPONSE: tuple(
            _row(Part.RESPONSE, each, each.line, each.text) for each in reading.responses
        ),
        Part.SUPPORT: tuple(
            _row(Part.SUPPORT, each, each.line, each.title) for each in reading.support
        ),
    }


def _row(part: Part, entry: Entry, line: int, saying: str = "") -> ReturnedRow:
    return ReturnedRow(part, entry.need, line, as_said(saying), cells_of(entry), entry.place)


def cells_of(entry: Entry) -> dict[str, str]:
    """The filled cells of a row as words, by field."""
    return dict(_cells(entry))


def _cells(entry: Entry) -> Iterator[tuple[str, str]]:
    for field in fields(entry):
        value: object = getattr(entry, field.name)
        # Compared by identity: a member may well write the word “unknown”.
        if field.name in _NO_CELLS or value is None or value is ProjectSupport.UNKNOWN:
            continue
        words = as_written(value.value if isinstance(value, StrEnum) else str(value))
        if words:
            yield field.name, words


def as_written(words: str) -> str:
    """Words without what nobody sees: composition and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def as_said(words: str) -> str:
    """The words by which a line is known wherever it stands (rule R5)."""
    return as_written(words).casefold()


def continued(
    older: Iterable[ReturnedRow], newer: Iterable[ReturnedRow]
) -> list[tuple[ReturnedRow | None, ReturnedRow | None]]:
    """Which row of a newer return continues which older one, each older row once.

    Returns:
        Pairs in the order of need and line; None stands for no such row.
    """
    before = {row.number: row for row in older}
    after = {row.number: row for row in newer}
    same = {n for n, row in after.items() if n in before and before[n].saying == row.saying}
    pairs: dict[Number, Number] = {number: number for number in same}
    for number, origin in _moved(before, after, same):
        pairs[number] = origin
    taken = set(pairs.values())
    for number in after:
        if number not in pairs and number in before and number not in taken:
            pairs[number] = number
    found: list[tuple[Number, ReturnedRow | None, ReturnedRow | None]] = [
        (number, before[pairs[number]] if number in pairs else None, row)
        for number, row in after.items()
    ]
    gone = before.keys() - set(pairs.values())
    found += [(number, before[number], None) for number in gone]
    found.sort(key=lambda each: (each[0], each[2] is None))
    return [(older_row, newer_row) for _, older_row, newer_row in found]


def _moved(
    before: Mapping[Number, ReturnedRow], after: Mapping[Number, ReturnedRow], same: set[Number]
) -> Iterator[tuple[Number, Number]]:
    said: defaultdict[tuple[str, str], list[Number]] = defaultdict(list)
    for number, row in before.items():
        said[row.need, row.saying].append(number)
    taken = set(same)
    for number, row in after.items():
        origins = said[row.need, row.saying]
        if row.saying and number not in same and len(origins) == 1 and origins[0] not in taken:
            taken.add(origins[0])
            yield number, origins[0]
