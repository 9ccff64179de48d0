"""Dates as people write them: understood when there is one reading, asked back when there are two.

A quarter, a half year or a month means its last day. A year alone, a span or "ongoing" names no
day. Where day and month may be swapped nothing is guessed.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime

_EARLIEST, _LATEST = 1990, 2100
_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, (*[""] * 9, "Sept"))
    for number, name in enumerate(names)
    if name
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = {
    word: number
    for number, words in enumerate(("1st first", "2nd second", "3rd third", "4th fourth"), start=1)
    for word in words.split()
}
_NO_DAY = re.compile(
    "ongoing|continuous(ly)?|permanent|regular(ly)?|in progress|unknown|soon|yearly|annual(ly)?|"
    "monthly|quarterly|t ?b ?[dc]|to be (confirmed|determined)|n/a"
)

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ t]00:00(?::00)?)?")
_YEAR_MONTH = re.compile(r"([0-9]{4})[-.]([0-9]{1,2})|([0-9]{1,2})[/.]([0-9]{4})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\.?")
_SLASHED = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_NAMED = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? )?([a-z]+)\.?,? ([0-9]{4})")
_AMERICAN = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_QUARTER = re.compile(r"q ?([1-4])[ /-]*([0-9]{4})|([0-9]{4})[ /-]*q ?([1-4])")
_QUARTER_WORDS = re.compile(r"([a-z0-9]+)\.? quarter(?: of|,)? ([0-9]{4})")
_HALF = re.compile(r"h ?([12])[ /-]*([0-9]{4})|([0-9]{4})[ /-]*h ?([12])")
_HALF_WORDS = re.compile(r"([a-z0-9]+) half(?: of|,)? ([0-9]{4})")
_YEAR = re.compile(r"(?:in |by |during )?[0-9]{4}\.?")
_SPAN = re.compile(r"[0-9]{4} ?[-–/] ?(?:[0-9]{4}|[0-9]{2})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?[0-9]{2}\.?")

Answer = tuple[date | None, str]


def read_date(written: str | date) -> Answer:
    """Understand one date (domain, section 5).

    Args:
        written: What stands in a cell: text, or a day the spreadsheet itself knows.

    Returns:
        The day and "", or None and a sentence that says what is unclear. A blank is None and "".
    """
    if isinstance(written, date):
        return _believable(written.date() if isinstance(written, datetime) else written)
    text = " ".join(written.split())
    if not text:
        return None, ""
    plain = text.casefold()
    for pattern, understand in _FORMS:
        if found := pattern.fullmatch(plain):
            answer = understand(text, *found.groups(default=""))
            if answer is not None:
                return answer
    return None, _why_not(text, plain)


def _iso(text: str, year: str, month: str, day: str) -> Answer:
    return _day(text, int(year), int(month), int(day))


def _dotted(text: str, day: str, month: str, year: str) -> Answer:
    return _day(text, int(year), int(month), int(day))


def _slashed(text: str, first: str, _: str, second: str, year: str) -> Answer:
    one, two = int(first), int(second)
    if one <= 12 and two <= 12 and one != two:
        either, other = _spoken(date(int(year), two, one)), _spoken(date(int(year), one, two))
        return None, f"Day and month may be swapped in “{text}”: is it {either} or {other}?"
    day, month = (one, two) if two <= 12 else (two, one)
    return _day(text, int(year), month, day)


def _named(text: str, day: str, month: str, year: str) -> Answer | None:
    number = _MONTHS.get(month)
    if number is None:
        return None
    return _day(text, int(year), number, int(day)) if day else _month_end(int(year), number)


def _american(text: str, month: str, day: str, year: str) -> Answer | None:
    return _named(text, day, month, year)


def _year_month(
    text: str, year: str, month: str, month_first: str, year_last: str
) -> Answer | None:
    number = int(month or month_first)
    if month and number > 12:
        return None  # 2024-25 is a span of years
    if not 1 <= number <= 12:
        return None, f"“{text}” names a month that does not exist."
    return _month_end(int(year or year_last), number)


def _quarter(_: str, number: str, year: str, year_first: str, number_last: str) -> Answer:
    return _month_end(int(year or year_first), 3 * int(number or number_last))


def _quarter_words(_: str, which: str, year: str) -> Answer | None:
    number = _ROMAN.get(which) or _ORDINAL.get(which) or _digit(which, 4)
    return _month_end(int(year), 3 * number) if number else None


def _half(_: str, number: str, year: str, year_first: str, number_last: str) -> Answer:
    return _month_end(int(year or year_first), 6 * int(number or number_last))


def _half_words(_: str, which: str, year: str) -> Answer | None:
    number = _ROMAN.get(which) or _ORDINAL.get(which) or _digit(which, 2)
    return _month_end(int(year), 6 * min(number, 2)) if number else None


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Answer | None]], ...] = (
    (_ISO, _iso),
    (_DOTTED, _dotted),
    (_SLASHED, _slashed),
    (_QUARTER, _quarter),
    (_QUARTER_WORDS, _quarter_words),
    (_HALF, _half),
    (_HALF_WORDS, _half_words),
    (_NAMED, _named),
    (_AMERICAN, _american),
    (_YEAR_MONTH, _year_month),
)


def _why_not(text: str, plain: str) -> str:
    if _YEAR.fullmatch(plain):
        return f"“{text}” names a year only."
    if _SPAN.fullmatch(plain):
        return f"“{text}” names a span of years, not a day or a quarter."
    if _SHORT_YEAR.fullmatch(plain):
        return f"The year in “{text}” has two digits only."
    if _NO_DAY.fullmatch(plain.strip(" .")):
        return f"“{text}” names no day or quarter."
    shown = text if len(text) <= 60 else f"{text[:57]}…"
    return f"“{shown}” is not a date that can be understood without doubt."


def _day(text: str, year: int, month: int, day: int) -> Answer:
    try:
        return _believable(date(year, month, day))
    except ValueError:
        return None, f"“{text}” is a day that does not exist."


def _month_end(year: int, month: int) -> Answer:
    if not _EARLIEST <= year <= _LATEST:
        return None, f"The year {year} is not believable."
    return date(year, month, calendar.monthrange(year, month)[1]), ""


def _believable(day: date) -> Answer:
    """A workbook that counts days from 1904 gives years that cannot be meant."""
    if not _EARLIEST <= day.year <= _LATEST:
        return None, f"The year {day.year} is not believable."
    return day, ""


def _digit(text: str, most: int) -> int:
    return int(text) if text.isdecimal() and 1 <= int(text) <= most else 0


def _spoken(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
