"""Rows nobody disturbed: read at once, without asking of each cell what else it might be.

Most rows of most returns stand as they were sent: the key is there, the need has its number, the
columns are known, choices are words of the lists, no formula, no joined cell. Such a row means what
it says, and the way of `rows`, `hearing` and `lines`, which is ready for anything, would come to
the same; a test holds the two against each other. Whatever is in doubt is left to that way.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Any, cast

from data.vocabulary import (
    AnswerState,
    InstrumentKind,
    NeedReply,
    Place,
    ProjectSupport,
    ResponseLine,
    StatementKind,
)
from tasks.edges.sheets.filled_rows import SideBySide
from tasks.edges.sheets.model import letters_of
from tasks.edges.sheets.wording import Value, said
from tasks.edges.workbook.hearing import Hearing, words_of_list
from tasks.edges.workbook.keys import COMMON, Role
from tasks.edges.workbook.passport import Passport
from tasks.edges.workbook.rows import Row, Table, joined_over
from tasks.edges.workbook.wording import mark_of_locked

Heard = ResponseLine | NeedReply
Entry = Row | Heard
_Chosen = tuple[
    StatementKind | None, InstrumentKind | None, ProjectSupport, str, date | None
]  # the last two are the day as written, and as meant
_COLUMNS = (
    *("key", "number", "kind", "text", "instrument", "reference", "date", "project_support"),
    *("project", "eu_reference"),
)
_WIDEST = 64  # columns; of a wider table each row is looked at closely


@dataclass(slots=True)
class Undisturbed:
    """What was read of one table. `heard` maps rows to what they say, where that is anything.

    `keys` are the keys of all rows that were read, as they stand there; `lines` need and line of
    those a person may fill.
    """

    heard: dict[int, Heard] = field(default_factory=dict[int, "Heard"])
    keys: dict[int, str] = field(default_factory=dict[int, str])
    lines: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])


def read_undisturbed(table: Table, passport: Passport, hearing: Hearing) -> Undisturbed:
    """Read the rows of a response table nobody disturbed.

    Args:
        table: A sheet of needs.
        passport: What the hidden sheet says: numbers of needs, fingerprints of our own words.
        hearing: Asked for days alone; nothing is noted.

    Returns:
        The rows that need no closer look. All others are to be read one by one.
    """
    columns = table.headings.columns
    if not passport.needs or not all(map(columns.__contains__, _COLUMNS)):
        return Undisturbed()
    if _width(table) > _WIDEST:
        return Undisturbed()
    return _Reading(table, passport, hearing).read(_odd_rows(table))


def said_twice(read: Sequence[Undisturbed], rows: Iterable[Row]) -> bool:
    """Whether two rows speak of one line, or answer for one need: rows copied, a sheet doubled."""
    lines = [line for each in read for line in each.lines]
    heard = chain.from_iterable(each.heard.values() for each in read)
    answers = [each.need for each in heard if type(each) is NeedReply]
    known, answered = set(lines), set(answers)
    return (
        len(known) < len(lines)
        or len(answered) < len(answers)
        or any(
            (row.need, row.line) in known
            if row.role is Role.LINE
            else row.role is Role.ANSWER and row.need in answered
            for row in rows
        )
    )


def in_their_order(read: Undisturbed, rows: Sequence[Row]) -> list[Entry]:
    """Put what was read and the rows that were left in the order in which they stand."""
    said: dict[int, Entry] = {**read.heard}
    said.update((row.number, row) for row in rows)
    return [said[number] for number in sorted(said)]


def _odd_rows(table: Table) -> Collection[int]:
    sheet = table.sheet
    odd = {row for row, _ in chain(sheet.formulas, sheet.errors)}
    return odd.union(joined_over(table)) if sheet.merged else odd


def _width(table: Table) -> int:
    return max(*table.headings.columns.values(), table.sheet.rows.width)


def _at(places: Sequence[int]) -> Callable[[SideBySide], Any]:
    """What gives the values in some places of a row: all in one, or the only one, or nothing."""
    return itemgetter(*places) if places else lambda _: None


class _Reading:
    """Goes through the rows of one table."""

    def __init__(self, table: Table, passport: Passport, hearing: Hearing) -> None:
        self.table, self.passport, self.hearing = table, passport, hearing
        self.needs, self.title = passport.needs, table.sheet.title
        columns, self.width = table.headings.columns, _width(table)
        self.key, self.number, self.text, self.later = (
            columns[name] - 1 for name in ("key", "number", "text", "reference")
        )
        every, known = range(self.width), [columns[name] - 1 for name in _COLUMNS]
        self.filled = _at(known[2:])
        self.beside = _at([place for place in every if place not in known])
        answer = self.key, self.number, self.text
        self.labels = _at([place for place in every if place not in answer])
        self.nothing_beside = self.beside((None,) * self.width)
        self.letter = letters_of(columns["text"])
        self.ours: dict[SideBySide, bool] = {}
        self.chosen: dict[tuple[Value | None, ...], _Chosen] = {}

    def read(self, odd: Collection[int]) -> Undisturbed:
        found = Undisturbed()
        locked: dict[int, tuple[str, SideBySide]] = {}
        needs, first, key = self.needs, self.table.headings.row, self.key
        is_line, is_locked = Role.LINE, Role.LOCKED
        heard, keys, lines = found.heard, found.keys, found.lines
        for number, row in self.table.sheet.rows.side_by_side(self.width):
            text = row[key]
            if number <= first or type(text) is not str or number in odd:
                continue
            need, _, part = text.partition("#")
            common = COMMON.get(part)
            if common is None or need not in needs:
                continue
            role, line = common
            if role is is_line:
                if self._line(number, row, need, line, heard):
                    keys[number] = text
                    lines.append((need, line))
            elif role is is_locked:
                locked[number] = text, row
            elif reply := self._reply(number, row, need):
                heard[number], keys[number] = reply, text
        if self._are_as_sent(locked):
            keys.update((number, text) for number, (text, _) in locked.items())
        return found

    def _are_as_sent(self, locked: Mapping[int, tuple[str, SideBySide]]) -> bool:
        """Compare the locked rows of the sheet with what was sent: one fingerprint for all."""
        if not self.passport.locked:
            return False
        values = chain.from_iterable(locked[number][1] for number in sorted(locked))
        try:
            told = "\n".join(cast("list[str]", [each for each in values if each is not None]))
        except TypeError:  # a number, where none of ours stood
            return False
        return mark_of_locked(told) in self.passport.locked

    def _reply(self, number: int, row: SideBySide, need: str) -> NeedReply | None:
        """Read the row in which an answer was chosen and no day named."""
        state = _ANSWERS.get(row[self.text])
        if state is None or row[self.later] is not None or row[self.number] != self.needs[need]:
            return None
        labels = self.labels(row)
        if labels not in self.ours:
            self.ours[labels] = all(each is None or self._is_ours(each) for each in labels)
        if not self.ours[labels]:
            return None
        return NeedReply(need, state, "", Place(self.title, f"{self.letter}{number}"))

    def _is_ours(self, value: Value) -> bool:
        return isinstance(value, str) and self.passport.knows(said(value))

    def _line(
        self, number: int, row: SideBySide, need: str, line: int, heard: dict[int, Heard]
    ) -> bool:
        """Read a line a person may have filled; False where it needs a closer look."""
        shown, filled = row[self.number], self.filled(row)
        if shown is not None and shown != f"{self.needs[need]} · {line}":
            return False
        if self.beside(row) != self.nothing_beside:
            return False  # something stands under no heading of ours
        if filled == _NOTHING:
            return True  # nobody wrote anything
        kind, told, instrument, referred, on, support, named, eu = filled
        choices = kind, instrument, support, on
        chosen = self.chosen.get(choices) or self._choose(choices)
        if chosen is None:
            return False
        told = "" if told is None else told
        referred = "" if referred is None else referred
        named = "" if named is None else named
        eu = "" if eu is None else eu
        try:
            joined = "".join((told, referred, named, eu))
        except TypeError:  # a number or a day, where words are asked for
            return False
        if joined.isascii() and joined.isprintable():
            told, referred, named, eu = told.strip(), referred.strip(), named.strip(), eu.strip()
        else:
            told, referred, named, eu = said(told), said(referred), said(named), said(eu)
        if not told:
            return False
        stated, by, supported, day, day_meant = chosen
        heard[number] = ResponseLine(
            need,
            line,
            stated,
            told,
            by,
            referred,
            day,
            day_meant,
            supported,
            named,
            eu,
            Place(self.title, f"{self.letter}{number}"),
        )
        return True

    def _choose(self, choices: tuple[Value | None, ...]) -> _Chosen | None:
        """Read what was chosen from lists, and the day: the same few stand in line after line."""
        kind, instrument, support, on = choices
        day = self.hearing.clear_day("" if on is None else on)
        if day is None or not (
            kind in _KINDS and instrument in _INSTRUMENTS and support in _SUPPORT
        ):
            return None
        supported = _SUPPORT[support] or ProjectSupport.UNKNOWN
        self.chosen[choices] = chosen = (_KINDS[kind], _INSTRUMENTS[instrument], supported, *day)
        return chosen


_NOTHING = (None,) * 8  # beside the key and the number of a line
_ANSWERS = words_of_list(AnswerState)
_KINDS = words_of_list(StatementKind) | {None: None}
_INSTRUMENTS = words_of_list(InstrumentKind) | {None: None}
_SUPPORT = words_of_list(ProjectSupport) | {None: None}
