"""Release: the gate, then the two doors; a second run changes nothing (I.4; rules R8 to R10)."""

import hashlib
import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath

from data import clock, snapshots, store
from data.errors.gate import WouldLeak
from data.errors.shelf import ShelfFileChanged, ShelfFileMissing
from data.queries import (
    board,
    cycles,
    drafts,
    journal,
    members,
    releases,
    shelf_files,
    taxonomy,
)
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    Door,
    DraftKind,
    LetterToWrite,
    Outcome,
    PublishedSummary,
    ReleasedReport,
    TrackId,
    TrackState,
)
from data.vocabulary.board import Watch
from tasks import filing, public_check
from tasks.edges import members_store, portable_document, shelf, staging, website
from tasks.edges.word import read_document
from tasks.patience import step
from tasks.rules import deadlines, gate, naming, transitions

log = logging.getLogger(__name__)


@step("pass the gate")
def pass_the_gate(track: TrackId) -> Decision:
    """Return the decision that clears report and summary as they lie on the shelf, or refuse.

    Raises:
        Refusal: no decision, another outcome, other bytes, no evidence; see tasks.rules.gate.
    """
    with store.session() as session:
        opened = board.newest_round(session, track)
        cycles.track_row(session, track)
        decisions = board.decisions_on(session, track)
        kept = [sha256 for sha256, _ in shelf_files.all_hashes(session)]
    evidence = [d.evidence_sha256 for d in decisions if d.evidence_sha256 in kept]
    clear = partial(
        gate.clear_for_release,
        track,
        opened,
        decisions,
        _hash_on_shelf(opened.report_sha256) if opened else "",
        _hash_on_shelf(opened.summary_sha256) if opened else "",
        [sha256 for sha256 in evidence if _hash_on_shelf(sha256) == sha256],
        Watch(clock.now(), settings().zone, timedelta(hours=settings().quiet_hours)),
    )
    clear()  # only what the Board cleared is built and looked into
    return clear(public_check.leaks_in(_site_with(track, b""), (track,)))


@step("release into the members' database")
def release_to_members(track: TrackId, decision: Decision) -> bool:
    """Put the approved report into the members' store; False when it is there already."""
    with store.session() as session:
        held = releases.find(session, track, Door.MEMBERS)
        report = _released_report(session, track, decision)
    folder = settings().root / "members" / track.cycle / track.pillar
    if held is not None and not staging.matches(folder, held.files):
        return False
    files = members_store.build_release(report)
    staging.put_in_place(folder, files)
    return _record(track, decision, Door.MEMBERS, files)


@step("publish the summary")
def publish_summary(track: TrackId, decision: Decision) -> bool:
    """Put the approved summary onto the public site; False when it is there already."""
    files = _site_with(track, _pdf_of(track))
    found = public_check.leaks_in(files, (track,))
    if found:
        raise WouldLeak(cycle=track.cycle, pillar=track.pillar, leaks=" ".join(found))
    staging.put_in_place(settings().root / "website", files)
    own = {name: content for name, content in files.items() if _is_of(track, name)}
    return _record(track, decision, Door.PUBLIC, own)


def how_it_ended(track: TrackId) -> str:
    """What a run of publishing says at its end; where no PDF was made, that too."""
    with store.session() as session:
        held = releases.find(session, track, Door.PUBLIC)
    released = f"The {track.pillar} report of {track.cycle} is released"
    if _pdf_wanted() and held is not None and not any(map(_is_pdf, held.files)):
        return f"{released}\nThe summary stands there without a PDF: LibreOffice made none."
    return released


