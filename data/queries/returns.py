"""Returns: the files that came back, and what was found in them."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries.rows import number
from data.vocabulary import Finding, Place, ReturnState, Severity


@dataclass(frozen=True, slots=True)
class ReturnOnRecord:
    """One return as the books know it."""

    row: int
    request: str | None
    sha256: str
    file_name: str
    arrived_at: datetime
    state: ReturnState
    reason: str
    sender: str = ""  # the address it came from; none where it was laid into the folder by hand


def find(session: Session, sha256: str) -> ReturnOnRecord | None:
    """The return with these bytes, if they came before under any name."""
    row = session.exec(select(schema.Return).where(schema.Return.sha256 == sha256)).first()
    return None if row is None else _on_record(row)


def keep(
    session: Session,
    sha256: str,
    file_name: str,
    sender: str,
    request: str | None,
    state: ReturnState,
    reason: str,
    at: datetime,
    part: str = "",
) -> int:
    """Keep a return and give back the number of its row."""
    count = None
    if request is not None and state is ReturnState.ACCEPTED:
        count = len(versions(session, request)) + 1
    row = schema.Return(
        request=request,
        number=count,
        sha256=sha256,
        file_name=file_name,
        sender=sender,
        arrived_at=at,
        state=state.value,
        reason=reason,
        part=part,
    )
    session.add(row)
    session.flush()
    return number(row.id)


def keep_findings(
    session: Session, return_id: int, found: tuple[Finding, ...], at: datetime
) -> None:
    """Keep what was found in a return, each thing once."""
    seen: set[tuple[str, str, str, str]] = set()
    for finding in found:
        mark = (finding.code, finding.place.sheet, finding.place.cell, finding.message)
        if mark in seen:
            continue
        seen.add(mark)
        session.add(
            schema.Finding(
                return_id=return_id,
                code=finding.code,
                severity=finding.severity.value,
                sheet=finding.place.sheet,
                cell=finding.place.cell,
                message=finding.message,
                remedy=finding.remedy,
                found_at=at,
            )
        )
    session.flush()


def findings_of(session: Session, return_id: int) -> list[Finding]:
    """What was found in a return."""
    rows = session.exec(
        select(schema.Finding)
        .where(schema.Finding.return_id == return_id)
        .order_by(col(schema.Finding.id))
    )
    return [
        Finding(r.code, Severity(r.severity), r.message, r.remedy, Place(r.sheet, r.cell))
        for r in rows
    ]


def first_received(session: Session, reference: str) -> datetime | None:
    """When the first accepted return of a request arrived."""
    rows = _accepted(session, reference)
    return rows[0].arrived_at if rows else None


def of_cycle(session: Session, cycle: str) -> list[ReturnOnRecord]:
    """The returns that answer requests of a cycle, oldest first."""
    rows = session.exec(
        select(schema.Return)
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .join(schema.Track, col(schema.Track.id) == col(schema.Request.track))
        .where(schema.Track.cycle == cycle)
        .order_by(col(schema.Return.id))
    )
    return [_on_record(row) for row in rows]


def without_request(session: Session) -> list[ReturnOnRecord]:
    """Returns that name no request we know; oldest first."""
    rows = session.exec(
        select(schema.Return)
        .where(col(schema.Return.request).is_(None))
        .order_by(col(schema.Return.id))
    )
    return [_on_record(row) for row in rows]


def waiting(session: Session) -> list[ReturnOnRecord]:
    """Returns that are held until a person looks at them."""
    rows = session.exec(
        select(schema.Return)
        .where(schema.Return.state == ReturnState.HELD.value)
        .order_by(col(schema.Return.id))
    )
    return [_on_record(row) for row in rows]


def _accepted(session: Session, reference: str) -> list[schema.Return]:
    rows = session.exec(
        select(schema.Return)
        .where(schema.Return.request == reference)
        .where(schema.Return.state == ReturnState.ACCEPTED.value)
        .order_by(col(schema.Return.arrived_at), col(schema.Return.id))
    )
    return list(rows)


def _on_record(row: schema.Return) -> ReturnOnRecord:
    return ReturnOnRecord(
        row=number(row.id),
        request=row.request,
        sha256=row.sha256,
        file_name=row.file_name,
        arrived_at=row.arrived_at,
        state=ReturnState(row.state),
        reason=row.reason,
        sender=row.sender,
    )


def held_in(session: Session, cycle: str) -> list[ReturnOnRecord]:
    """Returns that wait for a person: those of a cycle, and those that name no request."""
    references = (
        select(schema.Request.reference)
        .join(schema.Track, col(schema.Track.id) == col(schema.Request.track))
        .where(schema.Track.cycle == cycle)
    )
    rows = session.exec(
        select(schema.Return)
        .where(schema.Return.state == ReturnState.HELD.value)
        .where(col(schema.Return.request).is_(None) | col(schema.Return.request).in_(references))
        .order_by(col(schema.Return.id))
    )
    return [_on_record(row) for row in rows]


def versions(session: Session, reference: str) -> dict[int, ReturnOnRecord]:
    """The returns of a request that were ever accepted, by the number of the version."""
    rows = session.exec(
        select(schema.Return)
        .where(schema.Return.request == reference)
        .where(col(schema.Return.number).is_not(None))
        .order_by(col(schema.Return.number))
    )
    return {number(row.number): _on_record(row) for row in rows}


def settle(
    session: Session,
    row: int,
    state: ReturnState,
    reason: str,
    request: str | None = None,
    part: str | None = None,
) -> None:
    """Set the state of a return; one that is accepted for the first time becomes a version."""
    held = session.get_one(schema.Return, row)
    held.state, held.reason = state.value, reason
    held.request = request or held.request
    held.part = held.part if part is None else part
    if state is ReturnState.ACCEPTED and held.number is None and held.request is not None:
        held.number = len(versions(session, held.request)) + 1
    session.flush()


def confirm_blank(
    session: Session, reference: str, need: str, line: int, by: str, at: datetime
) -> bool:
    """Record that a row is meant to be empty (rule R5); False when that is on record."""
    known = (need, line) in confirmed_blanks(session, reference)
    if not known:
        session.add(
            schema.ConfirmedBlank(
                request=reference, need=need, line=line, confirmed_by=by, confirmed_at=at
            )
        )
        session.flush()
    return not known


def confirmed_blanks(session: Session, reference: str) -> frozenset[tuple[str, int]]:
    """Need and line of the rows a member confirmed it wants to be empty."""
    rows = session.exec(
        select(schema.ConfirmedBlank).where(schema.ConfirmedBlank.request == reference)
    )
    return frozenset((row.need, row.line) for row in rows)
