"""Rows of a returned sheet: what each one is, by its hidden key first, then by the need's number.

People sort, copy, insert and delete rows. A row that lost its key still bears the need's number, or
the need's own words; a row that was inserted bears nothing and belongs to the block it stands in,
as long as nobody sorted the sheet. What was inferred is told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from tasks.edges.sheets.model import Cell, Sheet
from tasks.edges.sheets.wording import Value, all_said, said
from tasks.edges.workbook.blocks import ANSWER_LABEL, SPARE
from tasks.edges.workbook.headings import Headings
from tasks.edges.workbook.keys import Key, Role, key_in
from tasks.edges.workbook.passport import Passport
from tasks.edges.workbook.wording import comparable, number_folded

_NUMBER = re.compile(r"(?P<number>.+?)(?:\s*[·•.|]\s*(?P<line>[0-9]{1,6}))?", re.DOTALL)
_WORDS = 12  # looked at beside the number of a need
_TALLEST_MERGE = 1_000  # rows; a larger joined range is no answer for many lines


class Inferred(StrEnum):
    """How the need of a row was found where no key and no exact number says it."""

    NUMBER = "number"  # the number, written in another way
    WORDS = "words"  # the need's own words
    BLOCK = "block"  # the block it stands in


class Row(NamedTuple):
    """One row with something in it: what it is, whose, and what stands in it.

    `line` is 0 where no number is on record (spare, inserted); of a planned item it counts the
    item. `texts` maps column keys to what stands under them, `others` are filled cells under no
    known heading. `spread` are the keys of texts taken over from a joined cell further up.
    """

    table: "Table"
    number: int
    role: Role
    need: str
    line: int
    texts: Mapping[str, str]
    others: tuple[Cell, ...] = ()
    inferred: Inferred | None = None
    spread: tuple[str, ...] = ()

    def cell(self, key: str) -> Cell:
        """Give the cell under a heading, for whoever must know its place or how it came about."""
        sheet, column = self.table.sheet, self.table.headings.columns[key]
        return sheet.cell(self.number, column, self.texts.get(key, ""))

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (*(self.cell(key) for key in self.texts), *self.others)


class Known:
    """All by which the need of a row can be told: folded numbers, and folded words of needs.

    Looked for when the first row is met that does not say by its key whose it is.
    """

    def __init__(self, tables: Sequence["Table"], passport: Passport) -> None:
        self._tables, self._passport = tables, passport

    @cached_property
    def _learnt(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return _learn(self._tables, self._passport)

    @property
    def numbers(self) -> Mapping[str, str]:
        """The needs by their folded numbers."""
        return self._learnt[0]

    @property
    def titles(self) -> Mapping[str, str]:
        """The needs by their folded words."""
        return self._learnt[1]

    def find(self, text: str) -> tuple[str, int, Inferred | None]:
        """Find the need a text names: its key ("" for none), the line, and how it was found."""
        found = _NUMBER.fullmatch(text)
        if found:
            need = self.numbers.get(number_folded(found["number"]), "")
            if need:
                return need, int(found["line"] or 0), None
        named = {self.numbers[word] for word in _words(text) if word in self.numbers}
        if len(named) == 1:
            return named.pop(), 0, Inferred.NUMBER
        if need := self.titles.get(comparable(text), ""):
            return need, 0, Inferred.WORDS
        return "", 0, None


def _words(text: str) -> Iterator[str]:
    """Give what may be a number among other words: each word, and neighbours written apart."""
    words = text.split(maxsplit=_WORDS)[:_WORDS]
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + 3) + 1):
            yield number_folded("".join(words[first:last])).strip("-.,;:()[]\"'")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of needs, its headings, and the column keys by the number of the column."""

    sheet: Sheet
    headings: Headings
    keys: Mapping[int, str]


def table_of(sheet: Sheet, headings: Headings) -> Table:
    """Pair a sheet with its headings."""
    return Table(sheet, headings, {column: key for key, column in headings.columns.items()})


