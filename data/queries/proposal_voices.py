"""What the Board said of a proposal: letters and positions of its seats, decisions."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import proposals
from data.queries.rows import number as number_of
from data.vocabulary import Decision, Outcome
from data.vocabulary.board import Delivery, DeliveryNote, Voice, Vote


def seats(session: Session, proposal: int, number: int) -> list[str]:
    """The codes of the members a round went to, in the order of their codes."""
    rows = session.exec(
        select(schema.ProposalSeat.member)
        .where(schema.ProposalSeat.round == _round(session, proposal, number))
        .order_by(schema.ProposalSeat.member)
    )
    return list(rows)


def voices(session: Session, proposal: int, number: int) -> list[Voice]:
    """All positions taken on a round, in the order they were recorded."""
    rows = session.exec(
        select(schema.ProposalVoice)
        .where(schema.ProposalVoice.round == _round(session, proposal, number))
        .order_by(col(schema.ProposalVoice.id))
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


def record_voice(session: Session, proposal: int, number: int, voice: Voice) -> None:
    """Append a position taken on behalf of a seat."""
    session.add(
        schema.ProposalVoice(
            round=_round(session, proposal, number),
            member=voice.member,
            position=voice.position.value,
            reason=voice.reason,
            proxy=voice.proxy,
            recorded_by=voice.recorded_by,
            recorded_at=voice.recorded_at,
        )
    )
    session.flush()


def deliveries(session: Session, proposal: int, number: int) -> list[DeliveryNote]:
    """All that was learnt of the letters of a round, in the order it was recorded."""
    rows = session.exec(
        select(schema.ProposalDelivery)
        .where(schema.ProposalDelivery.round == _round(session, proposal, number))
        .order_by(col(schema.ProposalDelivery.id))
    )
    return [
        DeliveryNote(row.member, Delivery(row.state), row.recorded_by, row.recorded_at)
        for row in rows
    ]


def record_delivery(session: Session, proposal: int, number: int, note: DeliveryNote) -> None:
    """Append what became of the letter to a seat."""
    session.add(
        schema.ProposalDelivery(
            round=_round(session, proposal, number),
            member=note.member,
            state=note.state.value,
            recorded_by=note.recorded_by,
            recorded_at=note.recorded_at,
        )
    )
    session.flush()


def decisions_on(session: Session, proposal: int) -> list[Decision]:
    """All decisions on a proposal, in the order they were recorded; see `proposals.rounds`."""
    return [
        _decision(session, round_row.number, row)
        for round_row in proposals.round_rows(session, proposal)
        for row in _rows(session, number_of(round_row.id))
    ]


def record_decision(session: Session, proposal: int, decision: Decision) -> None:
    """Append what the Board said on a round."""
    session.add(
        schema.ProposalDecision(
            round=_round(session, proposal, decision.round_number),
            outcome=decision.outcome.value,
            decided_on=decision.decided_on,
            paper_sha256=decision.report_sha256,
            evidence_sha256=decision.evidence_sha256,
            minutes=decision.minutes,
            text=decision.text,
            recorded_by=decision.recorded_by,
            recorded_at=decision.recorded_at,
        )
    )
    session.flush()


def confirm_decision(session: Session, proposal: int, number: int, by: str, at: datetime) -> None:
    """Append who confirmed the newest decision on a round."""
    row = number_of(_rows(session, _round(session, proposal, number))[-1].id)
    session.add(schema.ProposalConfirmation(decision=row, recorded_by=by, recorded_at=at))
    session.flush()


def recall_decision(
    session: Session, proposal: int, number: int, reason: str, by: str, at: datetime
) -> None:
    """Append who took the newest decision on a round back, and why."""
    row = number_of(_rows(session, _round(session, proposal, number))[-1].id)
    session.add(schema.ProposalRecall(decision=row, reason=reason, recorded_by=by, recorded_at=at))
    session.flush()


def _round(session: Session, proposal: int, number: int) -> int:
    return number_of(proposals.round_row(session, proposal, number).id)


def _rows(session: Session, round_row: int) -> list[schema.ProposalDecision]:
    rows = session.exec(
        select(schema.ProposalDecision)
        .where(schema.ProposalDecision.round == round_row)
        .order_by(col(schema.ProposalDecision.id))
    )
    return list(rows)


def _decision(session: Session, number: int, row: schema.ProposalDecision) -> Decision:
    confirmed = session.exec(
        select(schema.ProposalConfirmation).where(schema.ProposalConfirmation.decision == row.id)
    ).first()
    recalled = session.exec(
        select(schema.ProposalRecall).where(schema.ProposalRecall.decision == row.id)
    ).first()
    return Decision(
        number,
        Outcome(row.outcome),
        row.decided_on,
        row.paper_sha256,
        row.paper_sha256,
        row.evidence_sha256,
        row.text,
        row.recorded_by,
        row.recorded_at,
        row.minutes,
        confirmed.recorded_by if confirmed else "",
        confirmed.recorded_at if confirmed else None,
        recalled.recorded_by if recalled else "",
        recalled.reason if recalled else "",
    )
