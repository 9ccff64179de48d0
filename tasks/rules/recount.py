"""Every number of a document counted again from the stored snapshot (rule R20).

The rules that compose a report are not asked: the snapshot is counted another way, and the numbers
are looked up in what the file says, by captions and by the sentences the program writes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.vocabulary import (
    Bullets,
    Chart,
    Document,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Snapshot,
    Table,
)
from data.vocabulary.recounts import Claim, Spot
from tasks.rules.recount_books import NAMELESS, Books
from tasks.rules.recount_figures import claims_of_chart, claims_of_matrix
from tasks.rules.recount_sentences import claims_in, without_counted
from tasks.rules.recount_tables import claims_of

_MUST_STAND = {
    "report": (
        "Statements by sub-pillar and kind",
        "Statements by partner and sub-pillar",
        "All mapped needs of this pillar",
    ),
    "summary": (
        "Statements by sub-pillar and kind, all partners together",
        "Needs and statements by sub-pillar and filter",
    ),
}
_OF_PEOPLE = ("Taken up from the consultation",)


def mismatches(snapshot: Snapshot, document: Document) -> tuple[str, ...]:
    """One sentence for each number that is not what the snapshot gives.

    Args:
        snapshot: The facts, frozen.
        document: A report or its summary, read back from its file.
    """
    missing = tuple(
        f"“{caption}” is not in the document."
        for caption in _MUST_STAND.get(document.kind, ())
        if caption not in _captions(document)
    )
    return missing + tuple(
        _sentence(claim) for claim in claims(snapshot, document) if not claim.holds
    )


def claims(snapshot: Snapshot, document: Document) -> Iterator[Claim]:
    """Every number of a document beside the number that was counted, in reading order."""
    books = Books(snapshot)
    spot = Spot("the lines on the cover")
    for fact in document.facts:
        yield from claims_in(fact, spot, books)
    for block in document.blocks:
        match block:
            case Heading():
                spot = _under(block, spot, books)
            case Paragraph() if _is_ours(block):
                yield from claims_in(block.text, spot, books)
            case Table():
                yield from claims_of(block, spot.sub_pillar, books)
                spot = replace(spot, tables=spot.tables + 1)
            case Matrix():
                yield from claims_of_matrix(block, books)
                spot = replace(spot, tables=spot.tables + 1)
            case Chart():
                yield from claims_of_chart(block, books)
                spot = replace(spot, figures=spot.figures + 1)
            case Paragraph() | Bullets() | Narrative():
                continue  # quotations of the Methodology, standing lists, and the words of people


def _under(heading: Heading, spot: Spot, books: Books) -> Spot:
    chapter = books.sub_pillar_of(heading.text)
    if heading.level == 1 or chapter is not None:
        return replace(spot, where=f"“{heading.text}”", sub_pillar=chapter, filter=None)
    name = "" if heading.text == NAMELESS else heading.text
    return replace(spot, where=f"“{heading.text}”", filter=name)


def uncounted(snapshot: Snapshot, document: Document) -> tuple[str, ...]:
    """Sentences of the program that hold a number nobody counts: none should ever be left."""
    texts = [
        block.text for block in document.blocks if isinstance(block, Paragraph) and _is_ours(block)
    ]
    texts += [
        item for block in document.blocks if isinstance(block, Bullets) for item in block.items
    ]
    return tuple(text for text in texts if re.search("[0-9]", without_counted(text, snapshot)))


def _is_ours(paragraph: Paragraph) -> bool:
    return paragraph.style != "quote" and not paragraph.text.startswith(_OF_PEOPLE)


def _captions(document: Document) -> set[str]:
    return {block.caption for block in document.blocks if isinstance(block, Table | Chart | Matrix)}


def _sentence(claim: Claim) -> str:
    said, counted = ", ".join(claim.said) or "nothing", ", ".join(claim.counted) or "nothing"
    return (
        f"In {claim.where}, “{claim.words}” says {said or 'nothing'}; the snapshot gives "
        f"{counted or 'nothing'}."
    )
