"""Findings of a track: what the answers of several members say together."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.vocabulary import Finding, Place, Severity, TrackId


def keep(session: Session, track: TrackId, found: Iterable[Finding], at: datetime) -> int:
    """Keep what is not on record yet; a person's word on an older finding stays (rule R18)."""
    held = {(finding.code, finding.message) for finding in of_track(session, track)}
    new = [finding for finding in found if (finding.code, finding.message) not in held]
    for finding in new:
        session.add(
            schema.Finding(
                track=cycles.track_id(session, track),
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
    return len(new)


def of_track(session: Session, track: TrackId) -> list[Finding]:
    """What was found in a track, oldest first."""
    rows = session.exec(
        select(schema.Finding)
        .where(schema.Finding.track == cycles.track_id(session, track))
        .order_by(col(schema.Finding.id))
    )
    return [
        Finding(r.code, Severity(r.severity), r.message, r.remedy, Place(r.sheet, r.cell))
        for r in rows
    ]
