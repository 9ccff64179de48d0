"""What the seats of the Board said, what reached them, and the amendments they asked for."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.queries.rows import number as number_of
from data.vocabulary import TrackId
from data.vocabulary.board import Amendment, Delivery, DeliveryNote, Voice, Vote


def seats(session: Session, track: TrackId, number: int) -> list[str]:
    """The codes of the members a round went to, in the order of their codes."""
    rows = session.exec(
        select(schema.BoardPosition.member)
        .where(schema.BoardPosition.round == _round_row(session, track, number))
        .order_by(schema.BoardPosition.member)
    )
    return list(rows)


def voices(session: Session, track: TrackId, number: int) -> list[Voice]:
    """All positions taken on a round, in the order they were recorded."""
    rows = session.exec(
        select(schema.BoardVoice)
        .where(schema.BoardVoice.round == _round_row(session, track, number))
        .order_by(col(schema.BoardVoice.id))
    )
    return [
        Voice(
            row.member,
            Vote(row.position),
            row.reason,
            row.proxy,
            row.recorded_by,
            row.recorded_at,
        )
        for row in rows
    ]


def record_voice(session: Session, track: TrackId, number: int, voice: Voice) -> None:
    """Append a position taken on behalf of a seat."""
    session.add(
        schema.BoardVoice(
            round=_round_row(session, track, number),
            member=voice.member,
            position=voice.position.value,
            reason=voice.reason,
            proxy=voice.proxy,
            recorded_by=voice.recorded_by,
            recorded_at=voice.recorded_at,
        )
    )
    session.flush()


def deliveries(session: Session, track: TrackId, number: int) -> list[DeliveryNote]:
    """All that was learnt of the letters of a round, in the order it was recorded."""
    rows = session.exec(
        select(schema.BoardDelivery)
        .where(schema.BoardDelivery.round == _round_row(session, track, number))
        .order_by(col(schema.BoardDelivery.id))
    )
    return [
        DeliveryNote(row.member, Delivery(row.state), row.recorded_by, row.recorded_at)
        for row in rows
    ]


def record_delivery(session: Session, track: TrackId, number: int, note: DeliveryNote) -> None:
    """Append what became of the letter to a seat."""
    session.add(
        schema.BoardDelivery(
            round=_round_row(session, track, number),
            member=note.member,
            state=note.state.value,
            recorded_by=note.recorded_by,
            recorded_at=note.recorded_at,
        )
    )
    session.flush()


def amendments(session: Session, track: TrackId, number: int) -> list[Amendment]:
    """The amendments a round was adopted with, by their numbers."""
    return [
        Amendment(row.number, row.text, tuple(_ticked(session, row)))
        for row in _amendment_rows(session, track, number)
    ]


def record_amendment(
    session: Session, track: TrackId, number: int, amendment: Amendment, by: str, at: datetime
) -> None:
    """Append one amendment the Board asked for."""
    session.add(
        schema.Amendment(
            round=_round_row(session, track, number),
            number=amendment.number,
            text=amendment.text,
            recorded_by=by,
            recorded_at=at,
        )
    )
    session.flush()


def tick_amendment(
    session: Session,
    track: TrackId,
    number: int,
    amendment: int,
    report_sha256: str,
    by: str,
    at: datetime,
) -> None:
    """Append that a person found an amendment in a text."""
    rows = {row.number: row for row in _amendment_rows(session, track, number)}
    session.add(
        schema.AmendmentTick(
            amendment=number_of(rows[amendment].id),
            report_sha256=report_sha256,
            recorded_by=by,
            recorded_at=at,
        )
    )
    session.flush()


def _amendment_rows(session: Session, track: TrackId, number: int) -> list[schema.Amendment]:
    rows = session.exec(
        select(schema.Amendment)
        .where(schema.Amendment.round == _round_row(session, track, number))
        .order_by(col(schema.Amendment.number))
    )
    return list(rows)


def _ticked(session: Session, row: schema.Amendment) -> list[str]:
    ticks = session.exec(
        select(schema.AmendmentTick.report_sha256)
        .where(schema.AmendmentTick.amendment == row.id)
        .order_by(col(schema.AmendmentTick.id))
    )
    return list(ticks)


def _round_row(session: Session, track: TrackId, number: int) -> int:
    row = session.exec(
        select(schema.ApprovalRound.id)
        .where(schema.ApprovalRound.track == cycles.track_id(session, track))
        .where(schema.ApprovalRound.number == number)
    ).one()
    return number_of(row)
