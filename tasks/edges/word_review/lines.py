"""A copy as it was before anybody tracked anything: paragraphs and rows, ready to be compared."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.edges.word_review.places import Places, Styles
from tasks.edges.word_review.story import Cell, Paragraph, Row, Segment, Story, blocks

_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\ufeff\u2060"))
_ALIKE = _UNSEEN | {0x2011: "-"}

_PICTURES = frozenset({"[picture]", "[object]"})

Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph, or a row with its cells; `keys` are compared and `steady` is without fields."""

    kind: str
    paragraphs: list[Paragraph]
    texts: list[str]
    keys: Key
    steady: Key
    anchors: list[str]

    @property
    def words(self) -> str:
        return " | ".join(self.texts)


def lines_of(story: Story, styles: Styles, places: Places) -> list[Line]:
    """The lines of one part in order; empty ones and those that are computed are left out.

    `places` says which bookmarks are the draft's own.
    """
    found: list[Line] = []
    rows: set[int] = set()
    for block in blocks(story.paragraphs):
        cell = block[0].cell
        if cell is None:
            found.extend(_paragraph(block, styles, places))
        elif id(cell.row) not in rows:
            rows.add(id(cell.row))
            found.extend(_row(cell.row, places))
    return found


def contents_of(story: Story, styles: Styles) -> frozenset[str]:
    """The entries of the lists of contents, without their page numbers."""
    return frozenset(
        entry_of(paragraph.original_text())
        for paragraph in story.paragraphs
        if styles.is_contents(paragraph)
    )


def entry_of(text: str) -> str:
    """A line as an entry of a list of contents, without its page number."""
    return compared(text).rstrip(" .…0123456789")


def compared(text: str) -> str:
    """The form in which a paragraph is compared: what nobody sees does not count."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split())


def _paragraph(block: list[Paragraph], styles: Styles, places: Places) -> Iterator[Line]:
    if any(styles.is_contents(each) for each in block):
        return
    text, steady = _texts(block)
    keys = (compared(text),)
    if keys != ("",) and (steady.strip() or steady == text):
        where = block[0].where.rstrip(" 0123456789")
        anchors = places.anchors([name for each in block for name in each.anchors])
        yield Line(where, block, [text.strip()], keys, (compared(steady),), anchors)


def _row(row: Row, places: Places) -> Iterator[Line]:
    if not row.original:
        return
    cells = [cell for cell in row.cells if cell.original]
    texts = [_cell(cell) for cell in cells]
    keys = tuple([compared(text) for text, _ in texts])
    if any(keys):
        steady = tuple([compared(each) for _, each in texts])
        held = [_first(cell) for cell in cells]
        words = [text.strip() for text, _ in texts]
        yield Line("row", held, words, keys, steady, places.anchors(row.anchors))


def _first(cell: Cell) -> Paragraph:
    return cell.paragraphs[0] if cell.paragraphs else Paragraph(1, 0, "body", cell)


def _cell(cell: Cell) -> tuple[str, str]:
    both = [_texts(block) for block in blocks(cell.paragraphs)]
    return "\n".join([text for text, _ in both]), "\n".join([steady for _, steady in both])


def _texts(block: list[Paragraph]) -> tuple[str, str]:
    """The text before tracked changes, with what is computed and without it."""
    kept = [
        segment
        for paragraph in block
        for segment in (*paragraph.segments, paragraph.end)
        if segment.original
    ]
    whole = "".join([_shown(each) for each in kept])
    steady = "".join([_shown(each) for each in kept if not each.volatile])
    return whole.removesuffix("\n"), steady.removesuffix("\n")


def _shown(segment: Segment) -> str:
    """Pictures count as well: what kind of one a program makes of it does not."""
    return segment.text or ("[picture]" if segment.label in _PICTURES else "")
