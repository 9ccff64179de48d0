"""A version of the Methodology: laid on record for an adopted proposal, in force once confirmed.

Nothing comes into force without a decision of the Board that a second person confirmed, and no
cycle that was opened before is touched (rule R19).
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.methodology import (
    ProposalDecisionNotAsTold,
    ProposalInForce,
    ProposalNotBeforeTheBoard,
    ProposalUnknown,
    VersionAlreadyInForce,
    VersionConfirmedByItsRecorder,
    VersionFilesBroken,
    VersionFilesChanged,
    VersionFolderMissing,
    VersionOfMethodologyUnknown,
)
from data.queries import journal, methodologies, proposal_voices, proposals
from data.reference import methodology_versions
from data.reference.version_files import FILES, version_on_file
from data.settings import settings
from data.store import Session
from data.vocabulary import Decision, TrackId
from data.vocabulary.board import Watch
from data.vocabulary.methodology import (
    METHODOLOGY,
    FileOfRecord,
    LaidVersion,
    VersionInForce,
    VersionOnFile,
    matter_of,
)
from tasks import filing, methodology_check, version_templates
from tasks.edges import shelf, template_files
from tasks.edges.workbook.contract import read_contract
from tasks.patience import step
from tasks.rules import deadlines, gate, version_checks, witness
from tasks.rules.decision import same_person
from tasks.rules.near_misses import did_you_mean
from tasks.rules.phrases import counted
from tasks.rules.proposal_rounds import in_its_own_words


@step("lay a version of the Methodology on record")
def lay(proposal: int, folder: str, recorded_by: str) -> str:
    """Read the files of a version and append them with their words; returns the version's code.

    The same files laid again change nothing. It is not in force: a second person confirms it.

    Raises:
        NameMissing, ProposalUnknown, ProposalInForce, VersionFolderMissing: see their words.
        Refusal: the Board did not adopt the proposal, or its decision is not confirmed; see
            tasks.rules.gate.
        VersionFilesBroken: something in the files must be put right; all of it is named at once.
    """
    at, place = clock.now(), _folder(folder)
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        decision = _cleared(session, proposal, timedelta(0))
        known = {code for code, _, _ in methodologies.rows_of_versions(session)}
    known |= {version.code for version in methodology_versions()}
    contents = _contents(place)
    told, faults = version_on_file(contents)
    if told is None:
        raise _broken(place, faults)
    broken = version_templates.faults(told, _templates_in(contents))
    laid = _as_laid(told, contents, proposal, decision, recorded_by)
    with store.session() as session:
        held = methodologies.newest_laid(session, laid.code)
        if held is not None and version_checks.digest(held) == version_checks.digest(laid):
            return laid.code
        _expect_none_in_force(session, proposal)
        faults = version_checks.faults(told, known, decision.decided_on)
        faults += broken
        if faults:
            raise _broken(place, faults)
        for name, content in contents.items():
            filing.put_on_shelf(session, content, f"{METHODOLOGY} {laid.code} {name}", at)
        methodologies.lay(session, laid)
        facts = methodology_check.facts_of(laid)
        journal.append(session, at, recorded_by, methodology_check.LAID, _matter(laid), facts)
    return laid.code


@step("put a version of the Methodology in force")
def confirm(code: str, confirmed_by: str) -> str:
    """Let cycles begin with a version from its day on; said again it is kept once.

    Raises:
        NameMissing, VersionOfMethodologyUnknown, ProposalInForce: see their words.
        VersionAlreadyInForce: the program came with a version of this code.
        VersionConfirmedByItsRecorder: both names are one person's.
        VersionFilesChanged: what lies on the shelf or in the books is not what was laid.
        Refusal: the decision does not stand, or still rests; see tasks.rules.gate.
    """
    at, zone = clock.now(), settings().zone
    if not confirmed_by.strip():
        raise NameMissing
    with store.session() as session:
        held = {each.laid.code: each for each in methodologies.in_force(session)}
        if code in held:
            return _told(held[code])
        laid = _find(session, code)
        if same_person(laid.recorded_by, confirmed_by):
            raise VersionConfirmedByItsRecorder(code=code, name=laid.recorded_by)
        wrong = methodology_check.of_version(session, laid)
        if wrong:
            raise VersionFilesChanged(code=code, mismatches=" ".join(wrong))
        _cleared(session, laid.proposal, timedelta(hours=settings().quiet_hours))
        _expect_none_in_force(session, laid.proposal)
        today = deadlines.local_day(at, zone)
        last = methodologies.last_opened_on(session)
        day = version_checks.first_day(laid.since, today, last)
        confirmed = VersionInForce(laid, day, confirmed_by, at)
        methodologies.confirm(session, confirmed)
        facts = {**methodology_check.facts_of(laid), "in force from": day.isoformat()}
        act = methodology_check.IN_FORCE
        journal.append(session, at, confirmed_by, act, _matter(laid), facts)
    return _told(confirmed)


@step("which sheets of the requests are missing")
def sheets_missing(code: str) -> list[str]:
    """A sentence for each request template that has no sheet for a sub-pillar of a version."""
    with store.session() as session:
        laid = _find(session, code)
    numbers = sorted(each.number for each in laid.words.on(laid.since).sub_pillars)
    brought = {f.name: filing.take_from_shelf(f.sha256) for f in laid.files[len(FILES) :]}
    lacking: list[str] = []
    for path in sorted((filing.templates_with(brought) / "requests").glob("*.yaml")):
        sheets = read_contract(path.read_text("utf-8")).needs
        lacking += [
            f"Please check: {path.name} has no sheet for sub-pillar {number}; without it no "
            "request can be written in a cycle that begins with this version."
            for number in numbers
            if number not in sheets
        ]
    return lacking


def _folder(folder: str) -> Path:
    place = settings().root / "methodology"
    path = Path(folder).expanduser()
    found = next((each for each in (path, place / path) if folder and each.is_dir()), None)
    if found is None:
        raise VersionFolderMissing(folder=folder, place=place)
    return found


def _contents(place: Path) -> dict[str, bytes]:
    """The files of a version in their order, and after them the templates it brings."""
    told = {name: (place / name).read_bytes() for name in FILES if (place / name).is_file()}
    brought = template_files.read_templates(place / filing.BROUGHT, ("",))
    return told | {f"{filing.BROUGHT}/{name}": content for name, content in brought.items()}


def _templates_in(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in contents.items() if name not in FILES}


def _expect_none_in_force(session: Session, proposal: int) -> None:
    """Refuse a second version of one decision: the Board decided on one."""
    if any(each.laid.proposal == proposal for each in methodologies.in_force(session)):
        raise ProposalInForce(pillar=matter_of(proposal))


def _cleared(session: Session, proposal: int, quiet: timedelta) -> Decision:
    """The confirmed decision with which the Board adopted a proposal, byte for byte (R8, R9)."""
    proposals.hold_still(session, proposal)
    held, opened = proposals.find(session, proposal), proposals.newest_round(session, proposal)
    if held is None:
        known = ", ".join(str(each.number) for each in proposals.every(session)) or "none so far"
        raise ProposalUnknown(proposal=proposal, known=known)
    if opened is None:
        raise ProposalNotBeforeTheBoard(pillar=matter_of(proposal))
    decisions = proposal_voices.decisions_on(session, proposal)
    paper = opened.report_sha256 if _lies(opened.report_sha256) else ""
    sent = paper if all(_lies(file.sha256) for file in held.files) else ""
    evidence = [each.evidence_sha256 for each in decisions if _lies(each.evidence_sha256)]
    watch = Watch(clock.now(), settings().zone, quiet)
    track = TrackId(METHODOLOGY, matter_of(proposal))
    with in_its_own_words():
        cleared = gate.clear_for_release(track, opened, decisions, paper, sent, evidence, watch)
    told = journal.entries_about(session, f"{METHODOLOGY} {matter_of(proposal)} round ")
    if wrong := witness.decisions(told, {track: decisions}, witness.ON_PROPOSALS):
        raise ProposalDecisionNotAsTold(pillar=opened.pillar, mismatches=" ".join(wrong))
    return cleared


def _lies(sha256: str) -> bool:
    """Whether the very bytes of this hash lie on the shelf."""
    return not shelf.damaged(filing.shelf_folder(), [sha256])


def _broken(folder: Path, faults: Sequence[str]) -> VersionFilesBroken:
    lines = "\n".join(f"  - {fault}" for fault in faults)
    return VersionFilesBroken(folder=folder, count=counted(len(faults), "thing"), faults=lines)


def _as_laid(
    told: VersionOnFile,
    contents: Mapping[str, bytes],
    proposal: int,
    decision: Decision,
    recorded_by: str,
) -> LaidVersion:
    files = tuple(
        FileOfRecord(name, hashlib.sha256(content).hexdigest())
        for name, content in contents.items()
    )
    return LaidVersion(
        0,
        told.version.code,
        told.version.title,
        told.version.agreed,
        decision.decided_on,
        told.version.validity.since,
        told.templates,
        proposal,
        files,
        told.words,
        recorded_by,
        clock.now(),
    )


def _find(session: Session, code: str) -> LaidVersion:
    laid = methodologies.newest_laid(session, code)
    if laid is not None:
        return laid
    known = [version.code for version in methodology_versions()]
    if code in known:
        raise VersionAlreadyInForce(code=code)
    every: Sequence[str] = [*known, *(each.code for each in methodologies.every_laid(session))]
    listed = ", ".join(dict.fromkeys(every))
    raise VersionOfMethodologyUnknown(code=code, known=listed, hint=did_you_mean(code, every))


def _told(confirmed: VersionInForce) -> str:
    day = deadlines.long_date(confirmed.in_force_from)
    return f"Version {confirmed.laid.code} is in force for cycles opened from {day} on"


def _matter(laid: LaidVersion) -> str:
    return f"{METHODOLOGY} {laid.code}"
