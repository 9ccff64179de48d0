"""A document as words: what a rule composes and an edge draws in Word or on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One idea. `style` is one of: body, lead, quote, note, label."""

    text: str
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above; `widths` are shares of the text width, summing to 1.

    Columns whose index stands in `numbers` are aligned to the right. `landscape` tables get a
    page of their own on its side. Long cells continue in a next row (the edge takes care).
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A stacked bar chart: one bar for each category, one segment for each series.

    `series` pairs a name with one count for each category; `description` is the alternative text.
    """

    caption: str
    description: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]


Block = Heading | Paragraph | Bullets | Table | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """One Word document, whole: cover, blocks, and what stands in its margins.

    `kind` names the template (report or summary), `title` and `subtitle` stand on the cover,
    `facts` are the lines under them (period, version, date), `marking` is printed in every header
    ("IISG members only - draft", or empty on the public summary), `version` in every footer.
    `kosovo_footnote` is empty when no Kosovo* occurs (rule R14).
    """

    kind: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    marking: str
    version: str
    disclaimers: tuple[str, ...]
    kosovo_footnote: str
    blocks: tuple[Block, ...]
