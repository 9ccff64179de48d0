"""Small turns of phrase the composing rules share: counted things and lists of names."""

import re
from collections.abc import Iterable, Sequence

_PLURALS = {
    "reply": "replies",
    "is": "are",
    "stands": "stand",
    "was": "were",
    "has": "have",
    "it": "them",
}
_DIGITS = re.compile(r"(\d+)")


def plural(number: int, noun: str) -> str:
    """The noun (or small verb) in the form that goes with the number."""
    return noun if number == 1 else _PLURALS.get(noun, f"{noun}s")


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 need”, “24 needs”."""
    return f"{number} {plural(number, noun)}"


def joined(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: “a”, “a and b”, “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def named(names: Iterable[str]) -> str:
    """Names parted by semicolons, since some of them hold an “and”."""
    return "; ".join(names)


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts AL-CT-2 before AL-CT-10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(text)
        if part
    )
