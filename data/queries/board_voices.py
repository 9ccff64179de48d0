"""Rounds about reports: where their seats speak, and the amendments they asked for."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles, round_voices
from data.queries.round_voices import KeptRound
from data.queries.rows import number as number_of
from data.vocabulary import TrackId
from data.vocabulary.board import Amendment


def kept(session: Session, track: TrackId, number: int) -> KeptRound:
    """A round about a report, for what its seats said and what reached them."""
    return round_voices.of_a_report(_round_row(session, track, number))


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
