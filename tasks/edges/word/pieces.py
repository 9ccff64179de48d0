"""What the template draws, one piece after the other, with every number already counted."""

from dataclasses import dataclass
from typing import ClassVar

from tasks.edges.word.page import Page

Cells = tuple[tuple[int, str, str], ...]
"""One row: for each cell its width in twips, its style and its text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in a style."""

    drawing: ClassVar[str] = "line"
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading; Word numbers it by its style, `number` is for the list of contents."""

    drawing: ClassVar[str] = "chapter"
    level: int
    number: str
    text: str
    anchor_id: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; each row says whether it goes on in the next one and whether it came from above."""

    drawing: ClassVar[str] = "grid"
    number: int
    caption: str
    anchor_id: int
    anchor: str
    columns: tuple[int, ...]
    header: Cells
    rows: tuple[tuple[bool, bool, Cells], ...]

    @property
    def width(self) -> int:
        return sum(self.columns)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's place on the page; the chart itself is a part of its own."""

    drawing: ClassVar[str] = "figure"
    number: int
    caption: str
    description: str
    anchor_id: int
    anchor: str
    width: int
    height: int
    relation: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of a section whose paper lay as `page` says."""

    drawing: ClassVar[str] = "turn"
    page: Page


Piece = Line | Chapter | Grid | Figure | Turn
