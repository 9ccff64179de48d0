"""Handover: one folder with which a new officer goes on in the middle of a cycle."""

from collections.abc import Sequence

from data import clock, store
from data.queries import cycles, drafts, journal, members, preparation, requests, returns
from data.settings import settings
from data.store import Session
from data.vocabulary import Cycle, DraftKind, LetterState, RequestKind, TrackStatus
from data.vocabulary.handover import FileOnRecord, Handover, HeldLetter
from tasks import filing
from tasks.edges import staging
from tasks.edges.plain_tables import as_csv
from tasks.edges.word import write_document
from tasks.patience import step
from tasks.rules import deadlines, handover_paper, naming

_ACTS = 200  # of the journal, the newest


@step("write the handover")
def write_handover(code: str, statuses: Sequence[TrackStatus]) -> str:
    """Put paper, tables, held letters and newest drafts into one folder, all at once.

    It holds no password, key or token. Given again, it is written anew.

    Raises:
        CycleUnknown: no such cycle was opened.
    """
    with store.session() as session:
        cycle = cycles.get(session, code)
        told = _told(session, cycle, statuses)
        named = _enclosed(session, cycle, told)
        templates = filing.templates_of(session, code) / "drafts"
    folder = settings().root / "handover" / naming.plain(code)
    paper = write_document(templates, handover_paper.compose(told))
    files = {f"Handover {naming.plain(code)}.docx": paper}
    files |= {name: as_csv(*table) for name, table in handover_paper.tables(told).items()}
    files |= {name: filing.take_from_shelf(sha256) for name, sha256 in named.items()}
    staging.put_in_place(folder, files)
    with store.session() as session:
        facts = {"head": told.head, "files": str(len(files))}
        journal.append(session, clock.now(), "Secretariat", "handover written", code, facts)
    return f"The handover of {code} is {folder}\nIt holds {len(files)} files."


def _told(session: Session, cycle: Cycle, statuses: Sequence[TrackStatus]) -> Handover:
    today = clock.today()
    pillars = [status.track.pillar for status in statuses]
    contacts = {
        (member.name, contact): None
        for member in members.on(session, today)
        for pillar in pillars
        for contact in members.contacts_of(session, member.code, pillar, today)
    }
    about = [
        (f"{e.at:%Y-%m-%d %H:%M} UTC", e.who, e.act, e.subject)
        for e in journal.entries(session)
        if e.subject.startswith(cycle.code)
    ]
    return Handover(
        cycle=cycle,
        statuses=tuple(statuses),
        calendar=preparation.calendar_of(session, cycle.code)[1],
        contacts=tuple(contacts),
        seats=tuple(members.board_on(session, today)),
        letters=_letters(session, cycle.code),
        files=_files(session, cycle.code, statuses),
        acts=tuple(about[-_ACTS:]),
        on=deadlines.long_date(today),
        head=journal.head(session),
    )


def _letters(session: Session, code: str) -> tuple[HeldLetter, ...]:
    return tuple(
        HeldLetter(each.kind, each.file_name, each.state, each.eml_sha256)
        for each in requests.letters_in(session, code, "", *LetterState)
    )


def _files(
    session: Session, code: str, statuses: Sequence[TrackStatus]
) -> tuple[FileOnRecord, ...]:
    tracks = [status.track for status in statuses]
    asked = [
        FileOnRecord("request", r.file_name, r.request.state, r.workbook_sha256)
        for track in tracks
        for kind in RequestKind
        for r in requests.of_track(session, track, kind)
    ]
    came = [
        FileOnRecord("return", r.file_name, r.state, r.sha256)
        for r in returns.of_cycle(session, code)
    ]
    written = [
        FileOnRecord(d.kind, naming.draft(code, track.pillar, d.kind, d.number), "", d.sha256)
        for track in tracks
        for kind in DraftKind
        for d in drafts.every(session, track, kind)
    ]
    return (*asked, *came, *written)


def _enclosed(session: Session, cycle: Cycle, told: Handover) -> dict[str, str]:
    """Path in the folder to SHA-256: letters that are held, and the newest draft of each kind."""
    held = {
        f"letters/{each.file_name}": each.sha256
        for each in told.letters
        if each.state == LetterState.HELD
    }
    newest = [
        drafts.newest(session, status.track, kind) for status in told.statuses for kind in DraftKind
    ]
    return held | {
        f"drafts/{naming.draft(cycle.code, d.pillar, d.kind, d.number)}": d.sha256
        for d in newest
        if d is not None
    }
