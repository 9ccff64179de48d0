"""Where each statement of a draft comes from: an internal paper, kept beside the draft.

It names files and cells of every member, so it never travels with a draft to anybody (rule R3).
"""

from collections.abc import Sequence

from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    Block,
    Chart,
    Document,
    DraftKind,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Snapshot,
    Table,
)
from data.vocabulary.tracing import TracedPlace
from tasks.rules import anchors, kosovo, report, traces
from tasks.rules.phrases import counted
from tasks.rules.provenance import sources_of

_MANY = 12
_MARKING = "IISG Secretariat only – internal"


def compose(snapshot: Snapshot, kind: DraftKind, number: int) -> Document:
    """List every anchor of a draft, in its order, with what it rests on."""
    draft = report.compose(snapshot, kind, number)
    sources = sources_of(snapshot, kind)
    blocks: list[Block] = [
        Paragraph(
            "For every sentence, row and figure of the draft: the member, the returned file and "
            "the cell it rests on. “mapping trace” tells the same of any sentence, with the "
            "SHA-256 of the file.",
            "lead",
        )
    ]
    chapter = "Before the first chapter"
    words: list[tuple[str, str]] = []
    for block in draft.blocks:
        if isinstance(block, Heading) and block.level == 1:
            blocks += _chapter(chapter, traces.places(words, sources, snapshot))
            chapter, words = block.text, []
        words += _anchored(block)
    blocks += _chapter(chapter, traces.places(words, sources, snapshot))
    return Document(
        kind="paper",
        title="Where each statement comes from",
        subtitle=draft.subtitle,
        facts=(f"Cycle {snapshot.cycle}", draft.version),
        marking=_MARKING,
        version=draft.version,
        disclaimers=(),
        kosovo_footnote=KOSOVO_FOOTNOTE if kosovo.occurs(kosovo.texts_of(blocks)) else "",
        blocks=tuple(blocks),
    )


def _anchored(block: Block) -> list[tuple[str, str]]:
    match block:
        case Paragraph():
            return [(block.anchor, block.text)]
        case Chart() | Matrix():
            return [(block.anchor, block.caption)]
        case Table():
            rows = zip(block.anchors, block.rows, strict=bool(block.anchors))
            return [(anchor, " | ".join(row)) for anchor, row in rows]
        case Narrative():
            return [(anchors.narrative(block.place), " ".join(block.paragraphs))]
        case _:
            return []


def _chapter(title: str, places: Sequence[TracedPlace]) -> list[Block]:
    if not places:
        return []
    table = Table(
        caption=f"{title}: sources",
        header=("Anchor", "In the draft", "Rests on"),
        rows=tuple((each.anchor, traces.short(each.says), _rests_on(each)) for each in places),
        widths=(0.28, 0.24, 0.48),
    )
    return [Heading(1, title), table]


def _rests_on(place: TracedPlace) -> str:
    shown = [traces.in_words(each, with_sha256=False) for each in place.sources[:_MANY]]
    more = len(place.sources) - _MANY
    return "\n".join([*shown, *([f"and {counted(more, 'source')} more"] if more > 0 else [])])
