"""Blocks put in the order of drawing: numbered, anchored, and landscape tables on turned pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.vocabulary.documents import (
    Block,
    Bullets,
    Chart,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)
from tasks.edges.word import grid, heat
from tasks.edges.word.frames import Frames
from tasks.edges.word.marks import for_attribute, in_one_line, reference_anchor
from tasks.edges.word.page import Page
from tasks.edges.word.pieces import Caption, Entry, Figure, Heat, Mark, Story, TableEntry, Words
from tasks.edges.word.places import bookmark_of
from tasks.edges.word.printable import printable
from tasks.edges.word.references import FIGURE, TABLE, References
from tasks.edges.word.styles import FIRST_BULLET, NEXT_BULLET, PARAGRAPHS

_BETWEEN = 2  # so many paragraphs may stand between a heading and the wide table it opens
_EMU_PER_CM = 360_000
_LISTED_LEVEL = 2


@dataclass
class _Counter:
    """The numbers of one document, running on from block to block."""

    chapters: list[int] = field(default_factory=lambda: [0, 0, 0])
    captions: dict[str, int] = field(default_factory=lambda: {TABLE: 0, FIGURE: 0})
    anchors: int = 0

    def chapter(self, level: int) -> str:
        # A skipped level counts as one, as it will on the page.
        above = [max(number, 1) for number in self.chapters[: level - 1]]
        self.chapters[:level] = [*above, self.chapters[level - 1] + 1]
        self.chapters[level:] = [0] * (3 - level)
        return ".".join(str(number) for number in self.chapters[:level])

    def id(self) -> int:
        self.anchors += 1
        return self.anchors

    def anchor(self, kind: str) -> tuple[int, str]:
        return self.id(), f"_{kind}{self.anchors:08d}"

    def mark(self, anchor: str) -> Mark:
        return (self.id(), printable(anchor)) if anchor else ()

    def caption(self, label: str) -> int:
        self.captions[label] += 1
        return self.captions[label]


def arrange(
    blocks: Sequence[Block], page: Page, frames: Frames, *, opened: bool = True
) -> tuple[Story, Page]:
    """The story as drawn, and the page of the last section (Word keeps that one at the end).

    The second page of a document has been opened upright before the first piece, where it is
    `opened`; nothing stands on it otherwise, and a story that begins on turned paper takes it.
    """
    drawing = _Drawing(frames, References(blocks), _Counter())
    drawn: list[bytes] = []
    current = page
    for number, (landscape, inside) in enumerate(sections(blocks)):
        if number or (landscape and opened):
            drawn += [frames.draw("turn", {"page": current}), b""]
        current = page.turned() if landscape else page
        for block, following in zip(inside, [*inside[1:], None], strict=True):
            leads_in = isinstance(following, Table | Matrix)
            drawn += drawing.of(block, current, leads_in=leads_in)
    return Story(b"\n".join([*drawn, b""]), tuple(drawing.chapters), tuple(drawing.tables)), current


def sections(blocks: Iterable[Block]) -> list[tuple[bool, list[Block]]]:
    """Runs of blocks with whether the paper is turned; a wide table takes its heading along."""
    done: list[tuple[bool, list[Block]]] = []
    upright: list[Block] = []
    for block in blocks:
        if isinstance(block, Table | Matrix) and block.landscape:
            cut = _opening(upright)
            if upright[:cut]:
                done.append((False, upright[:cut]))
            done.append((True, [*upright[cut:], block]))
            upright = []
        else:
            upright.append(block)
    if upright:
        done.append((False, upright))
    return done


def _opening(blocks: list[Block]) -> int:
    """Where the headings begin that open what comes next; the end if nothing opens it."""
    end = len(blocks)
    while end and len(blocks) - end < _BETWEEN and isinstance(blocks[end - 1], Paragraph):
        end -= 1
    start = end
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    return start if start < end else len(blocks)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How the blocks of one document are drawn, and what its lists name."""

    frames: Frames
    references: References
    counter: _Counter
    chapters: list[Entry] = field(default_factory=list[Entry])
    tables: list[TableEntry] = field(default_factory=list[TableEntry])

    def of(self, block: Block, page: Page, *, leads_in: bool = False) -> Iterator[bytes]:
        """The lines of XML; an empty one stands after what stands by itself."""
        match block:
            case Heading():
                yield self._chapter(block)
            case Paragraph():
                text, mark = self.references.linked(block), self.counter.mark(block.anchor)
                style = PARAGRAPHS[block.style]
                yield self.frames.line(style, text, mark, leads_in=leads_in)
            case Bullets():
                for number, item in enumerate(block.items):
                    yield self.frames.line(NEXT_BULLET if number else FIRST_BULLET, item, ())
            case Table():
                yield from (*self._grid(block, page), b"")
            case Matrix():
                yield from (*self._heat(block, page), b"")
            case Chart():
                yield from (*self._figure(block, page), b"")
            case Narrative():
                place, bookmark = block.place, bookmark_of(block.place)
                words = Words(self.counter.id(), place, bookmark, block.prompt, block.paragraphs)
                yield from (self.frames.whole("words", piece=words), b"")

    def _chapter(self, heading: Heading) -> bytes:
        level, text = heading.level, heading.text
        number, (id_, anchor) = self.counter.chapter(level), self.counter.anchor("Toc")
        if level <= _LISTED_LEVEL:
            self.chapters.append((level, number, in_one_line(text), anchor))
        return self.frames.draw("chapter", {"level": level}, id=id_, anchor=anchor, text=text)

    def _caption(self, label: str, text: str) -> Caption:
        number = self.counter.caption(label)
        (id_, anchor), reference_id = self.counter.anchor(label), self.counter.id()
        if label == TABLE:
            self.tables.append((number, in_one_line(text), anchor))
        drawn = self.frames.draw(
            "caption",
            {"label": label},
            id=id_,
            anchor=anchor,
            reference_id=reference_id,
            reference=reference_anchor(label, number),
            number=number,
            text=text,
        )
        return Caption(number, drawn)

    def _grid(self, table: Table, page: Page) -> tuple[bytes, bytes]:
        caption = self._caption(TABLE, table.caption)
        columns, look = grid.columns_of(table, page), grid.look_of(table)
        rows = grid.rows_of(table, columns, page, self.counter.mark)
        return caption.drawn, self.frames.table(columns, look, table.header, rows)

    def _heat(self, matrix: Matrix, page: Page) -> tuple[bytes, bytes]:
        caption = self._caption(TABLE, matrix.caption)
        heat_map = Heat(
            for_attribute(matrix.description),
            self.counter.mark(matrix.anchor),
            heat.columns_of(matrix, page),
            matrix.corner,
            matrix.columns,
            heat.rows_of(matrix),
        )
        return caption.drawn, self.frames.whole("heat", piece=heat_map)

    def _figure(self, chart: Chart, page: Page) -> tuple[bytes, bytes]:
        caption = self._caption(FIGURE, chart.caption)
        centimetres = min(2.8 + 0.8 * len(chart.categories), 18.0)
        figure = Figure(
            caption.number,
            for_attribute(chart.description),
            self.counter.mark(chart.anchor),
            page.text_width_in_emu,
            round(centimetres * _EMU_PER_CM),
            f"rIdChart{caption.number}",
        )
        return self.frames.whole("figure", piece=figure), caption.drawn
