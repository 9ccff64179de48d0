"""Numbers that are days: which formats show a date, and which day a number stands for."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from tasks.edges.sheets.markup import elements

SINCE_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 – a cell of a workbook knows no zone
SINCE_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 – the system of old Macintosh files
_FALSE_LEAP_DAY = 60  # Excel believes in 29 February 1900, so earlier numbers are one day behind

_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_SPANS = {46}  # hours beyond a day
_NO_SIGN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_USUAL = 100_000  # bytes of styles; a template of ours has 15,000
_LONGEST_CODE = 255  # characters Excel allows in a format
_SIGN = re.compile("[dmyhs]")
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]")


class DateStyles:
    """Which styles of a workbook show numbers as dates, and which as spans of time."""

    __slots__ = ("dates", "epoch", "spans")

    def __init__(self, dates: frozenset[str], spans: frozenset[str], epoch: datetime) -> None:
        self.dates, self.spans, self.epoch = dates, spans, epoch

    def value(self, number: float, style: str) -> float | datetime | time | timedelta:
        """Give what a number of a style of `dates` stands for; far numbers stay numbers."""
        try:
            return _span(number) if style in self.spans else _moment(number, self.epoch)
        except (OverflowError, ValueError):
            return number


def read_styles(part: bytes, *, since_1904: bool) -> DateStyles:
    """Find the styles that show dates; letters in quotes are words, not dates.

    The last few answers are remembered, but for large parts: the styles of a template come back
    with every return.

    Args:
        part: The part of the styles, empty where a workbook has none.
        since_1904: Whether days are counted from 1904.
    """
    epoch = SINCE_1904 if since_1904 else SINCE_1900
    return _remembered(part, epoch) if len(part) <= _USUAL else _read(part, epoch)


@lru_cache(maxsize=8)
def _remembered(part: bytes, epoch: datetime) -> DateStyles:
    return _read(part, epoch)


def _read(part: bytes, epoch: datetime) -> DateStyles:
    if not part:
        return DateStyles(frozenset(), frozenset(), epoch)
    wanted = {"numFmt", "cellXfs", "cellStyleXfs", "xf", "dxfs"}
    formats: dict[int, str] = {}
    styles: list[int] = []
    waiting: list[int] = []
    for element in elements(part, "the styles of the workbook", wanted):
        number = _number(element.attributes.get("numFmtId", "0"))
        if element.name == "numFmt":
            formats.setdefault(number, element.attributes.get("formatCode", ""))
        elif element.name == "xf":
            waiting.append(number)
        else:
            if element.name == "cellXfs":
                styles = waiting
            waiting = []
    return _sorted_out(formats, styles, epoch)


def _sorted_out(formats: dict[int, str], styles: list[int], epoch: datetime) -> DateStyles:
    dates = {n for n in _BUILT_IN if n not in formats} | {
        n for n, code in formats.items() if is_date_format(code)
    }
    spans = {n for n in _SPANS if n not in formats} | {
        n for n, code in formats.items() if _SPAN.search(_first(code))
    }
    return DateStyles(
        frozenset(str(style) for style, number in enumerate(styles) if number in dates),
        frozenset(str(style) for style, number in enumerate(styles) if number in spans),
        epoch,
    )


def is_date_format(code: str) -> bool:
    """Whether a number format shows a day or a time of day."""
    shown = _NO_SIGN.sub("", _first(code)).lower()
    return _SIGN.search(shown.replace("general", "")) is not None


def _first(code: str) -> str:
    return code[:_LONGEST_CODE].split(";", 1)[0].lower()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _span(days: float) -> timedelta:
    return timedelta(milliseconds=round(days * 86_400_000))


def _moment(number: float, epoch: datetime) -> datetime | time:
    days, fraction = divmod(number, 1)
    moment = epoch + timedelta(milliseconds=round(fraction * 86_400_000))
    if 0 <= number < 1 and moment.date() == epoch.date():
        return moment.time()
    if 0 < number < _FALSE_LEAP_DAY and epoch == SINCE_1900:
        days += 1
    return moment + timedelta(days=days)


def moment(text: str) -> date | datetime | time | str:
    """Read a day or a moment in ISO 8601; anything else stays text."""
    for understand in (datetime.fromisoformat, time.fromisoformat):
        try:
            found = understand(text.strip().removesuffix("Z"))
        except ValueError:
            continue
        return found.replace(tzinfo=None)
    return text