def _learn(
    tables: Iterable[Table], passport: Passport
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Learn numbers from the hidden sheet, and words from the blocks that kept their keys."""
    numbers = {number_folded(number): key for key, number in passport.needs.items()}
    titles: dict[str, str] = {}
    for table in tables:
        column = table.headings.columns.get("key", 0)
        for row in table.sheet.rows.values():
            key = row.get(column)
            if not (isinstance(key, str) and key.endswith("#need")):
                continue
            for place, value in row.items():
                if table.keys.get(place) == "number":
                    if not passport.needs:
                        numbers.setdefault(number_folded(said(value)), key[:-5])
                elif place != column:
                    titles.setdefault(comparable(said(value)), key[:-5])
    numbers.pop("", None)
    return numbers, titles


def rows_of(
    table: Table, known: Known, passport: Passport, undisturbed: Mapping[int, str]
) -> Iterator[Row]:
    """Give the rows that say something besides what stood there when the workbook was sent.

    Args:
        table: A sheet of needs.
        known: By what needs are told.
        passport: What the hidden sheet says.
        undisturbed: The rows that were read already, with their keys as they stand there; they are
            passed over.
    """
    last, reading = table.headings.row, _Reading(table, known, passport)
    found = [
        (number, *reading.row(number, cells))
        for number, cells in table.sheet.filled_rows(passed_over=undisturbed)
        if number > last
    ]
    if all(key for _, _, key in found):
        yield from (row for _, row, _ in found if row)
        return
    found += [(number, None, key_in(text)) for number, text in undisturbed.items()]
    found.sort(key=itemgetter(0))
    yield from _placed([row for _, row, _ in found], [key for *_, key in found])


class _Reading:
    """Reads the rows of one table."""

    def __init__(self, table: Table, known: Known, passport: Passport) -> None:
        self.table, self.known, self.passport = table, known, passport
        self.joined = joined_over(table)

    def row(self, number: int, cells: Mapping[int, Value]) -> tuple[Row | None, Key | None]:
        """Read a row, and its key; no row where it stands as it was sent."""
        table, passport, names = self.table, self.passport, self.table.keys
        words = all_said(cells.values())
        others: list[Cell] = []
        try:
            texts = {names[c]: text for c, text in zip(cells, words, strict=True)}
        except KeyError:  # something stands beside the table
            texts, others = _parted(table, number, dict(zip(cells, words, strict=True)), passport)
        key = _take_key(table, number, texts, others)
        if key is None or key[0] == SPARE:
            row = _row(table, number, key, texts, tuple(others), self.known, passport)
        else:
            need, role, line, _ = key
            told = filter(None, texts.values())
            if role is Role.LOCKED and not others and all(map(passport.knows, told)):
                return None, key
            row = Row(table, number, role, need, line, texts, tuple(others))
        return (_spread(row, self.joined) if self.joined else row), key


def _parted(
    table: Table, number: int, words: Mapping[int, str], passport: Passport
) -> tuple[dict[str, str], list[Cell]]:
    """Part the texts of a row from those under no known heading; what our checks say is ours."""
    names = table.keys
    others = [
        table.sheet.cell(number, column, text)
        for column, text in words.items()
        if column not in names and text and text not in passport.messages
    ]
    return {names[c]: text for c, text in words.items() if c in names}, others


def _take_key(table: Table, number: int, texts: dict[str, str], others: list[Cell]) -> Key | None:
    """Find the hidden key; whatever else stands in its place is text like any other."""
    text = texts.pop("key", "")
    if text:
        key = key_in(text)
        if key is None:
            column = table.headings.columns["key"]
            others.insert(0, table.sheet.cell(number, column, text))
        return key
    if "key" not in table.headings.columns:
        for cell in others:
            if key := key_in(cell.text):
                others.remove(cell)
                return key
    return None


def _row(
    table: Table,
    place: int,
    key: Key | None,
    texts: Mapping[str, str],
    others: tuple[Cell, ...],
    known: Known,
    passport: Passport,
) -> Row:
    """Make the row that names its need itself, by a number or by words, or belongs to nobody."""
    number = texts.get("number", "")
    need, line, inferred = known.find(number) if number else ("", 0, None)
    if key:
        return Row(table, place, Role.LINE, need, 0, texts, others, inferred)
    label = texts.get("kind", "")
    is_label = label == ANSWER_LABEL or (label != "" and not line and passport.knows(label))
    if need and is_label and not passport.knows(texts.get("text", "?")):
        return Row(table, place, Role.ANSWER, need, 0, texts, others)
    if all(passport.knows(text) for text in texts.values()):
        return Row(table, place, Role.LOCKED, need, 0, texts, others)
    role = Role.LINE if need else Role.UNKNOWN
    return Row(table, place, role, need, line, texts, others, inferred)


def joined_over(table: Table) -> dict[int, dict[str, str]]:
    """Where one cell was joined over several rows, its text stands for each of them."""
    spread: dict[int, dict[str, str]] = {}
    for top, left, bottom, _ in table.sheet.merged:
        name, text = table.keys.get(left, "key"), table.sheet.text(top, left)
        if name == "key" or not text or not table.headings.row < top < bottom:
            continue
        for row in range(top + 1, min(bottom, top + _TALLEST_MERGE) + 1):
            spread.setdefault(row, {})[name] = text
    return spread


def _spread(row: Row, joined: Mapping[int, Mapping[str, str]]) -> Row:
    over = joined.get(row.number)
    if not over or row.role is not Role.LINE or not row.texts.keys() - {"number", "partner"}:
        return row
    taken = {key: text for key, text in over.items() if not row.texts.get(key)}
    return row._replace(texts={**row.texts, **taken}, spread=tuple(taken)) if taken else row


def _placed(rows: Sequence[Row | None], keys: Sequence[Key | None]) -> Iterator[Row]:
    """Give rows that bear no number the need of the block around them, if blocks are whole.

    A row that is None says nothing of its own, or was read already, but stands in its block.
    """
    blocks = [key[0] for key in keys if key and key[3]]
    sorted_away = sum(one != other for one, other in pairwise(blocks))
    whole = sorted_away < max(1, len(set(blocks)))
    above = ""
    for row, key in zip(rows, keys, strict=True):
        if key:
            above = key[0] if key[3] else ""
        if row is None:
            continue
        if not key and row.role is Role.LOCKED and row.need:
            above = row.need
        if row.role is Role.UNKNOWN and not row.texts.get("number") and above and whole:
            yield row._replace(role=Role.LINE, need=above, inferred=Inferred.BLOCK)
        else:
            yield row
