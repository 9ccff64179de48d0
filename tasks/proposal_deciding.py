"""The Board decides on a proposal: with evidence, confirmed by a second person, or recalled."""

from datetime import date

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.methodology import (
    NoProposalDecision,
    ProposalMinutesMissing,
    ProposalNotBeforeTheBoard,
)
from data.queries import journal, members, methodologies, proposal_voices, proposals, round_voices
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, Decision, LetterToWrite, Outcome
from data.vocabulary.methodology import matter_of
from tasks import methodology_check
from tasks.patience import step
from tasks.rules import deadlines, decision, proposal_rounds, voting, witness_outside
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
        if decision.is_kept(proposal_voices.decisions_on(session, proposal), taken):
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
            act = methodology_check.CONFIRMED
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
        act = methodology_check.RECALLED
        journal.append(session, at, recalled_by, act, _matter(opened), facts)
    return f"Round {opened.number} on {opened.pillar} is {state}"


@step("letters on the decision on a proposal")
def letters_on_decision(proposal: int) -> list[LetterToWrite]:
    """Letters on a confirmed decision to every seat, and to the proposer when it has none.

    They print the hashes of paper and evidence and the head of the journal right after the
    confirmation, as those on a report do. None before the confirmation.
    """
    with store.session() as session:
        opened = _newest(session, proposal)
        on_record = proposal_voices.decisions_on(session, proposal)
        taken = decision.standing(on_record, opened.number)
        held = proposals.find(session, proposal)
        if taken is None or not taken.confirmed_by or held is None:
            return []
        told, matter = journal.entries(session), _matter(opened)
        head = witness_outside.head_after(told, methodology_check.CONFIRMED, matter)
        kept = proposal_voices.kept(session, proposal, opened.number)
        seats = round_voices.seats(session, kept)
        names = {each.code: each.name for each in members.on(session, clock.today())}
    times = sum(each.round_number == opened.number for each in on_record)
    facts = {
        "number": proposal,
        "proposer": names.get(held.member, held.member),
        **decision.letter_facts(taken, (("Proposal", taken.report_sha256),), head),
    }
    return [
        LetterToWrite(
            key=f"methodology/decision/{proposal}/{opened.number}/{times}/{member}",
            kind="proposal-decision",
            cycle="",
            pillar="",
            member=member,
            facts=facts,
            board=member in seats,
        )
        for member in dict.fromkeys([*seats, held.member])
    ]


def _newest(session: Session, proposal: int) -> ApprovalRound:
    opened = proposals.newest_round(session, proposal)
    if opened is None:
        raise ProposalNotBeforeTheBoard(pillar=matter_of(proposal))
    return opened


def _in_force(session: Session, proposal: int, opened: ApprovalRound) -> Decision:
    taken = decision.standing(proposal_voices.decisions_on(session, proposal), opened.number)
    if taken is None:
        raise NoProposalDecision(number=opened.number, pillar=opened.pillar)
    return taken


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
