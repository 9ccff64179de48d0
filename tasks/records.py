"""Verification: every hash, the journal's chain and rules R7 to R10 and R14, computed anew."""

import hashlib
from collections.abc import Iterable

from data import store
from data.queries import board, cycles, drafts, journal, purges, releases, requests, shelf_files
from data.queries.releases import ReleaseOnRecord
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    Door,
    DraftKind,
    JournalEntry,
    LetterState,
    Outcome,
    RoundState,
    TrackId,
    TrackState,
)
from tasks import filing, public_check
from tasks.edges import shelf, staging
from tasks.edges.word import read_document
from tasks.patience import step
from tasks.rules import kosovo, transitions, witness


@step("verify the records")
def verify_records(cycle: str) -> list[str]:
    """One sentence for each mismatch in a cycle, or in all of them when none is named."""
    with store.session() as session:
        codes = [cycles.get(session, cycle).code] if cycle else cycles.codes(session)
        kept = shelf_files.all_hashes(session)
        told = journal.entries(session)
        tracks = [each for code in codes for each in cycles.tracks_of(session, code)]
        rounds = {track: board.rounds(session, track) for track, _ in tracks}
        decisions = {track: board.decisions_on(session, track) for track, _ in tracks}
        released = [r for code in codes for r in releases.of_cycle(session, code)]
        purged = purges.of_files(session)
        papers = [each for code in codes for each in _papers(session, code)]
    names = {sha256: name for sha256, name in kept if sha256 not in purged}
    damaged = dict(shelf.damaged(filing.shelf_folder(), names))
    wrong = [f"Shelf: {names[sha256]} – {why}" for sha256, why in damaged.items()]
    wrong += [f"Shelf: {purged[each]} Its bytes are still there." for each in _still_there(purged)]
    wrong += _chain(told)
    wrong += witness.decisions(told, decisions)
    wrong += witness.papers(told, codes, papers)
    wrong += witness.releases(told, [(r.track, r.door, r.files) for r in released])
    for track, state in tracks:
        wrong += _rounds(track, rounds[track], decisions[track], damaged)
        wrong += _approval(track, state, rounds[track], decisions[track])
    for release in released:
        wrong += _release(release, decisions[release.track])
    wrong += _leaks()
    sound = [r for r in released if not _touches(damaged, rounds[r.track])]
    return wrong + [
        sentence for release in sound for sentence in _names(release, rounds[release.track])
    ]


def head_of_journal() -> str:
    """The hash that stands for the whole history so far."""
    with store.session() as session:
        return journal.head(session)


def _papers(session: Session, code: str) -> list[tuple[str, str]]:
    """What each draft, summary and letter of a cycle is called, with its SHA-256."""
    written = [
        (f"{code} {track.pillar} {kind} {draft.number}", draft.sha256)
        for track, _ in cycles.tracks_of(session, code)
        for kind in DraftKind
        for draft in drafts.every(session, track, kind)
    ]
    letters = requests.letters_in(session, code, "", *LetterState)
    return [*written, *((each.file_name, each.eml_sha256) for each in letters)]


def purged_files() -> list[str]:
    """A sentence for each file that was purged on purpose: when, by whom and why."""
    with store.session() as session:
        return [str(each) for each in purges.of_files(session).values()]


def _still_there(purged: Iterable[str]) -> list[str]:
    gone = {sha256 for sha256, _ in shelf.damaged(filing.shelf_folder(), purged)}
    return [sha256 for sha256 in purged if sha256 not in gone]


def _chain(told: list[JournalEntry]) -> list[str]:
    wrong: list[str] = []
    previous = journal.BEGINNING
    for place, entry in enumerate(told, start=1):
        expected = journal.entry_hash(
            place, entry.at, entry.who, entry.act, entry.subject, entry.facts, previous
        )
        if (entry.number, entry.previous, entry.hash) != (place, previous, expected):
            wrong.append(
                f"Journal: entry {entry.number} ({entry.act}, {entry.subject}) does not follow "
                "from the entries before it."
            )
        previous = entry.hash
    return wrong


def _rounds(
    track: TrackId,
    rounds: list[ApprovalRound],
    decisions: list[Decision],
    damaged: dict[str, str],
) -> list[str]:
    wrong: list[str] = []
    for each in rounds:
        where = f"{track.cycle} {track.pillar} round {each.number}"
        if each.report_snapshot != each.summary_snapshot:
            wrong.append(f"{where}: report and summary come from two snapshots (rule R7).")
        for name, sha256 in (("report", each.report_sha256), ("summary", each.summary_sha256)):
            if sha256 in damaged:
                wrong.append(f"{where}: the {name} is not the file that was submitted (rule R8).")
        for decision in decisions:
            if decision.round_number != each.number:
                continue
            bound = (decision.report_sha256, decision.summary_sha256)
            if bound != (each.report_sha256, each.summary_sha256):
                wrong.append(f"{where}: the decision is bound to other files (rule R8).")
            if not decision.evidence_sha256 or decision.evidence_sha256 in damaged:
                wrong.append(f"{where}: the evidence of the decision is missing (rule R9).")
    return wrong


def _approval(
    track: TrackId, state: TrackState, rounds: list[ApprovalRound], decisions: list[Decision]
) -> list[str]:
    if not transitions.has_reached(state, TrackState.APPROVED):
        return []
    newest = rounds[-1] if rounds else None
    adopted = [
        d
        for d in decisions
        if newest
        and d.round_number == newest.number
        and d.outcome is Outcome.ADOPTED
        and not d.recalled_by
    ]
    if newest is None or newest.state is not RoundState.ADOPTED or not adopted:
        return [
            f"{track.cycle} {track.pillar}: it stands at “{state}” without an adopting decision "
            "on record (rule R9)."
        ]
    return []


def _release(release: ReleaseOnRecord, decisions: list[Decision]) -> list[str]:
    where = f"{release.track.cycle}/{release.track.pillar}"
    root = settings().root
    wrong: list[str] = []
    if not any(decision.outcome is Outcome.ADOPTED for decision in decisions):
        wrong.append(f"{where} was released to {release.door} without a decision (rule R10).")
    # Decisions from before minutes were referred to needed no second person.
    elif decisions[-1].recalled_by or (decisions[-1].minutes and not decisions[-1].confirmed_by):
        wrong.append(f"{where} was released to {release.door} on an unconfirmed decision.")
    if release.door is Door.MEMBERS:
        folder = root / "members" / where
        return wrong + [
            f"Members' store {where}: {difference}"
            for difference in staging.matches(folder, release.files)
        ]
    for name, sha256 in sorted(release.files.items()):
        path = root / "website" / name
        if not path.is_file():
            wrong.append(f"Public site: {name} is missing.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            wrong.append(f"Public site: {name} is not what was released (rule R10).")
    return wrong


def _leaks() -> list[str]:
    """What the public site as it stands holds and must not hold, whoever put it there."""
    folder = settings().root / "website"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return [f"Public site: {leak} (rule R10)" for leak in public_check.leaks_in(files)]


def _touches(damaged: dict[str, str], rounds: list[ApprovalRound]) -> bool:
    return any(each.report_sha256 in damaged or each.summary_sha256 in damaged for each in rounds)


def _names(release: ReleaseOnRecord, rounds: list[ApprovalRound]) -> list[str]:
    newest = rounds[-1]
    sha256 = newest.report_sha256 if release.door is Door.MEMBERS else newest.summary_sha256
    document = read_document(filing.take_from_shelf(sha256))
    where = f"{release.track.cycle} {release.track.pillar}"
    return [f"{where}: {found.message} (rule R14)" for found in kosovo.check(document)]
