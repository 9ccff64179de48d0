"""What speaks for two reports to tell of one project: names, hands, money, time and words.

Words alone put look-alikes first, so every column has its say. Each measure's weight was fitted by
logistic regression on the labelled pairs written before, and rounded; the sum becomes a score from
0 to 1 (rule R12).
"""

from collections.abc import Mapping
from math import exp

from tasks.rules.project_portraits import Portrait

WEIGHTS: Mapping[str, float] = {
    "words": 2.8,
    "words across languages": 2.0,
    "two languages": 0.7,
    "the same title": 2.0,
    "name": 2.6,
    "long name": 2.0,
    "contract": 4.0,
    "implementer": 1.5,
    "other implementers": -1.2,
    "donor": 1.0,
    "other donors": -1.5,
    "implementer and donor": 0.9,
    "other hands and money": -1.3,
    "reporter named by the other": 1.4,
    "implementer untold": -0.2,
    "donor untold": -0.2,
    "period untold": 1.6,
    "same period": 1.1,
    "close period": 0.4,
    "same amount": 1.9,
    "other amounts": -0.6,
    "partner": 0.3,
    "other partners": -0.8,
    "names of places": -1.0,
    "subject": 0.5,
    "other subjects": -1.3,
    "other things": -0.9,
    "kind of help": 0.8,
    "other kinds of help": -1.0,
    "other users": -1.3,
    "another rest of the titles": -0.9,
    "other words": -0.4,
    "two tails": -0.8,
    "one head, two tails": -1.1,
}
_BASE = -4.7
_CLOSE = 3  # months between two tellings of one beginning or end
_CERTAIN = 1.05  # amounts that differ by less are one


def score(measured: Mapping[str, float]) -> float:
    """The measures, weighed and brought to a number from 0 to 1."""
    total = _BASE + sum([WEIGHTS[name] * value for name, value in measured.items() if value])
    return 1 / (1 + exp(-total))


def measure(
    one: Portrait, other: Portrait, text: float, named: str, activities: Mapping[str, float]
) -> dict[str, float]:
    """How far two reports may tell of one project.

    Args:
        one: A report.
        other: A report of another member.
        text: The likeness of their words, from 0 to 1.
        named: The short or own name both bear, if any.
        activities: What `overlap_evidence.measure` said of the two; the rest of the titles, which
            can only speak against it, is added when it has been looked at.
    """
    foreign = bool(one.language) and bool(other.language) and one.language != other.language
    implementers = hands_held(one.implementers, other.implementers)
    donors = hands_held(one.donors, other.donors)
    hands = _named_by(one, other) + _named_by(other, one)
    amounts = _amounts(one, other)
    return {
        "words": 0.0 if foreign else text,
        "words across languages": text if foreign else 0.0,
        "two languages": float(foreign),
        "the same title": float(text >= 0.97),
        "name": float(bool(named)),
        "long name": float(len(named) > 4),
        "contract": float(not one.contracts.isdisjoint(other.contracts)),
        "implementer": float(implementers > 0),
        "other implementers": float(implementers < 0),
        "donor": float(donors > 0),
        "other donors": float(donors < 0),
        "implementer and donor": float(implementers > 0 and donors > 0),
        "other hands and money": float(implementers < 0 and donors < 0),
        "reporter named by the other": float(hands > 0),
        "implementer untold": float(not one.implementers or not other.implementers),
        "donor untold": float(not one.donors or not other.donors),
        "period untold": float(one.months is None or other.months is None),
        "same period": float(bool(one.years) and one.years == other.years),
        "close period": float(begin_and_end_together(one, other)),
        "same amount": float(amounts > 0),
        "other amounts": float(amounts < 0),
        "partner": float(not one.partners.isdisjoint(other.partners)),
        "other partners": float(bool(one.partners) and one.partners.isdisjoint(other.partners)),
        "names of places": float(_held(one.own_names, other.own_names) < 0),
        "subject": activities["subject"],
        "other subjects": activities["other subjects"] + activities["neighbouring subjects"],
        "other things": activities["other things"],
        "kind of help": activities["kind of help"],
        "other kinds of help": activities["other kinds of help"],
        "other users": activities["other users"],
        "other words": activities["other words"],
        "two tails": activities["two tails"],
        "one head, two tails": activities["one head, two tails"],
    }


def _held(ours: frozenset[str], theirs: frozenset[str]) -> int:
    if not ours or not theirs:
        return 0
    return -1 if ours.isdisjoint(theirs) else 1


def hands_held(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """1 where both columns name one organisation, -1 where they name two, 0 where one is empty.

    “Basel Institute” is “Basel Institute on Governance”.
    """
    held = _held(ours, theirs)
    if held < 0 and any(_begins(a, b) or _begins(b, a) for a in ours for b in theirs):
        return 1
    return held


def _begins(long: str, short: str) -> bool:
    return " " in short and long.startswith(f"{short} ")


def _named_by(one: Portrait, other: Portrait) -> bool:
    return not (one.implementers | one.donors).isdisjoint(other.reporter)


def begin_and_end_together(one: Portrait, other: Portrait) -> bool:
    """Whether two reports tell of one beginning and one end, but for a quarter of a year."""
    if one.months is None or other.months is None:
        return False
    return all(abs(a - b) <= _CLOSE for a, b in zip(one.months, other.months, strict=True))


def _amounts(one: Portrait, other: Portrait) -> int:
    if one.amount is None or other.amount is None or one.amount[1] != other.amount[1]:
        return 0
    small, large = sorted((one.amount[0], other.amount[0]))
    if large <= _CERTAIN * small:
        return 1
    return -1 if large > 2 * small else 0
