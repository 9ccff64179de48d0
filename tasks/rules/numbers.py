"""Every number of a report, recomputed before it is submitted (rule R20)."""

from difflib import SequenceMatcher
from itertools import chain

from data.vocabulary import (
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

_SHOWN = 60


def check(recomposed: Document, read_back: Document) -> list[Finding]:
    """Hold the document recomposed from the snapshot against the one read back from its file.

    Every block must say the same words, numbers included; white space does not count. A finding
    names the block, so that a person can look at the very line.

    Args:
        recomposed: What the snapshot says.
        read_back: What the file says.
    """
    return [*_margins(recomposed, read_back), *_blocks(recomposed.blocks, read_back.blocks)]


def _margins(recomposed: Document, read_back: Document) -> list[Finding]:
    parts = (
        ("title", (recomposed.title,), (read_back.title,)),
        ("subtitle", (recomposed.subtitle,), (read_back.subtitle,)),
        ("lines on the cover", recomposed.facts, read_back.facts),
        ("marking", (recomposed.marking,), (read_back.marking,)),
        ("version", (recomposed.version,), (read_back.version,)),
        ("disclaimers", recomposed.disclaimers, read_back.disclaimers),
        ("footnote", (recomposed.kosovo_footnote,), (read_back.kosovo_footnote,)),
    )
    return [
        _differs(name, _first_difference(_words(ours), _words(theirs)))
        for name, ours, theirs in parts
        if _words(ours) != _words(theirs)
    ]


def _blocks(ours: tuple[Block, ...], theirs: tuple[Block, ...]) -> list[Finding]:
    said, read = [_said(block) for block in ours], [_said(block) for block in theirs]
    findings: list[Finding] = []
    matcher = SequenceMatcher(None, said, read, autojunk=False)
    for tag, begin, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = min(end - begin, stop - start)
        for shift in range(pairs):
            difference = _first_difference(said[begin + shift], read[start + shift])
            findings.append(_differs(_name(ours, begin + shift), difference))
        findings += [_missing(_name(ours, place)) for place in range(begin + pairs, end)]
        findings += [_extra(_name(theirs, place)) for place in range(start + pairs, stop)]
    return findings


def _said(block: Block) -> tuple[str, ...]:
    """All words of a block in reading order, its kind first: a heading is not a paragraph."""
    kind = type(block).__name__
    match block:
        case Heading():
            return (kind, str(block.level), *_words((block.text,)))
        case Paragraph():
            return (kind, *_words((block.text,)))
        case Bullets():
            return (kind, *_words(block.items))
        case Table():
            texts = chain((block.caption,), block.header, *block.rows)
            return (kind, *_words(tuple(texts)))
        case Chart():
            numbers = tuple(
                text for name, counts in block.series for text in (name, *map(str, counts))
            )
            texts = (block.caption, block.description, *block.categories, *numbers)
            return (kind, *_words(texts))
        case Matrix():
            cells = (str(cell) for name, row in block.rows for cell in (name, *row))
            texts = (block.caption, block.description, block.corner, *block.columns, *cells)
            return (kind, *_words(texts))
        case Narrative():
            return (kind, block.place, *_words(block.paragraphs or (block.prompt,)))


def _words(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for text in texts for word in (*text.split(), "|"))


def _first_difference(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    shared = 0
    for mine, other in zip(ours, theirs, strict=False):  # the shorter one ends the search
        if mine != other:
            break
        shared += 1
    return f"“{_around(ours, shared)}” reads “{_around(theirs, shared)}” in the file"


def _around(words: tuple[str, ...], place: int) -> str:
    text = " ".join(word for word in words[max(place - 2, 0) : place + 4] if word != "|")
    return text[:_SHOWN] or "nothing"


def _name(blocks: tuple[Block, ...], place: int) -> str:
    block = blocks[place]
    match block:
        case Heading() | Paragraph():
            text = block.text
        case Bullets():
            text = block.items[0] if block.items else ""
        case Table() | Chart() | Matrix():
            text = block.caption
        case Narrative():
            text = block.place
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"{type(block).__name__.lower()} {place + 1} “{shown}”"


def _differs(name: str, difference: str) -> Finding:
    return _finding("words-differ", name, f"The {name} differs from its snapshot: {difference}.")


def _missing(name: str) -> Finding:
    return _finding("block-missing", name, f"The {name} is not in the file.")


def _extra(name: str) -> Finding:
    return _finding("block-added", name, f"The {name} is in the file and not in its snapshot.")


def _finding(code: str, name: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        message=message,
        remedy="Build the draft again with `mapping develop`; bring changes in as comments.",
        place=Place(name, ""),
    )
