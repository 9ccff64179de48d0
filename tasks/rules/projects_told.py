"""What a support return says of its projects: whole, within the periods, and the same each time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from data.vocabulary import Finding, Severity, SupportLine
from tasks.rules.dates import read_date
from tasks.rules.lettering import comparable

Window = tuple[date, date]
Days = tuple[date | None, date | None]

_TOLD_ONCE = {  # a member fills these in once, however many needs a project serves
    "implementer": "who carries it out",
    "donors": "who pays for it",
    "activity": "what it does",
    "start_text": "when it starts",
    "end_text": "when it ends",
    "status": "its status",
}
_ONE_FACT = {  # what cannot differ from line to line of one project
    "start_text": "start",
    "end_text": "end",
    "budget": "budget",
    "currency": "currency",
    "status": "status",
}
_COMPLETED, _PLANNED = "completed", "planned"


def look_at(
    projects: Sequence[SupportLine], reporting: Window, outlook: Window
) -> Iterable[Finding]:
    """Find what a member may be asked about its projects, line by line and title by title.

    Args:
        projects: The lines of one support return.
        reporting: First and last day of the reporting period.
        outlook: First and last day of the coming period.
    """
    by_title: defaultdict[str, list[SupportLine]] = defaultdict(list)
    for line in projects:
        if line.title:
            by_title[comparable(line.title)].append(line)
        if line.start_text or line.end_text:
            days = read_date(line.start_text)[0], read_date(line.end_text)[0]
            yield from _outside(line, days, reporting, outlook)
            yield from _against_status(line, days, reporting, outlook)
    for lines in by_title.values():
        yield from _incomplete(lines)
        yield from _told_differently(lines)


def _outside(
    line: SupportLine, days: Days, reporting: Window, outlook: Window
) -> Iterable[Finding]:
    start, end = days
    if start and end and end < start:
        return  # which is asked back about already
    ended = end is not None and end < reporting[0]
    begins_later = start is not None and start > outlook[1]
    if ended or begins_later:
        when = f"ended {line.end_text}" if ended else f"starts {line.start_text}"
        yield Finding(
            "project-outside-periods",
            Severity.CHECK,
            f"The project {when}, outside both periods ({reporting[0]} to {outlook[1]}).",
            "Please check the dates, or leave the project out.",
            line.place,
        )


def _against_status(
    line: SupportLine, days: Days, reporting: Window, outlook: Window
) -> Iterable[Finding]:
    """A project may well be completed before its member answers, but not after the next year."""
    start, end = days
    status = line.status.casefold()
    if status == _COMPLETED and end is not None and end > outlook[1]:
        says = f"completed, and ends {line.end_text}"
    elif status == _PLANNED and start is not None and start < reporting[0]:
        says = f"planned, and started {line.start_text}"
    else:
        return
    yield Finding(
        "status-against-dates",
        Severity.CHECK,
        f"The project is marked as {says}.",
        "Please check the status and the dates.",
        line.place,
    )


def _incomplete(lines: Sequence[SupportLine]) -> Iterable[Finding]:
    missing = [
        said for name, said in _TOLD_ONCE.items() if not any(getattr(line, name) for line in lines)
    ]
    if missing:
        yield Finding(
            "project-incomplete",
            Severity.NOTE,
            f"Nowhere does “{lines[0].title}” say {', '.join(missing)}.",
            "The project is taken in as it is; once is enough, in any of its lines.",
            lines[0].place,
        )


def _told_differently(lines: Sequence[SupportLine]) -> Iterable[Finding]:
    for name, said in _ONE_FACT.items():
        first = next((getattr(line, name) for line in lines if getattr(line, name)), "")
        for line in lines:
            told = getattr(line, name)
            if told and comparable(told) != comparable(first):
                yield Finding(
                    "project-told-differently",
                    Severity.CHECK,
                    f"“{line.title}” has the {said} “{first}” in one line and “{told}” here.",
                    "Please write it alike in both, or give the two projects different titles.",
                    line.place,
                )
                break
