"""What the seats of a round said and what reached them, whatever the round is about."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from data import schema
from data.vocabulary.board import Delivery, DeliveryNote, Voice, Vote


@dataclass(frozen=True, slots=True)
class KeptRound:
    """One round in the books: the number of its row, and the tables that belong to its kind."""

    row: int
    seat: type[schema.BoardPosition | schema.ProposalSeat]
    voice: type[schema.BoardVoice | schema.ProposalVoice]
    delivery: type[schema.BoardDelivery | schema.ProposalDelivery]


def of_a_report(row: int) -> KeptRound:
    """A round about a report and its summary."""
    return KeptRound(row, schema.BoardPosition, schema.BoardVoice, schema.BoardDelivery)


def of_a_proposal(row: int) -> KeptRound:
    """A round about a proposal to amend the Methodology."""
    return KeptRound(row, schema.ProposalSeat, schema.ProposalVoice, schema.ProposalDelivery)


def seats(session: Session, kept: KeptRound) -> list[str]:
    """The codes of the members a round went to, in the order of their codes."""
    rows = session.exec(select(kept.seat).where(col(kept.seat.round) == kept.row))
    return sorted(row.member for row in rows)


def voices(session: Session, kept: KeptRound) -> list[Voice]:
    """All positions taken on a round, in the order they were recorded."""
    rows = session.exec(
        select(kept.voice).where(col(kept.voice.round) == kept.row).order_by(col(kept.voice.id))
    )
    return [
        Voice(
            row.member, Vote(row.position), row.reason, row.proxy, row.recorded_by, row.recorded_at
        )
        for row in rows
    ]


def record_voice(session: Session, kept: KeptRound, voice: Voice) -> None:
    """Append a position taken on behalf of a seat."""
    session.add(
        kept.voice(
            round=kept.row,
            member=voice.member,
            position=voice.position.value,
            reason=voice.reason,
            proxy=voice.proxy,
            recorded_by=voice.recorded_by,
            recorded_at=voice.recorded_at,
        )
    )
    session.flush()


def deliveries(session: Session, kept: KeptRound) -> list[DeliveryNote]:
    """All that was learnt of the letters of a round, in the order it was recorded."""
    rows = session.exec(
        select(kept.delivery)
        .where(col(kept.delivery.round) == kept.row)
        .order_by(col(kept.delivery.id))
    )
    return [
        DeliveryNote(row.member, Delivery(row.state), row.recorded_by, row.recorded_at)
        for row in rows
    ]


def record_delivery(session: Session, kept: KeptRound, note: DeliveryNote) -> None:
    """Append what became of the letter to a seat."""
    session.add(
        kept.delivery(
            round=kept.row,
            member=note.member,
            state=note.state.value,
            recorded_by=note.recorded_by,
            recorded_at=note.recorded_at,
        )
    )
    session.flush()
