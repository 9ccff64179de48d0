"""Where the footnote of Kosovo* hangs: once, at the first mention that can carry it (rule R14)."""

from dataclasses import replace

from data.vocabulary.documents import Block, Bullets, Document, Matrix, Paragraph, Table
from data.vocabulary.wording import KOSOVO
from tasks.edges.word.marks import NOTE
from tasks.edges.word.styles import LETTER

_CARRYING = KOSOVO.removesuffix("*") + NOTE


def with_note(document: Document) -> tuple[Document, bool]:
    """The document with the first mention marked, and whether there was one.

    A letter carries the note where it is addressed. Elsewhere headings, captions and the headers of
    tables are passed over: they are repeated, in lists of contents and on the next pages, without
    the mark of a note, and the asterisk would be lost there. Charts cannot carry a note at all, and
    in the words of people it would be edited away.
    """
    if not document.kosovo_footnote:
        return document, False
    if document.kind == LETTER and KOSOVO in document.subtitle:
        return replace(document, subtitle=_first(document.subtitle)), True
    for number, block in enumerate(document.blocks):
        marked = _marked(block)
        if marked is not None:
            blocks = (*document.blocks[:number], marked, *document.blocks[number + 1 :])
            return replace(document, blocks=blocks), True
    return document, False


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
