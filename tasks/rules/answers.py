"""What a return says, held against what was asked: one check for each function, all at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from data.vocabulary import (
    AnswerState,
    Finding,
    Need,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from tasks.rules import projects_told
from tasks.rules.dates import read_date

Window = tuple[date, date]

_SAYS_NOTHING = (AnswerState.NOTHING_TO_REPORT, AnswerState.NOT_APPLICABLE)
_NOT_DISCLOSED = "not disclosed"


def look_at(
    reading: Reading, asked: Sequence[Need], reporting: Window, outlook: Window
) -> list[Finding]:
    """Find everything in a return that a person may want to ask back about.

    Args:
        reading: What the workbook says.
        asked: The needs it was asked about; their numbers are what people read.
        reporting: First and last day of the reporting period.
        outlook: First and last day of the coming period (rule R13).
    """
    numbers = {need.key: need.number for need in asked}
    findings = [*_answers(reading, numbers), *_blanks(reading, numbers)]
    for line in reading.responses:
        findings += _incomplete(line)
        findings += _outside(line, reporting, outlook)
    for project in reading.support:
        findings += _project(project)
    findings += projects_told.look_at(reading.support, reporting, outlook)
    findings += _no_project(reading)
    findings += _left_over(reading)
    return findings


def _no_project(reading: Reading) -> Iterable[Finding]:
    """A supporter leaves empty what it does not support; all of it empty may be a slip as well."""
    if reading.kind is RequestKind.SUPPORT and not (
        reading.support or reading.additional or reading.unplaced
    ):
        yield Finding(
            "assumed-no-project",
            Severity.NOTE,
            "The workbook names no project; it was read as saying that there is none.",
            "Nothing to do if it is right; otherwise please send the workbook with the projects.",
        )


def _answers(reading: Reading, numbers: dict[str, str]) -> Iterable[Finding]:
    lines: defaultdict[str, list[ResponseLine]] = defaultdict(list)
    for line in reading.responses:
        lines[line.need].append(line)
    for reply in reading.replies:
        number = numbers.get(reply.need, reply.need)
        given = lines[reply.need]
        if reply.state is AnswerState.ANSWERED and not given:
            yield Finding(
                "answered-without-lines",
                Severity.CHECK,
                f"{number} is marked as answered, and no line is filled in.",
                "Please fill in a line, or choose another answer.",
                reply.place,
            )
        if reply.state in _SAYS_NOTHING and given:
            yield Finding(
                "lines-against-answer",
                Severity.CHECK,
                f"{number} is marked as “{reply.state}”, and lines are filled in.",
                "Please choose “answered”, or take the lines out.",
                given[0].place,
            )
        if reply.state is AnswerState.LATER and not reply.later_on:
            yield Finding(
                "later-without-date",
                Severity.CHECK,
                f"{number} is to be answered later, without saying by when.",
                "Please name the day by which the answer can be expected.",
                reply.place,
            )
        if reply.state is None and given:
            yield Finding(
                "lines-without-answer",
                Severity.NOTE,
                f"Lines are filled in for {number}, and no answer was chosen.",
                "Nothing to do: the lines count. Next time choose “answered” as well.",
                given[0].place,
            )


def _blanks(reading: Reading, numbers: dict[str, str]) -> Iterable[Finding]:
    """A blank need is no reply, and never "nothing to report" (rule R11)."""
    if reading.kind is not RequestKind.RESPONSE:
        return
    spoken_of = {reply.need for reply in reading.replies if reply.state}
    spoken_of |= {line.need for line in reading.responses}
    blank = [number for need, number in numbers.items() if need not in spoken_of]
    if blank:
        yield Finding(
            "no-reply",
            Severity.NOTE,
            f"Left blank and counted as no reply: {', '.join(blank)}.",
            "If there is nothing to report, please choose “nothing to report”.",
        )


def _incomplete(line: ResponseLine) -> Iterable[Finding]:
    if not line.text:
        yield Finding(
            "line-without-text",
            Severity.CHECK,
            "The line has no state of play.",
            "Please say in a sentence what was done, is being done or is planned.",
            line.place,
        )
    if line.kind is None:
        yield Finding(
            "line-without-kind",
            Severity.CHECK,
            "The line does not say whether it is achieved, ongoing, planned or a request.",
            "Please choose the kind of statement.",
            line.place,
        )
    if line.text and line.kind not in (None, StatementKind.REQUEST) and not _dated(line):
        yield Finding(
            "line-without-date",
            Severity.CHECK,
            "The line has no date.",
            "Please write the day or the quarter, for example 2025-09-30 or Q3 2025.",
            line.place,
        )
    reported = line.kind in (StatementKind.ACHIEVED, StatementKind.ONGOING)
    if reported and line.text and not line.reference:
        yield Finding(
            "no-reference-given",
            Severity.NOTE,
            "No reference is given.",
            "The line is taken in as it is; a title, number or link would help its readers.",
            line.place,
        )


def _dated(line: ResponseLine) -> bool:
    """A date that was written and not understood is asked about by the reader."""
    return bool(line.on or line.date_text)


def _outside(line: ResponseLine, reporting: Window, outlook: Window) -> Iterable[Finding]:
    if line.on is None:
        return
    if line.kind is StatementKind.PLANNED and not outlook[0] <= line.on <= outlook[1]:
        yield Finding(
            "planned-outside-outlook",
            Severity.CHECK,
            f"The line is planned for {line.date_text or line.on}, outside the coming period "
            f"({outlook[0]} to {outlook[1]}).",
            "Please check the date, or the kind of statement.",
            line.place,
        )
    if line.kind is StatementKind.ACHIEVED and not reporting[0] <= line.on <= reporting[1]:
        yield Finding(
            "achieved-outside-period",
            Severity.CHECK,
            f"The line is achieved and dated {line.date_text or line.on}, outside the reporting "
            f"period ({reporting[0]} to {reporting[1]}).",
            "Please check the date, or the kind of statement.",
            line.place,
        )


def _project(line: SupportLine) -> Iterable[Finding]:
    if not line.title:
        yield Finding(
            "project-without-title",
            Severity.CHECK,
            "The line names no project.",
            "Please write the title of the project.",
            line.place,
        )
    start, end = read_date(line.start_text)[0], read_date(line.end_text)[0]
    if start and end and end < start:
        yield Finding(
            "end-before-start",
            Severity.CHECK,
            f"The project ends ({line.end_text}) before it starts ({line.start_text}).",
            "Please check both dates.",
            line.place,
        )
    says_amount = line.budget and line.budget.casefold() != _NOT_DISCLOSED
    if says_amount and not line.currency:
        yield Finding(
            "budget-without-currency",
            Severity.CHECK,
            f"The budget “{line.budget}” has no currency.",
            "Please choose the currency.",
            line.place,
        )


def _left_over(reading: Reading) -> Iterable[Finding]:
    if not reading.unplaced:
        return
    place, text = reading.unplaced[0]
    shown = text if len(text) <= 60 else f"{text[:57]}…"
    number = len(reading.unplaced)
    pieces = "One text stands" if number == 1 else f"{number} texts stand"
    yield Finding(
        "text-outside-cells",
        Severity.CHECK,
        f"{pieces} outside the cells for answers; the first reads “{shown}”.",
        "Nothing is lost: the Secretariat sees them. Please move what is an answer into its cell.",
        place,
    )
