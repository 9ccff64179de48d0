"""Adopted with amendments: each is ticked off before the amended text is bound (I.3, rule R8)."""

from dataclasses import replace

from data import clock, store
from data.errors.board import (
    AmendmentsUnticked,
    AmendmentUnknown,
    NoAmendmentsHere,
    NoAmendmentsOnRecord,
    NoDecisionToConfirm,
    NotYetAmended,
)
from data.errors.cycles import NameMissing, NothingBeforeTheBoard, TextMissing
from data.queries import board, board_voices, cycles, drafts, journal, members
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    Draft,
    DraftKind,
    Outcome,
    RoundState,
    TrackId,
    TrackState,
)
from data.vocabulary.board import Amendment
from tasks.patience import step
from tasks.rules import deadlines, transitions
from tasks.rules.phrases import counted


@step("record an amendment of the Board")
def record_amendment(track: TrackId, text: str, recorded_by: str) -> str:
    """Append one amendment the report was adopted with; the same words are kept once.

    Raises:
        TextMissing, NameMissing: words or name are missing.
        NothingBeforeTheBoard, NoAmendmentsHere: the newest round was not adopted so.
    """
    at = clock.now()
    if not text.strip():
        raise TextMissing(thing="amendment")
    _expect_name(recorded_by)
    with store.session() as session:
        amended = _amended_round(session, track)
        known = board_voices.amendments(session, track, amended.number)
        if held := next((each for each in known if each.text == text), None):
            return f"Amendment {held.number} is on record"
        added = Amendment(len(known) + 1, text)
        board_voices.record_amendment(session, track, amended.number, added, recorded_by, at)
        facts = {"amendment": str(added.number), "text": text}
        journal.append(session, at, recorded_by, "amendment recorded", _matter(amended), facts)
    return f"Amendment {added.number} is on record"


@step("tick an amendment off")
def tick_amendment(track: TrackId, amendment: int, recorded_by: str) -> str:
    """Append that a person found an amendment in the newest final draft.

    Raises:
        NameMissing: no name is given.
        NothingBeforeTheBoard, NoAmendmentsHere: the newest round was not adopted so.
        AmendmentUnknown: no such amendment is on record.
        NotYetAmended: the newest final draft is the one the Board saw.
    """
    at = clock.now()
    _expect_name(recorded_by)
    with store.session() as session:
        amended = _amended_round(session, track)
        final = _amended_draft(session, track, amended)
        known = {each.number: each for each in _amendments(session, track, amended)}
        if amendment not in known:
            told = ", ".join(map(str, known)) or "none"
            facts = {"cycle": track.cycle, "pillar": track.pillar}
            raise AmendmentUnknown(amendment=amendment, known=told, **facts)
        if final.sha256 not in known[amendment].ticked:
            board_voices.tick_amendment(
                session, track, amended.number, amendment, final.sha256, recorded_by, at
            )
            told_facts = {"amendment": str(amendment), "report": final.sha256}
            act = "amendment ticked off"
            journal.append(session, at, recorded_by, act, _matter(amended), told_facts)
        left = _unticked(_amendments(session, track, amended), final)
    return f"Amendment {amendment} is ticked off; {counted(len(left), 'amendment')} to go"


@step("see that every amendment is ticked off")
def expect_all_ticked(track: TrackId) -> None:
    """Refuse to go on before every amendment was found in the newest final draft.

    Raises:
        NothingBeforeTheBoard, NoAmendmentsHere, NotYetAmended: see `tick_amendment`.
        NoAmendmentsOnRecord: nobody wrote the amendments down.
        AmendmentsUnticked: some were not found yet.
    """
    with store.session() as session:
        amended = _amended_round(session, track)
        _check_ticks(session, track, amended, _amended_draft(session, track, amended))


