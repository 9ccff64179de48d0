"""The calendar of a cycle: one draft for all partners, until all have agreed (I.1, step 1)."""

import logging
from datetime import date

from data import clock, store
from data.errors.cycles import VersionLocked
from data.queries import cycles, journal, members, preparation
from data.reference import calendar_offsets
from data.settings import settings
from data.vocabulary import CalendarItem, Cycle, Subject
from tasks.edges import public_holidays
from tasks.patience import step
from tasks.rules import calendar_of_cycle

log = logging.getLogger(__name__)


@step("draft the calendar")
def draft_calendar(code: str, starts_on: date | None) -> int:
    """Propose the calendar, in working days of all partners; returns the version that stands.

    A calendar that would say the same is not proposed again, one that is locked never.

    Raises:
        VersionLocked: another start is asked for after all partners agreed.
    """
    at = clock.now()
    with store.session() as session:
        cycle = cycles.get(session, code)
        version, items, locked = preparation.calendar_of(session, code)
        start = starts_on or (cycle.starts_on if not items else None)
        if start is None:
            return version
        partners = [m.code for m in members.on(session, cycle.taxonomy_on) if m.is_partner]
    drafted = _draft(cycle, start, partners)
    if drafted == items:
        return version
    if locked:
        raise VersionLocked(subject=Subject.CALENDAR, cycle=code, version=version)
    with store.session() as session:
        version = preparation.propose_calendar(session, code, drafted, at)
        facts = {"version": str(version), "starts on": start.isoformat()}
        journal.append(session, at, "Secretariat", "calendar proposed", code, facts)
    log.info("Calendar %d of cycle %s proposed", version, code)
    return version


def _draft(cycle: Cycle, start: date, partners: list[str]) -> tuple[CalendarItem, ...]:
    years = range(start.year, start.year + 3)
    return calendar_of_cycle.draft(
        start,
        [(offset.step, offset.title, offset.working_days) for offset in calendar_offsets()],
        public_holidays.holidays_of_all(partners, years),
        settings().deadline_hour,
        settings().zone,
    )
