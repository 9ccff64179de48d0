"""Rounds about proposals: where their seats speak, and what the Board decided."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import proposals, round_voices
from data.queries.round_voices import KeptRound
from data.queries.rows import number as number_of
from data.vocabulary import Decision, Outcome


def kept(session: Session, proposal: int, number: int) -> KeptRound:
    """A round about a proposal, for what its seats said and what reached them."""
    return round_voices.of_a_proposal(_round(session, proposal, number))


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
