"""Verification: every hash, the journal's chain and rules R7 to R10 and R14, computed anew."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from data import store
from data.errors.members_site import ReleasedFileChanged
from data.queries import (
    board,
    board_voices,
    cycles,
    drafts,
    journal,
    purges,
    releases,
    requests,
    round_voices,
    shelf_files,
)
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
from tasks import filing, methodology_check, public_check
from tasks.edges import shelf, staging
from tasks.edges.members_store import MANIFEST, head_in_manifest
from tasks.edges.messages import open_letter
from tasks.edges.word import read_document
from tasks.members_catalogue import catalogue
from tasks.members_places import places
from tasks.patience import step
from tasks.rules import kosovo, transitions, witness, witness_outside, witness_seats
from tasks.rules.witness_seats import RoundInTheBooks


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
        in_books = {
            f"{track.cycle} {track.pillar} round {each.number}": _in_books(session, track, each)
            for track, opened in rounds.items()
            for each in opened
        }
        released = [r for code in codes for r in releases.of_cycle(session, code)]
        purged = purges.of_files(session)
        papers = [each for code in codes for each in _papers(session, code)]
    names = {sha256: name for sha256, name in kept if sha256 not in purged}
    damaged = dict(shelf.damaged(filing.shelf_folder(), names))
    wrong = [f"Shelf: {names[sha256]} – {why}" for sha256, why in damaged.items()]
    wrong += [f"Shelf: {purged[each]} Its bytes are still there." for each in _still_there(purged)]
    wrong += _chain(told)
    wrong += witness.decisions(told, decisions)
    wrong += witness_seats.rounds(told, in_books)
    wrong += witness.papers(told, codes, papers)
    wrong += witness.releases(told, [(r.track, r.door, r.files) for r in released])
    for track, state in tracks:
        wrong += _rounds(track, rounds[track], decisions[track], damaged)
        wrong += _approval(track, state, rounds[track], decisions[track])
    for release in released:
        wrong += _release(release, decisions[release.track])
    wrong += witness_outside.heads(told, _printed_heads(released))
    wrong += _public_site(told)
    if any(release.door is Door.MEMBERS for release in released):
        wrong += _catalogue()
    with store.session() as session:
        wrong += methodology_check.held_against(session, told)
    sound = [r for r in released if not _touches(damaged, rounds[r.track])]
    return wrong + [
        sentence for release in sound for sentence in _names(release, rounds[release.track])
    ]


def _in_books(session: Session, track: TrackId, opened: ApprovalRound) -> RoundInTheBooks:
    """What a round keeps beside its decision; one that carries out amendments was sent nowhere."""
    kept = board_voices.kept(session, track, opened.number)
    sent = {
        "report": opened.report_sha256,
        "summary": opened.summary_sha256,
        "rule": opened.rule.code,
    }
    return RoundInTheBooks(
        {} if opened.amends else sent,
        tuple(round_voices.seats(session, kept)),
        tuple(round_voices.voices(session, kept)),
        tuple(round_voices.deliveries(session, kept)),
        tuple(board_voices.amendments(session, track, opened.number)),
    )


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
    return wrong


def _printed_heads(released: list[ReleaseOnRecord]) -> Iterator[tuple[str, str]]:
    """Where a manifest, or a decision letter in the outbox, prints the head of the journal."""
    root = settings().root
    for release in released:
        manifest = root / "members" / release.track.cycle / release.track.pillar / MANIFEST
        if release.door is Door.MEMBERS and manifest.is_file():
            yield (
                f"{release.track.cycle} {release.track.pillar} {MANIFEST}",
                head_in_manifest(manifest.read_bytes()),
            )
    for path in sorted((root / "outbox").glob("*/*decision*.eml")):
        for head in witness_outside.heads_in(open_letter(path.read_bytes()).text):
            yield path.name, head


def _public_site(told: list[JournalEntry]) -> list[str]:
    """What lies on the public site against what was put there, and what may never lie there."""
    folder = settings().root / "website"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    with store.session() as session:
        public = [
            release.files
            for code in cycles.codes(session)
            for release in releases.of_cycle(session, code)
            if release.door is Door.PUBLIC
        ]
    released = {name: sha256 for each in public for name, sha256 in each.items()}
    return [
        *witness_outside.public_site(told, released, found),
        *(f"Public site: {leak} (rule R10)" for leak in public_check.leaks_in(files)),
    ]


def _catalogue() -> list[str]:
    """Whether the members' catalogue is the one that follows from the released files."""
    at = places().catalogue
    with suppress(ReleasedFileChanged, OSError, ValueError):  # told of the release itself
        built = catalogue()
        if not at.is_file() or at.read_bytes() != built:
            return [
                "Members' catalogue: it is not the one that follows from the released files; "
                "publish again, or start the members' site, and it is built anew."
            ]
    return []


def _touches(damaged: dict[str, str], rounds: list[ApprovalRound]) -> bool:
    return any(each.report_sha256 in damaged or each.summary_sha256 in damaged for each in rounds)


def _names(release: ReleaseOnRecord, rounds: list[ApprovalRound]) -> list[str]:
    newest = rounds[-1]
    sha256 = newest.report_sha256 if release.door is Door.MEMBERS else newest.summary_sha256
    document = read_document(filing.take_from_shelf(sha256))
    where = f"{release.track.cycle} {release.track.pillar}"
    return [f"{where}: {found.message} (rule R14)" for found in kosovo.check(document)]
