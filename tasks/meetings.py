"""Meetings: the partners are convoked to consult and agree on the structure (I.2)."""

from data import clock, store
from data.queries import cycles, journal, members, preparation
from data.vocabulary import LetterToWrite, Step, TrackId, TrackState
from tasks.patience import step
from tasks.rules import deadlines

STRUCTURE = "structure"


@step("convoke the meeting on the structure")
def convoke_structure_meeting(track: TrackId) -> list[LetterToWrite]:
    """Letters that convoke the partners of a pillar, once their calendar is agreed."""
    at = clock.now()
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        _, items, locked = preparation.calendar_of(session, track.cycle)
        if not locked or cycles.track_state(session, track) is not TrackState.PREPARING:
            return []
        when = next(item for item in items if item.step is Step.STRUCTURE_MEETING)
        title = f"Meeting of the partners on the {track.pillar} report"
        if preparation.convoke(session, track, STRUCTURE, title, when.due_at, when.zone):
            facts = {"meeting": when.due_at.isoformat()}
            subject = f"{track.cycle} {track.pillar}"
            journal.append(session, at, "Secretariat", "meeting convoked", subject, facts)
        outline, _ = preparation.outline_of(session, track)
        partners = [
            member
            for member in members.in_pillar(session, track.pillar, cycle.taxonomy_on)
            if member.is_partner
        ]
    moment = deadlines.sentence(when.due_at, when.zone)
    agenda = (
        "The proposed structure of the report and its filters",
        *(f"Sub-pillar {c.sub_pillar}: {c.title}" for c in (outline.chapters if outline else ())),
        "Agreement of the partners, or their comments",
    )
    return [
        LetterToWrite(
            key=f"{track.cycle}/{track.pillar}/meeting/{STRUCTURE}/{partner.code}",
            kind="meeting",
            cycle=track.cycle,
            pillar=track.pillar,
            member=partner.code,
            facts={"meeting": moment, "place": "at the seat of the Secretariat", "agenda": agenda},
            deadline=moment,
        )
        for partner in partners
    ]
