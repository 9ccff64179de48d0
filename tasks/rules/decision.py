"""What a decision of the Board does to the approval round and to the track (rules R8, R9)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.errors.board import RecallAfterPublication, RecallReasonMissing
from data.errors.gate import (
    ConfirmedByItsRecorder,
    DecisionBeforeItsRound,
    DecisionInTheFuture,
    DecisionOnAnotherRound,
    DecisionWithoutEvidence,
    RoundClosed,
    RoundNotOpen,
    TrackNotWithTheBoard,
)
from data.vocabulary import ApprovalRound, Decision, Outcome, RoundState, TrackState
from data.vocabulary.analysis import Consequence
from tasks.rules import deadlines
from tasks.rules.folding import folded
from tasks.rules.lettering import latinised
from tasks.rules.transitions import has_reached, move

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


def standing(on_record: Sequence[Decision], number: int) -> Decision | None:
    """The decision in force on a round; None without one, or once it was taken back.

    Args:
        on_record: The decisions on a report or a proposal, oldest first.
        number: The number of the round.
    """
    taken = [each for each in on_record if each.round_number == number]
    return None if not taken or taken[-1].recalled_by else taken[-1]


def is_kept(on_record: Sequence[Decision], taken: Decision) -> bool:
    """Whether the very same decision is the last one on record, and in force."""
    if not on_record or on_record[-1].recalled_by:
        return False
    held = replace(on_record[-1], recorded_at=taken.recorded_at, confirmed_by="", confirmed_at=None)
    return held == taken


def letter_facts(taken: Decision, files: Sequence[tuple[str, str]], head: str) -> dict[str, object]:
    """What a letter on a confirmed decision says, whatever the Board decided on.

    Args:
        taken: The decision.
        files: What it was taken on, each with its SHA-256.
        head: The head of the journal right after the decision was confirmed.
    """
    return {
        "outcome": taken.outcome.value,
        "decided_on": deadlines.long_date(taken.decided_on),
        "minutes": taken.minutes,
        "conclusion": taken.text,
        "files": (*files, ("Evidence", taken.evidence_sha256)),
        "head": head,
    }


def check_day(approval: ApprovalRound, decided_on: date, opened_on: date, today: date) -> None:
    """Refuse a day on which this round cannot have been decided.

    Args:
        approval: The round the decision is to be recorded on.
        decided_on: The day of the minutes.
        opened_on: The day the round was opened, where the Secretariat sits.
        today: The day it is there.

    Raises:
        DecisionInTheFuture: the day is yet to come.
        DecisionBeforeItsRound: the Board cannot have seen these files on that day.
    """
    facts = {"cycle": approval.cycle, "pillar": approval.pillar, "day": decided_on}
    if decided_on > today:
        raise DecisionInTheFuture(**facts)
    if decided_on < opened_on:
        raise DecisionBeforeItsRound(number=approval.number, opened=opened_on, **facts)


def check_confirmation(approval: ApprovalRound, decision: Decision, name: str) -> None:
    """Refuse that the recorder of a decision confirms it, however the name is written.

    Raises:
        ConfirmedByItsRecorder: both names are one person's.
    """
    if same_person(decision.recorded_by, name):
        facts = {"cycle": approval.cycle, "pillar": approval.pillar, "number": approval.number}
        raise ConfirmedByItsRecorder(name=decision.recorded_by, **facts)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: case, accents, script, signs and order set aside.

    An initial stands for every name that begins with it, and a name given in part for the whole:
    who cannot be told from the recorder does not confirm.
    """
    return any(
        _stand_for_each_other(first, second)
        for first in _readings(one)
        for second in _readings(other)
    )


def recall(
    approval: ApprovalRound, track: TrackState, newest_report_sha256: str, reason: str
) -> Consequence:
    """Say what becomes of round and track when the decision is taken back.

    The same files wait for the Board again; where a newer final draft was written meanwhile, or
    the round carried out amendments, the round is void and the report goes there anew.

    Args:
        approval: The newest round of the track.
        track: Where the track stands.
        newest_report_sha256: The hash of the newest final draft.
        reason: Why the decision is taken back.

    Raises:
        RecallReasonMissing: no reason is given.
        RecallAfterPublication: the report left the house already.
    """
    if not reason.strip():
        raise RecallReasonMissing
    if has_reached(track, TrackState.IN_THE_DATABASE):
        raise RecallAfterPublication(cycle=approval.cycle, pillar=approval.pillar)
    same = approval.report_sha256 == newest_report_sha256 and not approval.amends
    follows = Consequence(RoundState.OPEN, TrackState.WITH_THE_BOARD) if same else _VOID
    return Consequence(move(approval.state, follows.round), move(track, follows.track))


def _readings(name: str) -> set[tuple[str, ...]]:
    """How a name reads by its sounds, and by the look of its letters."""
    return {_words(folded(name)), _words(folded(latinised(name)))}


def _words(name: str) -> tuple[str, ...]:
    plain = name
    for letters in ("dj", "gj", "kj"):  # Đorđe, Djordje and Dorde are one; so are Ѓорѓи and Gjorgji
        plain = plain.replace(letters, letters[0])
    return tuple(sorted("".join(s if s.isalnum() else " " for s in plain).split()))


def _stand_for_each_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is one of the longer, or the initial of one."""
    fewer, more = sorted((one, other), key=len)
    left = list(more)
    for word in sorted(fewer, key=len, reverse=True):  # whole words first, then initials
        found = next((each for each in left if _same_word(word, each)), None)
        if found is None:
            return False
        left.remove(found)
    return bool(fewer)


def _same_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (len(shorter) == 1 and longer.startswith(shorter))
