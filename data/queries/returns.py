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
) -> int:
    """Keep a return and give back the number of its row."""
    count = None
    if request is not None and state is ReturnState.ACCEPTED:
        count = len(_accepted(session, request)) + 1
    row = schema.Return(
        request=request,
        number=count,
        sha256=sha256,
        file_name=file_name,
        sender=sender,
        arrived_at=at,
        state=state.value,
        reason=reason,
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
    state = ReturnState(row.state)
    return ReturnOnRecord(
        number(row.id), row.request, row.sha256, row.file_name, row.arrived_at, state, row.reason
    )
