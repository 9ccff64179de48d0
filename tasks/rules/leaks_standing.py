"""The words every summary is made of before a member said anything: they are nobody's secret."""

from collections.abc import Iterator
from dataclasses import replace

from data.vocabulary import (
    DISCLAIMERS,
    KOSOVO_FOOTNOTE,
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Paragraph,
    Snapshot,
    Table,
    Taxonomy,
    quotations,
)
from tasks.rules import summary

_QUOTED = (
    quotations.TERM_RESPONSE,
    quotations.NO_OTHER_OBLIGATION,
    quotations.PERIODS,
    quotations.BASELINE,
    quotations.PURPOSE,
    quotations.FOUR_PHASES,
    quotations.FRAMEWORK,
    quotations.STRUCTURE,
    quotations.SUMMARY_PUBLIC,
)


def methodology_words(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The Methodology's own words and the names of what it sorts needs by."""
    return (
        *DISCLAIMERS,
        KOSOVO_FOOTNOTE,
        *_QUOTED,
        *(f"{pillar.name} {pillar.code}" for pillar in taxonomy.pillars),
        *(pillar.area for pillar in taxonomy.pillars),
        *(sub_pillar.name for sub_pillar in taxonomy.sub_pillars),
        *(each.name for each in taxonomy.filters),
    )


def standing_words(snapshot: Snapshot) -> tuple[str, ...]:
    """What a summary of this pillar says when no member has told anything."""
    untold = replace(
        snapshot,
        needs=(),
        replies=(),
        responses=(),
        support=(),
        gaps=(),
        overlaps=(),
        comments=(),
        last_year={},
        planned=(),
        files=(),
        narratives=(),
    )
    return tuple(_words(summary.compose(untold, 1)))


def _words(document: Document) -> Iterator[str]:
    yield from (document.title, document.subtitle, *document.facts, *document.disclaimers)
    for block in document.blocks:
        yield from _words_of(block)


def _words_of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Chart():
            yield from (block.caption, block.description, *block.categories)
        case Table():
            yield from (block.caption, *block.header)
            yield from (cell for row in block.rows for cell in row)
        case _:
            return
