"""The written procedure: no seat's silence counts before its letter arrived (I.3, rule R9)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from data.vocabulary.board import (
    Delivery,
    DeliveryNote,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)


def stand(
    seats: Sequence[str],
    deliveries: Iterable[DeliveryNote],
    voices: Iterable[Voice],
    period: timedelta,
    now: datetime,
) -> Procedure:
    """Say where a written procedure stands at a moment.

    The period runs from the moment the last seat is known to have its letter. A bounce stops it,
    and it runs anew from the new delivery: that seat has had none of it. An objection breaks the
    procedure for good, even one that is withdrawn on the same day: everyone was told of it, and
    only a new round or a meeting goes on from there. An expired procedure is a proposal for the
    chair; nobody's silence is a decision.

    Args:
        seats: The codes of the seats of the round.
        deliveries: What was learnt of their letters, in the order it was recorded.
        voices: What was said on behalf of the seats, in the order it was recorded.
        period: How long the seats have.
        now: The moment it is.
    """
    objecting = [each.member for each in voices if each.position is Vote.OBJECT]
    if objecting:
        return Procedure(ProcedureState.BROKEN, tuple(dict.fromkeys(objecting)))
    since = _delivered_since(deliveries)
    bounced = tuple(seat for seat in seats if seat in since and since[seat] is None)
    if bounced:
        return Procedure(ProcedureState.STOPPED, bounced)
    unknown = tuple(seat for seat in seats if seat not in since)
    moments = [moment for seat in seats if (moment := since.get(seat)) is not None]
    if unknown or not moments:
        return Procedure(ProcedureState.WAITS_FOR_DELIVERY, unknown)
    ends_at = max(moments) + period
    state = ProcedureState.RUNNING if now < ends_at else ProcedureState.EXPIRED
    return Procedure(state, ends_at=ends_at)


def _delivered_since(deliveries: Iterable[DeliveryNote]) -> dict[str, datetime | None]:
    """Since when each seat has its letter; None for one whose letter bounced last."""
    since: dict[str, datetime | None] = {}
    for note in deliveries:
        if note.state is Delivery.BOUNCED:
            since[note.member] = None
        elif since.get(note.member) is None:
            since[note.member] = note.recorded_at
    return since
