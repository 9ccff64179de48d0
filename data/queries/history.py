"""What earlier cycles hold for the needs of a cycle, found by lineage."""

from sqlmodel import Session

from data.queries import cycles, needs, statements
from data.vocabulary import (
    AnswerState,
    Cycle,
    LastYear,
    RequestKind,
    ResponseLine,
    StatementKind,
    TrackId,
)


def last_year(session: Session, cycle: Cycle, pillar: str) -> dict[str, LastYear]:
    """For each need of a pillar what the newest earlier cycle holds for it or its ancestors.

    Only accepted answers count, merged by the caller's rule where several returns came: here the
    newest return that says anything on a need speaks for it.
    """
    lineage = needs.ancestors(session)
    mapped = [
        need for need in needs.of_edition(session, cycle.needs_edition) if need.pillar == pillar
    ]
    found: dict[str, LastYear] = {}
    for earlier in cycles.before(session, cycle):
        told = _told(session, TrackId(earlier.code, pillar))
        for need in mapped:
            lines = [line for key in sorted(lineage[need.key]) for line in told.get(key, ())]
            if need.key not in found and lines:
                found[need.key] = LastYear(
                    earlier.code,
                    tuple(line.text for line in lines if line.kind is not StatementKind.PLANNED),
                    tuple(line.text for line in lines if line.kind is StatementKind.PLANNED),
                )
    return found


def _told(session: Session, track: TrackId) -> dict[str, tuple[ResponseLine, ...]]:
    if track not in [held for held, _ in cycles.tracks_of(session, track.cycle)]:
        return {}  # the pillar is younger than the cycle
    told: dict[str, tuple[ResponseLine, ...]] = {}
    for each in statements.told_in(session, track, RequestKind.RESPONSE):
        by_need: dict[str, list[ResponseLine]] = {}
        for line in each.reading.responses:
            by_need.setdefault(line.need, []).append(line)
        told |= {need: tuple(lines) for need, lines in by_need.items()}
        for reply in each.reading.replies:
            if reply.state is AnswerState.NOT_SHAREABLE:
                told.pop(reply.need, None)  # what may not be shared is not told in a later year
    return told
