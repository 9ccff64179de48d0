"""Names of the places in a report that lead back to what stands there: bookmarks in Word.

A name holds at most 40 signs, begins with a letter, and is the same in every draft of a cycle, so
that a comment on an old copy still finds its place. Findings name theirs in `finding_anchors`.
"""

import re
from hashlib import sha256

from data.vocabulary import Need, SupportLine

_FOREIGN = re.compile("[^A-Za-z0-9]+")
_READABLE = 20


def need(mapped: Need) -> str:
    """The row of one need with its state of play; people recognise the need's number in it."""
    return f"need_{_readable(mapped.number)}_{_short(mapped.key)}"


def chapter(sub_pillar: int) -> str:
    """The sentences that open the chapter of a sub-pillar."""
    return f"chapter_{sub_pillar}"


def filter_(sub_pillar: int, name: str) -> str:
    """The sentence that opens a filter."""
    return f"filter_{sub_pillar}_{_short(name)}"


def support(sub_pillar: int) -> str:
    """The sentence on the projects reported under a sub-pillar."""
    return f"support_{sub_pillar}"


def project(reporter: str, line: SupportLine) -> str:
    """The row of one project for one need."""
    return f"project_{_short(reporter, line.need, str(line.line), line.title, line.activity)}"


def cycle() -> str:
    """The sentence that opens a report: whose it is, and of when."""
    return "cycle"


def asked(side: str) -> str:
    """The sentence on how many of one side (partners, others) were asked and have replied."""
    return f"asked_{side}"


def member(side: str, code: str) -> str:
    """The row of one member: asked when, received when."""
    return f"asked_{side}_{_readable(code)}"


def comment(number: int) -> str:
    """The row of one comment in the register."""
    return f"comment_{number}"


def taken_up(number: int) -> str:
    """What a draft says because of one comment, at its place."""
    return f"taken_up_{number}"


def comments() -> str:
    """The sentence on how many comments came."""
    return "comments"


def narrative(place: str) -> str:
    """The words of people at one place."""
    return f"narrative_{place.replace('-', '_')}"


def _readable(text: str) -> str:
    return _FOREIGN.sub("_", text).strip("_")[:_READABLE]


def _short(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()[:10]
