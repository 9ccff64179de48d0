"""A rehearsal: simulated members answer real letters on a simulated clock; nothing leaves."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from data import books, clock, store
from data.clock import RehearsalMark
from data.errors.clock import NoCycleToRehearse, OtherRehearsal, RehearsalMarkMissing
from data.queries import counts, cycles, journal, members, needs, preparation
from data.reference import rehearsal_registers
from data.settings import settings, use_home
from data.vocabulary import RehearsalOutcome, RehearsedCycle, Station
from tasks.edges.whole_files import write_whole
from tasks.patience import step
from tasks.rules import screenplay

_FIRST_YEAR = 2025  # the cycle of this code is rehearsed in the year after
_OUTPUTS = ("outbox", "shelf", "website", "members")


@step("move into the rehearsal's home")
def move_in(seed: int, cycle_count: int, home: str) -> list[str]:
    """Mark a home as a rehearsal, or find the one that was begun; returns its cycles' codes.

    Raises:
        NoCycleToRehearse: not even one cycle is to be played.
        NotARehearsal: the home holds the work of real cycles.
        OtherRehearsal: the home holds a rehearsal with another seed or number of cycles.
    """
    if cycle_count < 1:
        raise NoCycleToRehearse(cycles=cycle_count)
    use_home(Path(home))
    mark = clock.read_mark()
    if mark is None:
        clock.write_mark(RehearsalMark(seed, cycle_count, _morning(_start(0)).isoformat()))
    elif (mark.seed, mark.cycles) != (seed, cycle_count):
        raise OtherRehearsal(home=home, seed=mark.seed, cycles=mark.cycles)
    books.open_books()
    return [str(_FIRST_YEAR + place) for place in range(cycle_count)]


def stations(codes: Sequence[str]) -> Iterator[Station]:
    """The stations that are left, each with the clock turned to its moment.

    A station counts as passed when the next one is asked for: after a crash it is played again,
    which changes nothing that was done (rule R17).
    """
    for place, code in enumerate(codes):
        yield from _left(place, code)


def left_to_play(codes: Sequence[str]) -> int:
    """About how many stations are left, for a progress display."""
    mark = clock.read_mark()
    passed = mark.passed if mark else 0
    done, within = divmod(passed, screenplay.PER_CYCLE)
    per_cycle = screenplay.ABOUT
    return max((len(codes) - done) * per_cycle - min(within, per_cycle), 1)


@step("write the minutes")
def write_minutes(name: str, words: str) -> None:
    """Lay the minutes of a meeting where evidence is looked for."""
    folder = settings().root / "evidence"
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / name, words.encode())


@step("count what the rehearsal left behind")
def outcome_of(codes: Sequence[str]) -> RehearsalOutcome:
    """Counts for each cycle, the paths worth opening, and one hash over every output."""
    home = settings().root
    with store.session() as session:
        lines = tuple(counts.of_cycle(session, code) for code in codes)
        pillars = [track.pillar for track, _ in cycles.tracks_of(session, codes[-1])]
        head = journal.head(session)
    reports = [
        (f"Report {codes[-1]} {pillar}", str(path))
        for pillar in pillars
        for path in sorted((home / "members" / codes[-1] / pillar).glob("*Final*.docx"))
    ]
    files = [
        path for name in _OUTPUTS for path in sorted((home / name).rglob("*")) if path.is_file()
    ]
    told = hashlib.sha256()
    for path in files:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        told.update(f"{path.relative_to(home).as_posix()} {digest}\n".encode())
    return RehearsalOutcome(
        lines=lines,
        paths=(
            *reports,
            ("Public page", str(home / "website" / "index.html")),
            ("Members' store", str(home / "members")),
        ),
        outputs=len(files),
        fingerprint=told.hexdigest(),
        head=head,
    )


def _left(place: int, code: str) -> Iterator[Station]:
    opening = RehearsedCycle(code, place, {"start": _morning(_start(place))}, (), (), {})
    files = [str(path) for path in rehearsal_registers()]
    yield from _unplayed(screenplay.opening(opening, (files[0], files[1]), _start(place)))
    seed = _mark().seed
    yield from _unplayed(screenplay.screenplay(_prepared(place, code), seed))


def _unplayed(stations: Sequence[Station]) -> Iterator[Station]:
    for station in stations:
        mark = _mark()
        if station.number <= mark.passed:
            continue
        moment = max(datetime.fromisoformat(mark.moment), station.moment)
        clock.write_mark(replace(mark, moment=moment.isoformat()))
        yield station
        clock.write_mark(replace(_mark(), passed=station.number))


def _prepared(place: int, code: str) -> RehearsedCycle:
    with store.session() as session:
        cycle = cycles.get(session, code)
        _, items, _ = preparation.calendar_of(session, code)
        pillars = tuple(track.pillar for track, _ in cycles.tracks_of(session, code))
        partners = tuple(m.code for m in members.on(session, cycle.taxonomy_on) if m.is_partner)
        mapped = needs.of_edition(session, cycle.needs_edition)
    return RehearsedCycle(
        code=code,
        place=place,
        days={item.step: item.due_at for item in items},
        pillars=pillars,
        partners=partners,
        needs={
            pillar: tuple((need.member, need.number) for need in mapped if need.pillar == pillar)
            for pillar in pillars
        },
    )


def _mark() -> RehearsalMark:
    mark = clock.read_mark()
    if mark is None:
        raise RehearsalMarkMissing(home=settings().root)
    return mark


def _start(place: int) -> date:
    return date(_FIRST_YEAR + 1 + place, 1, 12)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), ZoneInfo(settings().zone)).astimezone(UTC)
