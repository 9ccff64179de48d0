"""Requests and the letters that carry things out."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from data import schema
from data.queries import cycles
from data.vocabulary import Letter, LetterState, Request, RequestKind, RequestState, TrackId


@dataclass(frozen=True, slots=True)
class RequestOnRecord:
    """A request with what the books know besides: its file and when it went out."""

    request: Request
    workbook_sha256: str
    file_name: str
    template_version: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class LetterOnRecord:
    """A letter as the books know it; its bytes are on the shelf under `eml_sha256`."""

    key: str
    kind: str
    file_name: str
    eml_sha256: str
    request: str | None
    state: LetterState


def of_track(session: Session, track: TrackId, kind: RequestKind) -> list[RequestOnRecord]:
    """The requests of one kind in a track, in the order they were written."""
    rows = session.exec(
        select(schema.Request)
        .where(schema.Request.track == cycles.track_id(session, track))
        .where(schema.Request.kind == kind.value)
        .order_by(col(schema.Request.created_at), col(schema.Request.reference))
    )
    return [_on_record(row, track) for row in rows]


def find(session: Session, reference: str) -> RequestOnRecord | None:
    """The request of this reference, if there is one."""
    row = session.get(schema.Request, reference)
    if row is None:
        return None
    track = session.get_one(schema.Track, row.track)
    return _on_record(row, TrackId(track.cycle, track.pillar))


def keep(
    session: Session,
    request: Request,
    template_version: str,
    workbook_sha256: str,
    file_name: str,
    at: datetime,
) -> None:
    """Keep a new request with the workbook that goes with it."""
    session.add(
        schema.Request(
            reference=request.reference,
            track=cycles.track_id(session, TrackId(request.cycle, request.pillar)),
            member=request.member,
            kind=request.kind.value,
            state=request.state.value,
            deadline=request.deadline,
            zone=request.zone,
            template_version=template_version,
            workbook_sha256=workbook_sha256,
            file_name=file_name,
            created_at=at,
        )
    )
    session.flush()


def state_of(session: Session, reference: str) -> RequestState:
    """Where a request stands."""
    return RequestState(session.get_one(schema.Request, reference).state)


def track_of(session: Session, reference: str) -> TrackId:
    """The track a request belongs to."""
    row = session.get_one(schema.Track, session.get_one(schema.Request, reference).track)
    return TrackId(row.cycle, row.pillar)


def set_state(
    session: Session, reference: str, state: RequestState, sent_at: datetime | None = None
) -> None:
    """Write down the new state of a request."""
    row = session.get_one(schema.Request, reference)
    row.state = state.value
    row.sent_at = sent_at or row.sent_at
    session.flush()


def letter_exists(session: Session, key: str) -> bool:
    """Whether the letter of this act was written before (rule R17)."""
    return session.get(schema.Letter, key) is not None


def keep_letter(
    session: Session,
    letter: Letter,
    track: TrackId | None,
    member: str,
    request: str | None,
    file_name: str,
    eml_sha256: str,
) -> None:
    """Keep a letter as held; the key makes a second one for the same act impossible."""
    session.add(
        schema.Letter(
            key=letter.key,
            kind=letter.kind,
            cycle=track.cycle if track else None,
            pillar=track.pillar if track else "",
            member=member,
            request=request,
            receivers=list(letter.to),
            copies=list(letter.copy_to),
            subject=letter.subject,
            file_name=file_name,
            eml_sha256=eml_sha256,
            state=LetterState.HELD.value,
            held_at=letter.written_at,
        )
    )
    session.flush()


def letters_in(
    session: Session, cycle: str, pillar: str, *states: LetterState
) -> list[LetterOnRecord]:
    """The letters of a cycle in these states, oldest first; an empty pillar names all of them."""
    wanted = (
        select(schema.Letter)
        .where(schema.Letter.cycle == cycle)
        .where(col(schema.Letter.state).in_([state.value for state in states]))
        .order_by(col(schema.Letter.file_name))
    )
    rows = session.exec(wanted)
    return [
        LetterOnRecord(
            row.key,
            row.kind,
            row.file_name,
            row.eml_sha256,
            row.request,
            LetterState(row.state),
        )
        for row in rows
        if pillar in ("", row.pillar) or row.pillar == ""
    ]


def stand_in_line(session: Session) -> None:
    """Wait until whoever writes a letter has kept it or given it up.

    Said before anything is asked of the letters: of two writers at once the second then sees what
    the first one wrote, so no number is given twice and no letter written twice (rule R17). Letters
    can be read, released and sent meanwhile.
    """
    # On SQLite a unit of work holds the only lock from its first word on (see data.store).
    if session.get_bind().dialect.name == "postgresql":
        lock = "LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE"
        session.connection().exec_driver_sql(lock)


def count_letters(session: Session) -> int:
    """How many letters were ever written; the next one's file name counts on."""
    return session.exec(select(func.count()).select_from(schema.Letter)).one()


def set_letter_state(
    session: Session, key: str, state: LetterState, sent_at: datetime | None = None
) -> None:
    """Write down that a letter was released or sent."""
    row = session.get_one(schema.Letter, key)
    row.state = state.value
    row.sent_at = sent_at or row.sent_at
    session.flush()


def _on_record(row: schema.Request, track: TrackId) -> RequestOnRecord:
    request = Request(
        row.reference,
        track.cycle,
        track.pillar,
        row.member,
        RequestKind(row.kind),
        row.deadline,
        row.zone,
        RequestState(row.state),
    )
    return RequestOnRecord(
        request, row.workbook_sha256, row.file_name, row.template_version, row.sent_at
    )
