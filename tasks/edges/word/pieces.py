"""What templates draw, piece by piece, with every number already counted."""

from dataclasses import dataclass
from typing import NamedTuple

Mark = tuple[int, str] | tuple[()]
"""The id and the name of the bookmark that leads back to the sources; nothing without one."""
Row = tuple[bool, bool, Mark, tuple[str, ...]]
"""A row: whether it goes on in the next one, whether it came from above, its mark, its texts."""
Look = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The styles of a table's header, of its rows and of its continued rows, column by column."""
Shade = tuple[str, str, str, str, str]
"""One cell of a heat map: pattern, colour of the pattern, fill, ink and text."""
Entry = tuple[int, str, str, str]
"""A chapter in the list of contents: level, number, text, anchor; templates read tuples faster."""
TableEntry = tuple[int, str, str]
"""A table in the list of tables: number, caption, anchor."""


class RowLook(NamedTuple):
    """What decides how a row looks; rows of one look differ in their texts alone."""

    styles: tuple[str, ...]
    heads: bool = False
    continues: bool = False
    continued: bool = False
    label: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table or under a figure, drawn already."""

    number: int
    drawn: bytes


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map; its mark stands in the corner."""

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

    number: int
    description: str
    mark: Mark
    width: int
    height: int
    relation: str


@dataclass(frozen=True, slots=True)
class Words:
    """A place for the words of people; `prompt` shows only while there are none."""

    number: int
    place: str
    bookmark: str
    prompt: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All pieces of a document, drawn, and what its lists name."""

    drawn: bytes
    chapters: tuple[Entry, ...]
    tables: tuple[TableEntry, ...]
