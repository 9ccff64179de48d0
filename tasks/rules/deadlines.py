"""Days and moments in words: one deadline reads the same wherever it stands (rule R16)."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def moment(day: date, hour: int, zone: str) -> datetime:
    """The instant, in UTC, at which the hour of that day strikes in the named zone.

    Args:
        day: The calendar day in the zone.
        hour: The full hour, 0 to 23, as the clocks there show it.
        zone: A name of the tz database, for example Europe/Sarajevo.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: there is no such zone.
    """
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def sentence(moment: datetime, zone: str) -> str:
    """The moment as everybody reads it: “Friday 13 March 2026, 17:00 CET (16:00 UTC)”."""
    here = moment.astimezone(ZoneInfo(zone))
    there = moment.astimezone(UTC)
    words = f"{_DAYS[here.weekday()]} {long_date(here.date())}, {here:%H:%M} {_zone_word(here)}"
    if here.tzname() == "UTC":
        return words
    other_day = "" if there.date() == here.date() else f" on {long_date(there.date())}"
    return f"{words} ({there:%H:%M} UTC{other_day})"


def _zone_word(here: datetime) -> str:
    # Zones without a name of their own are called "+03" in the tz database.
    name = here.tzname() or ""
    return f"UTC{name}" if name[:1] in "+-" else name


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day on which the moment falls in the named zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def long_date(day: date) -> str:
    """The day in words that no keyboard setting can turn round: “13 March 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period(first: date, last: date) -> str:
    """A span of days, both ends included: “1 January to 31 December 2025”."""
    if first == last:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)} to {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {long_date(last)}"
    return f"{first.day} to {long_date(last)}"
