"""Tables laid out: column widths in twips, and long cells cut where half a page is full."""

from collections.abc import Callable, Iterator
from itertools import accumulate, chain, zip_longest
from operator import lt

from data.vocabulary.documents import Table
from tasks.edges.word.marks import LINE
from tasks.edges.word.page import Page
from tasks.edges.word.pieces import Look, Mark, Row
from tasks.edges.word.styles import CELL, CONTINUED_CELL, HEAD

_CHARACTER = 94  # a generous average at 9 pt, so that a cell is never taller than reckoned
_LINE_HEIGHT = 230
_CELL_MARGINS = 170
_LEAST_CHARACTERS = 3


def columns_of(table: Table, page: Page) -> tuple[int, ...]:
    """The width of each column, together exactly as wide as the text.

    Shares that do not fit the header, or are all nothing, give columns of one width.
    """
    count = len(table.header)
    shares = table.widths if len(table.widths) == count else ()
    if not shares or min(shares) < 0 or sum(shares) <= 0:
        shares = (1.0,) * count
    return parted(page.text_width, shares)


def parted(width: int, shares: tuple[float, ...]) -> tuple[int, ...]:
    """A width in twips parted by shares; the parts sum to it exactly."""
    whole = sum(shares)
    edges = [round(width * edge / whole) for edge in accumulate(shares)]
    return tuple([right - left for left, right in zip([0, *edges], edges, strict=False)])


def look_of(table: Table) -> Look:
    """How the rows of a table look; rows of one look differ in their texts alone."""
    return _styles(table, HEAD), _styles(table, CELL), _styles(table, CONTINUED_CELL)


def rows_of(
    table: Table, columns: tuple[int, ...], page: Page, marked: Callable[[str], Mark]
) -> Iterator[Row]:
    """The rows as drawn, long ones in several parts; the mark of a row stands in its first part."""
    lines = page.text_height // 2 // _LINE_HEIGHT - 2
    reach = [max((width - _CELL_MARGINS) // _CHARACTER, _LEAST_CHARACTERS) for width in columns]
    room = [letters * lines // 2 for letters in reach]  # shorter texts are never cut
    anchors = table.anchors or ("",) * len(table.rows)
    longest = [max(map(len, column)) for column in zip(*table.rows, strict=True)]
    all_short = all(map(lt, longest, room)) and LINE not in "".join(chain.from_iterable(table.rows))
    for row, anchor in zip(table.rows, anchors, strict=True):
        mark = marked(anchor)
        if all_short:
            yield False, False, mark, row
            continue
        cut = [portions(text, letters, lines) for text, letters in zip(row, reach, strict=True)]
        parts = list(zip_longest(*cut, fillvalue=""))
        for number, part in enumerate(parts):
            yield number + 1 < len(parts), number > 0, () if number else mark, part


def portions(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """A text cut into parts of at most `lines` lines of `letters` letters; joined they are it."""
    if 2 * len(text) // letters + text.count(LINE) < lines:
        return (text,)  # even badly broken lines would not fill the space
    parts: list[str] = []
    start = end = 0
    while end < len(text):
        for _ in range(lines):
            end = _line_end(text, end, letters)
        parts.append(text[start:end])
        start = end
    return tuple(parts)


def _line_end(text: str, start: int, letters: int) -> int:
    reach = start + letters
    feed = text.find(LINE, start, reach + 1)
    if feed >= 0:
        return feed + 1
    if reach >= len(text):
        return len(text)
    space = text.rfind(" ", start, reach + 1)
    return space + 1 if space >= 0 else reach


def _styles(table: Table, pair: tuple[str, str]) -> tuple[str, ...]:
    return tuple([pair[column in table.numbers] for column in range(len(table.header))])
