"""The words people wrote into the reports of a track, version by version; none is ever deleted."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.vocabulary import NarrativeVersion, TrackId


def every(session: Session, track: TrackId) -> tuple[NarrativeVersion, ...]:
    """All versions, by place and number."""
    rows = session.exec(
        select(schema.Narrative)
        .where(schema.Narrative.track == cycles.track_id(session, track))
        .order_by(col(schema.Narrative.place), col(schema.Narrative.number))
    )
    return tuple(_version(row) for row in rows)


def newest(session: Session, track: TrackId) -> tuple[NarrativeVersion, ...]:
    """The version that stands at each place, by place; it may be empty."""
    return tuple({each.place: each for each in every(session, track)}.values())


def keep(
    session: Session,
    track: TrackId,
    place: str,
    text: str,
    author: str,
    origin: str,
    recorded_by: str,
    at: datetime,
) -> NarrativeVersion:
    """Add a version of the words at a place; the words that stand there already add none (R17).

    Returns:
        The version that now stands at the place.
    """
    held = [each for each in every(session, track) if each.place == place]
    if held and held[-1].text == text:
        return held[-1]
    row = schema.Narrative(
        track=cycles.track_id(session, track),
        place=place,
        number=len(held) + 1,
        text=text,
        author=author,
        origin=origin,
        recorded_by=recorded_by,
        recorded_at=at,
    )
    session.add(row)
    session.flush()
    return _version(row)


def _version(row: schema.Narrative) -> NarrativeVersion:
    return NarrativeVersion(
        row.place, row.number, row.text, row.author, row.origin, row.recorded_at
    )
