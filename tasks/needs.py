"""What is known before anyone is asked: the latest needs and what earlier cycles hold (I.1).

Papers bear the day the cycle was opened: drawn again later they are the same (rule R17).
"""

from data import store
from data.queries import cycles, history, members, needs, taxonomy
from data.store import Session
from data.vocabulary import Cycle, Enclosure, TrackId
from tasks import filing
from tasks.patience import step
from tasks.rules import naming, needs_analysis, needs_papers


@step("analyse the latest needs")
def analyse_needs(track: TrackId) -> Enclosure:
    """Internal analysis of the latest needs as per the Needs Mapping reports (step 2)."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        words = taxonomy.on(session, cycle.taxonomy_on)
        partners = [m for m in members.on(session, cycle.taxonomy_on) if m.is_partner]
        mapped = needs.of_edition(session, cycle.needs_edition, track.pillar)
        earlier = needs.of_edition(session, _edition_before(session, cycle), track.pillar)
    pillar = words.pillar(track.pillar)
    analysis = needs_analysis.analyse(mapped, earlier)
    paper = needs_papers.analysis_paper(
        analysis, pillar, cycle.needs_edition, partners, words.sub_pillars, cycle.taxonomy_on
    )
    name = naming.paper(track.cycle, track.pillar, "Analysis of needs", 1)
    return filing.put_document(paper, name, "the analysis of the latest needs", track.cycle)


@step("review the database")
def review_database(track: TrackId) -> Enclosure:
    """Internal review of what earlier cycles hold for each need (step 3)."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        words = taxonomy.on(session, cycle.taxonomy_on)
        partners = [m for m in members.on(session, cycle.taxonomy_on) if m.is_partner]
        mapped = needs.of_edition(session, cycle.needs_edition, track.pillar)
        held = history.last_year(session, cycle, track.pillar)
    pillar = words.pillar(track.pillar)
    paper = needs_papers.review_paper(
        mapped, held, pillar, partners, words.sub_pillars, cycle.taxonomy_on
    )
    name = naming.paper(track.cycle, track.pillar, "Review of the database", 1)
    return filing.put_document(paper, name, "the review of the IISG Database", track.cycle)


def _edition_before(session: Session, cycle: Cycle) -> str:
    earlier = [e for e in needs.editions(session) if e < cycle.needs_edition]
    return earlier[-1] if earlier else ""
