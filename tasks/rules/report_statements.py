"""What a table says about one need: statements, absences, the cycle before, and support."""

import re
from datetime import date

from data.vocabulary import (
    InstrumentKind,
    LastYear,
    ProjectSupport,
    ResponseLine,
    StatementKind,
    SupportLine,
)
from data.vocabulary.analysis import NeedState, Standing
from tasks.rules.deadlines import long_date

KIND_WORDS = {
    StatementKind.ACHIEVED: "Achieved",
    StatementKind.ONGOING: "Ongoing",
    StatementKind.PLANNED: "Planned (an intention)",  # never a promise: rule R13
    StatementKind.REQUEST: "Request",
}
_PROJECT_WORDS = {
    ProjectSupport.YES: "with project support",
    ProjectSupport.NO: "without project support",
}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE = re.compile(r"[1-9][0-9]{3,14}")
_DONE = frozenset({StatementKind.ACHIEVED, StatementKind.ONGOING})


def state_of_play(state: NeedState, nothing_received: str) -> str:
    """What the report says of one need: a line for each statement, or the one absence.

    Args:
        state: The need and its standing.
        nothing_received: The sentence for a reply that has not come (rule R4).
    """
    match state.standing:
        case Standing.REPORTED:
            return _reported(state)
        case Standing.NOTHING_TO_REPORT:
            return "Nothing to report."
        case Standing.NOT_SHAREABLE:
            return "Information not shareable."
        case Standing.LATER:
            return _announced(state.later_on)
        case Standing.NOT_APPLICABLE:
            return "Not applicable, according to the partner."
        case Standing.NO_REPLY:
            return nothing_received
        case Standing.NOT_ASKED:
            return "Not asked."


def _reported(state: NeedState) -> str:
    if not state.statements:
        return "Answered without a statement."
    lines = [statement(line) for line in state.statements]
    if state.later_on:
        lines.append(_announced(state.later_on))
    return "\n".join(lines)


def _announced(later_on: str) -> str:
    return f"Information announced for: {later_on}." if later_on else _ANNOUNCED


_ANNOUNCED = "Information announced for a later date."


def statement(line: ResponseLine) -> str:
    """One statement with its instrument, reference and date: the partner's words unchanged."""
    label = KIND_WORDS[line.kind] if line.kind else "Statement"
    details = _details(line)
    return f"{label}: {line.text}" + (f" [{'; '.join(details)}]" if details else "")


def _details(line: ResponseLine) -> list[str]:
    details: list[str] = []
    if line.instrument and line.instrument is not InstrumentKind.OTHER:
        details.append(line.instrument)
    if line.reference:
        details.append(line.reference)
    elif line.kind in _DONE:
        details.append("no reference given")
    if line.date_text:
        details.append(_date(line))
    if line.with_project_support in _PROJECT_WORDS:
        details.append(_project(line))
    return details


def _date(line: ResponseLine) -> str:
    is_iso = line.on is not None and line.date_text == line.on.isoformat()
    return long_date(line.on) if line.on is not None and is_iso else line.date_text


def _project(line: ResponseLine) -> str:
    words = _PROJECT_WORDS[line.with_project_support]
    named = line.project and line.with_project_support is ProjectSupport.YES
    return f"{words}: {line.project}" if named else words


def last_year(held: LastYear | None) -> str:
    """What the cycle before holds for the need; what was planned then was an intention (R13)."""
    if held is None:
        return ""
    return "\n".join(
        [
            *(f"{held.cycle}, reported: {text}" for text in held.reported),
            *(f"{held.cycle}, intention stated: {text}" for text in held.planned),
        ]
    )


def project(line: SupportLine) -> str:
    """The project and what it does, as its reporter wrote it."""
    return "\n".join(text for text in (line.title, line.activity) if text)


def parties(line: SupportLine) -> str:
    """Who implements and who pays, where it was said."""
    named = (("Implementer", line.implementer), ("Donors", line.donors))
    return "\n".join(f"{label}: {text}" for label, text in named if text)


def period_and_budget(line: SupportLine) -> str:
    """When, in which state, and the budget as reported: never summed, never divided.

    A date or an amount that came as bare digits is written for reading; words stay as they are,
    led in by "Budget:", for "not disclosed" alone does not say what is not.
    """
    span = " to ".join(day(text) for text in (line.start_text, line.end_text) if text)
    told = " ".join(filter(None, (line.currency, amount(line.budget)))) if line.budget else ""
    money = f"Budget: {told}" if told and not any(map(str.isdigit, told)) else told
    return "\n".join(text for text in (span, line.status, money) if text)


def day(text: str) -> str:
    """A day that came as bare digits in words; anything else as it was written."""
    if not _ISO.fullmatch(text):
        return text
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:  # no such day; members write 2025-02-30
        return text


def amount(text: str) -> str:
    """An amount that came as bare digits with its thousands parted; words as they are."""
    return f"{int(text):,}" if _BARE.fullmatch(text) else text
