"""Days as registers write them: read strictly, asked back where two readings are possible."""

import re
from datetime import date

from data.vocabulary import Finding, Severity, Validity
from tasks.rules.register_tables import Line
from tasks.rules.register_words import missing

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})\.? ([A-Za-z]+),? (\d{4})")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WRITE = "Write the day as 2025-03-31, or as a date of the spreadsheet."
_FOR_EVER = date(9999, 12, 31)


def day(text: str) -> date | None:
    """Read a day written 2025-03-31, 31.3.2025, 31 March 2025 or 31/03/2025; None for the rest.

    With strokes the order of day and month differs from place to place: 03/04/2025 is two days
    and therefore none.
    """
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _DOTTED.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if match := _IN_WORDS.fullmatch(text):
        return _date(match[3], _month(match[2]), match[1])
    if match := _SLASHED.fullmatch(text):
        readings = {_date(match[3], match[2], match[1]), _date(match[3], match[1], match[2])}
        readings.discard(None)
        return readings.pop() if len(readings) == 1 else None
    return None


def _date(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:  # 31 February, month 13
        return None


def _month(name: str) -> str:
    found = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold())]
    return str(found[0]) if found and len(name) >= 3 else "0"


def validity(line: Line, since: str, until: str) -> tuple[Validity | None, list[Finding]]:
    """Read the two columns of a span of days; the second may be blank ("until further notice").

    Returns:
        The span, or None with the findings that say why there is none.
    """
    first, findings = _day_in(line, since)
    if not line.word(since):
        findings = [missing(line, since, "without a first day the line is never in force")]
    last, found = _day_in(line, until)
    findings += found
    if first and last and last < first:
        findings.append(_ends_before_it_begins(line, until, first, last))
    if findings or first is None:
        return None, findings
    return Validity(first, last), []


def _day_in(line: Line, column: str) -> tuple[date | None, list[Finding]]:
    text = line.word(column)
    if not text:
        return None, []
    found = day(text)
    if found is not None:
        return found, []
    ambiguous = _SLASHED.fullmatch(text) is not None
    why = "can be read as two different days" if ambiguous else "is not a day that can be read"
    return None, [
        Finding(
            code="unreadable-date",
            severity=Severity.BLOCKS,
            message=f"“{text}” under “{column}” {why}.",
            remedy=_WRITE,
            place=line.place(column),
        )
    ]


def _ends_before_it_begins(line: Line, until: str, first: date, last: date) -> Finding:
    return Finding(
        code="ends-before-it-begins",
        severity=Severity.BLOCKS,
        message=f"The last day, {last}, lies before the first day, {first}.",
        remedy=f"Correct the two days, or leave “{until}” blank.",
        place=line.place(until),
    )


def overlap(one: Validity, other: Validity) -> bool:
    """Whether two spans share a day."""
    return one.since <= (other.until or _FOR_EVER) and other.since <= (one.until or _FOR_EVER)
