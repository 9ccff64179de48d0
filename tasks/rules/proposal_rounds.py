"""A proposal before the Board: decided by the rules that decide on reports, told in its own words.

A round about a proposal has the shape of one about a report (see data.queries.proposals), so that
voting, written procedure, decision and gate are one and the same. What those rules refuse is said
here with the verbs that help.
"""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from data.errors import board as of_the_board
from data.errors import gate as of_the_gate
from data.errors import methodology as told
from data.errors.base import Refusal
from data.vocabulary import ApprovalRound, BoardRule, Decision, Outcome, RoundState, TrackState
from data.vocabulary.board import Mode
from data.vocabulary.methodology import METHODOLOGY, matter_of
from tasks.rules import decision, voting

_OURS: Mapping[type[Refusal], type[Refusal]] = {
    of_the_board.ModeDoesNotFit: told.ProposalModeDoesNotFit,
    of_the_board.ObjectionWithoutReason: told.ObjectionToAProposalWithoutReason,
    of_the_board.ProxyIsTheSeat: told.ProposalProxyIsTheSeat,
    of_the_board.RecallAfterPublication: told.ProposalInForce,
    of_the_board.RecallReasonMissing: told.ProposalRecallReasonMissing,
    of_the_board.RuleNotMet: told.ProposalRuleNotMet,
    of_the_board.SeatUnknown: told.ProposalSeatUnknown,
    of_the_gate.AmendmentsOutstanding: told.ProposalAmended,
    of_the_gate.ClockBehind: told.ProposalClockBehind,
    of_the_gate.ConfirmedByItsRecorder: told.ProposalConfirmedByItsRecorder,
    of_the_gate.DecisionBeforeItsRound: told.ProposalDecisionBeforeItsRound,
    of_the_gate.DecisionInTheFuture: told.ProposalDecisionInTheFuture,
    of_the_gate.DecisionNotConfirmed: told.ProposalDecisionNotConfirmed,
    of_the_gate.DecisionWithoutEvidence: told.ProposalDecisionWithoutEvidence,
    of_the_gate.EvidenceNotOnShelf: told.ProposalEvidenceGone,
    of_the_gate.NoDecisionRecorded: told.NoProposalDecision,
    of_the_gate.NotAdopted: told.ProposalNotAdopted,
    of_the_gate.NotTheBytesDecidedOn: told.NotTheProposalDecidedOn,
    of_the_gate.QuietPeriodRuns: told.ProposalRests,
    of_the_gate.RoundClosed: told.ProposalRoundClosed,
}
# Where a proposal stands when its round had this outcome, in the words of a report's track.
_STANDS = {
    Outcome.ADOPTED: TrackState.APPROVED,
    Outcome.ADOPTED_WITH_AMENDMENTS: TrackState.FINAL_DRAFT,
    Outcome.NOT_ADOPTED: TrackState.FINAL_DRAFT,
    Outcome.POSTPONED: TrackState.WITH_THE_BOARD,
}


@contextmanager
def in_its_own_words() -> Generator[None]:
    """Let a refusal about a report's round be told as one about a proposal's."""
    try:
        yield
    except tuple(_OURS) as refused:
        raise _OURS[type(refused)](**refused.facts) from refused


def next_round(
    proposal: int,
    newest: ApprovalRound | None,
    rule: BoardRule,
    mode: Mode,
    at: datetime,
) -> ApprovalRound:
    """The round that is open, or the one in which a proposal goes to the Board, still unbound.

    Raises:
        ProposalModeDoesNotFit: the rule in force decides in writing only.
        ProposalRoundChanged: the round is open already, in another mode.
        ProposalSettled: the Board adopted it, as it is or with amendments.
    """
    if newest is not None and newest.state is RoundState.OPEN:
        if newest.mode is not mode:
            facts = {"number": newest.number, "pillar": newest.pillar}
            raise told.ProposalRoundChanged(held=newest.mode, mode=mode, **facts)
        return newest
    if newest is not None and newest.state in (
        RoundState.ADOPTED,
        RoundState.ADOPTED_WITH_AMENDMENTS,
    ):
        raise told.ProposalSettled(proposal=proposal, state=newest.state)
    with in_its_own_words():
        voting.fits(rule, mode)
    return ApprovalRound(
        cycle=METHODOLOGY,
        pillar=matter_of(proposal),
        number=newest.number + 1 if newest else 1,
        report_sha256="",
        summary_sha256="",
        report_snapshot="",
        summary_snapshot="",
        rule=rule,
        opened_at=at,
        state=RoundState.OPEN,
        mode=mode,
        closes_at=at + timedelta(days=rule.days),
    )


def bound(opened: ApprovalRound, paper_sha256: str) -> ApprovalRound:
    """The round, bound to the paper that is sent: it stands for report, summary and snapshot."""
    return replace(
        opened,
        report_sha256=paper_sha256,
        summary_sha256=paper_sha256,
        report_snapshot=paper_sha256,
        summary_snapshot=paper_sha256,
    )


def after(opened: ApprovalRound, taken: Decision) -> RoundState:
    """What becomes of the round with this decision (rules R8, R9).

    Raises:
        ProposalRoundClosed, ProposalDecisionWithoutEvidence: see `decision.consequence`.
    """
    with in_its_own_words():
        return decision.consequence(opened, TrackState.WITH_THE_BOARD, taken).round


def recalled(opened: ApprovalRound, taken: Decision, in_force: bool, reason: str) -> RoundState:
    """What becomes of the round when its decision is taken back.

    Args:
        opened: The newest round of the proposal.
        taken: Its decision.
        in_force: Whether a version of the Methodology came of it.
        reason: Why it is taken back.

    Raises:
        ProposalRecallReasonMissing: no reason is given.
        ProposalInForce: a version came into force on this decision.
    """
    stands = TrackState.IN_THE_DATABASE if in_force else _STANDS[taken.outcome]
    with in_its_own_words():
        return decision.recall(opened, stands, opened.report_sha256, reason).round