@step("letters on the release")
def tell_members(track: TrackId, decision: Decision) -> list[LetterToWrite]:
    """Letters that tell every member of the pillar where the approved report is."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        told = members.in_pillar(session, track.pillar, cycle.taxonomy_on)
    place = f"{track.cycle}/{track.pillar}"
    return [
        LetterToWrite(
            key=f"{place}/released/{decision.round_number}/{member.code}",
            kind="released",
            cycle=track.cycle,
            pillar=track.pillar,
            member=member.code,
            facts={
                "approved_on": deadlines.long_date(decision.decided_on),
                "address": f"the IISG Database, {place}",
                "summary_address": f"{settings().public_address}/{place}/",
            },
        )
        for member in told
    ]


def _site_with(track: TrackId, pdf: bytes) -> dict[str, bytes]:
    """The public site with this summary on it, beside all that are published."""
    with store.session() as session:
        published = [r for r in _all_releases(session) if r.door is Door.PUBLIC]
        others = [r.track for r in published if r.track != track]
        summaries = [_published_summary(session, each) for each in [*others, track]]
    pdfs = {f"{track.cycle}/{track.pillar}": pdf} if pdf else {}
    for release in published:
        for name, sha256 in release.files.items():
            if _is_pdf(name):
                folder = f"{release.track.cycle}/{release.track.pillar}"
                pdfs[folder] = filing.take_from_shelf(sha256)
    address = settings().public_address
    return website.build_site(settings().templates, summaries, address, pdfs)


def _pdf_of(track: TrackId) -> bytes:
    """A PDF of a summary that is not published yet, kept on the shelf; made once (rule R17)."""
    with store.session() as session:
        if not _pdf_wanted() or releases.find(session, track, Door.PUBLIC) is not None:
            return b""
        summary = _published_summary(session, track)
    content = portable_document.pdf_of(summary.docx, summary.document.title)
    if content:
        name = f"{PurePosixPath(summary.file_name).stem}.pdf"
        with store.session() as session:
            filing.put_on_shelf(session, content, name, clock.now())
    return content


def _pdf_wanted() -> bool:
    """As set; unset, everywhere but in a rehearsal, whose bytes are the same on every machine."""
    wanted = settings().pdf
    return clock.read_mark() is None if wanted is None else wanted


def _is_pdf(name: str) -> bool:
    return name.endswith(".pdf")


def _hash_on_shelf(sha256: str) -> str:
    """The hash of what really lies on the shelf under this name; empty when nothing does."""
    try:
        return hashlib.sha256(shelf.take(filing.shelf_folder(), sha256)).hexdigest()
    except (ShelfFileChanged, ShelfFileMissing):
        return ""


def _released_report(session: Session, track: TrackId, decision: Decision) -> ReleasedReport:
    opened = _decided_round(session, track, decision)
    return ReleasedReport(
        snapshot=snapshots.from_bytes(filing.take_from_shelf(opened.report_snapshot)),
        report_docx=filing.take_from_shelf(opened.report_sha256),
        summary_docx=filing.take_from_shelf(opened.summary_sha256),
        report_sha256=opened.report_sha256,
        summary_sha256=opened.summary_sha256,
        decision=decision,
        rule=opened.rule,
        head=journal.hash_of_decision(session, decision.evidence_sha256, decision.report_sha256),
        report_file_name=_file_name(session, track, DraftKind.FINAL, opened.report_sha256),
        summary_file_name=_file_name(session, track, DraftKind.SUMMARY, opened.summary_sha256),
    )


def _published_summary(session: Session, track: TrackId) -> PublishedSummary:
    adopted = [d for d in board.decisions_on(session, track) if d.outcome is Outcome.ADOPTED]
    decision = adopted[-1]
    opened = _decided_round(session, track, decision)
    cycle = cycles.get(session, track.cycle)
    content = filing.take_from_shelf(opened.summary_sha256)
    return PublishedSummary(
        cycle=track.cycle,
        pillar=track.pillar,
        pillar_name=taxonomy.on(session, cycle.taxonomy_on).pillar(track.pillar).name,
        document=read_document(content),
        docx=content,
        sha256=opened.summary_sha256,
        approved_on=decision.decided_on,
        file_name=_file_name(session, track, DraftKind.SUMMARY, opened.summary_sha256),
    )


def _decided_round(session: Session, track: TrackId, decision: Decision) -> ApprovalRound:
    rounds = {each.number: each for each in board.rounds(session, track)}
    return rounds[decision.round_number]


def _file_name(session: Session, track: TrackId, kind: DraftKind, sha256: str) -> str:
    draft = next(d for d in drafts.every(session, track, kind) if d.sha256 == sha256)
    return naming.draft(track.cycle, track.pillar, kind, draft.number)


def _all_releases(session: Session) -> list[releases.ReleaseOnRecord]:
    return [r for code in cycles.codes(session) for r in releases.of_cycle(session, code)]


def _is_of(track: TrackId, name: str) -> bool:
    return name.startswith(f"{track.cycle}/{track.pillar}/")


def _record(track: TrackId, decision: Decision, door: Door, files: Mapping[str, bytes]) -> bool:
    at = clock.now()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    with store.session() as session:
        if releases.find(session, track, door) is not None:
            return False
        releases.keep(session, track, decision, door, hashes, at)
        reached = (
            TrackState.IN_THE_DATABASE if door is Door.MEMBERS else TrackState.SUMMARY_PUBLISHED
        )
        state = transitions.move(cycles.track_state(session, track), reached)
        cycles.set_track_state(session, track, state)
        matter = f"{track.cycle} {track.pillar}"
        journal.append(session, at, "Secretariat", f"released: {door}", matter, hashes)
    return True
