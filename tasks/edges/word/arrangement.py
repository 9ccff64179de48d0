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
from tasks.edges.word.marks import for_attribute, reference_anchor
from tasks.edges.word.page import Page
from tasks.edges.word.pieces import (
    Caption,
    Chapter,
    Figure,
    Grid,
    Heat,
    Line,
    Mark,
    Piece,
    Turn,
    Words,
)
from tasks.edges.word.places import bookmark_of
from tasks.edges.word.references import FIGURE, TABLE, References
from tasks.edges.word.styles import FIRST_BULLET, NEXT_BULLET, PARAGRAPHS

_BETWEEN = 2  # so many paragraphs may stand between a heading and the wide table it opens
_EMU_PER_CM = 360_000


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

    def anchor(self, kind: str) -> tuple[int, str]:
        self.anchors += 1
        return self.anchors, f"_{kind}{self.anchors:08d}"

    def mark(self, anchor: str) -> Mark:
        return (self.anchor("")[0], anchor) if anchor else ()

    def caption(self, label: str) -> int:
        self.captions[label] += 1
        return self.captions[label]


def arrange(blocks: Sequence[Block], page: Page, frames: Frames) -> tuple[tuple[Piece, ...], Page]:
    """The pieces to draw, and the page of the last section (Word keeps that one at the end).

    The second page of a document has been opened upright before the first piece.
    """
    drawing = _Drawing(frames, References(blocks), _Counter())
    pieces: list[Piece] = []
    current = page
    for number, (landscape, inside) in enumerate(sections(blocks)):
        if number or landscape:
            pieces.append(Turn(current))
        current = page.turned() if landscape else page
        for block, following in zip(inside, [*inside[1:], None], strict=True):
            leads_in = isinstance(following, Table | Matrix)
            pieces.extend(drawing.of(block, current, leads_in=leads_in))
    return tuple(pieces), current


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
    """How the blocks of one document become pieces."""

    frames: Frames
    references: References
    counter: _Counter

    def of(self, block: Block, page: Page, *, leads_in: bool = False) -> Iterator[Piece]:
        match block:
            case Heading():
                yield self._chapter(block)
            case Paragraph():
                text, mark = self.references.linked(block), self.counter.mark(block.anchor)
                style = PARAGRAPHS[block.style]
                yield Line(self.frames.line(style, text, mark, leads_in=leads_in))
            case Bullets():
                for number, item in enumerate(block.items):
                    style = NEXT_BULLET if number else FIRST_BULLET
                    yield Line(self.frames.line(style, item, ()))
            case Table():
                yield self._grid(block, page)
            case Matrix():
                yield self._heat(block, page)
            case Chart():
                yield self._figure(block, page)
            case Narrative():
                number, _ = self.counter.anchor("")
                place, bookmark = block.place, bookmark_of(block.place)
                yield Words(number, place, bookmark, block.prompt, block.paragraphs)

    def _chapter(self, heading: Heading) -> Chapter:
        number = self.counter.chapter(heading.level)
        id_, anchor = self.counter.anchor("Toc")
        level = {"level": heading.level}
        drawn = self.frames.draw("chapter", level, id=id_, anchor=anchor, text=heading.text)
        return Chapter(heading.level, number, heading.text, anchor, drawn)

    def _caption(self, label: str, text: str) -> Caption:
        number = self.counter.caption(label)
        (id_, anchor), (reference_id, _) = self.counter.anchor(label), self.counter.anchor("")
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
        return Caption(number, text, anchor, drawn)

    def _grid(self, table: Table, page: Page) -> Grid:
        columns = grid.columns_of(table, page)
        return Grid(
            self._caption(TABLE, table.caption),
            columns,
            self.frames.table(
                grid.look_of(table),
                table.header,
                grid.rows_of(table, columns, page, self.counter.mark),
            ),
        )

    def _heat(self, matrix: Matrix, page: Page) -> Heat:
        return Heat(
            self._caption(TABLE, matrix.caption),
            for_attribute(matrix.description),
            self.counter.mark(matrix.anchor),
            heat.columns_of(matrix, page),
            matrix.corner,
            matrix.columns,
            heat.rows_of(matrix),
        )

    def _figure(self, chart: Chart, page: Page) -> Figure:
        caption = self._caption(FIGURE, chart.caption)
        centimetres = min(2.8 + 0.8 * len(chart.categories), 18.0)
        return Figure(
            caption,
            for_attribute(chart.description),
            self.counter.mark(chart.anchor),
            page.text_width_in_emu,
            round(centimetres * _EMU_PER_CM),
            f"rIdChart{caption.number}",
        )
