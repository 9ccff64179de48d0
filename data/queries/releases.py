"""What was released, through which door."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import board, cycles
from data.vocabulary import Decision, Door, TrackId


@dataclass(frozen=True, slots=True)
class ReleaseOnRecord:
    """One release: the door, each released path with its SHA-256, and when."""

    track: TrackId
    door: Door
    files: dict[str, str]
    released_at: datetime


def of_cycle(session: Session, cycle: str) -> list[ReleaseOnRecord]:
    """The releases of a cycle, oldest first."""
    rows = session.exec(
        select(schema.Release, schema.Track)
        .join(schema.Track, col(schema.Track.id) == col(schema.Release.track))
        .where(schema.Track.cycle == cycle)
        .order_by(col(schema.Release.id))
    )
    return [
        ReleaseOnRecord(
            TrackId(track.cycle, track.pillar), Door(row.door), dict(row.files), row.released_at
        )
        for row, track in rows
    ]


def find(session: Session, track: TrackId, door: Door) -> ReleaseOnRecord | None:
    """The newest release of a track through a door."""
    held = [r for r in of_cycle(session, track.cycle) if (r.track, r.door) == (track, door)]
    return held[-1] if held else None


def keep(
    session: Session,
    track: TrackId,
    decision: Decision,
    door: Door,
    files: dict[str, str],
    at: datetime,
) -> None:
    """Keep what was released on a decision; the pair of decision and door is unique."""
    session.add(
        schema.Release(
            track=cycles.track_id(session, track),
            decision=board.decision_row(session, track, decision),
            door=door.value,
            files=files,
            released_at=at,
        )
    )
    session.flush()
