"""Find the weights of what speaks for two projects to overlap, and how they would do elsewhere.

Run `python -m tests.fitting.fit_overlap_weights` in the root of the repository. It prints weights
for a person to set in `tasks/rules/overlap_evidence.py`, and how each file of labelled pairs would
have been told by weights fitted without it. Nothing is claimed from that: what is claimed is
measured on pairs that were in nobody's sight (`tests/specimens/project_pairs/labels.md`).

The files whose words the thesaurus was made from count a third: on them every word is known, as it
never is elsewhere. The others were compared once before their words went in, and what was missed
there showed what to better. Fit before words of a new file go into the thesaurus, not after. Two
reports taken from different pairs are no overlap; without them a rule learns that whatever stands
under one need for one kind of users overlaps.
"""

import random
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import combinations
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.reference.thesaurus import thesaurus
from tasks.rules import overlap_evidence
from tasks.rules.likeness import are_apart, name_two_things
from tasks.rules.project_facets import lexicon_of
from tasks.rules.project_portraits import Portrait, portraits
from tests.specimens.project_pairs import OVERLAP, SAME, read

FILES = range(1, 27)
KNOWN_WORD_FOR_WORD = range(1, 9)  # the thesaurus was made from them
_OLD, _CROSSED, _RIDGE = 0.3, 0.25, 4.0
_CROSSINGS = 60  # pairs of strangers from each file
_SHOWN_FROM = 0.52  # chance of an overlap from which a pair is shown to the Secretariat

Numbers = NDArray[np.float64]


class Pair(NamedTuple):
    """What was measured of two reports, whether they overlap, and how much they count."""

    file: int
    measured: dict[str, float]
    overlaps: bool
    weight: float


def pairs_in(file: int) -> Iterator[Pair]:
    """The labelled pairs of a file that may overlap at all, and pairs of strangers."""
    labelled = read(import_module(f"tests.specimens.project_pairs.before_{file}").PAIRS)
    drawn = portraits(labelled.support, labelled.needs, {}, lexicon_of(thesaurus()))
    weight = _OLD if file in KNOWN_WORD_FOR_WORD else 1.0
    strangers: list[Pair] = []
    for one, other in combinations(drawn, 2):
        if are_apart(one, other) or name_two_things(one, other):
            continue
        told = {_pair(one), _pair(other)}
        measured = overlap_evidence.measure(one, other)
        measured |= overlap_evidence.measure_rest(one, other)
        if len(told) == 1 and labelled.labels[_pair(one)] != SAME:
            yield Pair(file, measured, labelled.labels[_pair(one)] == OVERLAP, weight)
        elif len(told) == 2 and one.partners & other.partners:
            strangers.append(Pair(file, measured, False, weight * _CROSSED))
    chance = random.Random(1)  # noqa: S311 - which strangers, no secret
    yield from chance.sample(strangers, min(_CROSSINGS, len(strangers)))


def _pair(portrait: Portrait) -> str:
    return portrait.report.needs[0].split("/")[0]


def fitted(pairs: Sequence[Pair], names: Sequence[str]) -> Numbers:
    """Weights by logistic regression with a ridge, the last of them that of every pair (Newton)."""
    rows = np.array([[pair.measured[name] for name in names] + [1.0] for pair in pairs])
    labels = np.array([float(pair.overlaps) for pair in pairs])
    counts = np.array([pair.weight for pair in pairs])
    ridge = np.eye(len(names) + 1) * _RIDGE
    ridge[-1, -1] = 1e-6
    weights = np.zeros(len(names) + 1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (chance - labels)) + ridge @ weights
        curve = (rows.T * (counts * chance * (1 - chance))) @ rows + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Print how each file would have done, and the weights fitted on all."""
    pairs = [pair for file in FILES for pair in pairs_in(file)]
    names = [*overlap_evidence.WEIGHTS]
    for file in (file for file in FILES if file not in KNOWN_WORD_FOR_WORD):
        weights = fitted([pair for pair in pairs if pair.file != file], names)
        unseen = [pair for pair in pairs if pair.file == file and pair.weight >= 1.0]
        rows = np.array([[pair.measured[name] for name in names] + [1.0] for pair in unseen])
        shown = 1 / (1 + np.exp(-(rows @ weights))) >= _SHOWN_FROM
        true = np.array([pair.overlaps for pair in unseen])
        right = float((shown & true).sum())
        precision, recall = right / shown.sum(), right / true.sum()
        print(f"before_{file}: precision {precision:.2f}, recall {recall:.2f}")  # noqa: T201 - a tool
    weights = fitted(pairs, names)
    for name, weight in zip(names, weights, strict=False):
        print(f'    "{name}": {weight:.1f},')  # noqa: T201 - as above
    print(f"_BASE = {weights[-1] - log(_SHOWN_FROM / (1 - _SHOWN_FROM)):.1f}")  # noqa: T201 - as above


if __name__ == "__main__":
    main()
