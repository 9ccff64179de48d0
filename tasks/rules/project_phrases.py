"""Phrases of the thesaurus, filed so that a word of a title finds those it may belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from data.vocabulary.thesaurus import Meaning
from tasks.rules.transliteration import plain_latin

BETWEEN = 1  # words that may stand between two words of a phrase, the first one coming first
BARRIER = ""  # no phrase reaches over it
# Little words inside phrases; “against” and “anti” are none, since they turn what follows round.
LITTLE = frozenset(
    plain_latin("""
    a an and as at by for from in into is of on or the their to towards with within its i u za na
    sa s o od do iz po kod te se per dhe ne nga me der die das und fur von zur zum del dei delle
    della dell di il la le les des et pour de du da al vo so los las el y
    """).split()
)
_MOST_KNOWN = 65_536  # words whose meaning is kept; members write fewer
_FEWEST = 3  # letters by which beginnings are filed, so that a word need look at few

_T = TypeVar("_T")
Meant = tuple[int, str]  # the number of a section, and the name of an entry of it
Found = tuple[int, tuple[int, ...], int, str]  # how many words, where they stand, what they mean
Longer = tuple[
    tuple[str, ...], tuple[Meant, ...]
]  # a phrase from its second word on, what it means


@dataclass(frozen=True, slots=True)
class _Word:
    """What one word may be: a meaning by itself, a beginning of phrases, a part of one."""

    alone: tuple[Meant, ...]
    parts: frozenset[str]
    pairs: Mapping[str, tuple[Meant, ...]]  # by the other word
    longer: Mapping[str, tuple[Longer, ...]]  # by the second word


class Phrases:
    """All phrases of some sections."""

    def __init__(self, sections: Iterable[Iterable[Meaning]]) -> None:
        told: dict[tuple[str, ...], list[Meant]] = {}
        for number, meanings in enumerate(sections):
            for each in meanings:
                for phrase in each.phrases:
                    parts = tuple(part for word in phrase.split() if (part := _beginning(word)))
                    if parts and (number, each.name) not in told.setdefault(parts, []):
                        told[parts].append((number, each.name))
        self._alone: dict[str, tuple[Meant, ...]] = {}
        self._pairs: dict[str, dict[str, tuple[Meant, ...]]] = {}
        self._longer: dict[str, dict[str, tuple[Longer, ...]]] = {}
        self._filed: dict[str, set[str]] = {}
        for parts, meant in told.items():
            for part in parts:
                self._filed.setdefault(part.strip()[:_FEWEST], set()).add(part)
            if len(parts) == 1:
                self._alone[parts[0]] = tuple(meant)
            elif len(parts) == 2:
                self._pairs.setdefault(parts[0], {})[parts[1]] = tuple(meant)
            else:
                after = self._longer.setdefault(parts[0], {})
                after[parts[1]] = (*after.get(parts[1], ()), (parts[1:], tuple(meant)))
        self._known: dict[str, _Word] = {}

    def of_word(self, word: str) -> _Word:
        """What a word in plain Latin letters may be."""
        if word not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            whole = f"{word} "
            filed = self._filed.get(word[:_FEWEST], ())
            parts = frozenset(part for part in filed if whole.startswith(part)) if word else ()
            self._known[word] = _Word(
                tuple(meant for part in parts for meant in self._alone.get(part, ())),
                frozenset(parts),
                _as_one(self._pairs[part] for part in parts if part in self._pairs),
                _as_one(self._longer[part] for part in parts if part in self._longer),
            )
        return self._known[word]

    def found(self, words: Sequence[str]) -> Iterator[Found]:
        """Every phrase the words hold; of two words either may come first, of more the first.

        Args:
            words: In plain Latin letters and without little words, `BARRIER` between two texts.
        """
        told = [self.of_word(word) for word in words]
        for place, word in enumerate(told):
            for section, name in word.alone:
                yield 1, (place,), section, name
            if word.pairs:
                yield from _pairs_at(told, words, place, word.pairs)
            if word.longer:
                yield from _longer_after(told, words, place, word.longer)


def _as_one(filed: Iterable[Mapping[str, tuple[_T, ...]]]) -> Mapping[str, tuple[_T, ...]]:
    """What follows the beginnings of one word, in one table, so that a text is gone over once."""
    told = list(filed)
    if len(told) < 2:
        return told[0] if told else {}
    merged: dict[str, tuple[_T, ...]] = {}
    for each in told:
        for part, meant in each.items():
            merged[part] = (*merged.get(part, ()), *meant)
    return merged


def _pairs_at(
    told: Sequence[_Word],
    words: Sequence[str],
    place: int,
    second: Mapping[str, tuple[Meant, ...]],
) -> Iterator[Found]:
    """Phrases of two words whose second one stands near a place, or else right before it."""
    for near, part in _met(told, _near(words, place, (1, -1)), second):
        for section, name in second[part]:
            yield 2, (place, near), section, name


def _met(
    told: Sequence[_Word], places: Iterable[int], known: Mapping[str, object]
) -> Iterator[tuple[int, str]]:
    """Where parts of phrases stand that are known here, each at the first of the places."""
    seen: set[str] = set()
    for place in places:
        if known.keys().isdisjoint(told[place].parts):
            continue
        for part in told[place].parts:
            if part in known and part not in seen:
                seen.add(part)
                yield place, part


def _near(words: Sequence[str], place: int, steps: Iterable[int]) -> Iterator[int]:
    for step in steps:
        for distance in range(1, 2 + (BETWEEN if step > 0 else 0)):
            near = place + step * distance
            if not 0 <= near < len(words) or not words[near]:
                break
            yield near


def _longer_after(
    told: Sequence[_Word],
    words: Sequence[str],
    place: int,
    after: Mapping[str, tuple[Longer, ...]],
) -> Iterator[Found]:
    """Phrases of three words and more whose first one stands at a place."""
    for near, part in _met(told, _near(words, place, (1,)), after):
        for parts, meant in after[part]:
            if places := _longer_at(told, words, near, parts):
                for section, name in meant:
                    yield len(parts) + 1, (place, *places), section, name


def _longer_at(
    told: Sequence[_Word], words: Sequence[str], place: int, parts: tuple[str, ...]
) -> tuple[int, ...]:
    """Where the words of a phrase stand whose first one stands at a place; empty if they do not."""
    places = [place]
    for part in parts[1:]:
        for near in range(places[-1] + 1, min(places[-1] + 2 + BETWEEN, len(words))):
            if not words[near]:
                return ()
            if part in told[near].parts:
                places.append(near)
                break
        else:
            return ()
    return tuple(places)


@lru_cache(maxsize=65_536)  # most words stand in many phrases
def _beginning(word: str) -> str:
    """How a word begins in plain Latin; a space ends a whole word, a little word is left out."""
    plain = plain_latin(word)
    if word.endswith("*"):
        return plain
    return "" if plain in LITTLE else f"{plain} "
