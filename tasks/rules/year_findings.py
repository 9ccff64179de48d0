"""All findings of one report, worked out from its snapshot once."""

from dataclasses import dataclass

from data.vocabulary import Gap
from data.vocabulary.analysis import EmptyFilter, ReplyCount
from data.vocabulary.coordination import Confirmation, Potential
from data.vocabulary.trends import Intention, NeedTrend
from tasks.rules import confirmation, coordination, gaps, reply_coverage, trends
from tasks.rules.report_material import Material
from tasks.rules.report_overview import filters_of


@dataclass(frozen=True, slots=True)
class YearFindings:
    """What needs, answers and support say together, in the order of the report."""

    partners: ReplyCount
    other_members: ReplyCount
    gaps: tuple[Gap, ...]
    empty_filters: tuple[EmptyFilter, ...]
    potentials: tuple[Potential, ...]
    confirmations: tuple[Confirmation, ...]
    trends: tuple[NeedTrend, ...]
    intentions: tuple[Intention, ...]


def of(material: Material) -> YearFindings:
    """Work out every finding; `trends` is empty where no earlier cycle can be compared."""
    snapshot, states, filters = material.snapshot, material.states, filters_of(material)
    support = sorted(snapshot.support, key=lambda each: (each[0], each[1].line, each[1].title))
    potentials = (
        *coordination.same_filter(states),
        *coordination.same_supporter(states, support, snapshot.neighbours),
        *coordination.same_quarter(states, snapshot.reporting_to, snapshot.outlook_to),
    )
    held = snapshot.last_year
    return YearFindings(
        partners=reply_coverage.count(snapshot.partner_situation),
        other_members=reply_coverage.count(snapshot.supporter_situation),
        gaps=tuple(
            sorted(
                snapshot.gaps,
                key=lambda gap: (
                    material.order.get(gap.need, len(material.order)),
                    gap.need,
                    gap.kind,
                ),
            )
        ),
        empty_filters=gaps.empty_filters(states, filters),
        potentials=coordination.sorted_by_place(potentials, filters, material.names),
        confirmations=confirmation.compare(states, support, material.names),
        trends=trends.of_needs(states, held) if trends.can_compare(held) else (),
        intentions=trends.intentions(states, held, snapshot.planned),
    )
