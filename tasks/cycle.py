"""The cycle: opening it, and the tracks a flow walks through."""

import logging
from collections.abc import Sequence
from datetime import date

from data import clock, store
from data.errors.cycles import (
    CyclePinned,
    NoMembersRegister,
    NoNeedsRegister,
    PillarUnknown,
)
from data.queries import cycles, journal, members, methodologies, needs, taxonomy
from data.reference import methodology_on
from data.vocabulary import Cycle, TrackId
from tasks.patience import step
from tasks.rules import periods

log = logging.getLogger(__name__)


@step("open the cycle")
def open_cycle(
    code: str,
    since: date | None,
    until: date | None,
    outlook: date | None,
    starts_on: date | None,
) -> Cycle:
    """Open a cycle with a track for each pillar, or find it as it was opened (rule R19).

    It begins with the version of the Methodology in force today and keeps it, with its calendar,
    its sub-pillars and its filters.

    Raises:
        NoMembersRegister: nobody could be asked.
        NoNeedsRegister: there is nothing to ask about.
        CyclePinned: the cycle was opened with other dates.
        CycleCodeUnfit: the code cannot stand in names of folders and files.
        PeriodMissing, PeriodBackwards: the dates name no period.
    """
    day = clock.today()
    with store.session() as session:
        held = cycles.find(session, code)
        if held is not None:
            _refuse_other_dates(held, since, until, outlook)
            return held
        if not members.on(session, day):
            raise NoMembersRegister
        editions = needs.editions(session)
        if not editions:
            raise NoNeedsRegister
        first, last, horizon = periods.settle(code, since, until, outlook)
        opened = Cycle(
            code=code,
            reporting_from=first,
            reporting_to=last,
            outlook_to=horizon,
            starts_on=starts_on or day,
            methodology=methodology_on(day, methodologies.confirmed(session)).code,
            taxonomy_on=day,
            needs_edition=editions[-1],
        )
        pillars = [pillar.code for pillar in taxonomy.on(session, day).pillars]
        at = clock.now()
        cycles.open_cycle(session, opened, pillars, at)
        facts = {
            "reports on": f"{first} to {last}",
            "needs": opened.needs_edition,
            "methodology": opened.methodology,
        }
        journal.append(session, at, "Secretariat", "cycle opened", code, facts)
    log.info("Cycle %s opened on the needs of %s", code, opened.needs_edition)
    return opened


@step("tracks of the cycle")
def tracks_of(code: str, pillars: Sequence[str] = ()) -> list[TrackId]:
    """The tracks of a cycle, or only those of the pillars that are named.

    Raises:
        CycleUnknown: no such cycle was opened.
        PillarUnknown: the cycle has no such pillar.
    """
    with store.session() as session:
        cycles.get(session, code)
        tracks = [track for track, _ in cycles.tracks_of(session, code)]
    known = [track.pillar for track in tracks]
    for pillar in pillars:
        if pillar not in known:
            raise PillarUnknown(cycle=code, pillar=pillar, known=", ".join(known))
    return [track for track in tracks if not pillars or track.pillar in pillars]


def _refuse_other_dates(
    held: Cycle, since: date | None, until: date | None, outlook: date | None
) -> None:
    given = (
        since or held.reporting_from,
        until or held.reporting_to,
        outlook or held.outlook_to,
    )
    pinned = (held.reporting_from, held.reporting_to, held.outlook_to)
    if given != pinned:
        raise CyclePinned(cycle=held.code, since=pinned[0], until=pinned[1], outlook=pinned[2])
