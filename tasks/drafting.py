"""Drafting: numbered Word files, each written from one snapshot (I.2; rules R4, R6, R7)."""

import logging
from dataclasses import replace

from data import clock, snapshots, store
from data.queries import comments, cycles, drafts, journal, preparation, requests
from data.store import Session
from data.vocabulary import (
    Draft,
    DraftKind,
    RequestKind,
    Step,
    TrackId,
    TrackState,
)
from tasks import filing
from tasks.edges.word import write_document
from tasks.patience import step
from tasks.rules import due, naming, provenance_paper, report, transitions

log = logging.getLogger(__name__)

_REACHES = {
    DraftKind.FIRST: TrackState.FIRST_DRAFT,
    DraftKind.CONSULTATION: TrackState.CONSULTING,
    DraftKind.FINAL: TrackState.FINAL_DRAFT,
}


@step("which drafts are due")
def drafts_due(track: TrackId) -> list[DraftKind]:
    """The draft of a track that is due now, as a list of none or one."""
    with store.session() as session:
        if not preparation.calendar_of(session, track.cycle)[1]:
            return []
        wanted = due.draft_due(_facts(session, track), clock.now())
    return [] if wanted is None else [wanted]


@step("write the draft")
def write_draft(track: TrackId, kind: DraftKind, snapshot_sha256: str) -> Draft:
    """Write the next draft of a kind from a snapshot and move the track on.

    A paper on where each statement comes from is kept beside it, for the Secretariat alone.
    """
    snapshot = snapshots.from_bytes(filing.take_from_shelf(snapshot_sha256))
    with store.session() as session:
        number = len(drafts.every(session, track, kind)) + 1
        templates = filing.templates_of(session, track.cycle) / "drafts"
    composed = report.compose(snapshot, kind, number)
    identity = (*composed.identity, ("snapshot", snapshot_sha256))
    document = replace(composed, identity=identity)
    content = write_document(templates, document)
    sources = write_document(templates, provenance_paper.compose(snapshot, kind, number))
    paper = naming.paper(track.cycle, track.pillar, f"{kind} sources", number)
    name, at = naming.draft(track.cycle, track.pillar, kind, number), clock.now()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, name, at)
        draft = Draft(track.cycle, track.pillar, kind, number, sha256, snapshot_sha256, at)
        drafts.keep(session, draft, name)
        state = transitions.move(cycles.track_state(session, track), _REACHES[kind])
        cycles.set_track_state(session, track, state)
        kept = filing.put_on_shelf(session, sources, paper, at)
        facts = {"draft": sha256, "snapshot": snapshot_sha256, "name": name, "sources": kept}
        matter = f"{track.cycle} {track.pillar}"
        journal.append(session, at, "Secretariat", f"{kind} written", matter, facts)
    log.info("%s written", name)
    return draft


def _facts(session: Session, track: TrackId) -> due.DraftingFacts:
    _, items, _ = preparation.calendar_of(session, track.cycle)
    when = {item.step: item.due_at for item in items}
    asked = {
        kind: tuple(r.request.state for r in requests.of_track(session, track, kind))
        for kind in RequestKind
    }
    return due.DraftingFacts(
        state=cycles.track_state(session, track),
        responses=asked[RequestKind.RESPONSE],
        responses_deadline=when[Step.DELIVERY],
        support=asked[RequestKind.SUPPORT],
        support_deadline=when[Step.SUPPORT_DELIVERY],
        comments_deadline=when[Step.COMMENTS],
        comments=tuple(comments.on_track(session, track)),
        final_built_at=drafts.built_at(session, track, DraftKind.FINAL),
        comments_changed_at=comments.newest_at(session, track),
    )
