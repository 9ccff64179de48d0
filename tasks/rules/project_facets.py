"""Facets of a project: what it is about, what it delivers, for whom and in which way.

Titles of one form differ in a word or two, and two titles for one thing may share no word. What
tells them apart is what those words stand for: “drones and thermal cameras” and “thermal imaging”
deliver the same, “ambulances” and “body scanners” for one service do not. Which words stand for
what the thesaurus says; it comes in as a value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from data.vocabulary.thesaurus import Meaning, Thesaurus
from tasks.rules.project_words import stem
from tasks.rules.transliteration import plain_latin

_FEWEST = 3  # letters by which beginnings are filed, so that a word need look at few
_BETWEEN = 1  # words that may stand between two words of a phrase
_BARRIER = ""
# Little words inside phrases; “against” and “anti” are none, since they turn what follows round.
_LITTLE = frozenset(
    """
    a an and as at by for from in into is of on or the their to towards with within its i u za na
    sa s o od do iz po kod te se per dhe ne nga me der die das und fur von zur zum del dei delle
    della dell di il la le les des et pour de du da al vo so los las el y
    """.split()  # noqa: SIM905 - words read better than a list of them
)

Names = frozenset[str]
_Phrase = tuple[int, str, tuple[str, ...]]  # section, what it means, how its words begin
_ALIKE, _RELATED, _SIBLINGS = 1.0, 0.6, 0.2  # one name; one within the other; both within a third


@dataclass(frozen=True, slots=True)
class Facet:
    """What the words of a project stand for in one section; without names it was not told.

    `wider` are the entries the names lie within, `coarse` those of the names that have finer ones
    within them. `around` gives the wider entries of each name, `words` the stems of those that mean it.
    """

    names: Names
    wider: Names
    coarse: Names
    around: Mapping[str, Names]
    words: Mapping[str, Names]

    def differs(self, other: "Facet") -> bool:
        """Whether both were told and have nothing to do with each other."""
        return bool(self.names) and bool(other.names) and not self.relates(other)

    def relates(self, other: "Facet") -> bool:
        """Whether a name of one is, or lies within, a name of the other."""
        return not (
            self.names.isdisjoint(other.names)
            and self.names.isdisjoint(other.wider)
            and self.wider.isdisjoint(other.names)
        )

    def nearness(self, other: "Facet") -> float:
        """How near the nearest two names are, from 0 to 1."""
        if not self.names or not other.names:
            return 0.0
        if (self.names & other.names) - self.coarse:
            return _ALIKE
        if self.relates(other):
            return _RELATED
        return 0.0 if self.wider.isdisjoint(other.wider) else _SIBLINGS

    def sharing(self, other: "Facet") -> float:
        """How much of what both name has its like in the other one, from 0 to 1."""
        told = [self._near(name, other) for name in self.names]
        told += [other._near(name, self) for name in other.names]
        return sum(told) / len(told) if told else 0.0

    def _near(self, name: str, other: "Facet") -> float:
        if name in other.names:
            return _RELATED if name in self.coarse else _ALIKE
        around = self.around[name]
        if name in other.wider or not around.isdisjoint(other.names):
            return _RELATED
        return 0.0 if around.isdisjoint(other.wider) else _SIBLINGS

    def beside(self, own: Mapping[str, str], other: Mapping[str, str]) -> Names:
        """Names meant by words of one title alone that another title does not have all of."""
        return frozenset(
            name
            for name, stems in self.words.items()
            if stems <= own.keys() and not stems <= other.keys()
        )


@dataclass(frozen=True, slots=True)
class Facets:
    """What the words of a project stand for, section by section."""

    subjects: Facet
    things: Facet
    kinds: Facet
    users: Facet
    sides: Facet


NOTHING = Facet(frozenset(), frozenset(), frozenset(), {}, {})


class Lexicon:
    """The thesaurus, made ready once for all reports that are compared."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        sections = (
            thesaurus.subjects,
            thesaurus.things,
            thesaurus.kinds,
            thesaurus.users,
            thesaurus.sides,
        )
        self._wider = [{each.name: each.within for each in section} for section in sections]
        self._coarse = [frozenset(wider.values()) for wider in self._wider]
        self._index = _filed(sections)
        self._begun: dict[str, tuple[_Phrase, ...]] = {}
        self._around = cache(self._within)

    def facets(self, *texts: Iterable[str]) -> Facets:
        """The facets of texts in plain Latin words; no phrase reaches from one into the next."""
        words: list[str] = []
        for text in texts:
            words += [word for word in text if word not in _LITTLE]
            words += [_BARRIER] * (_BETWEEN + 1)
        meant = self._meant(words)
        return Facets(*(self._facet(section, told) for section, told in enumerate(meant)))

    def knows(self, word: str) -> bool:
        """Whether a word in plain Latin stands for something by itself."""
        return any(len(parts) == 1 for _, _, parts in self._begun_by(word))

    def _meant(self, words: Sequence[str]) -> tuple[dict[str, Names], ...]:
        """What the words stand for, section by section, with the stems of those that say so.

        Words of a phrase mean what the phrase means and no more: “digital forensics” is no
        forensics, and a “financial intelligence unit” no intelligence.
        """
        found: list[tuple[int, tuple[int, ...], int, str]] = []
        for place, word in enumerate(words):
            for section, name, parts in self._begun_by(word):
                if len(parts) == 1:
                    found.append((1, (place,), section, name))
                elif places := _found_at(words, place, parts):
                    found.append((len(parts), places, section, name))
        taken: dict[tuple[int, int], int] = {}
        meant: tuple[dict[str, Names], ...] = tuple({} for _ in self._wider)
        for length, places, section, name in sorted(found, reverse=True):
            if all(taken.get((section, each), length) == length for each in places):
                stems = frozenset(filter(None, (stem(words[each]) for each in places)))
                told = meant[section]
                told[name] = told.get(name, stems) & stems or stems
                taken |= {(section, each): length for each in places}
        return meant

    def _facet(self, section: int, meant: Mapping[str, Names]) -> Facet:
        """Wider entries are left out where a finer one of theirs is told."""
        if not meant:
            return NOTHING
        around = {name: self._around(section, name) for name in meant}
        wider = frozenset[str]().union(*around.values())
        names = meant.keys() - wider
        return Facet(
            frozenset(names),
            wider,
            names & self._coarse[section],
            {name: around[name] for name in names},
            {name: meant[name] for name in names},
        )

    def _within(self, section: int, name: str) -> Names:
        """The wider entries one lies within, itself left out."""
        found: list[str] = []
        while name := self._wider[section].get(name, ""):
            found.append(name)
        return frozenset(found)

    def _begun_by(self, word: str) -> tuple[_Phrase, ...]:
        if word not in self._begun:
            whole = f"{word} "
            filed = self._index.get(word[:_FEWEST], ())
            self._begun[word] = tuple(each for each in filed if whole.startswith(each[2][0]))
        return self._begun[word]


