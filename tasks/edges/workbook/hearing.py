"""One row becomes words: choices recognised, dates understood, whatever is unclear pointed out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TypeVar, cast

from data.vocabulary import (
    AnswerState,
    Finding,
    FollowUp,
    InstrumentKind,
    Language,
    NeedReply,
    Place,
    PlannedReply,
    ProjectSupport,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from tasks.edges.sheets.days import SINCE_1900
from tasks.edges.sheets.model import Cell
from tasks.edges.sheets.wording import Value, said
from tasks.edges.workbook.choices import CURRENCIES, NOT_DISCLOSED, STATUSES
from tasks.edges.workbook.rows import Row
from tasks.edges.workbook.whereabouts import place_in, place_of
from tasks.edges.workbook.wording import bare

DateReader = Callable[[str | date], tuple[date | None, str]]
Hint = Callable[[str, Iterable[str]], str]
Word = TypeVar("Word", bound=StrEnum)

_LISTS: Mapping[type[StrEnum], str] = {
    AnswerState: "answers",
    StatementKind: "kinds",
    InstrumentKind: "instruments",
    ProjectSupport: "project_support",
    FollowUp: "follow_ups",
}
_MOST_HINTS = 200  # near misses looked for in one file; measuring is dear, and nobody reads more
_BARE_DAYS = range(36_526, 73_051)  # the numbers that stand for 2000 to 2100


@dataclass(slots=True)
class Hearing:
    """What is needed to understand cells, and what was noticed on the way.

    `read_date` and `did_you_mean` are rules, handed in so that the edge knows no rules;
    `languages` are those whose words of lists are understood besides English.
    """

    read_date: DateReader
    did_you_mean: Hint
    languages: Sequence[Language] = ()
    findings: list[Finding] = field(default_factory=list[Finding])
    unplaced: list[tuple[Place, str]] = field(default_factory=list[tuple[Place, str]])
    _foreign: dict[str, dict[str, StrEnum]] = field(default_factory=dict[str, dict[str, StrEnum]])
    _clear_days: dict[str, date | None] = field(default_factory=dict[str, date | None])
    _hints: int = 0

    def note(self, code: str, severity: Severity, place: Place, what: str, remedy: str) -> None:
        self.findings.append(Finding(code, severity, what, remedy, place))

    def assume(self, code: str, place: Place, what: str, remedy: str) -> None:
        """Tell what was read in a way its sender is asked to confirm; codes begin "assumed-"."""
        self.note(f"assumed-{code}", Severity.NOTE, place, what, remedy)

    def hint(self, text: str, words: Iterable[str]) -> str:
        """Ask for the nearest known word; a file full of strange words is not measured whole."""
        self._hints += 1
        return self.did_you_mean(text, words) if self._hints <= _MOST_HINTS else ""

    def text(self, row: Row, key: str) -> str:
        """Give the words under a heading; of a formula its last result, with a finding."""
        text = row.texts.get(key, "")
        sheet = row.table.sheet
        if text and (sheet.formulas or sheet.errors):
            place = (row.number, row.table.headings.columns[key])
            if place in sheet.formulas or place in sheet.errors:
                self._tell_formula(row.cell(key))
        return text

    def reader(self, row: Row) -> Callable[[str, str], str]:
        """Give what `text` gives for a row; a sheet without formulas is spared the question."""
        sheet = row.table.sheet
        if sheet.formulas or sheet.errors:
            return lambda key, _: self.text(row, key)
        return row.texts.get

    def _tell_formula(self, cell: Cell) -> None:
        if cell.formula:
            self.note(
                "formula-instead-of-text",
                Severity.CHECK,
                place_of(cell),
                f"The cell holds a formula; “{_short(cell.text)}” was read.",
                "Please write the words themselves, without the equals sign.",
            )
        elif cell.is_error:
            self.note(
                "error-in-cell",
                Severity.CHECK,
                place_of(cell),
                f"The cell holds the error {cell.text}.",
                "Please write the words themselves.",
            )

    def choice(self, words: type[Word], row: Row, key: str) -> Word | None:
        """Recognise a word of a list; what is not on it is kept and pointed out."""
        text = row.texts.get(key)
        if not text:
            return None
        sheet = row.table.sheet
        if sheet.formulas or sheet.errors:
            self.text(row, key)  # which tells of a formula
        known = _by_word(words)
        word = known.get(text)
        if word is None:
            folded = bare(text)
            word = known.get(folded) or self._in_another_language(words, folded)
        if word is None:
            self.unplaced.append((place_of(row.cell(key)), text))
            self._not_listed(row.cell(key), text, tuple(words), Severity.CHECK)
            return None
        return cast("Word", word)

    def _in_another_language(self, words: type[Word], folded: str) -> StrEnum | None:
        name = _LISTS[words]
        if name not in self._foreign:
            self._foreign[name] = {
                bare(shown): words(value)
                for language in self.languages
                for value, shown in language.choices.get(name, {}).items()
                if value in tuple(words)
            }
        return self._foreign[name].get(folded)

    def listed(self, name: str, words: tuple[str, ...], row: Row, key: str) -> str:
        """Recognise a word of an open list; another word stands as it was written."""
        text = self.text(row, key)
        if not text or text in words:
            return text
        known = {bare(word): word for word in words} | {
            bare(shown): value
            for language in self.languages
            for value, shown in language.choices.get(name, {}).items()
        }
        if word := known.get(bare(text)):
            return word
        self._not_listed(row.cell(key), text, words, Severity.NOTE)
        return text

    def _not_listed(
        self, cell: Cell, text: str, words: tuple[str, ...], severity: Severity
    ) -> None:
        self.note(
            "not-on-the-list",
            severity,
            place_of(cell),
            f"“{_short(text)}” is not on the list.",
            f"{self.hint(text, words)}Please choose one of: {', '.join(words)}.",
        )

    def day(self, row: Row, key: str) -> tuple[str, date | None]:
        """Give a date as it was written and as it was understood."""
        text = self.text(row, key)
        if not text:
            return "", None
        if text in self._clear_days:  # members write the same few dates again and again
            return text, self._clear_days[text]
        cell = row.cell(key)
        value = cell.value
        if isinstance(value, int | float) and not isinstance(value, bool) and value in _BARE_DAYS:
            return self._bare_number(cell, int(value))
        known = value.date() if isinstance(value, datetime) else value
        day, problem = self.read_date(known if isinstance(known, date) else text)
        if problem:
            self.note(
                "unclear-date",
                Severity.CHECK,
                place_of(cell),
                problem,
                "Please write it as 2025-09-30, or a quarter as Q3 2025.",
            )
        else:
            self._clear_days[text] = day
        return text, day

    def clear_day(self, value: Value) -> tuple[str, date | None] | None:
        """Give a date as `day` does; None where there is anything to say about it."""
        if isinstance(value, str) and value in self._clear_days:
            return value, self._clear_days[value]
        text = said(value)
        if not text:
            return "", None
        if text not in self._clear_days:
            known = value.date() if isinstance(value, datetime) else value
            if not isinstance(known, str | date):
                return None
            day, problem = self.read_date(known if isinstance(known, date) else text)
            if problem:
                return None
            self._clear_days[text] = day
        return text, self._clear_days[text]

    def _bare_number(self, cell: Cell, number: int) -> tuple[str, date | None]:
        """Excel keeps days as numbers; one that lost its format is taken for the day it was."""
        meant = (SINCE_1900 + timedelta(days=number)).date()
        day, _ = self.read_date(meant)
        self.assume(
            "date",
            place_of(cell),
            f"The number {number} was taken for the day {meant.isoformat()}.",
            "Nothing to do if that is right; otherwise write the date as 2025-09-30.",
        )
        return meant.isoformat(), day


@cache
def _by_word(words: type[StrEnum]) -> dict[str, StrEnum]:
    return {bare(word.value): word for word in words} | {word.value: word for word in words}


def words_of_list(words: type[Word]) -> dict[object, Word | None]:
    """Give the words of a list as they are chosen from it."""
    return {word.value: word for word in words}


def hear_reply(row: Row, hearing: Hearing) -> NeedReply:
    """Read the row in which a partner chose its answer for a need."""
    return NeedReply(
        need=row.need,
        state=hearing.choice(AnswerState, row, "text"),
        later_on=hearing.day(row, "reference")[0],
        place=place_in(row, "text"),
    )


def hear_planned(row: Row, hearing: Hearing) -> PlannedReply:
    """Read what a partner says of one item it planned last year."""
    return PlannedReply(
        need=row.need,
        item=row.line,
        follow_up=hearing.choice(FollowUp, row, "date"),
        remark=hearing.text(row, "project_support"),
        place=place_in(row, "date"),
    )


def hear_response(row: Row, line: int, hearing: Hearing) -> ResponseLine:
    """Read one line of a partner."""
    date_text, day = hearing.day(row, "date")
    support = hearing.choice(ProjectSupport, row, "project_support")
    told = hearing.reader(row)
    return ResponseLine(  # in their order: names cost a tenth of a line
        row.need,
        line,
        hearing.choice(StatementKind, row, "kind"),
        told("text", ""),
        hearing.choice(InstrumentKind, row, "instrument"),
        told("reference", ""),
        date_text,
        day,
        support or ProjectSupport.UNKNOWN,
        told("project", ""),
        told("eu_reference", ""),
        place_in(row, "text"),
    )


def hear_support(row: Row, line: int, hearing: Hearing) -> SupportLine:
    """Read one project of another member."""
    return SupportLine(
        need=row.need,
        line=line,
        title=hearing.text(row, "title"),
        implementer=hearing.text(row, "implementer"),
        donors=hearing.text(row, "donors"),
        activity=hearing.text(row, "activity"),
        start_text=hearing.day(row, "start")[0],
        end_text=hearing.day(row, "end")[0],
        budget=hearing.text(row, "budget"),
        currency=hearing.listed("currencies", (*CURRENCIES, NOT_DISCLOSED), row, "currency"),
        status=hearing.listed("statuses", STATUSES, row, "status"),
        place=place_in(row, "title"),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
