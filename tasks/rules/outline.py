"""The proposed structure of a report: four sub-pillars and their filters (I.1, step 4)."""

from collections.abc import Iterable
from datetime import date

from data.vocabulary import (
    DISCLAIMERS,
    MARKING_DRAFT,
    Block,
    Bullets,
    Chapter,
    Document,
    Heading,
    Need,
    Outline,
    Paragraph,
    Pillar,
    Taxonomy,
)
from data.vocabulary.quotations import STRUCTURE
from tasks.rules.deadlines import long_date


def propose(pillar: str, taxonomy: Taxonomy, needs: Iterable[Need], number: int) -> Outline:
    """Propose the chapters of a report: all sub-pillars, and the filters that hold needs.

    Filters come from the taxonomy and keep its order; one that no need stands under is left out,
    since nobody could be asked about it. A need under a filter the taxonomy does not know adds no
    heading here: the report lists it at the end of its sub-pillar.

    Args:
        pillar: The code of the pillar.
        taxonomy: The taxonomy pinned by the cycle (rule R19).
        needs: The needs of the pinned edition.
        number: The version of the structure.
    """
    used = {(need.sub_pillar, need.filter) for need in needs if need.pillar == pillar}
    return Outline(
        pillar,
        number,
        tuple(
            Chapter(
                each.number,
                each.name,
                tuple(
                    known.name
                    for known in taxonomy.filters_of(pillar, each.number)
                    if (each.number, known.name) in used
                ),
            )
            for each in sorted(taxonomy.sub_pillars, key=lambda each: each.number)
        ),
    )


def compose(outline: Outline, pillar: Pillar, cycle: str, as_of: date) -> Document:
    """The proposed structure as a paper to attach to the invitation of the partners."""
    blocks: list[Block] = [
        Paragraph(
            f"The Secretariat proposes the following structure for the {pillar.code} report of "
            f"{cycle}. Partners are invited to agree to it, or to send their comments, before any "
            "information is requested. Filters under which no need is mapped are left out.",
            "lead",
        ),
        Paragraph(STRUCTURE, "quote"),
    ]
    for chapter in outline.chapters:
        blocks.append(Heading(1, chapter.title))
        blocks.append(_filters(chapter))
    return Document(
        kind="paper",
        title="Proposed structure of the Annual Response Mapping Report",
        subtitle=f"{pillar.name} ({pillar.code})",
        facts=(f"Cycle {cycle}", f"Version {outline.number}, {long_date(as_of)}"),
        marking=MARKING_DRAFT,
        version=f"Structure {outline.number}, {long_date(as_of)}",
        disclaimers=DISCLAIMERS,
        kosovo_footnote="",
        blocks=tuple(blocks),
    )


def _filters(chapter: Chapter) -> Block:
    if chapter.filters:
        return Bullets(chapter.filters)
    return Paragraph("No need is mapped under this sub-pillar; the chapter says so.")
