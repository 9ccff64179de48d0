"""What the members of a track say together: accepted returns, merged row by row (rule R5)."""

from data import clock
from data.queries import cycles, members, needs, overlaps, returns, statements
from data.queries.statements import Told
from data.reference.thesaurus import thesaurus
from data.store import Session
from data.vocabulary import MergedAnswers, RequestKind, SupportLine, TrackId
from tasks.rules import consolidation
from tasks.rules import overlaps as overlaps_rule


def merged(session: Session, track: TrackId, kind: RequestKind) -> dict[str, MergedAnswers]:
    """One answer of each member, by its code; rows it confirmed as blank are left out (R5)."""
    told: dict[str, list[Told]] = {}
    for each in statements.told_in(session, track, kind):
        told.setdefault(each.member, []).append(each)
    return {
        member: consolidation.consolidate(
            [each.reading for each in told[member]],
            returns.confirmed_blanks(session, told[member][-1].request),
        )
        for member in sorted(told)
    }


def support(session: Session, track: TrackId) -> tuple[tuple[str, SupportLine], ...]:
    """The projects members report, each line with the code of its reporter."""
    answers = merged(session, track, RequestKind.SUPPORT)
    return tuple((member, line) for member, answer in answers.items() for line in answer.support)


def look_for_pairs(session: Session, track: TrackId) -> None:
    """Keep what may be one project or may overlap; words said on earlier pairs stay (R12)."""
    cycle = cycles.get(session, track.cycle)
    names = {member.code: member.name for member in members.on(session, cycle.taxonomy_on)}
    mapped = needs.of_edition(session, cycle.needs_edition, track.pillar)
    found = overlaps_rule.find(support(session, track), mapped, names, thesaurus())
    overlaps.keep(session, track, found, clock.now())
