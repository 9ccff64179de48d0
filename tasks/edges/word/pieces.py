"""What the template draws, one piece after the other, with every number already counted."""

from dataclasses import dataclass
from typing import ClassVar

from tasks.edges.word.page import Page

Mark = tuple[int, str] | tuple[()]
"""The id and the name of the bookmark that leads back to the sources; nothing without one."""
Row = tuple[bool, bool, Mark, tuple[str, ...]]
"""A row: whether it goes on in the next one, whether it came from above, its mark, its texts."""
Look = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The styles of a table's header, of its rows and of its continued rows, column by column."""
Shade = tuple[str, str, str, str, str]
"""One cell of a heat map: pattern, colour of the pattern, fill, ink and text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, drawn already (see `frames`)."""

    drawing: ClassVar[str] = "line"
    drawn: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading; Word numbers it by its style, `number` is for the list of contents."""

    drawing: ClassVar[str] = "chapter"
    level: int
    number: str
    text: str
    anchor: str
    drawn: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table or under a figure, drawn already; `anchor` leads there."""

    number: int
    text: str
    anchor: str
    drawn: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its rows drawn already (see `frames`)."""

    drawing: ClassVar[str] = "grid"
    caption: Caption
    columns: tuple[int, ...]
    rows: str

    @property
    def width(self) -> int:
        return sum(self.columns)


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map; its mark stands in the corner."""

    drawing: ClassVar[str] = "heat"
    caption: Caption
    description: str
    mark: Mark
    columns: tuple[int, ...]
    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shade, ...]], ...]

    @property
    def width(self) -> int:
        return sum(self.columns)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's place on the page; the chart itself is a part of its own."""

    drawing: ClassVar[str] = "figure"
    caption: Caption
    description: str
    mark: Mark
    width: int
    height: int
    relation: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of a section whose paper lay as `page` says."""

    drawing: ClassVar[str] = "turn"
    page: Page


@dataclass(frozen=True, slots=True)
class Words:
    """A place for the words of people; `prompt` shows only while there are none."""

    drawing: ClassVar[str] = "words"
    number: int
    place: str
    bookmark: str
    prompt: str
    paragraphs: tuple[str, ...]


Piece = Line | Chapter | Grid | Heat | Figure | Words | Turn