def _filed(sections: Iterable[Iterable[Meaning]]) -> Mapping[str, tuple[_Phrase, ...]]:
    told: dict[str, list[_Phrase]] = {}
    for number, meanings in enumerate(sections):
        for each in meanings:
            for phrase in each.phrases:
                parts = tuple(part for word in phrase.split() if (part := _beginning(word)))
                if parts:
                    start = parts[0].strip()[:_FEWEST]
                    told.setdefault(start, []).append((number, each.name, parts))
    return {start: tuple(dict.fromkeys(phrases)) for start, phrases in told.items()}


def _beginning(word: str) -> str:
    """How a word begins in plain Latin; a space ends a whole word, and fillers are left out."""
    plain = plain_latin(word)
    if word.endswith("*"):
        return plain
    return "" if plain in _LITTLE else f"{plain} "


def _found_at(words: Sequence[str], place: int, parts: tuple[str, ...]) -> tuple[int, ...]:
    """Where the words of a phrase stand whose first one stands at a place; empty if they do not."""
    places = [place]
    for part in parts[1:]:
        after = range(places[-1] + 1, min(places[-1] + 2 + _BETWEEN, len(words)))
        next_place = _first(words, after, part)
        if next_place is None and len(parts) == 2:  # of two words either may come first
            next_place = _first(words, range(place - 1, max(place - 2 - _BETWEEN, -1), -1), part)
        if next_place is None:
            return ()
        places.append(next_place)
    return tuple(places)


def _first(words: Sequence[str], places: Iterable[int], part: str) -> int | None:
    for place in places:
        if not words[place]:
            return None
        if f"{words[place]} ".startswith(part):
            return place
    return None
