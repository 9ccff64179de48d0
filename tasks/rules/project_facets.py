"""Facets of a project: what it is about, what it delivers, for whom and in which way.

Titles of one form differ in a word or two, and two titles for one thing may share no word. What
tells them apart is what those words stand for: “drones and thermal cameras” and “thermal imaging”
deliver the same, “ambulances” and “body scanners” for one service do not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tasks.rules.facet_words import ASPECTS, AUDIENCES, DOINGS, THINGS, TOPICS
from tasks.rules.transliteration import plain_latin


@dataclass(frozen=True, slots=True)
class Facets:
    """What the words of a project stand for; an empty facet was not told."""

    topics: frozenset[str]
    aspects: frozenset[str]
    things: frozenset[str]
    audiences: frozenset[str]
    doings: frozenset[str]


_Meanings = tuple[tuple[str, tuple[str, ...]], ...]
_FEWEST = 3  # letters by which beginnings are filed, so that a word need look at few


def _index(table: str) -> Mapping[str, _Meanings]:
    told: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in table.strip().splitlines():
        name, _, words = line.partition(": ")
        for phrase in words.split():
            parts = tuple(map(_beginning, phrase.split("+")))
            told.setdefault(parts[0].strip()[:_FEWEST], []).append((name, parts))
    return {start: tuple(each) for start, each in told.items()}


def _beginning(part: str) -> str:
    return plain_latin(part) + (" " if part.endswith(".") else "")


_INDEXES = tuple(_index(table) for table in (TOPICS, ASPECTS, THINGS, AUDIENCES, DOINGS))


def facets_of(words: Iterable[str]) -> Facets:
    """The facets of words in plain Latin letters, in the order they were written."""
    told = tuple(words)
    return Facets(*(_names(kind, told) for kind in range(len(_INDEXES))))


def _names(kind: int, words: tuple[str, ...]) -> frozenset[str]:
    """Names of one kind; words of a phrase mean what the phrase means and no more.

    “Digital forensics” is no forensics, and a “financial intelligence unit” no intelligence.
    """
    found: list[tuple[int, int, str]] = []  # how many words, from where, what they mean
    for place, word in enumerate(words):
        for name, parts in _begun_by(kind, word):
            if len(parts) == 1 or _go_on(words[place + 1 : place + len(parts)], parts[1:]):
                found.append((len(parts), place, name))
    taken: dict[int, int] = {}
    names: set[str] = set()
    for length, place, name in sorted(found, reverse=True):
        span = range(place, place + length)
        if all(taken.get(each, length) == length for each in span):
            names.add(name)
            taken |= dict.fromkeys(span, length)
    return frozenset(names)


@lru_cache(maxsize=65_536)
def _begun_by(kind: int, word: str) -> _Meanings:
    whole = f"{word} "
    meanings = _INDEXES[kind].get(word[:_FEWEST], ())
    return tuple(each for each in meanings if whole.startswith(each[1][0]))


def _go_on(words: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    return len(words) == len(parts) and all(
        f"{word} ".startswith(part) for word, part in zip(words, parts, strict=True)
    )
