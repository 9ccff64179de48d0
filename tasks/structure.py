"""The structure of a report: proposed on the four sub-pillars and their filters (I.1, step 4)."""

import logging

from data import clock, store
from data.queries import cycles, journal, needs, preparation, taxonomy
from data.vocabulary import Enclosure, TrackId
from tasks import filing
from tasks.patience import step
from tasks.rules import naming, outline

log = logging.getLogger(__name__)


@step("propose the structure of the report")
def propose_structure(track: TrackId) -> Enclosure:
    """Propose a structure once; the paper that shows it goes to the partners."""
    at = clock.now()
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        words = taxonomy.on(session, cycle.taxonomy_on)
        held, _ = preparation.outline_of(session, track)
        if held is None:
            mapped = needs.of_edition(session, cycle.needs_edition)
            held = outline.propose(track.pillar, words, mapped, number=1)
            preparation.propose_outline(session, track, held, at)
            facts = {"version": "1"}
            subject = f"{track.cycle} {track.pillar}"
            journal.append(session, at, "Secretariat", "structure proposed", subject, facts)
    name = naming.paper(track.cycle, track.pillar, "Proposed structure", held.number)
    paper = outline.compose(held, words.pillar(track.pillar), track.cycle, cycle.taxonomy_on)
    return filing.put_document(paper, name, "the proposed structure", track.cycle)
