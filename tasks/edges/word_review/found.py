"""What was found in a copy, before it is said where in the draft it belongs."""

from dataclasses import dataclass
from datetime import date

from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.story import Paragraph, Segment

NOTHING = "[nothing that can be seen]"
_WHOLE = 2_000  # letters of a paragraph that are quoted whole
_AROUND = 600  # letters quoted on each side of a change in a longer one


@dataclass(slots=True)
class Found:
    """One thing somebody did or said, and the paragraph it happened in.

    `part` and `position` put what was found in the order of reading. `to` is where a move went,
    `after` the paragraph behind which something is missing that only the draft holds,
    `id` and `answers` are the numbers of a comment and of the one it
    replies to.
    """

    kind: CommentKind
    author: str
    date: str
    text: str
    quoted: str
    proposed: str
    paragraph: Paragraph
    part: int
    position: int
    to: Paragraph | None = None
    after: Paragraph | None = None
    id: str = ""
    answers: str = ""
    resolved: bool = False


def shown(segments: list[Segment]) -> str:
    """The words of segments, with a label in brackets for what is no text."""
    words = "".join([each.text or _label(each) for each in segments])
    if words.strip():
        return words.strip("\n")
    return "[space]" if words and not words.strip(" \t\xa0") else NOTHING


def day_of(stamp: str) -> date | None:
    """The author's own day of a moment as Word writes it, None when it is none."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def ahead(text: str, end: int) -> str:
    """What stands before a place, cut to its nearest words in a long text."""
    if len(text) <= _WHOLE or end <= _AROUND:
        return text[:end]
    return f"…{text[end - _AROUND : end]}"


def behind(text: str, start: int) -> str:
    """What stands after a place, cut to its nearest words in a long text."""
    if len(text) <= _WHOLE or len(text) - start <= _AROUND:
        return text[start:]
    return f"{text[start : start + _AROUND]}…"


def shortened(text: str) -> str:
    return text if len(text) <= _WHOLE else f"{text[:_WHOLE]}…"


def _label(segment: Segment) -> str:
    return "" if segment.label == "[comment]" else segment.label
