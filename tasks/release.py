"""Release: the gate, then the two doors; a second run changes nothing (I.4; rules R8 to R10)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath

from data import clock, snapshots, store
from data.errors.gate import DecisionChanged, DecisionNotAsTold, WouldLeak
from data.errors.shelf import ShelfFileChanged, ShelfFileMissing
from data.queries import (
    board,
    cycles,
    journal,
    releases,
    shelf_files,
)
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Decision,
    Door,
    DraftKind,
    ReleasedReport,
    TrackId,
    TrackState,
)
from data.vocabulary.board import Watch
from data.vocabulary.clearance import Clearance
from tasks import filing, public_check, public_site
from tasks.edges import members_store, portable_document, shelf, staging
from tasks.edges.word import read_document
from tasks.patience import step
from tasks.rules import gate, transitions, witness, witness_outside


@step("pass the gate")
def pass_the_gate(track: TrackId) -> Clearance:
    """Clear report and summary as they lie on the shelf, and the site as it would be, or refuse.

    Raises:
        Refusal: no decision, another outcome, other bytes, no evidence; see tasks.rules.gate.
    """
    with store.session() as session:
        cycles.track_row(session, track)
        _cleared(session, track)  # only what the Board cleared is built and looked into
    pdf, report_pdf = public_site.pdf_of(track), _pdf_of_report(track)
    files = public_site.site_with(track, pdf)
    leaks = public_check.leaks_in(files, (track,))
    with store.session() as session:
        return Clearance(_cleared(session, track, leaks), _hashes(files), pdf, report_pdf)


@step("release into the members' database")
def release_to_members(track: TrackId, cleared: Clearance) -> bool:
    """Put the approved report into the members' store; False when it is there already.

    It is on record before it lies there: a run killed in between shows nobody anything, and the
    decision can no longer be recalled when the next run puts it there.

    Raises:
        Refusal: the gate has closed since it was passed.
    """
    with store.session() as session:
        held = releases.find(session, track, Door.MEMBERS)
    folder = settings().root / "members" / track.cycle / track.pillar
    if held is None or staging.matches(folder, held.files):
        staging.put_composed(folder, partial(_compose_release, track, cleared))
    return held is None


@step("publish the summary")
def publish_summary(track: TrackId, cleared: Clearance) -> bool:
    """Put the approved summary onto the public site; False when it is there already.

    Raises:
        Refusal: the gate has closed since it was passed, or a file that was not looked into leaks.
    """
    with store.session() as session:
        held = releases.find(session, track, Door.PUBLIC)
    staging.put_composed(settings().root / "website", partial(_compose_site, track, cleared))
    return held is None


def how_it_ended(track: TrackId) -> str:
    """What a run of publishing says at its end; where no PDF was made, that too."""
    with store.session() as session:
        held = [releases.find(session, track, door) for door in Door]
    released = f"The {track.pillar} report of {track.cycle} is released"
    without_pdf = any(each and not any(map(public_site.is_pdf, each.files)) for each in held)
    if without_pdf and public_site.pdf_wanted():
        return f"{released}\nIts files stand there without a PDF: LibreOffice made none."
    return released


def _compose_release(track: TrackId, cleared: Clearance) -> Mapping[str, bytes]:
    """Build the members' files and put them on record; no other run writes meanwhile."""
    with store.session() as session:
        report = _with_pdfs(session, _released_report(session, track, cleared.decision), cleared)
    files = members_store.build_release(report)
    with store.session() as session:
        _record(session, track, cleared, Door.MEMBERS, files)
    return files


def _compose_site(track: TrackId, cleared: Clearance) -> Mapping[str, bytes]:
    """Build the public site and put it on record; no other run writes meanwhile."""
    with store.session() as session:
        if releases.find(session, track, Door.PUBLIC) is None:
            _cleared(session, track)  # else there may be no decision to tell of
    files = public_site.site_with(track, cleared.pdf)
    hashes = _hashes(files)
    unseen = {name: files[name] for name in files if cleared.checked.get(name) != hashes[name]}
    if unseen and (found := public_check.leaks_in(unseen, (track,))):
        raise WouldLeak(cycle=track.cycle, pillar=track.pillar, leaks=" ".join(found))
    own = {name: content for name, content in files.items() if public_site.is_of(track, name)}
    with store.session() as session:
        _record(session, track, cleared, Door.PUBLIC, own)
        if witness_outside.newest_site(journal.entries(session)) != hashes:
            at, act = clock.now(), witness_outside.COMPOSED
            journal.append(session, at, "Secretariat", act, "public site", hashes)
    return files


