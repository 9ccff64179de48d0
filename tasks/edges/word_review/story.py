"""A part of a copy as its words: paragraphs made of segments, each with who changed it and how."""

from dataclasses import dataclass, field

from tasks.edges.word_review.names import PUT_IN, TAKEN_OUT


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One tracked change as the file holds it. `move` names the pair a moved text belongs to."""

    kind: str
    author: str
    date: str
    move: str = ""

    @property
    def is_move(self) -> bool:
        return self.kind in ("moveFrom", "moveTo")


@dataclass(slots=True, eq=False)
class Segment:
    """A piece of text and the changes around it; `label` stands for what is no text.

    `volatile` text is computed by the program that shows it: page numbers, lists of contents.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    label: str = ""
    volatile: bool = False
    original: bool = True
    current: bool = True

    def __post_init__(self) -> None:
        for mark in self.marks:
            self.original = self.original and mark.kind not in PUT_IN
            self.current = self.current and mark.kind not in TAKEN_OUT


@dataclass(frozen=True, slots=True)
class FormatChange:
    """One change of format: which element, and what of."""

    name: str
    author: str
    date: str


@dataclass(slots=True, eq=False)
class Row:
    """One row of a table, where the anchors of its cells count for all of it."""

    table: int
    number: int
    outer: "Row | None"
    marks: list[Mark] = field(default_factory=list[Mark])
    cells: list["Cell"] = field(default_factory=list["Cell"])
    anchors: list[str] = field(default_factory=list[str])

    @property
    def original(self) -> bool:
        return not any(mark.kind in PUT_IN for mark in self.marks)


@dataclass(slots=True, eq=False)
class Cell:
    """One cell; its paragraphs, those of tables inside it left out."""

    row: Row
    number: int
    marks: list[Mark] = field(default_factory=list[Mark])
    paragraphs: list["Paragraph"] = field(default_factory=list["Paragraph"])

    @property
    def original(self) -> bool:
        return not any(mark.kind == "cellIns" for mark in self.marks)


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph. `flow` parts texts that do not follow each other: cells, boxes, notes."""

    number: int
    flow: int
    where: str
    cell: Cell | None
    enclosing: tuple[str, ...] = ()
    style: str = ""
    level: int = 0
    in_contents: bool = False
    segments: list[Segment] = field(default_factory=list[Segment])
    end: Segment = field(default_factory=lambda: Segment("\n"))
    anchors: list[str] = field(default_factory=list[str])
    formats: list[FormatChange] = field(default_factory=list[FormatChange])
    position: int = 0

    def original_text(self) -> str:
        return "".join([each.text for each in self.segments if each.original])

    def current_text(self) -> str:
        return "".join([each.text for each in self.segments if each.current])


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote, endnote or comment: where its paragraphs begin, and who wrote it."""

    id: str
    author: str
    date: str
    first: int


@dataclass(slots=True)
class Story:
    """One part, read: all its segments in order, its paragraphs, and where comments hang.

    `ranges` maps the id of a comment to its first and last segment, `pinned` to the paragraph that
    holds its sign. `counted` says how many marks of each name were met.
    """

    kind: str
    number: int
    segments: list[Segment] = field(default_factory=list[Segment])
    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    rows: list[Row] = field(default_factory=list[Row])
    begun: dict[str, int] = field(default_factory=dict[str, int])
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    pinned: dict[str, Paragraph] = field(default_factory=dict[str, Paragraph])
    counted: dict[str, int] = field(default_factory=dict[str, int])
    paragraph_ids: list[str] = field(default_factory=list[str])
    notes: list[Note] = field(default_factory=list[Note])

    @property
    def name(self) -> str:
        plain = {"footnotes": "footnote", "endnotes": "endnote"}.get(self.kind, self.kind)
        return plain if self.number == 1 else f"{plain} {self.number}"


def blocks(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Paragraphs that follow each other, kept together where the end of one is a tracked change."""
    found: list[list[Paragraph]] = []
    open_ends: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        block = open_ends.pop(paragraph.flow, None)
        if block is None:
            block = list[Paragraph]()
            found.append(block)
        block.append(paragraph)
        if paragraph.end.marks:
            open_ends[paragraph.flow] = block
    return found
