"""What earlier cycles hold for the needs of a cycle, found by lineage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from data.queries import cycles, needs, statements
from data.vocabulary import (
    AnswerState,
    Cycle,
    LastYear,
    Need,
    NeedStatus,
    RequestKind,
    ResponseLine,
    StatementKind,
    SupportLine,
    TrackId,
)

_TOLD = frozenset({AnswerState.ANSWERED, AnswerState.NOTHING_TO_REPORT})


def last_year(session: Session, cycle: Cycle, pillar: str) -> dict[str, LastYear]:
    """For each need of a pillar what the newest earlier cycle holds for it or its ancestors.

    Only accepted answers count, merged by the caller's rule where several returns came: here the
    newest return that says anything on a need speaks for it. A need without statements has none.
    """
    held = comparison(session, cycle, pillar)
    return {need: told for need, told in held.items() if told.reported or told.planned}


def supported_before(
    session: Session, cycle: Cycle, pillar: str, member: str
) -> dict[str, LastYear]:
    """For each need of a pillar the projects one member itself reported for it last time.

    A supporter is shown its own words only; what a partner answered is not told to it.
    """
    lineage = needs.ancestors(session)
    mapped = needs.of_edition(session, cycle.needs_edition, pillar)
    found: dict[str, LastYear] = {}
    for earlier in cycles.before(session, cycle):
        track = TrackId(earlier.code, pillar)
        if track not in [held for held, _ in cycles.tracks_of(session, earlier.code)]:
            continue
        told = _projects_of(session, track, member)
        for need in mapped:
            lines = tuple(line for key in sorted(lineage[need.key]) for line in told.get(key, ()))
            if lines and need.key not in found:
                found[need.key] = LastYear(earlier.code, lines, ())
    return found


def comparison(session: Session, cycle: Cycle, pillar: str) -> dict[str, LastYear]:
    """The same, with every need that an earlier cycle of the pillar had among its own.

    The newest cycle with statements speaks; without any, the newest with a reply; else the newest
    that had the need at all. A need that is not in the answer is new.
    """
    lineage = needs.ancestors(session)
    mapped = needs.of_edition(session, cycle.needs_edition, pillar)
    found: dict[str, LastYear] = {}
    for earlier in cycles.before(session, cycle):
        track = TrackId(earlier.code, pillar)
        if track not in [held for held, _ in cycles.tracks_of(session, earlier.code)]:
            continue  # the pillar is younger than the cycle
        then = {need.key: need for need in needs.of_edition(session, earlier.needs_edition)}
        told = _told(session, track)
        for need in mapped:
            held = _held(earlier.code, sorted(lineage[need.key]), then, told)
            if held is not None and _rank(held) > _rank(found.get(need.key)):
                found[need.key] = held
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What the accepted answers of one track say: lines by need, and the needs replied on."""

    lines: Mapping[str, tuple[ResponseLine, ...]]
    answered: frozenset[str]


def _rank(held: LastYear | None) -> int:
    if held is None:
        return 0
    if held.reported or held.planned:
        return 3
    return 2 if held.answered else 1


def _held(
    code: str, lineage: Iterable[str], then: Mapping[str, Need], told: _Told
) -> LastYear | None:
    keys = list(lineage)
    known = [then[key] for key in keys if key in then]
    lines = [line for key in keys for line in told.lines.get(key, ())]
    if not known and not lines:
        return None
    reported = [line for line in lines if line.kind is not StatementKind.PLANNED]
    return LastYear(
        code,
        tuple(line.text for line in reported),
        tuple(line.text for line in lines if line.kind is StatementKind.PLANNED),
        tuple(line.kind for line in reported),
        bool(lines) or not told.answered.isdisjoint(keys),
        _status(known),
        tuple(need.number for need in known),
    )


def _status(known: Iterable[Need]) -> NeedStatus | None:
    statuses = {need.status for need in known}
    if len(statuses) > 1:
        return NeedStatus.PARTLY_MET  # some of several predecessors were further than others
    return next(iter(statuses), None)


def _told(session: Session, track: TrackId) -> _Told:
    told: dict[str, tuple[ResponseLine, ...]] = {}
    answered: set[str] = set()
    for each in statements.told_in(session, track, RequestKind.RESPONSE):
        by_need: dict[str, list[ResponseLine]] = {}
        for line in each.reading.responses:
            by_need.setdefault(line.need, []).append(line)
        told |= {need: tuple(lines) for need, lines in by_need.items()}
        for reply in each.reading.replies:
            if reply.state in _TOLD:
                answered.add(reply.need)
            if reply.state is AnswerState.NOT_SHAREABLE:
                # What may not be shared is not told in a later year.
                told.pop(reply.need, None)
                answered.discard(reply.need)
    return _Told(told, frozenset(answered))


def _projects_of(session: Session, track: TrackId, member: str) -> Mapping[str, tuple[str, ...]]:
    """What a member said of each need; the newest return that says anything on it speaks."""
    told: dict[str, tuple[str, ...]] = {}
    for each in statements.told_in(session, track, RequestKind.SUPPORT):
        by_need: dict[str, list[str]] = {}
        for line in each.reading.support if each.member == member else ():
            by_need.setdefault(line.need, []).append(_project(line))
        told |= {need: tuple(lines) for need, lines in by_need.items()}
    return told


def _project(line: SupportLine) -> str:
    days = " – ".join(filter(None, (line.start_text, line.end_text)))
    return " · ".join(filter(None, (line.title or line.activity, line.implementer, days)))
