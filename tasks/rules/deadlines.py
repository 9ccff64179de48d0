"""Days and moments in words: one deadline reads the same wherever it stands (rule R16)."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from data.vocabulary.languages import ENGLISH_DAYS, DayWords


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


def sentence(moment: datetime, zone: str, words: DayWords = ENGLISH_DAYS) -> str:
    """The moment as everybody reads it: “Friday 13 March 2026, 17:00 CET (16:00 UTC)”."""
    here = moment.astimezone(ZoneInfo(zone))
    there = moment.astimezone(UTC)
    told = words.moment.format(
        weekday=words.weekdays[here.weekday()],
        date=long_date(here.date(), words),
        time=f"{here:%H:%M}",
        zone=_zone_word(here),
    )
    if here.tzname() == "UTC":
        return told
    pattern = words.utc if there.date() == here.date() else words.utc_on
    elsewhere = pattern.format(time=f"{there:%H:%M}", date=long_date(there.date(), words))
    return f"{told} {elsewhere}"


def _zone_word(here: datetime) -> str:
    # Zones without a name of their own are called "+03" in the tz database.
    name = here.tzname() or ""
    return f"UTC{name}" if name[:1] in "+-" else name


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day on which the moment falls in the named zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def long_date(day: date, words: DayWords = ENGLISH_DAYS) -> str:
    """The day in words that no keyboard setting can turn round: “13 March 2026”."""
    return _written(words.date, day, words)


def period(first: date, last: date, words: DayWords = ENGLISH_DAYS) -> str:
    """A span of days, both ends included: “1 January to 31 December 2025”."""
    if first == last:
        return long_date(first, words)
    pattern = words.date
    if first.year == last.year:
        pattern = words.day if first.month == last.month else words.day_and_month
    begins = _written(pattern, first, words)
    return words.period.format(first=begins, last=long_date(last, words))


def _written(pattern: str, day: date, words: DayWords) -> str:
    return pattern.format(day=day.day, month=words.months[day.month - 1], year=day.year)
