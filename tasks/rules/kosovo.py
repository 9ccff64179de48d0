"""Kosovo* carries its asterisk wherever the program writes it, its footnote once (rule R14)."""

import re
from collections.abc import Iterable, Iterator

from data.vocabulary import (
    KOSOVO,
    KOSOVO_FOOTNOTE,
    Block,
    Bullets,
    Chart,
    Document,
    Finding,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Place,
    Severity,
    Table,
)

_BARE = re.compile(r"\bKosovo\b(?!\*)")
# Paragraphs in these styles hold words of the program alone; quotes and notes may hold a member's.
_OWN_STYLES = frozenset({"body", "lead", "label"})


def occurs(texts: Iterable[str]) -> bool:
    """Whether Kosovo* is named anywhere in the texts."""
    return any(KOSOVO in text for text in texts)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of some blocks, in reading order, members' words included."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield block.caption
                yield from block.header
                for row in block.rows:
                    yield from row
            case Chart():
                yield block.caption
                yield block.description
                yield from block.categories
                yield from (name for name, _ in block.series)
            case Matrix():
                yield from (block.caption, block.description, block.corner, *block.columns)
                for name, cells in block.rows:
                    yield from (name, *(cell for cell in cells if isinstance(cell, str)))
            case Narrative():
                yield from (block.prompt, *block.paragraphs)


def check(document: Document) -> list[Finding]:
    """Find a mention without its asterisk, and a footnote that is missing, doubled or altered.

    Only words the program writes are judged: members' own words stay as they are. A cell counts as
    the program's when it holds nothing but the name.
    """
    findings = [_bare(place, text) for place, text in _own_words(document) if _BARE.search(text)]
    return [*findings, *_footnote(document)]


def _own_words(document: Document) -> Iterator[tuple[str, str]]:
    yield "cover", document.title
    yield "cover", document.subtitle
    yield from (("cover", fact) for fact in document.facts)
    for block in document.blocks:
        yield from _own_words_of(block)


def _own_words_of(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield f"heading “{block.text}”", block.text
        case Paragraph() if block.style in _OWN_STYLES:
            yield "paragraph", block.text
        case Table():
            place = f"table “{block.caption}”"
            yield place, block.caption
            yield from ((place, text) for text in block.header)
            cells = (cell for row in block.rows for cell in row)
            yield from ((place, cell) for cell in cells if cell.strip() == KOSOVO.rstrip("*"))
        case Chart():
            yield from ((f"chart “{block.caption}”", text) for text in texts_of([block]))
        case Matrix():
            yield from ((f"heat map “{block.caption}”", text) for text in texts_of([block]))
        case _:
            return


def _bare(place: str, text: str) -> Finding:
    return Finding(
        code="kosovo-without-asterisk",
        severity=Severity.BLOCKS,
        message=f"Kosovo* stands without its asterisk in “{text}”.",
        remedy="Correct the display name in the members register, then build the draft again.",
        place=Place(place, ""),
    )


def _footnote(document: Document) -> list[Finding]:
    named = occurs([document.title, document.subtitle, *document.facts, *texts_of(document.blocks)])
    repeated = sum(text.count(KOSOVO_FOOTNOTE) for text in texts_of(document.blocks))
    findings: list[Finding] = []
    if named and document.kosovo_footnote != KOSOVO_FOOTNOTE:
        message = "Kosovo* is named and its footnote is missing or not word for word."
        findings.append(_footnote_finding("kosovo-footnote-missing", message))
    if repeated:
        message = "The footnote on Kosovo* stands in the text as well: it belongs there once."
        findings.append(_footnote_finding("kosovo-footnote-doubled", message))
    return findings


def _footnote_finding(code: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        message=message,
        remedy="Build the draft again with `mapping develop`, and report it if it stays so.",
        place=Place("footnote", ""),
    )
