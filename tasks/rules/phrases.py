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
# Names of organisations are made of words that take an article; most names of members are not.
_TAKES_THE = re.compile(
    r"\b(?:Agency|Bank|Cent(?:re|er)|Commission|Convention|Council|Group|Initiative|Kingdom|"
    r"Netherlands|Office|Organi[sz]ation|Programme|Secretariat|Service|States|Union)\b"
)
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


def in_a_sentence(name: str) -> str:
    """A member's name as a sentence has it: “the European Commission”, “Albania”, “Europol”."""
    return f"the {name}" if _TAKES_THE.search(name) else name


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts AL-CT-2 before AL-CT-10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(text)
        if part
    )
