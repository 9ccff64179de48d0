"""Tracing: from the words of a draft back to the cells they were read from."""

import hashlib
from pathlib import Path

from data import snapshots, store
from data.errors.tracing import (
    AnchorUnknown,
    DraftNotFound,
    DraftNotRecognised,
    SummaryNotTraced,
    WordsNotFound,
)
from data.queries import cycles, drafts
from data.settings import settings
from data.store import Session
from data.vocabulary import Draft, DraftKind
from data.vocabulary.tracing import TracedPlace
from tasks import filing
from tasks.edges.word import read_anchors
from tasks.patience import step
from tasks.rules import provenance, returned_draft, traces
from tasks.rules.near_misses import did_you_mean


@step("trace a draft")
def trace_draft(file: str, anchor: str, text: str) -> str:
    """Say what a draft rests on, at one anchor, where it says some words, or everywhere.

    The file may be the draft itself, a copy somebody edited, or a letter of transmittal: it is
    known by its bytes, else by the identity it carries. What stands behind it is worked out from
    the draft's own snapshot.

    Args:
        file: Path of a .docx; a bare name is looked for in the folder `drafts` of the home as well.
        anchor: One anchor; empty for all.
        text: A piece of the text; empty for all.

    Raises:
        DraftNotFound: there is no such file.
        DocumentUnreadable: it is no Word file.
        DraftNotRecognised: no draft on record bears its bytes or its identity.
        SummaryNotTraced: it is the public summary, which bears no anchors (rule R10).
        AnchorUnknown: the draft has no such anchor.
        WordsNotFound: no place with an anchor says these words.
    """
    path = _found(file)
    content = path.read_bytes()
    read = read_anchors(content)
    hints = returned_draft.Hints(
        hashlib.sha256(content).hexdigest(), path.name, dict(read.identity)
    )
    with store.session() as session:
        known = _known(session)
        draft = returned_draft.draft_of(hints, known) or returned_draft.draft_it_goes_with(
            hints.identity, known
        )
    if draft is None:
        raise DraftNotRecognised(file=path.name)
    if draft.kind is DraftKind.SUMMARY:
        raise SummaryNotTraced(file=path.name)
    snapshot = snapshots.from_bytes(filing.take_from_shelf(draft.snapshot_sha256))
    sources = provenance.sources_of(snapshot, draft.kind)
    every = traces.places(read.words, sources, snapshot)
    name = f"{draft.cycle} {draft.pillar} {draft.kind} {draft.number}"
    return traces.told(_chosen(every, path.name, anchor, text), name)


def _found(file: str) -> Path:
    folder = settings().root / "drafts"
    path = Path(file).expanduser()
    found = next((p for p in (path, folder / path) if p.is_file()), None)
    if found is None:
        raise DraftNotFound(file=file, folder=folder)
    return found


def _known(session: Session) -> list[Draft]:
    return [
        draft
        for code in cycles.codes(session)
        for track, _ in cycles.tracks_of(session, code)
        for kind in DraftKind
        for draft in drafts.every(session, track, kind)
    ]


def _chosen(every: list[TracedPlace], name: str, anchor: str, text: str) -> list[TracedPlace]:
    chosen = [place for place in every if place.anchor == anchor] if anchor else every
    if not chosen:
        hint = did_you_mean(anchor, [place.anchor for place in every])
        raise AnchorUnknown(file=name, anchor=anchor, hint=hint)
    if not text:
        return chosen
    found = traces.saying(chosen, text)
    if not found:
        raise WordsNotFound(file=name, text=text)
    return found
