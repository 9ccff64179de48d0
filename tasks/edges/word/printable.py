"""What of a text can stand in Word at all: XML forbids most control characters."""

import re
from collections.abc import Callable
from dataclasses import replace

from data.vocabulary.documents import Block, Bullets, Chart, Document, Heading, Paragraph, Table

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with every kind of line end as a line feed, and without control characters.

    Direction marks, soft hyphens and no-break spaces are a member's own words and stay.
    """
    if not _SUSPECT.search(text):
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def as_printed(document: Document) -> Document:
    """The document as its Word file can say it: clean texts, nothing that draws nothing.

    `read_document(write_document(templates, document)) == as_printed(document)` holds for every
    document, which is how the words of a file are compared with the words composed (rule R20).
    A list without items is left out, and the columns of numbers stand once and in order.
    """
    drawn = tuple(_settled(block) for block in document.blocks if block != Bullets(()))
    return each_text(replace(document, blocks=drawn), printable)


def each_text(document: Document, change: Callable[[str], str]) -> Document:
    """The same document with every text of it changed."""
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
        blocks=tuple(_block(block, change) for block in document.blocks),
    )


def _all(texts: tuple[str, ...], change: Callable[[str], str]) -> tuple[str, ...]:
    return tuple([change(text) for text in texts])


def _settled(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, numbers=tuple(sorted(set(block.numbers))))
    return block


def _block(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, text=change(block.text))
        case Bullets():
            return Bullets(_all(block.items, change))
        case Table():
            return replace(
                block,
                caption=change(block.caption),
                header=_all(block.header, change),
                rows=tuple([_all(row, change) for row in block.rows]),
            )
        case Chart():
            return replace(
                block,
                caption=change(block.caption),
                description=change(block.description),
                categories=_all(block.categories, change),
                series=tuple([(change(name), counts) for name, counts in block.series]),
            )
