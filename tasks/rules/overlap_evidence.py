"""What speaks for two projects to overlap: subject, thing, kind of help, users, place.

Two projects overlap where they pay for the same kind of thing on one fine-grained subject for the
same users. Each measure says how far they do; its weight was fitted by logistic regression
(`tests/fitting`) on labelled pairs written before. The sum becomes a score from 0 to 1; from 0.5 on
a pair is shown (rule R12). From which sum on was set by files that were compared before their words
went into the thesaurus: elsewhere a rule knows fewer words than where they were learned.
"""

from collections.abc import Mapping
from math import exp

from tasks.rules.project_facets import Facet, Names
from tasks.rules.project_portraits import Portrait, in_one_place
from tasks.rules.project_words import names_subject

# What so many projects deliver or are for that it tells none of them apart.
COMMON_THINGS = frozenset(
    {"software and systems", "buildings", "training materials", "vehicles", "computers and servers"}
)
_NO_THINGS = frozenset({"training materials"})
_NO_USERS = frozenset({"police"})
_ANY_USERS = frozenset({"women", "victims"})  # they may be among the other users of another report
_RELATED = 0.6
_REST, OTHER_REST = "the rest of the titles", "another rest of the titles"

WEIGHTS: Mapping[str, float] = {
    "subject": 1.3,
    "subjects shared": 1.6,
    "other subjects": -1.3,
    "thing": 0.3,
    "other things": -0.4,
    "other things on no one subject": -0.6,
    "kind of help": 1.4,
    "kinds of two families": -1.7,
    "users": 0.8,
    "other users": -1.4,
    "side": 0.7,
    "place": 0.8,
    "one head, two tails": -1.3,
    "two tails": -0.5,
    "the rest of the titles": 1.1,
    "another rest of the titles": -0.9,
}
_BASE = -2.5


def score(measured: Mapping[str, float]) -> float:
    """The measures, weighed and brought to a number from 0 to 1."""
    return 1 / (1 + exp(-_total(measured)))


def may_overlap(measured: Mapping[str, float]) -> bool:
    """Whether an overlap can come of the measures, whatever the rest of the titles says."""
    return _total(measured) + WEIGHTS[_REST] >= 0


def _total(measured: Mapping[str, float]) -> float:
    told = [WEIGHTS[name] * value for name, value in measured.items() if value and name in WEIGHTS]
    return _BASE + sum(told)


def measure(one: Portrait, other: Portrait) -> dict[str, float]:
    """How far two projects share what they are about, deliver and do, and for whom.

    What has no weight here only tells one project from another (`same_evidence`).

    Args:
        one: A report.
        other: A report of another member.
    """
    ours, theirs = one.facets, other.facets
    nearest = ours.subjects.nearness(theirs.subjects)
    related = nearest >= _RELATED
    told = bool(ours.subjects.names) and bool(theirs.subjects.names)
    things = _things(ours.things, theirs.things)
    kinds = ours.kinds.names & theirs.kinds.names
    fewest = min(len(ours.kinds.names), len(theirs.kinds.names))
    users = _users(ours.users, theirs.users)
    sides = ours.sides.names & theirs.sides.names
    both_sides = bool(ours.sides.names) and bool(theirs.sides.names)
    return {
        "subject": nearest if related else 0.0,
        "subjects shared": ours.subjects.sharing(theirs.subjects) if related else 0.0,
        "other subjects": float(told and nearest == 0.0),
        "neighbouring subjects": float(told and 0.0 < nearest < _RELATED),
        "thing": max(0.0, things),
        "other things": float(things < 0),
        "other things on no one subject": float(things < 0 and nearest < 1.0),
        "kind of help": len(kinds) / fewest if fewest else 0.0,
        "other kinds of help": float(fewest > 0 and not kinds),
        "kinds of two families": float(_held_apart(ours.families, theirs.families)),
        "users": float(users > 0),
        "other users": float(users < 0),
        "side": float(bool(sides)),
        "other sides": float(both_sides and not sides),
        "other words": float(on_two_subjects(one, other)),
        "place": float(in_one_place(one, other)),
        "one head, two tails": float(bool(one.head) and one.head == other.head),
        "two tails": float(_tails(one, other)),
    }


def measure_rest(one: Portrait, other: Portrait) -> dict[str, float]:
    """What is left of two titles beside the words both have: the same, or something else."""
    rest = _rest(one, other)
    return {_REST: float(rest > 0), OTHER_REST: float(rest < 0)}


def _held_apart(ours: Names, theirs: Names) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def on_two_subjects(one: Portrait, other: Portrait) -> bool:
    """Whether both titles say what they are about, and neither is what the other one speaks of.

    “Twinning: further development of …” begins the titles of projects that have nothing in common.
    """
    return (
        bool(one.subject)
        and bool(other.subject)
        and one.subject.isdisjoint(other.words)
        and other.subject.isdisjoint(one.words)
    )


def _things(ours: Facet, theirs: Facet) -> float:
    """1 for a thing few projects deliver, 0.3 for a common or a wider one, -1 for two things."""
    if not ours.names - _NO_THINGS or not theirs.names - _NO_THINGS:
        return 0.0
    if (ours.names & theirs.names) - COMMON_THINGS:
        return 1.0
    return 0.3 if ours.relates(theirs) else -1.0


def _users(ours: Facet, theirs: Facet) -> int:
    if ours.differs(theirs):
        return -1 if ours.names - _ANY_USERS and theirs.names - _ANY_USERS else 0
    return 0 if (ours.names & theirs.names) <= _NO_USERS else 1


def _rest(one: Portrait, other: Portrait) -> int:
    """What the words say that only one of two titles has: 1 the same, -1 something else.

    “Forensic department: …” may begin two titles; what follows says whether they meet.
    """
    ours, theirs = _beside(one, other), _beside(other, one)
    if _meet(ours, theirs, one, other):
        return 1
    if one.title.keys().isdisjoint(other.title):
        return 0
    if not _more(one, other) or not _more(other, one) or _meet(ours, _all(other), one, other):
        return 0
    return 0 if _meet(_all(one), theirs, one, other) else -1


def _tails(one: Portrait, other: Portrait) -> bool:
    """Whether both titles have a second part, and the two parts share no word."""
    return bool(one.tail) and bool(other.tail) and one.tail.isdisjoint(other.tail)


def _more(one: Portrait, other: Portrait) -> bool:
    return any(names_subject(word) for word in one.words.keys() - other.words.keys())


def _beside(one: Portrait, other: Portrait) -> Names:
    facets = one.facets
    return facets.subjects.beside(one.words, other.words) | facets.things.beside(
        one.words, other.words
    )


def _all(one: Portrait) -> Names:
    return one.facets.subjects.names | one.facets.things.names


def _meet(ours: Names, theirs: Names, one: Portrait, other: Portrait) -> bool:
    """Whether a name of one is one of the other, or the wider or finer one of it."""
    if not ours.isdisjoint(theirs):
        return True
    return any(_around(name, one) & theirs for name in ours) or any(
        _around(name, other) & ours for name in theirs
    )


def _around(name: str, portrait: Portrait) -> Names:
    facets = portrait.facets
    return facets.subjects.around.get(name) or facets.things.around.get(name, frozenset())
