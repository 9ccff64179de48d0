"""Where a round before the Board stands, in words for the Secretariat; no word of it decides."""

from collections.abc import Mapping, Sequence

from data.vocabulary import ApprovalRound
from data.vocabulary.board import (
    DeliveryNote,
    Mode,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)
from tasks.rules import deadlines, voting


def standing(
    approval: ApprovalRound,
    matter: str,
    names: Mapping[str, str],
    deliveries: Sequence[DeliveryNote],
    voices: Sequence[Voice],
    procedure: Procedure,
    zone: str,
) -> str:
    """The round, its rule and its seats, a line each.

    Args:
        approval: The round.
        matter: What it is about, as in "of the WBCTi report" or "on proposal 1".
        names: Display names of its seats by their codes.
        deliveries: What was learnt of their letters.
        voices: What was said on their behalf.
        procedure: Where its written procedure stands.
        zone: The zone in which moments are told.
    """
    lines = [
        on_procedure(approval, matter, procedure, zone),
        f"Opened {deadlines.sentence(approval.opened_at, zone)}, mode {approval.mode}.",
        f"{approval.rule.sentence} ({approval.rule.code}: {approval.rule.reference})",
    ]
    delivered = {note.member: note.state.value for note in deliveries}
    said = {voice.member: voice for voice in voices}
    positions = voting.standing(list(names), voices)
    for seat in sorted(names, key=lambda code: names[code].casefold()):
        letter = delivered.get(seat, "not known")
        lines.append(f"{names[seat]}: letter {letter}; {_position(positions[seat], said, seat)}")
    return "\n".join(lines)


def on_procedure(approval: ApprovalRound, matter: str, procedure: Procedure, zone: str) -> str:
    """One sentence on the round, and on its procedure when it is in writing; see `standing`."""
    first = f"Round {approval.number} {matter} is {approval.state}"
    if approval.mode is not Mode.WRITTEN or approval.state.value not in ("open", "postponed"):
        return first
    seats = ", ".join(procedure.seats)
    ends = deadlines.sentence(procedure.ends_at, zone) if procedure.ends_at else ""
    return (
        f"{first}; the written procedure "
        + {
            ProcedureState.WAITS_FOR_DELIVERY: f"begins once delivery is known to {seats}",
            ProcedureState.STOPPED: f"is stopped, since the letter bounced: {seats}",
            ProcedureState.RUNNING: f"runs until {ends}",
            ProcedureState.BROKEN: f"is broken by an objection: {seats}",
            ProcedureState.EXPIRED: (
                f"expired {ends}. Proposed to the chair: conclude “adopted”. It is no decision "
                "until the chair concludes and it is recorded with its evidence"
            ),
        }[procedure.state]
    )


def _position(position: Vote, said: Mapping[str, Voice], seat: str) -> str:
    if position is Vote.NONE:
        return "no position"
    voice = said[seat]
    by = f", by proxy {voice.proxy}" if voice.proxy else ""
    words = f": {voice.reason}" if voice.reason else ""
    return f"{position}{by}{words} (recorded on its behalf by {voice.recorded_by})"
