"""Which period a cycle reports on, and how far it looks ahead."""

import re
from datetime import date, timedelta

from data.errors.cycles import CycleCodeUnfit, PeriodBackwards, PeriodMissing

_YEAR = re.compile(r"(\d{4})")
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LONGEST = 20  # signs of a code; it stands in every file name beside pillar, member and kind


def settle(
    code: str, since: date | None, until: date | None, outlook: date | None
) -> tuple[date, date, date]:
    """First and last day of the reporting period and last day of the outlook.

    A code that is a year (2025) or two (2025-2026) names its period; explicit dates come first.
    The outlook ends a year after the period unless it is given ("planned for the coming year").

    Raises:
        CycleCodeUnfit: the code holds a sign that folders or file names refuse, or is too long.
        PeriodMissing: neither the code nor a date names the period.
        PeriodBackwards: a date lies before the one it should follow.
    """
    _check_code(code)
    named = _named_by(code)
    since = since or (named[0] if named else None)
    until = until or (named[1] if named else None)
    if since is None or until is None:
        raise PeriodMissing(cycle=code)
    outlook = outlook or _a_year_after(until)
    if not since < until < outlook:
        raise PeriodBackwards(cycle=code, since=since, until=until, outlook=outlook)
    return since, until, outlook


def _check_code(code: str) -> None:
    if not _CODE.fullmatch(code) or len(code) > _LONGEST:
        plain = re.sub(r"[^A-Za-z0-9]+", "-", code).strip("-")[:_LONGEST].strip("-")
        raise CycleCodeUnfit(cycle=code, hint=plain or "CODE")


def _named_by(code: str) -> tuple[date, date] | None:
    if found := _YEARS.fullmatch(code):
        return date(int(found[1]), 1, 1), date(int(found[2]), 12, 31)
    if found := _YEAR.fullmatch(code):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    return None


def _a_year_after(day: date) -> date:
    # The day after 31 December begins the coming year; its last day is a year after this one.
    following = day + timedelta(days=1)
    return following.replace(year=following.year + 1) - timedelta(days=1)
