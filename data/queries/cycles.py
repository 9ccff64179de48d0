"""Cycles and their tracks."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.errors.cycles import CycleUnknown, PillarUnknown
from data.queries.rows import number
from data.vocabulary import Cycle, TrackId, TrackState


def find(session: Session, code: str) -> Cycle | None:
    """The cycle of this code, if it was opened."""
    row = session.get(schema.Cycle, code)
    return None if row is None else _cycle(row)


def get(session: Session, code: str) -> Cycle:
    """The cycle of this code.

    Raises:
        CycleUnknown: no such cycle was opened.
    """
    found = find(session, code)
    if found is None:
        raise CycleUnknown(cycle=code, known=", ".join(codes(session)) or "none so far")
    return found


def codes(session: Session) -> list[str]:
    """The codes of all cycles, in the order they report on."""
    rows = session.exec(select(schema.Cycle).order_by(col(schema.Cycle.reporting_from)))
    return [row.code for row in rows]


def before(session: Session, cycle: Cycle) -> list[Cycle]:
    """Earlier cycles, the latest first."""
    rows = session.exec(
        select(schema.Cycle)
        .where(col(schema.Cycle.reporting_from) < cycle.reporting_from)
        .order_by(col(schema.Cycle.reporting_from).desc())
    )
    return [_cycle(row) for row in rows]


def open_cycle(session: Session, cycle: Cycle, pillars: list[str], at: datetime) -> None:
    """Keep a new cycle with one track for each pillar."""
    session.add(
        schema.Cycle(
            code=cycle.code,
            reporting_from=cycle.reporting_from,
            reporting_to=cycle.reporting_to,
            outlook_to=cycle.outlook_to,
            starts_on=cycle.starts_on,
            methodology=cycle.methodology,
            taxonomy_on=cycle.taxonomy_on,
            needs_edition=cycle.needs_edition,
            opened_at=at,
        )
    )
    session.flush()
    for pillar in pillars:
        state = TrackState.PREPARING.value
        session.add(schema.Track(cycle=cycle.code, pillar=pillar, state=state))
    session.flush()


def tracks_of(session: Session, code: str) -> list[tuple[TrackId, TrackState]]:
    """The tracks of a cycle and where each stands, in the order of the pillars."""
    rows = session.exec(
        select(schema.Track).where(schema.Track.cycle == code).order_by(col(schema.Track.id))
    )
    return [(TrackId(row.cycle, row.pillar), TrackState(row.state)) for row in rows]


def track_state(session: Session, track: TrackId) -> TrackState:
    """Where a track stands."""
    return TrackState(track_row(session, track).state)


def set_track_state(session: Session, track: TrackId, state: TrackState) -> None:
    """Write down the new state; whether the move is allowed is a rule's word (domain, 7)."""
    track_row(session, track).state = state.value
    session.flush()


def track_row(session: Session, track: TrackId) -> schema.Track:
    """The row of a track, for queries that refer to it.

    Raises:
        CycleUnknown: no such cycle was opened.
        PillarUnknown: the cycle has no such pillar.
    """
    rows = session.exec(select(schema.Track).where(schema.Track.cycle == track.cycle)).all()
    for row in rows:
        if row.pillar == track.pillar:
            return row
    get(session, track.cycle)
    known = ", ".join(row.pillar for row in rows)
    raise PillarUnknown(cycle=track.cycle, pillar=track.pillar, known=known)


def track_id(session: Session, track: TrackId) -> int:
    """The number of a track's row."""
    return number(track_row(session, track).id)


def _cycle(row: schema.Cycle) -> Cycle:
    return Cycle(
        row.code,
        row.reporting_from,
        row.reporting_to,
        row.outlook_to,
        row.starts_on,
        row.methodology,
        row.taxonomy_on,
        row.needs_edition,
    )
