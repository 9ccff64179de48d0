"""Positions of the seats, and what the rule in force makes of them (I.3, rule R9).

No rule makes a decision by itself: it only says whether the chair may conclude that the report is
adopted. To postpone or to return a report is always possible.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict

from data.errors.board import (
    ModeDoesNotFit,
    ObjectionWithoutReason,
    ProxyIsTheSeat,
    RuleNotMet,
    SeatUnknown,
)
from data.errors.gate import RoundClosed
from data.vocabulary import ApprovalRound, BoardRule, Outcome, RoundState
from data.vocabulary.board import (
    Deciding,
    DeliveryNote,
    Mode,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)
from tasks.rules import written_procedure
from tasks.rules.phrases import counted

_ADOPTING = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_WITH_AMENDMENTS})
_APPROVING = frozenset({Vote.APPROVE, Vote.APPROVE_WITH_COMMENTS})
_TAKES_POSITIONS = frozenset({RoundState.OPEN, RoundState.POSTPONED})


class _Facts(TypedDict):
    cycle: str
    pillar: str
    number: int


def fits(rule: BoardRule, mode: Mode) -> None:
    """Refuse a mode in which the rule cannot decide.

    Raises:
        ModeDoesNotFit: silence means something in a written procedure only.
    """
    if rule.decides is Deciding.SILENCE and mode is not Mode.WRITTEN:
        raise ModeDoesNotFit(mode=mode)


def check_seat(approval: ApprovalRound, seats: Sequence[str], seat: str) -> None:
    """Refuse what is said of a seat that the round did not go to, or after it was closed.

    Raises:
        SeatUnknown: the member had no seat on the day the round opened.
        RoundClosed: the round has had its decision, or is void.
    """
    facts = _facts(approval)
    if seat not in seats:
        raise SeatUnknown(seat=seat, known=", ".join(seats), **facts)
    if approval.state not in _TAKES_POSITIONS:
        raise RoundClosed(state=approval.state, **facts)


def check_voice(approval: ApprovalRound, seats: Sequence[str], voice: Voice) -> None:
    """Refuse a position that cannot be taken down.

    Raises:
        SeatUnknown, RoundClosed: see `check_seat`.
        ObjectionWithoutReason: an objection without words.
        ProxyIsTheSeat: the proxy names the seat itself.
    """
    check_seat(approval, seats, voice.member)
    if voice.position is Vote.OBJECT and not voice.reason.strip():
        raise ObjectionWithoutReason(seat=voice.member)
    if voice.proxy and voice.proxy.strip().casefold() == voice.member.casefold():
        raise ProxyIsTheSeat(seat=voice.member)


def standing(seats: Sequence[str], voices: Sequence[Voice]) -> dict[str, Vote]:
    """The position of each seat: the last one recorded counts, and none is no position."""
    said = {voice.member: voice.position for voice in voices}
    return {seat: said.get(seat, Vote.NONE) for seat in seats}


def procedure_of(
    approval: ApprovalRound,
    seats: Sequence[str],
    deliveries: Sequence[DeliveryNote],
    voices: Sequence[Voice],
    now: datetime,
) -> Procedure:
    """Where the written procedure of a round stands; its period is that between its moments."""
    closes_at = approval.closes_at or approval.opened_at + timedelta(days=approval.rule.days)
    period = closes_at - approval.opened_at
    return written_procedure.stand(seats, deliveries, voices, period, now)


def check_outcome(
    approval: ApprovalRound,
    outcome: Outcome,
    seats: Sequence[str],
    deliveries: Sequence[DeliveryNote],
    voices: Sequence[Voice],
    now: datetime,
) -> None:
    """Refuse that a report is adopted against the rule the round was opened under.

    Args:
        approval: The round, with its rule and mode.
        outcome: What the chair concluded.
        seats: The codes of the seats of the round.
        deliveries: What was learnt of their letters.
        voices: What was said on their behalf.
        now: The moment the decision is recorded.

    Raises:
        RuleNotMet: says which seats, or which majority, are missing.
    """
    if outcome not in _ADOPTING:
        return
    said = standing(seats, voices)
    procedure = procedure_of(approval, seats, deliveries, voices, now)
    why = _missing_in_writing(approval, said, procedure) or _missing(approval.rule, said)
    if why:
        raise RuleNotMet(why=why, **_facts(approval))


def _missing_in_writing(
    approval: ApprovalRound, said: dict[str, Vote], procedure: Procedure
) -> str:
    if approval.mode is not Mode.WRITTEN:
        return ""
    if procedure.state is ProcedureState.BROKEN:
        return f"the written procedure is broken by an objection of {', '.join(procedure.seats)}"
    if Vote.NONE not in said.values() or procedure.state is ProcedureState.EXPIRED:
        return ""
    if procedure.state is ProcedureState.RUNNING:
        return "the written procedure still runs"
    return f"the written procedure {procedure.state} ({', '.join(procedure.seats)})"


def _missing(rule: BoardRule, said: dict[str, Vote]) -> str:
    taken = [vote for vote in said.values() if vote is not Vote.NONE]
    if rule.decides in (Deciding.CONSENSUS, Deciding.MAJORITY) and len(taken) < rule.quorum:
        return f"{counted(len(taken), 'seat')} took a position and the quorum is {rule.quorum}"
    objecting = [seat for seat, vote in said.items() if vote is Vote.OBJECT]
    approving = [vote for vote in taken if vote in _APPROVING]
    if rule.decides is Deciding.CONSENSUS and (objecting or not approving):
        return f"there is no consensus, {', '.join(objecting) or 'nobody'} " + (
            "objects" if objecting else "approves"
        )
    if rule.decides is Deciding.MAJORITY and len(approving) <= len(objecting):
        return f"approving: {len(approving)}, objecting: {len(objecting)}"
    return ""


def _facts(approval: ApprovalRound) -> _Facts:
    return _Facts(cycle=approval.cycle, pillar=approval.pillar, number=approval.number)