def _cleared(session: Session, track: TrackId, leaks: Sequence[str] = ()) -> Decision:
    """The decision that clears the files as they lie on the shelf now; otherwise a refusal."""
    opened = board.newest_round(session, track)
    decisions = board.decisions_on(session, track)
    kept = {sha256 for sha256, _ in shelf_files.all_hashes(session)}
    evidence = {d.evidence_sha256 for d in decisions} & kept
    cleared = gate.clear_for_release(
        track,
        opened,
        decisions,
        _hash_on_shelf(opened.report_sha256) if opened else "",
        _hash_on_shelf(opened.summary_sha256) if opened else "",
        [sha256 for sha256 in evidence if _hash_on_shelf(sha256) == sha256],
        Watch(clock.now(), settings().zone, timedelta(hours=settings().quiet_hours)),
        leaks,
    )
    # A row may have been added, changed or taken away by somebody who owns the database.
    told = journal.entries_about(session, f"{track.cycle} {track.pillar} round ")
    if wrong := witness.decisions(told, {track: decisions}):
        raise DecisionNotAsTold(
            cycle=track.cycle, pillar=track.pillar, mismatches=" ".join(wrong).rstrip(".")
        )
    return cleared


def _hash_on_shelf(sha256: str) -> str:
    """The hash of what really lies on the shelf under this name; empty when nothing does."""
    try:
        return hashlib.sha256(shelf.take(filing.shelf_folder(), sha256)).hexdigest()
    except (ShelfFileChanged, ShelfFileMissing):
        return ""


def _released_report(session: Session, track: TrackId, decision: Decision) -> ReleasedReport:
    opened = board.decided_round(session, track, decision)
    named = partial(public_site.file_name, session, track)
    return ReleasedReport(
        snapshot=snapshots.from_bytes(filing.take_from_shelf(opened.report_snapshot)),
        report_docx=filing.take_from_shelf(opened.report_sha256),
        summary_docx=filing.take_from_shelf(opened.summary_sha256),
        report_sha256=opened.report_sha256,
        summary_sha256=opened.summary_sha256,
        decision=decision,
        rule=opened.rule,
        head=journal.hash_of_decision(session, decision.evidence_sha256, decision.report_sha256),
        report_file_name=named(DraftKind.FINAL, opened.report_sha256),
        summary_file_name=named(DraftKind.SUMMARY, opened.summary_sha256),
    )


def _pdf_of_report(track: TrackId) -> bytes:
    """A PDF of a report that is not released yet; one that is has its PDF on the shelf."""
    with store.session() as session:
        opened = board.newest_round(session, track)
        held = releases.find(session, track, Door.MEMBERS)
        if opened is None or held is not None or not public_site.pdf_wanted():
            return b""
        docx = filing.take_from_shelf(opened.report_sha256)
    return portable_document.pdf_of(docx, read_document(docx).title)


def _with_pdfs(session: Session, report: ReleasedReport, cleared: Clearance) -> ReleasedReport:
    """The report with the PDFs just made, or with those it was released with."""
    track = TrackId(report.snapshot.cycle, report.snapshot.pillar.code)
    held = releases.find(session, track, Door.MEMBERS)
    if held is None:
        return replace(report, report_pdf=cleared.report_pdf, summary_pdf=cleared.pdf)

    def kept(file_name: str) -> bytes:
        sha256 = held.files.get(members_store.pdf_name(file_name), "")
        return filing.take_from_shelf(sha256) if sha256 else b""

    return replace(
        report,
        report_pdf=kept(report.report_file_name),
        summary_pdf=kept(report.summary_file_name),
    )


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def _record(
    session: Session, track: TrackId, cleared: Clearance, door: Door, files: Mapping[str, bytes]
) -> None:
    """Read the gate once more and write the release down, in one unit of work; once (rule R17).

    Raises:
        Refusal: the gate has closed since it was passed.
        DecisionChanged: it is open by another decision than the one these files were built on.
    """
    board.hold_still(session, track)
    if releases.find(session, track, door) is not None:
        return
    if _cleared(session, track) != cleared.decision:
        raise DecisionChanged(cycle=track.cycle, pillar=track.pillar)
    at, hashes = clock.now(), _hashes(files)
    for name in filter(public_site.is_pdf, files):
        filing.put_on_shelf(session, files[name], PurePosixPath(name).name, at)
    releases.keep(session, track, cleared.decision, door, hashes, at)
    reached = TrackState.IN_THE_DATABASE if door is Door.MEMBERS else TrackState.SUMMARY_PUBLISHED
    state = transitions.move(cycles.track_state(session, track), reached)
    cycles.set_track_state(session, track, state)
    matter = f"{track.cycle} {track.pillar}"
    journal.append(session, at, "Secretariat", f"released: {door}", matter, hashes)
