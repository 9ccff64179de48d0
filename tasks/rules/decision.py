"""What a decision of the Board does to the approval round and to the track (rules R8, R9)."""

from data.errors.gate import (
    DecisionOnAnotherRound,
    DecisionWithoutEvidence,
    RoundClosed,
    RoundNotOpen,
    TrackNotWithTheBoard,
)
from data.vocabulary import ApprovalRound, Decision, Outcome, RoundState, TrackState
from data.vocabulary.analysis import Consequence
from tasks.rules.transitions import move

_CONSEQUENCES = {
    Outcome.ADOPTED: Consequence(RoundState.ADOPTED, TrackState.APPROVED),
    Outcome.ADOPTED_WITH_AMENDMENTS: Consequence(
        RoundState.ADOPTED_WITH_AMENDMENTS, TrackState.FINAL_DRAFT
    ),
    Outcome.NOT_ADOPTED: Consequence(RoundState.NOT_ADOPTED, TrackState.FINAL_DRAFT),
    Outcome.POSTPONED: Consequence(RoundState.POSTPONED, TrackState.WITH_THE_BOARD),
}
_VOID = Consequence(RoundState.VOID, TrackState.FINAL_DRAFT)
_AWAITING = frozenset({RoundState.OPEN, RoundState.POSTPONED})


def consequence(approval: ApprovalRound, track: TrackState, decision: Decision) -> Consequence:
    """Say what becomes of the round and of the track.

    A decision on other bytes than those sent makes the round void, whatever its outcome, and the
    track goes back to its final draft (rule R8). There is no outcome by silence: without a recorded
    decision this is never called.

    Args:
        approval: The round the decision is to be recorded on.
        track: Where the track stands; it must be with the Board.
        decision: The decision, with the hashes it was taken on.

    Raises:
        DecisionOnAnotherRound: the decision names another round.
        RoundNotOpen: the round was prepared and never sent.
        RoundClosed: the round has had its decision, or is void.
        DecisionWithoutEvidence: no minutes and no letter (rule R9).
        TrackNotWithTheBoard: the track stands elsewhere, so there is nothing to decide.
    """
    facts = {"cycle": approval.cycle, "pillar": approval.pillar, "number": approval.number}
    if track is not TrackState.WITH_THE_BOARD:
        raise TrackNotWithTheBoard(state=track, **facts)
    if decision.round_number != approval.number:
        raise DecisionOnAnotherRound(named=decision.round_number, **facts)
    if approval.state is RoundState.PREPARED:
        raise RoundNotOpen(**facts)
    if approval.state not in _AWAITING:
        raise RoundClosed(state=approval.state, **facts)
    if not decision.evidence_sha256:
        raise DecisionWithoutEvidence(**facts)
    follows = _CONSEQUENCES[decision.outcome] if _same_bytes(approval, decision) else _VOID
    return Consequence(move(approval.state, follows.round), move(track, follows.track))


def _same_bytes(approval: ApprovalRound, decision: Decision) -> bool:
    return (approval.report_sha256, approval.summary_sha256) == (
        decision.report_sha256,
        decision.summary_sha256,
    )
