"""The calendar of a cycle: one draft for all partners, until all have agreed (I.1, step 1)."""

import logging
from collections.abc import Sequence
from datetime import date

from data import clock, store
from data.errors.cycles import VersionLocked
from data.queries import cycles, journal, members, methodologies, preparation
from data.reference import calendar_offsets
from data.settings import settings
from data.vocabulary import CalendarItem, CalendarOffset, Enclosure, Subject
from tasks import filing
from tasks.edges import public_holidays
from tasks.patience import step
from tasks.rules import calendar_of_cycle, calendar_paper, naming

log = logging.getLogger(__name__)


@step("draft the calendar")
def draft_calendar(code: str, starts_on: date | None) -> int:
    """Propose the calendar, in working days of all partners; returns the version that stands.

    A calendar that would say the same is not proposed again, one that is locked never. The
    distances are those of the version of the Methodology the cycle began with (rule R19).

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
        words = methodologies.words_of(session, cycle.methodology)
    drafted = _draft(words.offsets if words else calendar_offsets(), start, partners)
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


@step("write the calendar")
def write_calendar(code: str) -> list[Enclosure]:
    """The draft calendar as a paper for the partners; none once it is agreed.

    It bears the day the cycle was opened: drawn again later it is the same (rule R17).
    """
    with store.session() as session:
        cycle = cycles.get(session, code)
        version, items, locked = preparation.calendar_of(session, code)
    if locked:
        return []
    reporting = (cycle.reporting_from, cycle.reporting_to)
    paper = calendar_paper.compose(code, reporting, version, items, cycle.taxonomy_on)
    name = naming.paper(code, "", "Calendar", version)
    return [filing.put_document(paper, name, "the draft calendar", code)]


def _draft(
    offsets: Sequence[CalendarOffset], start: date, partners: list[str]
) -> tuple[CalendarItem, ...]:
    years = range(start.year, start.year + 3)
    return calendar_of_cycle.draft(
        start,
        offsets,
        public_holidays.holidays_of_all(partners, years),
        settings().deadline_hour,
        settings().zone,
    )
