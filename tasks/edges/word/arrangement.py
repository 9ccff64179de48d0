"""Blocks put in the order of drawing: numbered, anchored, and landscape tables on turned pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.vocabulary.documents import Block, Bullets, Chart, Heading, Paragraph, Table
from tasks.edges.word import grid
from tasks.edges.word.marks import for_attribute
from tasks.edges.word.page import Page
from tasks.edges.word.pieces import Chapter, Figure, Grid, Line, Piece, Turn
from tasks.edges.word.styles import FIRST_BULLET, NEXT_BULLET, PARAGRAPHS

_BETWEEN = 2  # so many paragraphs may stand between a heading and the wide table it opens
_EMU_PER_CM = 360_000


@dataclass
class _Counter:
    """The numbers of one document, running on from block to block."""

    chapters: list[int] = field(default_factory=lambda: [0, 0, 0])
    tables: int = 0
    figures: int = 0
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


def arrange(blocks: Sequence[Block], page: Page) -> tuple[tuple[Piece, ...], Page]:
    """The pieces to draw, and the page of the last section (Word keeps that one at the end).

    The second page of a document has been opened upright before the first piece.
    """
    counter = _Counter()
    pieces: list[Piece] = []
    current = page
    for number, (landscape, inside) in enumerate(sections(blocks)):
        if number or landscape:
            pieces.append(Turn(current))
        current = page.turned() if landscape else page
        for block in inside:
            pieces.extend(_drawn(block, current, counter))
    return tuple(pieces), current


def sections(blocks: Iterable[Block]) -> list[tuple[bool, list[Block]]]:
    """Runs of blocks with whether the paper is turned; a wide table takes its heading along."""
    done: list[tuple[bool, list[Block]]] = []
    upright: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and block.landscape:
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


def _drawn(block: Block, page: Page, counter: _Counter) -> Iterator[Piece]:
    match block:
        case Heading():
            number = counter.chapter(block.level)
            yield Chapter(block.level, number, block.text, *counter.anchor("Toc"))
        case Paragraph():
            yield Line(PARAGRAPHS[block.style], block.text)
        case Bullets():
            for number, item in enumerate(block.items):
                yield Line(NEXT_BULLET if number else FIRST_BULLET, item)
        case Table():
            yield _grid(block, page, counter)
        case Chart():
            yield _figure(block, page, counter)


def _grid(table: Table, page: Page, counter: _Counter) -> Grid:
    counter.tables += 1
    columns = grid.columns_of(table, page)
    return Grid(
        counter.tables,
        table.caption,
        *counter.anchor("Table"),
        columns,
        grid.header_of(table, columns),
        grid.rows_of(table, columns, page),
    )


def _figure(chart: Chart, page: Page, counter: _Counter) -> Figure:
    counter.figures += 1
    centimetres = min(2.8 + 0.8 * len(chart.categories), 18.0)
    return Figure(
        counter.figures,
        chart.caption,
        for_attribute(chart.description),
        *counter.anchor("Figure"),
        page.text_width_in_emu,
        round(centimetres * _EMU_PER_CM),
        f"rIdChart{counter.figures}",
    )
