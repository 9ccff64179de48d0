"""Where the footnote of Kosovo* hangs: once, at the first mention that can carry it (rule R14)."""

from dataclasses import replace

from data.vocabulary.documents import Block, Bullets, Matrix, Paragraph, Table
from data.vocabulary.wording import KOSOVO
from tasks.edges.word.marks import NOTE

_CARRYING = KOSOVO.removesuffix("*") + NOTE


def with_note(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool]:
    """The blocks with the first mention marked, and whether there was one.

    Headings, captions and the headers of tables are passed over: they are repeated, in lists of
    contents and on the next pages, without the mark of a note, and the asterisk would be lost
    there. Charts cannot carry a note at all, and in the words of people it would be edited away.
    """
    for number, block in enumerate(blocks):
        marked = _marked(block)
        if marked is not None:
            return (*blocks[:number], marked, *blocks[number + 1 :]), True
    return blocks, False


def _marked(block: Block) -> Block | None:
    match block:
        case Paragraph() if KOSOVO in block.text:
            return replace(block, text=_first(block.text))
        case Bullets():
            items = _first_of(block.items)
            return None if items is None else Bullets(items)
        case Table():
            return _marked_table(block)
        case Matrix():
            names = _first_of(tuple([name for name, _ in block.rows]))
            return None if names is None else _renamed(block, names)
        case _:
            return None


def _marked_table(table: Table) -> Table | None:
    for number, row in enumerate(table.rows):
        cells = _first_of(row)
        if cells is not None:
            return replace(table, rows=(*table.rows[:number], cells, *table.rows[number + 1 :]))
    return None


def _renamed(matrix: Matrix, names: tuple[str, ...]) -> Matrix:
    cells = (cells for _, cells in matrix.rows)
    return replace(matrix, rows=tuple(zip(names, cells, strict=True)))


def _first_of(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    for number, text in enumerate(texts):
        if KOSOVO in text:
            return (*texts[:number], _first(text), *texts[number + 1 :])
    return None


def _first(text: str) -> str:
    return text.replace(KOSOVO, _CARRYING, 1)
