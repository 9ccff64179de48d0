"""Names of the places in a report where a finding or a count stands; they lead to its sources."""

from hashlib import sha256

from data.vocabulary import Gap, PossibleOverlap
from data.vocabulary.coordination import Confirmation, Potential
from data.vocabulary.trends import Intention, NeedTrend


def gap(found: Gap) -> str:
    """The row of one gap."""
    return _name("gap", found.kind, found.need)


def empty_filter(sub_pillar: int, name: str) -> str:
    """The row of one filter without a response."""
    return _name("empty", str(sub_pillar), name)


def potential(found: Potential) -> str:
    """The row of one potential for coordination."""
    place = (str(found.sub_pillar), found.filter, found.supporter, found.quarter)
    return _name("coordination", found.kind, *place)


def overlap(found: PossibleOverlap) -> str:
    """The row of one confirmed possible overlap."""
    return _name("overlap", found.need, found.first, found.second)


def confirmation(found: Confirmation) -> str:
    """The row of one support as its two sides name it."""
    return _name("named", found.need, found.supporter, found.title, found.as_partner)


def trend(found: NeedTrend) -> str:
    """The row of one change since the cycle before."""
    return _name("trend", found.need)


def intention(found: Intention) -> str:
    """The row of one item planned in the cycle before."""
    return _name("planned", found.need, str(found.item))


def annex(need: str) -> str:
    """The row of one need in the annex."""
    return _name("annex", need)


def count(subject: str) -> str:
    """A sentence, chart or matrix of counts; `subject` holds small letters and underscores."""
    return f"count_{subject}"


def _name(subject: str, *parts: str) -> str:
    """At most 40 signs, only such as a bookmark of Word may hold, the same in every run."""
    return f"{subject}_{sha256('|'.join(parts).encode()).hexdigest()[:12]}"
