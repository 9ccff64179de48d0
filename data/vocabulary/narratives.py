"""Narrative: the words people write into a draft, kept apart from what the program counts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NarrativeVersion:
    """One version of the words at one place of a track's report; the newest one stands.

    `place` is a stable code (`opening`, `sub-pillar-1` … `sub-pillar-4`, `findings`). `text` holds
    paragraphs parted by line ends and may be empty, when somebody took the words out. `author` is
    the name of the person; it never stands in a document's properties. `origin` says where the
    words come from: a draft handed back, or an accepted comment.
    """

    place: str
    number: int
    text: str
    author: str
    origin: str
    recorded_at: datetime
