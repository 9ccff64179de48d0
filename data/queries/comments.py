"""Comments on drafts and what became of them (rule R6)."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.vocabulary import Comment, CommentKind, Disposition, TrackId

COPY_READ = "remarks registered"
"""The act of reading a returned copy, as the journal calls it."""


def on_track(session: Session, track: TrackId) -> list[Comment]:
    """The comments of a track in the order of their numbers."""
    return [_comment(row) for row in _rows(session, track)]


def copies_read(session: Session, track: TrackId) -> set[tuple[str, str]]:
    """SHA-256 and member of every returned copy that was read, with or without remarks.

    The journal is the record: a copy in which nobody said anything adds no comment.
    """
    entries = session.exec(
        select(schema.JournalEntry)
        .where(schema.JournalEntry.act == COPY_READ)
        .where(schema.JournalEntry.subject == f"{track.cycle} {track.pillar}")
    )
    return {(entry.facts["file"], entry.facts["member"]) for entry in entries}


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
            kind=comment.kind.value,
            author=comment.author,
            quoted=comment.quoted,
            anchor=comment.anchor,
            file_sha256=comment.file_sha256 or None,
            file_place=comment.file_place,
            answers=comment.answers,
            same_as=comment.same_as,
            resolved=comment.resolved,
        )
    )
    session.flush()


def group(session: Session, track: TrackId, heads: Mapping[int, int]) -> None:
    """Write down which comments say the same as an earlier one: the first one by each number."""
    for row in _rows(session, track):
        if row.number in heads:
            row.same_as = heads[row.number]
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
    row = session.exec(
        select(schema.Comment)
        .where(schema.Comment.track == cycles.track_id(session, track))
        .where(schema.Comment.number == number)
    ).one()
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
        number=row.number,
        member=row.member,
        place=row.place,
        text=row.text,
        proposed=row.proposed,
        received_on=row.received_on,
        disposition=Disposition(row.disposition),
        reason=row.reason,
        kind=CommentKind(row.kind),
        author=row.author,
        quoted=row.quoted,
        anchor=row.anchor,
        file_sha256=row.file_sha256 or "",
        file_place=row.file_place,
        answers=row.answers,
        same_as=row.same_as,
        resolved=row.resolved,
    )
