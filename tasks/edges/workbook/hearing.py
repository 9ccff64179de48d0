"""One row becomes words: choices recognised, dates understood, whatever is unclear pointed out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl.cell import Cell, MergedCell

from data.vocabulary import (
    NOWHERE,
    AnswerState,
    Finding,
    InstrumentKind,
    NeedReply,
    Place,
    ProjectSupport,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from tasks.edges.workbook.cells import as_written
from tasks.edges.workbook.choices import CURRENCIES, NOT_DISCLOSED, STATUSES, Word, chosen, listed
from tasks.edges.workbook.rows import Row

DateReader = Callable[[str | date], tuple[date | None, str]]
Hint = Callable[[str, Iterable[str]], str]
AnyCell = Cell | MergedCell


@dataclass(slots=True)
class Hearing:
    """What is needed to understand cells, and what was noticed on the way.

    `read_date` and `did_you_mean` are rules, handed in so that the edge knows no rules;
    `results` gives the last result of a formula at (sheet, cell).
    """

    read_date: DateReader
    did_you_mean: Hint
    results: Callable[[Place], object]
    findings: list[Finding] = field(default_factory=list[Finding])
    unplaced: list[tuple[Place, str]] = field(default_factory=list[tuple[Place, str]])

    def note(self, code: str, severity: Severity, place: Place, what: str, remedy: str) -> None:
        self.findings.append(Finding(code, severity, what, remedy, place))

    def value(self, cell: AnyCell | None) -> object:
        """Give the value of a cell; of a formula its last result, with a finding."""
        if not isinstance(cell, Cell) or cell.data_type != "f":
            return cell.value if cell else None
        place, result = place_of(cell), self.results(place_of(cell))
        if result is None:
            result = str(cell.value)
        self.note(
            "formula-instead-of-text",
            Severity.CHECK,
            place,
            f"The cell holds a formula; “{as_written(result)}” was read.",
            "Please write the words themselves, without the equals sign.",
        )
        return result

    def text(self, cell: AnyCell | None) -> str:
        return as_written(self.value(cell))

    def choice(self, words: type[Word], cell: AnyCell | None) -> Word | None:
        """Recognise a word of a list; what is not on it is kept and pointed out."""
        text = self.text(cell)
        if not text or cell is None:
            return None
        word = chosen(words, text)
        if word is None:
            self.unplaced.append((place_of(cell), text))
            self._not_listed(cell, text, tuple(words), Severity.CHECK)
        return word

    def listed(self, words: Iterable[str], cell: AnyCell | None) -> str:
        """Recognise a word of an open list; another word stands as it was written."""
        text = self.text(cell)
        word = listed(words, text)
        if text and word is None and cell is not None:
            self._not_listed(cell, text, tuple(words), Severity.NOTE)
        return word or text

    def _not_listed(
        self, cell: AnyCell, text: str, words: tuple[str, ...], severity: Severity
    ) -> None:
        hint = self.did_you_mean(text, words)
        self.note(
            "not-on-the-list",
            severity,
            place_of(cell),
            f"“{_short(text)}” is not on the list.",
            f"{hint}Please choose one of: {', '.join(words)}.",
        )

    def day(self, cell: AnyCell | None) -> tuple[str, date | None]:
        """Give a date as it was written and as it was understood."""
        value = self.value(cell)
        if value is None or cell is None:
            return "", None
        known = value.date() if isinstance(value, datetime) else value
        text = as_written(known)
        day, problem = self.read_date(known if isinstance(known, date) else text)
        if problem:
            self.note(
                "unclear-date",
                Severity.CHECK,
                place_of(cell),
                problem,
                "Please write it as 2025-09-30, or a quarter as Q3 2025.",
            )
        return text, day


def hear_reply(row: Row, hearing: Hearing) -> NeedReply:
    """Read the row in which a partner chose its answer for a need."""
    state = row.named.get("text")
    return NeedReply(
        need=row.need,
        state=hearing.choice(AnswerState, state),
        later_on=hearing.day(row.named.get("reference"))[0],
        place=place_of(state) if state else _first(row),
    )


def hear_response(row: Row, line: int, hearing: Hearing) -> ResponseLine:
    """Read one line of a partner."""
    cells: Mapping[str, AnyCell] = row.named
    date_text, day = hearing.day(cells.get("date"))
    support = hearing.choice(ProjectSupport, cells.get("project_support"))
    return ResponseLine(
        need=row.need,
        line=line,
        kind=hearing.choice(StatementKind, cells.get("kind")),
        text=hearing.text(cells.get("text")),
        instrument=hearing.choice(InstrumentKind, cells.get("instrument")),
        reference=hearing.text(cells.get("reference")),
        date_text=date_text,
        on=day,
        with_project_support=support or ProjectSupport.UNKNOWN,
        project=hearing.text(cells.get("project")),
        place=place_of(cells["text"]) if "text" in cells else _first(row),
    )


def hear_support(row: Row, line: int, hearing: Hearing) -> SupportLine:
    """Read one project of another member."""
    cells: Mapping[str, AnyCell] = row.named
    return SupportLine(
        need=row.need,
        line=line,
        title=hearing.text(cells.get("title")),
        implementer=hearing.text(cells.get("implementer")),
        donors=hearing.text(cells.get("donors")),
        activity=hearing.text(cells.get("activity")),
        start_text=hearing.day(cells.get("start"))[0],
        end_text=hearing.day(cells.get("end"))[0],
        budget=hearing.text(cells.get("budget")),
        currency=hearing.listed((*CURRENCIES, NOT_DISCLOSED), cells.get("currency")),
        status=hearing.listed(STATUSES, cells.get("status")),
        place=place_of(cells["title"]) if "title" in cells else _first(row),
    )


def place_of(cell: AnyCell) -> Place:
    """Where a cell stands, as the person sees it."""
    return Place(cell.parent.title, cell.coordinate)


def _first(row: Row) -> Place:
    return place_of(row.cells[0]) if row.cells else NOWHERE


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
