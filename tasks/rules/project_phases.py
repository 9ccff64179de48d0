"""Phases and parts a project title names, and what it says the project is not about."""

import re
from collections.abc import Iterable
from itertools import pairwise

_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11}
_SOLE_ROMAN = {"i": 1, "v": 5}
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first prva prvi",
            "second druga drugi",
            "third treca treci",
            "fourth cetvrta",
            "fifth peta",
            "sixth sesta",
            "seventh sedma",
            "eighth osma",
            "ninth deveta",
            "tenth deseta",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMBER_WORDS = _ROMAN.keys() | _SOLE_ROMAN.keys() | _ORDINALS.keys()
_PHASES = frozenset({"phase", "faza", "fazi", "faze", "fazen", "fase"})
_STUCK_PHASE = re.compile(r"^(?:phase|faza)(\d{1,2})$")
_LAST_PHASE = 12
_PIECES = {
    "component": "component",
    "components": "component",
    "komponenta": "component",
    "komponente": "component",
    "komponenti": "component",
    "komponent": "component",
    "lot": "lot",
    "partija": "lot",
    "batch": "batch",
    "pillar": "pillar",
    "stub": "pillar",
    "shtylla": "pillar",
    "result": "result",
    "outcome": "result",
    "rezultat": "result",
    "module": "module",
    "modul": "module",
    "moduli": "module",
}
_PIECE = re.compile(r"\d{1,2}|[a-f]|i{1,3}|iv|vi{0,3}")
_ROMAN_DIGITS = {
    roman: str(n)
    for n, roman in enumerate("i ii iii iv v vi vii viii".split(), start=1)  # noqa: SIM905 - read as a row
}
_EXCEPT = re.compile(
    r"\b(?:excluding|except|other than|not including|izuzev|osim|përveç|освен|осим)\b[^,;:()]*",
    re.I,
)


def phases_named(words: Iterable[str]) -> frozenset[int]:
    """Numbers of phases and of parts of a series: “phase II”, “iPROCEEDS-2”, “Facility III”."""
    told = list(words)
    found: set[int] = set()
    for place, word in enumerate(told):
        if word.isalpha() and word not in _NUMBER_WORDS:
            continue
        before = told[place - 1] if place else ""
        after = told[place + 1] if place + 1 < len(told) else ""
        if before in _PIECES:
            continue
        if stuck := _STUCK_PHASE.match(word):
            found.add(int(stuck[1]))
        elif before in _PHASES:
            found |= _number(word, alone=True)
        elif after in _PHASES:
            found |= {_ORDINALS[word]} if word in _ORDINALS else _number(word, alone=False)
        elif before and before != "ipa" and (word in _ROMAN or _ends_series(word, after)):
            found |= _number(word, alone=False)
    return frozenset(each for each in found if 0 < each <= _LAST_PHASE)


def pieces_named(words: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Parts of one project a title names: “component 2”, “Lot A”, “pillar III”."""
    return frozenset(
        (_PIECES[word], _ROMAN_DIGITS.get(number, number))
        for word, number in pairwise(words)
        if word in _PIECES and _PIECE.fullmatch(number)
    )


def without_exceptions(title: str) -> str:
    """A title without what it says the project is not about: “firearms, excluding ammunition”."""
    return _EXCEPT.sub(" ", title)


def _ends_series(word: str, after: str) -> bool:
    return word.isdecimal() and len(word) == 1 and not after.isdecimal()


def _number(word: str, *, alone: bool) -> set[int]:
    if word.isdecimal():
        return {int(word)}
    number = _ROMAN.get(word) or (_SOLE_ROMAN.get(word) if alone else None)
    return {number} if number else set()
