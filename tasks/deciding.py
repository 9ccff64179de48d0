"""The Board decides: recorded with evidence, confirmed by another person, or recalled (I.3)."""

from datetime import date

from data import clock, store
from data.errors.board import NoDecisionToConfirm
from data.errors.cycles import NameMissing, NothingBeforeTheBoard
from data.errors.gate import MinutesMissing
from data.queries import board, board_voices, cycles, drafts, journal, members, round_voices
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    DraftKind,
    LetterToWrite,
    Outcome,
    RoundState,
    TrackId,
    TrackState,
)
from tasks.patience import step
from tasks.rules import deadlines, decision, voting, witness_outside


@step("record the decision of the Board")
def record_decision(
    track: TrackId,
    outcome: Outcome,
    decided_on: date,
    evidence_sha256: str,
    recorded_by: str,
    minutes: str,
    text: str,
) -> str:
    """Append what the Board said on the exact bytes of the open round (rules R8, R9).

    Returns where round and track now stand. The same decision recorded again is kept once.

    Raises:
        NameMissing: it is not said who recorded the decision.
        MinutesMissing: no reference of the minutes is given.
        NothingBeforeTheBoard: there is no round.
        DecisionInTheFuture, DecisionBeforeItsRound: the day cannot be right.
        RuleNotMet: the rule of the round does not carry an adoption.
        DecisionWithoutEvidence, RoundClosed, TrackNotWithTheBoard: see tasks.rules.decision.
    """
    at, zone = clock.now(), settings().zone
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        board.hold_still(session, track)
        opened = _newest(session, track)
        taken = Decision(
            opened.number,
            outcome,
            decided_on,
            opened.report_sha256,
            opened.summary_sha256,
            evidence_sha256,
            text,
            recorded_by,
            at,
            minutes,
        )
        if decision.is_kept(board.decisions_on(session, track), taken):
            return _standing(opened.number, opened.state, cycles.track_state(session, track))
        if not minutes.strip():
            raise MinutesMissing
        state = cycles.track_state(session, track)
        then = decision.consequence(opened, state, taken)
        opened_on = deadlines.local_day(opened.opened_at, zone)
        decision.check_day(opened, decided_on, opened_on, deadlines.local_day(at, zone))
        kept = board_voices.kept(session, track, opened.number)
        voting.check_outcome(
            opened,
            outcome,
            round_voices.seats(session, kept),
            round_voices.deliveries(session, kept),
            round_voices.voices(session, kept),
            at,
        )
        board.record_decision(session, track, taken)
        board.set_round_state(session, track, opened.number, then.round, at)
        cycles.set_track_state(session, track, then.track)
        facts = _facts(taken)
        journal.append(session, at, recorded_by, journal.DECISION_RECORDED, _matter(opened), facts)
    return _standing(opened.number, then.round, then.track)


@step("confirm the decision of the Board")
def confirm_decision(track: TrackId, confirmed_by: str) -> str:
    """Append that a second person held the decision against its evidence.

    Raises:
        NameMissing: no name is given.
        NothingBeforeTheBoard, NoDecisionToConfirm: there is nothing to confirm.
        ConfirmedByItsRecorder: both names are one person's.
    """
    at = clock.now()
    if not confirmed_by.strip():
        raise NameMissing
    with store.session() as session:
        board.hold_still(session, track)
        opened = _newest(session, track)
        taken = _in_force(session, track, opened)
        decision.check_confirmation(opened, taken, confirmed_by)
        if not taken.confirmed_by:
            board.confirm_decision(session, track, taken, confirmed_by, at)
            facts = _facts(taken)
            act = witness_outside.CONFIRMED
            journal.append(session, at, confirmed_by, act, _matter(opened), facts)
    by = taken.confirmed_by or confirmed_by
    return f"The decision on round {opened.number} ({taken.outcome}) is confirmed by {by}"


