"""Which pairs of project reports are worth a look: the ten nearest by words, by need and by filter.

Every pair would be too many. Each report is held against the lists of reports that use its rarest
words, share a need, or serve the same partner under the same filter; of each kind the ten whose
words are nearest are kept. What is looked at for one report has a limit, so that the work grows
with the number of reports and not with its square.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from tasks.rules.project_portraits import Portrait
from tasks.rules.project_words import weight_of

NEAREST = 10
_LOOKED_AT = 1_000  # entries of the lists of words, for one report
_FAINT = 0.2  # likeness below which words alone bring no pair together
_TRACE = 0.05  # the same among many reports that share a need or a filter; of a few all are
_SMOOTHING = 5  # reports: a word used once in a small collection is not yet rare
_BESIDE_THE_TITLE = 0.5  # what a word of the activity counts against one of the title

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]
Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The words of one report with their weights; every vector has length 1."""

    title: Vector
    words: Vector


def vectors_of(portraits: Sequence[Portrait]) -> tuple[Vectors, ...]:
    """Weigh the words of every report: rare ones tell more (TF-IDF over stems)."""
    used = Counter(word for portrait in portraits for word in portrait.words)
    total = len(portraits) + _SMOOTHING
    rarity = {
        word: (1 + log(total / (count + _SMOOTHING))) * weight_of(word)
        for word, count in used.items()
    }
    return tuple(_vectors(portrait, rarity) for portrait in portraits)


def _vectors(portrait: Portrait, rarity: Vector) -> Vectors:
    title = {word: rarity[word] for word in portrait.title}
    words = {
        word: rarity[word] * (1.0 if word in title else _BESIDE_THE_TITLE)
        for word in portrait.words
    }
    return Vectors(_of_length_one(title), _of_length_one(words))


def _of_length_one(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The likeness of two vectors of words."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def pairs_of(
    portraits: Sequence[Portrait], vectors: Sequence[Vectors]
) -> Iterator[tuple[int, int]]:
    """Pairs of different reporters worth a look, as places in `portraits`, each once and in order.

    Args:
        portraits: All reports.
        vectors: Their words, weighed by `vectors_of`.
    """
    search = _Search(portraits, vectors)
    found: set[tuple[int, int]] = set()
    for place in range(len(portraits)):
        for other in search.near(place):
            found.add((place, other) if place < other else (other, place))
    yield from sorted(found)


class _Search:
    """Lists of reports by word, need and place in the taxonomy, and one sheet to add up on."""

    def __init__(self, portraits: Sequence[Portrait], vectors: Sequence[Vectors]) -> None:
        codes = {code: n for n, code in enumerate(sorted({p.report.reporter for p in portraits}))}
        self._reporters: Numbers = np.array(
            [codes[portrait.report.reporter] for portrait in portraits], dtype=np.int32
        )
        self._vectors = vectors
        self._marks = [_marks(portrait) for portrait in portraits]
        self._places = [(*portrait.needs, *portrait.blocks) for portrait in portraits]
        self._by_word = _lists((vector.words for vector in vectors), len(portraits))
        self._by_mark = _members(self._marks)
        self._by_place = _members(self._places)
        self._sum: Weights = np.zeros(len(portraits))

    def near(self, place: int) -> set[int]:
        """Reports of others nearest to one report: by words, and among those at its places."""
        looked_at = self._add_up(place)
        found = self._nearest(place, looked_at, _FAINT)
        there = self._at(self._by_place, self._places[place])
        found |= self._nearest(place, there, _TRACE if len(there) > 2 * NEAREST else 0.0)
        found |= self._nearest(place, self._at(self._by_mark, self._marks[place]), 0.0)
        self._sum[looked_at] = 0.0
        return found

    def _add_up(self, place: int) -> Numbers:
        vector = self._vectors[place].words
        lists = sorted((len(self._by_word[word][0]), word) for word in vector)
        looked_at: list[Numbers] = []
        left = _LOOKED_AT
        for length, word in lists:
            if left <= 0:
                break
            numbers, weights = self._by_word[word]
            self._sum[numbers[:left]] += weights[:left] * vector[word]
            looked_at.append(numbers[:left])
            left -= length
        return np.concatenate(looked_at) if looked_at else np.empty(0, dtype=np.int32)

    def _at(self, lists: Mapping[Hashable, Numbers], keys: Iterable[Hashable]) -> Numbers:
        members = [lists[key][:_LOOKED_AT] for key in keys]
        return np.concatenate(members) if members else np.empty(0, dtype=np.int32)

    def _nearest(self, place: int, numbers: Numbers, at_least: float) -> set[int]:
        """The nearest ten of other reporters; of equally near ones those that come first."""
        if not len(numbers):
            return set()
        of_others = self._reporters[numbers] != self._reporters[place]
        once = np.unique(numbers[of_others & (self._sum[numbers] >= at_least)])
        if len(once) > NEAREST:
            once = once[np.argsort(-self._sum[once], kind="stable")[:NEAREST]]
        return set(once.tolist())


def _marks(portrait: Portrait) -> tuple[Hashable, ...]:
    marks: list[Hashable] = [*portrait.contracts, *portrait.acronyms]
    facets = (
        portrait.facets.subjects.names
        | portrait.facets.subjects.wider
        | portrait.facets.things.names
    )  # two titles for one thing may share no word
    marks += [(place, each) for place in (*portrait.needs, *portrait.blocks) for each in facets]
    if portrait.amount and portrait.years:  # brings titles in two languages together
        marks.append((*portrait.amount, *portrait.years))
    return tuple(marks)


def _lists(vectors: Iterable[Vector], size: int) -> dict[str, tuple[Numbers, Weights]]:
    """For each word the reports that use it, those that use it most first."""
    told: dict[str, tuple[list[int], list[float]]] = {}
    for number, vector in enumerate(vectors):
        for word, weight in vector.items():
            numbers, weights = told.setdefault(word, ([], []))
            numbers.append(number)
            weights.append(weight)
    return {
        word: (np.array(numbers, dtype=np.int32), np.array(weights))
        for word, (numbers, weights) in told.items()
    }


def _members(keys: Sequence[Iterable[Hashable]]) -> dict[Hashable, Numbers]:
    told: dict[Hashable, list[int]] = {}
    for number, each in enumerate(keys):
        for key in each:
            told.setdefault(key, []).append(number)
    return {key: np.array(numbers, dtype=np.int32) for key, numbers in told.items()}
