"""What is written in a cell becomes a number, a day, a yes or no, or a text."""

import math

from tasks.edges.sheets.days import DateStyles, moment
from tasks.edges.sheets.entities import plain, unescaped
from tasks.edges.sheets.wording import Value


def typed(kind: str, value: str, date_style: str, styles: DateStyles) -> Value:
    """Give the value of a cell of this kind; `date_style` is empty where no day is shown.

    Raises:
        ValueError: it is no value of that kind.
    """
    if kind not in ("", "n"):
        return other_value(kind, value)
    number = number_of(value)
    if date_style and not isinstance(number, str):
        return styles.value(number, date_style)
    return number


def number_of(text: str) -> int | float | str:
    """Read a number; what is beyond all numbers stays as it is written.

    Raises:
        ValueError: it is no number.
    """
    if text.isdecimal():
        return int(text)
    number = float(text)
    return number if math.isfinite(number) and "_" not in text else text


def other_value(kind: str, value: str) -> Value:
    """Give what is no number: a yes or no, a day in words, the name of an error, a text."""
    if kind == "b":
        return value.strip() not in ("0", "false")
    if kind == "d":
        return moment(value)
    return unescaped(plain(value))
