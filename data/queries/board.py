"""Approval rounds, the seats they went to, and decisions."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles, drafts
from data.queries.rows import number as number_of
from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    BoardSeat,
    Decision,
    DraftKind,
    Outcome,
    RoundState,
    TrackId,
)
from data.vocabulary.board import Deciding, Mode


def hold_still(session: Session, track: TrackId) -> None:
    """Let no other unit of work decide on this track, or release it, until this one has ended.

    On SQLite a unit of work holds the only lock anyhow (see data.store).
    """
    row = schema.Track.id == cycles.track_id(session, track)
    session.exec(select(schema.Track).where(row).with_for_update()).one()


def newest_round(session: Session, track: TrackId) -> ApprovalRound | None:
    """The newest approval round of a track."""
    held = rounds(session, track)
    return held[-1] if held else None


def rounds(session: Session, track: TrackId) -> list[ApprovalRound]:
    """All approval rounds of a track, oldest first."""
    return [_round(session, track, row) for row in _rows(session, track)]


def decided_round(session: Session, track: TrackId, decision: Decision) -> ApprovalRound:
    """The round a decision was taken on."""
    return {each.number: each for each in rounds(session, track)}[decision.round_number]


def open_round(session: Session, opened: ApprovalRound, seats: Iterable[BoardSeat]) -> None:
    """Keep a round and the seats in force on the day it opens."""
    track = TrackId(opened.cycle, opened.pillar)
    draft = drafts.newest(session, track, DraftKind.FINAL)
    summary = drafts.newest(session, track, DraftKind.SUMMARY)
    assert draft is not None  # noqa: S101 - the step froze both before it opened the round
    assert summary is not None  # noqa: S101 - see above
    row = schema.ApprovalRound(
        track=cycles.track_id(session, track),
        number=opened.number,
        draft=drafts.row_id(session, track, DraftKind.FINAL, draft.number),
        summary=drafts.row_id(session, track, DraftKind.SUMMARY, summary.number),
        report_sha256=opened.report_sha256,
        summary_sha256=opened.summary_sha256,
        rule_code=opened.rule.code,
        rule_sentence=opened.rule.sentence,
        rule_reference=opened.rule.reference,
        rule_decides=opened.rule.decides.value,
        rule_quorum=opened.rule.quorum,
        state=opened.state.value,
        opened_at=opened.opened_at,
        mode=opened.mode.value,
        closes_at=opened.closes_at,
        amends=opened.amends,
    )
    session.add(row)
    session.flush()
    for seat in seats:
        session.add(
            schema.BoardPosition(round=number_of(row.id), member=seat.member, chairs=seat.chairs)
        )
    session.flush()


def set_round_state(
    session: Session, track: TrackId, number: int, state: RoundState, at: datetime
) -> None:
    """Write down the new state of a round; a round that is no longer open is closed."""
    row = next(row for row in _rows(session, track) if row.number == number)
    row.state = state.value
    row.closed_at = None if state is RoundState.OPEN else at
    session.flush()


def decisions_on(session: Session, track: TrackId) -> list[Decision]:
    """All decisions on a track in the order they were recorded."""
    found: list[Decision] = []
    for row in _rows(session, track):
        taken = session.exec(
            select(schema.Decision)
            .where(schema.Decision.round == row.id)
            .order_by(col(schema.Decision.id))
        )
        found += [_decision(session, row.number, decision) for decision in taken]
    return found


def record_decision(session: Session, track: TrackId, decision: Decision) -> None:
    """Append what the Board said on a round."""
    row = next(row for row in _rows(session, track) if row.number == decision.round_number)
    session.add(
        schema.Decision(
            round=number_of(row.id),
            outcome=decision.outcome.value,
            decided_on=decision.decided_on,
            report_sha256=decision.report_sha256,
            summary_sha256=decision.summary_sha256,
            evidence_sha256=decision.evidence_sha256,
            text=decision.text,
            recorded_by=decision.recorded_by,
            recorded_at=decision.recorded_at,
            minutes=decision.minutes,
        )
    )
    session.flush()


def confirm_decision(
    session: Session, track: TrackId, decision: Decision, by: str, at: datetime
) -> None:
    """Append who confirmed the newest decision on a round."""
    row = decision_row(session, track, decision)
    session.add(schema.DecisionConfirmation(decision=row, recorded_by=by, recorded_at=at))
    session.flush()


def recall_decision(
    session: Session, track: TrackId, decision: Decision, reason: str, by: str, at: datetime
) -> None:
    """Append who took the newest decision on a round back, and why."""
    row = decision_row(session, track, decision)
    session.add(schema.DecisionRecall(decision=row, reason=reason, recorded_by=by, recorded_at=at))
    session.flush()


def decision_row(session: Session, track: TrackId, decision: Decision) -> int:
    """The number of the row that keeps this decision."""
    rows = {row.number: row for row in _rows(session, track)}
    kept = session.exec(
        select(schema.Decision)
        .where(schema.Decision.round == rows[decision.round_number].id)
        .order_by(col(schema.Decision.id))
    ).all()
    return number_of(kept[-1].id)


def _rows(session: Session, track: TrackId) -> list[schema.ApprovalRound]:
    rows = session.exec(
        select(schema.ApprovalRound)
        .where(schema.ApprovalRound.track == cycles.track_id(session, track))
        .order_by(col(schema.ApprovalRound.number))
    )
    return list(rows)


def _round(session: Session, track: TrackId, row: schema.ApprovalRound) -> ApprovalRound:
    draft = session.get_one(schema.Draft, row.draft)
    summary = session.get_one(schema.Summary, row.summary)
    return ApprovalRound(
        track.cycle,
        track.pillar,
        row.number,
        row.report_sha256,
        row.summary_sha256,
        draft.snapshot_sha256,
        summary.snapshot_sha256,
        BoardRule(
            row.rule_code,
            row.rule_sentence,
            row.rule_reference,
            Deciding(row.rule_decides),
            row.rule_quorum,
        ),
        row.opened_at,
        RoundState(row.state),
        Mode(row.mode),
        row.closes_at,
        row.amends,
    )


def _decision(session: Session, round_number: int, row: schema.Decision) -> Decision:
    confirmed = session.exec(
        select(schema.DecisionConfirmation).where(schema.DecisionConfirmation.decision == row.id)
    ).first()
    recalled = session.exec(
        select(schema.DecisionRecall).where(schema.DecisionRecall.decision == row.id)
    ).first()
    return Decision(
        round_number,
        Outcome(row.outcome),
        row.decided_on,
        row.report_sha256,
        row.summary_sha256,
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