@step("recall the decision of the Board")
def recall_decision(track: TrackId, reason: str, recalled_by: str) -> str:
    """Take the decision on the newest round back, which is possible until publication.

    Raises:
        NameMissing: no name is given.
        NothingBeforeTheBoard, NoDecisionToConfirm: there is nothing to take back.
        RecallReasonMissing, RecallAfterPublication: see tasks.rules.decision.
    """
    at = clock.now()
    if not recalled_by.strip():
        raise NameMissing
    with store.session() as session:
        board.hold_still(session, track)
        opened = _newest(session, track)
        taken = _in_force(session, track, opened)
        final = drafts.newest(session, track, DraftKind.FINAL)
        state = cycles.track_state(session, track)
        then = decision.recall(opened, state, final.sha256 if final else "", reason)
        board.recall_decision(session, track, taken, reason, recalled_by, at)
        board.set_round_state(session, track, opened.number, then.round, at)
        cycles.set_track_state(session, track, then.track)
        facts = {**_facts(taken), "reason": reason}
        journal.append(session, at, recalled_by, "decision recalled", _matter(opened), facts)
    return _standing(opened.number, then.round, then.track)


@step("letters on the decision of the Board")
def letters_on_decision(track: TrackId) -> list[LetterToWrite]:
    """Letters on a confirmed decision to every seat, and to each partner that has none.

    They print the files' hashes and the head of the journal right after the confirmation, so that
    whoever keeps one can prove a history that was written anew. None before the confirmation.
    """
    with store.session() as session:
        opened = _newest(session, track)
        on_record = board.decisions_on(session, track)
        taken = decision.standing(on_record, opened.number)
        if taken is None or not taken.confirmed_by:
            return []
        told, matter = journal.entries(session), _matter(opened)
        head = witness_outside.head_after(told, witness_outside.CONFIRMED, matter)
        files = (("Report", taken.report_sha256), ("Summary", taken.summary_sha256))
        facts = decision.letter_facts(taken, files, head)
        seats = round_voices.seats(session, board_voices.kept(session, track, opened.number))
        cycle = cycles.get(session, track.cycle)
        partners = [
            member.code
            for member in members.in_pillar(session, track.pillar, cycle.taxonomy_on)
            if member.is_partner and member.code not in seats
        ]
    times = sum(each.round_number == opened.number for each in on_record)
    act = f"{track.cycle}/{track.pillar}/decision/{opened.number}/{times}"
    return [
        LetterToWrite(
            key=f"{act}/{member}",
            kind="decision",
            cycle=track.cycle,
            pillar=track.pillar,
            member=member,
            facts=facts,
            board=member in seats,
        )
        for member in [*seats, *partners]
    ]


def _newest(session: Session, track: TrackId) -> ApprovalRound:
    """The newest round of a track.

    Raises:
        NothingBeforeTheBoard: there is none.
    """
    opened = board.newest_round(session, track)
    if opened is None:
        cycles.track_row(session, track)
        raise NothingBeforeTheBoard(cycle=track.cycle, pillar=track.pillar)
    return opened


def _in_force(session: Session, track: TrackId, opened: ApprovalRound) -> Decision:
    """The last decision recorded on a round, unless it was recalled.

    Raises:
        NoDecisionToConfirm: there is none.
    """
    taken = decision.standing(board.decisions_on(session, track), opened.number)
    if taken is None:
        raise NoDecisionToConfirm(cycle=track.cycle, pillar=track.pillar, number=opened.number)
    return taken


def _facts(taken: Decision) -> dict[str, str]:
    """What the journal keeps of a decision."""
    return {
        "outcome": taken.outcome.value,
        "decided on": taken.decided_on.isoformat(),
        "report": taken.report_sha256,
        "summary": taken.summary_sha256,
        "evidence": taken.evidence_sha256,
        "minutes": taken.minutes,
    }


def _matter(opened: ApprovalRound) -> str:
    return f"{opened.cycle} {opened.pillar} round {opened.number}"


def _standing(number: int, round_state: RoundState, state: TrackState) -> str:
    return f"Round {number} is {round_state}; the track stands at “{state}”."
