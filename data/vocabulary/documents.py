"""A document as words: what a rule composes and an edge draws in Word or on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One idea.

    `style` is one of: body, lead, quote, note, label; in letters also closing, signature and
    enclosure.
    `anchor` is a name that leads back to what the words rest on; empty for standing text.
    """

    text: str
    style: str = "body"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above; `widths` are shares of the text width, summing to 1.

    Columns whose index stands in `numbers` are aligned to the right. `landscape` tables get a
    page of their own on its side. Long cells continue in a next row (the edge takes care).
    `anchors` holds one name for each row, or nothing.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()
    landscape: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A stacked bar chart: one bar for each category, one segment for each series.

    `series` pairs a name with one count for each category; `description` is the alternative text.
    """

    caption: str
    description: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A heat map as a table: one hue in five steps, the number written in each cell.

    `corner` heads the first column. `rows` pair a name with one cell for each column: a count, or
    a word that stands where a count would mislead ("–" for no information received, "" for not
    asked). `description` says in words what the colours show.
    """

    caption: str
    description: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | str, ...]], ...]
    landscape: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Narrative:
    """Words that belong to people: the program keeps them and never writes them.

    `place` is the code of the place in the report, `prompt` what stands there while it is empty.
    """

    place: str
    prompt: str
    paragraphs: tuple[str, ...] = ()


Block = Heading | Paragraph | Bullets | Table | Chart | Matrix | Narrative


@dataclass(frozen=True, slots=True)
class Document:
    """One Word document, whole: cover, blocks, and what stands in its margins.

    `kind` names the template (report, summary, paper or letter), `title` and `subtitle` stand on
    the cover (of a letter: what it is about, and its addressee), `facts` are the lines under them
    (period, version, date), `marking` is printed in every header ("IISG members only - draft", or
    empty on the public summary), `version` in every footer.
    `kosovo_footnote` is empty when no Kosovo* occurs (rule R14). `identity` pairs names with values
    that travel inside a members-only file (cycle, pillar, draft, snapshot); a public one has none.
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
    identity: tuple[tuple[str, str], ...] = ()
