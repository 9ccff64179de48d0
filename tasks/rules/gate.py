"""The gate: nothing leaves the house that the Board did not adopt, byte for byte (R7 to R10)."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypedDict

from data.errors.gate import (
    AmendmentsOutstanding,
    ClockBehind,
    ConfirmedByItsRecorder,
    DecisionInTheFuture,
    DecisionNotConfirmed,
    DifferentSnapshots,
    EvidenceNotOnShelf,
    NoDecisionRecorded,
    NotAdopted,
    NotBeforeTheBoard,
    NotTheBytesDecidedOn,
    QuietPeriodRuns,
    RoundVoid,
    WouldLeak,
)
from data.vocabulary import ApprovalRound, Decision, Outcome, RoundState, TrackId
from data.vocabulary.board import Watch
from tasks.rules import deadlines
from tasks.rules.decision import same_person


class _Facts(TypedDict):
    cycle: str
    pillar: str
    number: int


def clear_for_release(
    track: TrackId,
    latest_round: ApprovalRound | None,
    decisions: Iterable[Decision],
    report_sha256_on_shelf: str,
    summary_sha256_on_shelf: str,
    evidence_on_shelf: Collection[str],
    watch: Watch,
    leaks: Sequence[str] = (),
) -> Decision:
    """Return the decision that clears exactly these files, or refuse and say why.

    Both ways out ask here: the report for the members' database and the summary for the website
    are cleared together or not at all.

    Args:
        track: The pillar and cycle whose files are to leave the house.
        latest_round: The newest approval round of the track, None when there was none.
        decisions: The decisions on record; the last recorded one on the round counts.
        report_sha256_on_shelf: The hash of the report, computed now; empty when it is not there.
        summary_sha256_on_shelf: The hash of the summary, computed now; empty when not there.
        evidence_on_shelf: Hashes of the evidence files that are really there.
        watch: The moment it is, and how long a decision rests before anything leaves.
        leaks: What the leak check found in the files as built, a sentence each.

    Raises:
        NotBeforeTheBoard: there is no round.
        RoundVoid: the round is void.
        DifferentSnapshots: report and summary come from two snapshots (R7).
        NoDecisionRecorded: the Board has not decided, or the round was never closed by it.
        AmendmentsOutstanding: adopted with amendments that were not submitted again.
        NotAdopted: not adopted, or postponed.
        EvidenceNotOnShelf: the evidence is missing (R9).
        NotTheBytesDecidedOn: a file differs from the one decided on (R8).
        DecisionNotConfirmed: nobody but its recorder has seen the evidence.
        ConfirmedByItsRecorder: recorder and second person are one.
        ClockBehind: the clock stands before what is on record.
        DecisionInTheFuture: the decision is dated on a day to come.
        QuietPeriodRuns: the decision still rests.
        WouldLeak: the leak check found something.
    """
    if latest_round is None:
        raise NotBeforeTheBoard(cycle=track.cycle, pillar=track.pillar)
    facts = _Facts(cycle=track.cycle, pillar=track.pillar, number=latest_round.number)
    decision = _latest(latest_round, decisions, facts)
    _refuse_unless_adopted(latest_round, decision, facts)
    if not decision.evidence_sha256 or decision.evidence_sha256 not in evidence_on_shelf:
        raise EvidenceNotOnShelf(**facts)
    report = {latest_round.report_sha256, decision.report_sha256, report_sha256_on_shelf}
    summary = {latest_round.summary_sha256, decision.summary_sha256, summary_sha256_on_shelf}
    for file, hashes in (("report", report), ("summary", summary)):
        if len(hashes) > 1 or "" in hashes:
            raise NotTheBytesDecidedOn(file=file, **facts)
    _refuse_unless_confirmed(decision, facts)
    _refuse_too_early(latest_round, decision, watch)
    if leaks:
        told = "; ".join(leak.rstrip(".") for leak in leaks)
        raise WouldLeak(cycle=track.cycle, pillar=track.pillar, leaks=told)
    return decision


def _latest(latest_round: ApprovalRound, decisions: Iterable[Decision], facts: _Facts) -> Decision:
    if latest_round.state is RoundState.VOID:
        raise RoundVoid(**facts)
    if latest_round.report_snapshot != latest_round.summary_snapshot:
        raise DifferentSnapshots(**facts)
    on_it = [
        each
        for each in decisions
        if each.round_number == latest_round.number and not each.recalled_by
    ]
    if not on_it:
        raise NoDecisionRecorded(**facts)
    return max(enumerate(on_it), key=lambda each: (each[1].recorded_at, each[0]))[1]


def _refuse_unless_adopted(latest_round: ApprovalRound, decision: Decision, facts: _Facts) -> None:
    if decision.outcome is Outcome.ADOPTED_WITH_AMENDMENTS:
        raise AmendmentsOutstanding(**facts)
    if decision.outcome is not Outcome.ADOPTED:
        raise NotAdopted(outcome=decision.outcome, **facts)
    if latest_round.state is not RoundState.ADOPTED:
        raise NoDecisionRecorded(**facts)


def _refuse_unless_confirmed(decision: Decision, facts: _Facts) -> None:
    if not decision.confirmed_by or decision.confirmed_at is None:
        raise DecisionNotConfirmed(**facts)
    if same_person(decision.recorded_by, decision.confirmed_by):
        raise ConfirmedByItsRecorder(name=decision.recorded_by, **facts)


def _refuse_too_early(latest_round: ApprovalRound, decision: Decision, watch: Watch) -> None:
    where = {"cycle": latest_round.cycle, "pillar": latest_round.pillar}
    recorded = max(
        latest_round.opened_at, decision.recorded_at, decision.confirmed_at or decision.recorded_at
    )
    if watch.now < recorded:
        now = deadlines.sentence(watch.now, watch.zone)
        raise ClockBehind(now=now, recorded=deadlines.sentence(recorded, watch.zone), **where)
    if decision.decided_on > deadlines.local_day(watch.now, watch.zone):
        raise DecisionInTheFuture(day=decision.decided_on, **where)
    until = decision.recorded_at + watch.quiet
    if watch.now < until:
        raise QuietPeriodRuns(until=deadlines.sentence(until, watch.zone), **where)
