"""Which returned files stand behind a report: the last step from a sentence to a cell."""

from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.vocabulary import ReturnedFile, ReturnState, TrackId


def files_of(session: Session, track: TrackId) -> tuple[ReturnedFile, ...]:
    """Every accepted file of a track, by request and then in the order in which they came."""
    rows = session.exec(
        select(schema.Return, schema.Request)
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .where(schema.Request.track == cycles.track_id(session, track))
        .where(schema.Return.state == ReturnState.ACCEPTED.value)
        .order_by(
            col(schema.Request.reference), col(schema.Return.arrived_at), col(schema.Return.id)
        )
    )
    return tuple(
        ReturnedFile(
            sha256=row.sha256,
            member=asked.member,
            request=asked.reference,
            number=row.number or 0,
            file_name=row.file_name,
            received_on=row.arrived_at.astimezone(ZoneInfo(asked.zone)).date(),
        )
        for row, asked in rows
    )
