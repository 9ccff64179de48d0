"""Whether a reminder is due today: polite, few, and never on a day of rest."""

from collections.abc import Collection, Sequence
from datetime import date

from data.vocabulary import Request, RequestState
from tasks.rules.calendar_of_cycle import is_working_day, working_day
from tasks.rules.deadlines import local_day

_WAITING = frozenset({RequestState.SENT, RequestState.ACKNOWLEDGED, RequestState.PARTLY_RECEIVED})


def due(
    request: Request,
    ladder: Sequence[tuple[str, int]],
    reminded: Collection[str],
    asked_on: date,
    today: date,
    holidays: frozenset[date],
    *,
    stopped: bool = False,
) -> str | None:
    """The stage of the ladder to send today, or None.

    After days without a run only the latest stage that fell due is sent; the earlier ones are
    passed over for good. A stage meant for before the deadline is never sent after it, nor one
    that fell due before the request itself was sent.

    Args:
        request: The request; only one that was sent and still waits is reminded of.
        ladder: Stages and their distance from the deadline's day in the member's working days,
            negative before it.
        reminded: The stages already sent for this request.
        asked_on: The day the request was sent.
        today: The day in the request's zone.
        holidays: The public holidays of that member.
        stopped: Whether the Secretariat has stopped reminders for this request.
    """
    if stopped or request.state not in _WAITING or not is_working_day(today, holidays):
        return None
    deadline = local_day(request.deadline, request.zone)
    fallen_due = [
        (day, offset, stage)
        for stage, offset in ladder
        if asked_on < (day := working_day(deadline, offset, holidays)) <= today
    ]
    if not fallen_due:
        return None
    _, offset, stage = max(fallen_due)
    too_late = offset <= 0 and today > deadline
    return None if stage in reminded or too_late else stage
