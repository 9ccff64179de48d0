"""Comments on drafts and what became of them (rule R6)."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.vocabulary import Comment, Disposition, TrackId


def on_track(session: Session, track: TrackId) -> list[Comment]:
    """The comments of a track in the order of their numbers."""
    return [_comment(row) for row in _rows(session, track)]


def newest_at(session: Session, track: TrackId) -> datetime | None:
    """When the register of comments last changed."""
    moments = [
        moment
        for row in _rows(session, track)
        for moment in (row.recorded_at, row.disposed_at)
        if moment is not None
    ]
    return max(moments, default=None)


def record(
    session: Session, track: TrackId, comment: Comment, recorded_by: str, at: datetime
) -> None:
    """Append a comment under its number."""
    session.add(
        schema.Comment(
            track=cycles.track_id(session, track),
            number=comment.number,
            member=comment.member,
            place=comment.place,
            text=comment.text,
            proposed=comment.proposed,
            received_on=comment.received_on,
            recorded_by=recorded_by,
            recorded_at=at,
            disposition=comment.disposition.value,
        )
    )
    session.flush()


def dispose(
    session: Session,
    track: TrackId,
    number: int,
    disposition: Disposition,
    reason: str,
    by: str,
    at: datetime,
) -> None:
    """Write down what became of a comment."""
    row = next(row for row in _rows(session, track) if row.number == number)
    row.disposition, row.reason, row.disposed_by, row.disposed_at = (
        disposition.value,
        reason,
        by,
        at,
    )
    session.flush()


def _rows(session: Session, track: TrackId) -> list[schema.Comment]:
    rows = session.exec(
        select(schema.Comment)
        .where(schema.Comment.track == cycles.track_id(session, track))
        .order_by(col(schema.Comment.number))
    )
    return list(rows)


def _comment(row: schema.Comment) -> Comment:
    return Comment(
        row.number,
        row.member,
        row.place,
        row.text,
        row.proposed,
        row.received_on,
        Disposition(row.disposition),
        row.reason,
    )