@step("bind the amended report")
def bind_amended(track: TrackId, recorded_by: str) -> str:
    """Bind the decision to the amended files: a round of its own that carries out the other one.

    The Board's decision stands with its day, evidence and minutes; what is new are the hashes, and
    a second person confirms it again before anything leaves.

    Raises:
        NameMissing: no name is given.
        NoDecisionToConfirm: the decision was recalled.
        Refusal: whatever `expect_all_ticked` refuses.
    """
    at = clock.now()
    _expect_name(recorded_by)
    with store.session() as session:
        amended = _amended_round(session, track)
        final = _amended_draft(session, track, amended)
        _check_ticks(session, track, amended, final)
        summary = drafts.newest(session, track, DraftKind.SUMMARY)
        if summary is None or summary.snapshot_sha256 != final.snapshot_sha256:
            raise NotYetAmended(cycle=track.cycle, pillar=track.pillar)
        bound = replace(
            amended,
            number=amended.number + 1,
            report_sha256=final.sha256,
            summary_sha256=summary.sha256,
            report_snapshot=final.snapshot_sha256,
            summary_snapshot=summary.snapshot_sha256,
            opened_at=at,
            closes_at=at,
            state=RoundState.ADOPTED,
            amends=amended.number,
        )
        taken = replace(
            _decision(session, track, amended),
            round_number=bound.number,
            outcome=Outcome.ADOPTED,
            report_sha256=final.sha256,
            summary_sha256=summary.sha256,
            recorded_by=recorded_by,
            recorded_at=at,
            confirmed_by="",
            confirmed_at=None,
        )
        _keep(session, track, amended, bound, taken)
    return (
        f"Round {bound.number} binds the amended report to the decision on round {amended.number}; "
        "it waits for confirm-decision"
    )


def _keep(
    session: Session,
    track: TrackId,
    amended: ApprovalRound,
    bound: ApprovalRound,
    taken: Decision,
) -> None:
    at = bound.opened_at
    day = deadlines.local_day(amended.opened_at, settings().zone)
    board.open_round(session, bound, members.board_on(session, day))
    board.set_round_state(session, track, bound.number, RoundState.ADOPTED, at)
    board.record_decision(session, track, taken)
    state = transitions.move(cycles.track_state(session, track), TrackState.APPROVED)
    cycles.set_track_state(session, track, state)
    facts = {
        "outcome": taken.outcome.value,
        "decided on": taken.decided_on.isoformat(),
        "report": taken.report_sha256,
        "summary": taken.summary_sha256,
        "evidence": taken.evidence_sha256,
        "minutes": taken.minutes,
        "amends": f"round {amended.number}",
    }
    act = journal.DECISION_RECORDED
    journal.append(session, at, taken.recorded_by, act, _matter(bound), facts)


def _amended_round(session: Session, track: TrackId) -> ApprovalRound:
    newest = board.newest_round(session, track)
    facts = {"cycle": track.cycle, "pillar": track.pillar}
    if newest is None:
        cycles.track_row(session, track)
        raise NothingBeforeTheBoard(**facts)
    if newest.state is not RoundState.ADOPTED_WITH_AMENDMENTS:
        raise NoAmendmentsHere(number=newest.number, state=newest.state, **facts)
    return newest


def _amended_draft(session: Session, track: TrackId, amended: ApprovalRound) -> Draft:
    final = drafts.newest(session, track, DraftKind.FINAL)
    if final is None or final.sha256 == amended.report_sha256:
        raise NotYetAmended(cycle=track.cycle, pillar=track.pillar)
    return final


def _amendments(session: Session, track: TrackId, amended: ApprovalRound) -> list[Amendment]:
    return board_voices.amendments(session, track, amended.number)


def _check_ticks(session: Session, track: TrackId, amended: ApprovalRound, final: Draft) -> None:
    known = _amendments(session, track, amended)
    facts = {"cycle": track.cycle, "pillar": track.pillar}
    if not known:
        raise NoAmendmentsOnRecord(**facts)
    if left := _unticked(known, final):
        raise AmendmentsUnticked(amendments=", ".join(map(str, left)), **facts)


def _unticked(known: list[Amendment], final: Draft) -> list[int]:
    return [each.number for each in known if final.sha256 not in each.ticked]


def _decision(session: Session, track: TrackId, amended: ApprovalRound) -> Decision:
    number = amended.number
    taken = [each for each in board.decisions_on(session, track) if each.round_number == number]
    if not taken or taken[-1].recalled_by:
        raise NoDecisionToConfirm(cycle=track.cycle, pillar=track.pillar, number=number)
    return taken[-1]


def _expect_name(recorded_by: str) -> None:
    if not recorded_by.strip():
        raise NameMissing


def _matter(amended: ApprovalRound) -> str:
    return f"{amended.cycle} {amended.pillar} round {amended.number}"
