"""The Board decides on a proposal: with evidence, confirmed by a second person, or recalled."""

from dataclasses import replace
from datetime import date

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.methodology import (
    NoProposalDecision,
    ProposalMinutesMissing,
    ProposalNotBeforeTheBoard,
)
from data.queries import journal, methodologies, proposal_voices, proposals, round_voices
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, Decision, Outcome
from data.vocabulary.methodology import matter_of
from tasks import methodology_check
from tasks.patience import step
from tasks.rules import deadlines, decision, proposal_rounds, voting
from tasks.rules.proposal_rounds import in_its_own_words


@step("record the decision on a proposal")
def record_decision(
    proposal: int,
    outcome: Outcome,
    decided_on: date,
    evidence_sha256: str,
    recorded_by: str,
    minutes: str,
    text: str,
) -> str:
    """Append what the Board said of the exact paper of the open round (rules R8, R9).

    The same decision recorded again is kept once.

    Raises:
        NameMissing, ProposalNotBeforeTheBoard, ProposalMinutesMissing: see their words.
        ProposalRoundClosed, ProposalDecisionWithoutEvidence, ProposalDecisionInTheFuture,
            ProposalDecisionBeforeItsRound: see tasks.rules.decision.
        ProposalRuleNotMet: the rule of the round does not carry an adoption.
    """
    at, zone = clock.now(), settings().zone
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        proposals.hold_still(session, proposal)
        opened = _newest(session, proposal)
        paper = opened.report_sha256
        taken = Decision(
            opened.number,
            outcome,
            decided_on,
            paper,
            paper,
            evidence_sha256,
            text,
            recorded_by,
            at,
            minutes,
        )
        if _is_kept(session, proposal, taken):
            return f"Round {opened.number} on {opened.pillar} is {opened.state}"
        if not minutes.strip():
            raise ProposalMinutesMissing(pillar=opened.pillar)
        state = proposal_rounds.after(opened, taken)
        kept = proposal_voices.kept(session, proposal, opened.number)
        with in_its_own_words():
            opened_on = deadlines.local_day(opened.opened_at, zone)
            decision.check_day(opened, decided_on, opened_on, deadlines.local_day(at, zone))
            voting.check_outcome(
                opened,
                outcome,
                round_voices.seats(session, kept),
                round_voices.deliveries(session, kept),
                round_voices.voices(session, kept),
                at,
            )
        proposal_voices.record_decision(session, proposal, taken)
        proposals.set_round_state(session, proposal, opened.number, state, at)
        act = methodology_check.DECIDED
        journal.append(session, at, recorded_by, act, _matter(opened), _facts(taken))
    return f"Round {opened.number} on {opened.pillar} is {state}"


@step("confirm the decision on a proposal")
def confirm_decision(proposal: int, confirmed_by: str) -> str:
    """Append that a second person held the decision against its evidence.

    Raises:
        NameMissing, ProposalNotBeforeTheBoard, NoProposalDecision: see their words.
        ProposalConfirmedByItsRecorder: both names are one person's.
    """
    at = clock.now()
    if not confirmed_by.strip():
        raise NameMissing
    with store.session() as session:
        proposals.hold_still(session, proposal)
        opened = _newest(session, proposal)
        taken = _in_force(session, proposal, opened)
        with in_its_own_words():
            decision.check_confirmation(opened, taken, confirmed_by)
        if not taken.confirmed_by:
            proposal_voices.confirm_decision(session, proposal, opened.number, confirmed_by, at)
            act = "decision on a proposal confirmed"
            journal.append(session, at, confirmed_by, act, _matter(opened), _facts(taken))
    by = taken.confirmed_by or confirmed_by
    return f"The decision on {opened.pillar} ({taken.outcome}) is confirmed by {by}"


@step("recall the decision on a proposal")
def recall_decision(proposal: int, reason: str, recalled_by: str) -> str:
    """Take the decision on the newest round back, as long as no version came into force on it.

    Raises:
        NameMissing, ProposalNotBeforeTheBoard, NoProposalDecision: see their words.
        ProposalRecallReasonMissing, ProposalInForce: see tasks.rules.proposal_rounds.
    """
    at = clock.now()
    if not recalled_by.strip():
        raise NameMissing
    with store.session() as session:
        proposals.hold_still(session, proposal)
        opened = _newest(session, proposal)
        taken = _in_force(session, proposal, opened)
        started = any(each.laid.proposal == proposal for each in methodologies.in_force(session))
        state = proposal_rounds.recalled(opened, taken, started, reason)
        proposal_voices.recall_decision(session, proposal, opened.number, reason, recalled_by, at)
        proposals.set_round_state(session, proposal, opened.number, state, at)
        facts = {**_facts(taken), "reason": reason}
        act = "decision on a proposal recalled"
        journal.append(session, at, recalled_by, act, _matter(opened), facts)
    return f"Round {opened.number} on {opened.pillar} is {state}"


def _newest(session: Session, proposal: int) -> ApprovalRound:
    opened = proposals.newest_round(session, proposal)
    if opened is None:
        raise ProposalNotBeforeTheBoard(pillar=matter_of(proposal))
    return opened


def _in_force(session: Session, proposal: int, opened: ApprovalRound) -> Decision:
    taken = [
        each
        for each in proposal_voices.decisions_on(session, proposal)
        if each.round_number == opened.number
    ]
    if not taken or taken[-1].recalled_by:
        raise NoProposalDecision(number=opened.number, pillar=opened.pillar)
    return taken[-1]


def _is_kept(session: Session, proposal: int, taken: Decision) -> bool:
    """Whether the very same decision is the last one on record, and in force."""
    held = proposal_voices.decisions_on(session, proposal)
    if not held or held[-1].recalled_by:
        return False
    same = replace(held[-1], recorded_at=taken.recorded_at, confirmed_by="", confirmed_at=None)
    return same == taken


def _facts(taken: Decision) -> dict[str, str]:
    """What the journal keeps of a decision."""
    return {
        "outcome": taken.outcome.value,
        "decided on": taken.decided_on.isoformat(),
        "paper": taken.report_sha256,
        "evidence": taken.evidence_sha256,
        "minutes": taken.minutes,
    }


def _matter(opened: ApprovalRound) -> str:
    return f"{opened.cycle} {opened.pillar} round {opened.number}"
