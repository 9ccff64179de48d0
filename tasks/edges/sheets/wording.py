"""What a cell says, as a person reads it."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | datetime | date | time | timedelta

# What XML 1.0 cannot carry: most control characters, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c]")  # Word's soft break is a vertical tab


def said(value: Value) -> str:
    """Give a value as a person reads it: NFC, plain line ends, no blank edges.

    A whole number bears no ".0", a midnight no time; letters are never touched.
    """
    if type(value) is str:
        if value.isascii() and value.isprintable():
            return value.strip()
        if not value.replace("\n", " ").isprintable():  # what is illegal cannot be printed
            value = _ILLEGAL.sub("", _LINE_BREAKS.sub("\n", value))
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return _span(value) if isinstance(value, timedelta) else str(value)


def all_said(values: Iterable[Value]) -> list[str]:
    """Give many values as `said` gives each; most are plain words, which cost nothing here."""
    return [
        (value if value.isascii() else unicodedata.normalize("NFC", value)).strip()
        if type(value) is str and value.isprintable()
        else said(value)
        for value in values
    ]


def _span(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
