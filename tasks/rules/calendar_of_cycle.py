"""The draft calendar of a cycle (Methodology I.1, step 1): steps counted in working days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from data.vocabulary import CalendarItem, CalendarOffset
from tasks.rules.deadlines import moment

_SATURDAY = 5
_DAY = timedelta(days=1)


def is_working_day(day: date, holidays: frozenset[date]) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_day(start: date, offset: int, holidays: frozenset[date]) -> date:
    """The day that many working days after the start, or before it when the offset is negative.

    Offset 0 is the start itself, or the next working day when the start is none.
    """
    if offset == 0:
        return _onwards(start, _DAY, holidays)
    step = _DAY if offset > 0 else -_DAY
    day = start
    for _ in range(abs(offset)):
        day = _onwards(day + step, step, holidays)
    return day


def _onwards(day: date, step: timedelta, holidays: frozenset[date]) -> date:
    while not is_working_day(day, holidays):
        day += step
    return day


def draft(
    start: date,
    offsets: Sequence[CalendarOffset],
    holidays: frozenset[date],
    hour: int,
    zone: str,
) -> tuple[CalendarItem, ...]:
    """Give every step its one moment, in the order of the offsets.

    Args:
        start: The first day of the cycle.
        offsets: Steps with their distances from the start in working days.
        holidays: The days on which no deadline may fall (those of all six partners together).
        hour: The hour of every deadline; a meeting brings its own.
        zone: The zone in which the hour is meant.
    """
    return tuple(
        CalendarItem(each.step, each.title, _moment(each, start, holidays, hour, zone), zone)
        for each in offsets
    )


def _moment(
    offset: CalendarOffset, start: date, holidays: frozenset[date], hour: int, zone: str
) -> datetime:
    day = working_day(start, offset.working_days, holidays)
    return moment(day, hour if offset.hour is None else offset.hour, zone)
