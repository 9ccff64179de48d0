"""Facets of a project: what it is about, what it delivers, for whom, in which way and where.

Titles of one form differ in a word or two, and two titles for one thing may share no word. What
tells them apart is what those words stand for: “drones and thermal cameras” and “thermal imaging”
deliver the same, “ambulances” and “body scanners” for one service do not. Which words stand for
what the thesaurus says; it comes in as a value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.vocabulary.thesaurus import Thesaurus
from tasks.rules.project_phrases import BARRIER, BETWEEN, LITTLE, Phrases
from tasks.rules.project_words import stem

_KINDS = 2  # the section of the kinds of help; whose words say so is asked of those before only
_THINGS = 1  # the section of what is delivered
_MOST_TOLD = 65_536  # combinations that are kept
_NONE: frozenset[str] = frozenset()

Names = frozenset[str]
_ALIKE, _RELATED, _SIBLINGS = 1.0, 0.6, 0.2  # one name; one within the other; both within a third


@dataclass(frozen=True, slots=True)
class Facet:
    """What the words of a project stand for in one section; without names it was not told.

    `wider` are the entries the names lie within, `coarse` those of the names that have finer ones
    within them. `around` gives the wider entries of each entry of the section, `words` the stems
    that mean a name (of subjects and things only).
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
            for name in self.names
            if (stems := self.words[name]) <= own.keys() and not stems <= other.keys()
        )


@dataclass(frozen=True, slots=True)
class Facets:
    """What the words of a project stand for, section by section.

    `families` are those of its kinds of help, and of the kinds that what it delivers goes with.
    """

    subjects: Facet
    things: Facet
    kinds: Facet
    users: Facet
    sides: Facet
    places: Facet
    families: Names


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
            thesaurus.places,
        )
        wider = [{each.name: each.within for each in section} for section in sections]
        self._coarse = [frozenset(each.values()) for each in wider]
        self._around = [{name: _around(name, each) for name in each} for each in wider]
        self._phrases = Phrases(sections)
        self._family = {each.name: each.family for each in thesaurus.kinds}
        self._given_by = {each.name: each.given_by for each in thesaurus.things}
        self._told: dict[tuple[int, Names], Facet] = {}

    def facets(self, title: Iterable[str], activity: Iterable[str] = ()) -> Facets:
        """The facets of a project; no phrase reaches from its title into its activity.

        The kinds of help are those of the activity where it tells any: it says what is done, and a
        title may only say how the project is called. Where no word tells any, what is delivered
        does: “six thermal cameras for the border police”.

        Args:
            title: The words of the title in plain Latin letters, in the order they were written.
            activity: Those of the activity.
        """
        words = [word for word in title if word not in LITTLE]
        words += [BARRIER] * (BETWEEN + 1)
        begins = len(words)
        words += [word for word in activity if word not in LITTLE]
        taken: dict[tuple[int, int], int] = {}
        meant: tuple[dict[str, Names], ...] = tuple({} for _ in self._around)
        done: dict[str, Names] = {}
        for length, places, section, name in sorted(self._phrases.found(words), reverse=True):
            if all(taken.get((section, each), length) == length for each in places):
                stems = (
                    _NONE if section >= _KINDS else _stems(tuple(words[each] for each in places))
                )
                told = done if section == _KINDS and places[0] >= begins else meant[section]
                told[name] = told[name] & stems or stems if name in told else stems
                taken |= {(section, each): length for each in places}
        if done:
            meant[_KINDS].clear()
            meant[_KINDS].update(done)
        given = {kind for name in meant[_THINGS] if (kind := self._given_by[name])}
        families = frozenset(self._family[kind] for kind in given.union(meant[_KINDS]))
        if not meant[_KINDS]:
            meant[_KINDS].update(dict.fromkeys(given, _NONE))
        facets = (self._facet(section, told) for section, told in enumerate(meant))
        return Facets(*facets, families=families)

    def knows(self, word: str) -> bool:
        """Whether a word in plain Latin stands for something by itself."""
        return bool(self._phrases.of_word(word).alone)

    def _facet(self, section: int, meant: Mapping[str, Names]) -> Facet:
        """Wider entries are left out where a finer one of theirs is told."""
        if not meant:
            return NOTHING
        key = section, frozenset(meant)
        if key not in self._told:
            if len(self._told) >= _MOST_TOLD:
                self._told.clear()
            self._told[key] = _facet(key[1], self._around[section], self._coarse[section])
        facet = self._told[key]  # many projects are for the same users: they share one
        if section >= _KINDS:
            return facet
        return Facet(facet.names, facet.wider, facet.coarse, facet.around, meant)


def _facet(told: Names, around: Mapping[str, Names], coarse: Names) -> Facet:
    wider = frozenset[str]().union(*(around[name] for name in told))
    names = told - wider
    return Facet(names, wider, names & coarse, around, {})


@lru_cache(maxsize=65_536)
def _stems(words: tuple[str, ...]) -> Names:
    return frozenset(filter(None, map(stem, words)))


@lru_cache(maxsize=2)
def lexicon_of(thesaurus: Thesaurus) -> Lexicon:
    """The thesaurus made ready, once for all comparisons of a run."""
    return Lexicon(thesaurus)


def _around(name: str, wider: Mapping[str, str]) -> Names:
    """The wider entries one lies within, itself left out."""
    found: list[str] = []
    while name := wider.get(name, ""):
        found.append(name)
    return frozenset(found)
