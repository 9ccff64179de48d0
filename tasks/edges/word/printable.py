"""What of a text can stand in Word at all: XML forbids most control characters."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from data.vocabulary.documents import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_COUNT = re.compile("0|[1-9][0-9]{0,8}")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with every kind of line end as a line feed, and without control characters.

    Direction marks, soft hyphens and no-break spaces are a member's own words and stay.
    """
    return text if is_printable(text) else _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def is_printable(text: str) -> bool:
    """Whether `printable` has nothing to do."""
    return text.isprintable() or not _SUSPECT.search(text)


def as_printed(document: Document) -> Document:
    """The document as its Word file can say it: clean texts, nothing that draws nothing.

    `read_document(write_document(templates, document)) == as_printed(document)` holds for every
    document, which is how the words of a file are compared with the words composed (rule R20).
    A list without items is left out, the columns of numbers stand once and in order, a count in a
    matrix is a number, and a place where people wrote something has lost its prompt.
    """
    drawn = tuple(_settled(block) for block in document.blocks if block != Bullets(()))
    return each_text(replace(document, blocks=drawn), printable, is_printable)


def each_text(
    document: Document, change: Callable[[str], str], is_fine: Callable[[str], bool]
) -> Document:
    """The same document with every text of it changed.

    Args:
        document: The document.
        change: What happens to each text.
        is_fine: Whether no text in these needs to be changed; tables are asked about as a whole,
            for they hold most of the texts.
    """
    return replace(
        document,
        kind=change(document.kind),
        title=change(document.title),
        subtitle=change(document.subtitle),
        facts=_all(document.facts, change),
        marking=change(document.marking),
        version=change(document.version),
        disclaimers=_all(document.disclaimers, change),
        kosovo_footnote=change(document.kosovo_footnote),
        blocks=tuple([_block(block, change, is_fine) for block in document.blocks]),
        identity=tuple((name, change(value)) for name, value in document.identity),
    )


def _all(texts: tuple[str, ...], change: Callable[[str], str]) -> tuple[str, ...]:
    return tuple([change(text) for text in texts])


def _settled(block: Block) -> Block:
    match block:
        case Table():
            numbers = tuple(sorted(set(block.numbers)))
            anchors = block.anchors if any(block.anchors) else ()
            if (numbers, anchors) == (block.numbers, block.anchors):
                return block
            return replace(block, numbers=numbers, anchors=anchors)
        case Matrix():
            rows = [(name, tuple([as_count(cell) for cell in cells])) for name, cells in block.rows]
            return replace(block, rows=tuple(rows))
        case Narrative() if block.paragraphs:
            return replace(block, prompt="")
        case _:
            return block


def as_count(cell: int | str) -> int | str:
    """What a cell of a matrix says once it is drawn: a count, or a word."""
    text = str(cell)
    return int(text) if _COUNT.fullmatch(text) else text


def _block(block: Block, change: Callable[[str], str], is_fine: Callable[[str], bool]) -> Block:
    match block:
        case Table() if is_fine(_whole(block)):
            return block
        case Heading() | Paragraph():
            return block if is_fine(block.text) else replace(block, text=change(block.text))
        case Bullets():
            return Bullets(_all(block.items, change))
        case Table():
            return replace(
                block,
                caption=change(block.caption),
                header=_all(block.header, change),
                rows=tuple([_all(row, change) for row in block.rows]),
            )
        case Narrative():
            paragraphs = _all(block.paragraphs, change)
            return replace(block, prompt=change(block.prompt), paragraphs=paragraphs)
        case Matrix():
            return replace(
                block,
                caption=change(block.caption),
                description=change(block.description),
                corner=change(block.corner),
                columns=_all(block.columns, change),
                rows=tuple([(change(name), _cells(cells, change)) for name, cells in block.rows]),
            )
        case Chart():
            return replace(
                block,
                caption=change(block.caption),
                description=change(block.description),
                categories=_all(block.categories, change),
                series=tuple([(change(name), counts) for name, counts in block.series]),
            )


def _cells(cells: tuple[int | str, ...], change: Callable[[str], str]) -> tuple[int | str, ...]:
    return tuple([change(cell) if isinstance(cell, str) else cell for cell in cells])


def _whole(table: Table) -> str:
    return " ".join(chain((table.caption,), table.header, *table.rows))
