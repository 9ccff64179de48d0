"""Places in a report for the words of people (Methodology I.2): kept, and never written by us."""

from collections.abc import Iterable

from data.vocabulary import Block, DraftKind, Narrative, Paragraph
from tasks.rules.report_material import Material

OPENING, FINDINGS = "opening", "findings"


def of_chapter(sub_pillar: int) -> str:
    """The place in the chapter of one sub-pillar."""
    return f"sub-pillar-{sub_pillar}"


def words(material: Material, place: str, about: str) -> list[Block]:
    """The newest words at a place, or a prompt; a final draft prints no prompt.

    Args:
        material: The snapshot and the kind of draft.
        place: The code of the place.
        about: What the words may be about, as the prompt says it.
    """
    newest = {each.place: each.text for each in material.snapshot.narratives}
    paragraphs = tuple(line for line in newest.get(place, "").split("\n") if line.strip())
    if paragraphs:
        return [Narrative(place, "", paragraphs)]
    if material.kind is DraftKind.FINAL:
        return []
    return [
        Narrative(
            place,
            f"[Your words on {about} may stand here. The program keeps them and never changes "
            "them. Left empty, this line disappears from the final draft.]",
        )
    ]


def after_lead(blocks: Iterable[Block], inserted: list[Block]) -> list[Block]:
    """The blocks with others put behind the first paragraph, which can be read alone."""
    done: list[Block] = []
    waiting = inserted
    for block in blocks:
        done.append(block)
        if waiting and isinstance(block, Paragraph):
            done.extend(waiting)
            waiting = []
    return [*done, *waiting]
