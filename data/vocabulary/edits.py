"""Edits: what a draft says passage by passage, and what somebody changed in a copy of it."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.documents import Narrative


class PassageKind(StrEnum):
    """What a passage is on the page. The value is the word people read."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FIGURE = "figure"
    TABLE = "table"
    ROW = "row"
    WORDS = "words of people"


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing a reader sees: a paragraph, a figure, a table with its rows.

    `texts` holds one text for a paragraph, one for each cell of a row, the numbers of a figure; it
    is empty for a table and for words of people, whose passages stand in `inside`. `where` names
    the heading above it, and the caption of a table; `anchors` are the bookmarks in it.
    """

    kind: PassageKind
    texts: tuple[str, ...]
    where: str = ""
    anchors: tuple[str, ...] = ()
    inside: tuple["Passage", ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """Two passages of two documents that are the same one, by their places; None has no twin.

    `inside` pairs the passages within them.
    """

    first: int | None
    second: int | None
    inside: tuple["Twin", ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A Word file of a draft as anybody's program saved it, read without asking for its styles.

    `identity` pairs names with values as in `Document.identity`. Tracked changes are read as
    accepted; `tracked` counts them. `comments` counts the comments in the margin. `margins` are the
    texts of page headers, footers and footnotes, without page numbers.
    """

    identity: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    narratives: tuple[Narrative, ...]
    margins: tuple[str, ...] = ()
    comments: int = 0
    tracked: int = 0


@dataclass(frozen=True, slots=True)
class ForeignChange:
    """A change outside the places for words of people: where, how it was and how it is now."""

    where: str
    was: str
    now: str

    def __str__(self) -> str:
        if not self.was:
            return f"{self.where}: “{self.now}” was put in."
        if not self.now:
            return f"{self.where}: “{self.was}” was taken out."
        return f"{self.where}: “{self.was}” was changed to “{self.now}”."


class Taking(StrEnum):
    """What is taken of an edited draft."""

    CHECKED = "checked"  # words of people, if nothing else was changed and no newer words stand
    WORDS = "words"  # words of people; changes to anything else are listed and set aside
    REPLACE = "replace"  # words of people, also in place of newer ones
