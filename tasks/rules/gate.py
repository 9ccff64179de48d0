"""The gate: nothing leaves the house that the Board did not adopt, byte for byte (R7 to R10)."""

from collections.abc import Collection, Iterable
from typing import TypedDict

from data.errors.gate import (
    AmendmentsOutstanding,
    DifferentSnapshots,
    EvidenceNotOnShelf,
    NoDecisionRecorded,
    NotAdopted,
    NotBeforeTheBoard,
    NotTheBytesDecidedOn,
    RoundVoid,
)
from data.vocabulary import ApprovalRound, Decision, Outcome, RoundState, TrackId


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

    Raises:
        NotBeforeTheBoard: there is no round.
        RoundVoid: the round is void.
        DifferentSnapshots: report and summary come from two snapshots (R7).
        NoDecisionRecorded: the Board has not decided, or the round was never closed by it.
        AmendmentsOutstanding: adopted with amendments that were not submitted again.
        NotAdopted: not adopted, or postponed.
        EvidenceNotOnShelf: the evidence is missing (R9).
        NotTheBytesDecidedOn: a file differs from the one decided on (R8).
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
    return decision


def _latest(latest_round: ApprovalRound, decisions: Iterable[Decision], facts: _Facts) -> Decision:
    if latest_round.state is RoundState.VOID:
        raise RoundVoid(**facts)
    if latest_round.report_snapshot != latest_round.summary_snapshot:
        raise DifferentSnapshots(**facts)
    on_it = [each for each in decisions if each.round_number == latest_round.number]
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
