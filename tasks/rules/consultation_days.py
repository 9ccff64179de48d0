"""When the consultation meetings are: locally partner by partner, then regionally (I.2).

The calendar names the day on which consultations begin and the moment until which inputs are
collected; the meetings stand between the two, on days that are a holiday of none of the partners.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.rules.calendar_of_cycle import is_working_day, working_day

NOTICE = 5  # working days between a convocation and its meeting
HOURS = 2  # so long a meeting lasts at the most, for another follows on the same day
_FIRST_HOUR, _LAST_HOUR = 10, 16


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """A day and the full hour at which a meeting begins."""

    day: date
    hour: int


def local_times(
    span: tuple[date, date],
    partners: Sequence[str],
    pillars: Sequence[str],
    pillar: str,
    holidays: frozenset[date],
) -> dict[str, MeetingTime]:
    """A day for each partner, the same one for all pillars, which follow one another on it.

    Args:
        span: The day on which consultations begin and the day on which inputs are collected.
        partners: Codes of all partners in their order (rule R15).
        pillars: Codes of all pillars of the cycle in their order; each has one regional meeting.
        pillar: The pillar whose hours are wanted.
        holidays: Days on which nobody is asked to a meeting.
    """
    days = _days(span, len(partners) + len(pillars), holidays)
    hour = min(_FIRST_HOUR + HOURS * pillars.index(pillar), _LAST_HOUR)
    return {code: MeetingTime(days[place], hour) for place, code in enumerate(partners)}


def regional_time(
    span: tuple[date, date],
    partners: Sequence[str],
    pillars: Sequence[str],
    pillar: str,
    holidays: frozenset[date],
) -> MeetingTime:
    """The regional meeting of one pillar, after all local ones; arguments as above."""
    days = _days(span, len(partners) + len(pillars), holidays)
    return MeetingTime(days[len(partners) + pillars.index(pillar)], _FIRST_HOUR)


def begin(planned: date, today: date, holidays: frozenset[date]) -> date:
    """The first day of meetings: the calendar's, or later when nobody could be told in time."""
    return max(planned, working_day(today, NOTICE, holidays))


def _days(span: tuple[date, date], wanted: int, holidays: frozenset[date]) -> list[date]:
    """As many days in their order; in a span too short for all of them some are shared."""
    first, last = span
    length = max((last - first).days, 1)
    within = [first + timedelta(days=each) for each in range(length)]
    free = [day for day in within if is_working_day(day, holidays)] or [
        working_day(first, 0, holidays)
    ]
    if len(free) >= wanted:
        return free[:wanted]
    return [free[place * len(free) // wanted] for place in range(wanted)]
