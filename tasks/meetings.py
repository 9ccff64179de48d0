"""Meetings: partners agree on the structure; members consult on a draft, locally and regionally."""

from collections.abc import Sequence
from datetime import datetime

from data import clock, store
from data.queries import cycles, drafts, members, preparation
from data.store import Session
from data.vocabulary import (
    DraftKind,
    LetterToWrite,
    Member,
    Step,
    TrackId,
    TrackState,
)
from data.vocabulary.meetings import Meeting
from tasks import meeting_records as records
from tasks.edges import public_holidays
from tasks.meeting_records import LOCAL, REGIONAL, STRUCTURE
from tasks.patience import step
from tasks.rules import consultation_days, deadlines
from tasks.rules.consultation_days import MeetingTime

_SEAT = "at the seat of the Secretariat"


@step("convoke the meeting on the structure")
def convoke_structure_meeting(track: TrackId) -> list[LetterToWrite]:
    """Letters that convoke the partners of a pillar, once their calendar is agreed."""
    with store.session() as session:
        _, items, locked = preparation.calendar_of(session, track.cycle)
        if not locked or cycles.track_state(session, track) is not TrackState.PREPARING:
            return []
        when = next(item for item in items if item.step is Step.STRUCTURE_MEETING)
        title = f"Meeting of the partners on the {track.pillar} report"
        wanted = Meeting(STRUCTURE, title, when.due_at, when.zone, _SEAT)
        meeting = records.convoked(session, track, wanted)
        if records.is_cancelled(session, track, meeting):
            return []
        times = len(records.changes(session, track, meeting))
        at = records.convoked_at(session, track, meeting)
        file = records.calendar_file(session, track, meeting, times, at)
        guests = records.invited(session, track, meeting)
        words = records.words_on(session, track, meeting)
    return records.invitations_to(track, meeting, guests, words, file) if words else []


@step("convoke the consultation meetings")
def convoke_consultations(track: TrackId) -> list[LetterToWrite]:
    """Letters that convoke one local meeting for each partner and the regional one (I.2).

    A partner is invited to its own local meeting, every member of the pillar to the regional one.
    The days lie where the calendar puts the consultations; a meeting that was convoked keeps its
    moment (rule R17), and none is convoked once the deadline for comments has passed.
    """
    letters: list[LetterToWrite] = []
    with store.session() as session:
        if cycles.track_state(session, track) is not TrackState.CONSULTING:
            return []
        draft = drafts.newest(session, track, DraftKind.CONSULTATION)
        day = cycles.get(session, track.cycle).taxonomy_on
        _, items, _ = preparation.calendar_of(session, track.cycle)
        until = next(item for item in items if item.step is Step.COMMENTS)
        if draft is None or clock.now() >= until.due_at:
            return []
        taking_part = members.in_pillar(session, track.pillar, day)
        for wanted in _wanted(session, track, taking_part):
            meeting = records.convoked(session, track, wanted)
            words = records.words_on(session, track, meeting)
            if words is None or records.is_cancelled(session, track, meeting):
                continue
            times = len(records.changes(session, track, meeting))
            file = records.calendar_file(session, track, meeting, times, draft.built_at)
            guests = records.invited(session, track, meeting)
            letters += records.invitations_to(track, meeting, guests, words, file)
    return letters


def _wanted(session: Session, track: TrackId, taking_part: Sequence[Member]) -> list[Meeting]:
    """Where the calendar puts the consultation meetings of a track."""
    cycle = cycles.get(session, track.cycle)
    _, items, _ = preparation.calendar_of(session, track.cycle)
    when = {item.step: item for item in items}
    zone = when[Step.CONSULTATION].zone
    planned, last = (
        deadlines.local_day(when[step].due_at, zone) for step in (Step.CONSULTATION, Step.COMMENTS)
    )
    all_partners = [m.code for m in members.on(session, cycle.taxonomy_on) if m.is_partner]
    pillars = [each.pillar for each, _ in cycles.tracks_of(session, track.cycle)]
    closed = public_holidays.holidays_of_all(all_partners, range(planned.year - 1, last.year + 2))
    first = consultation_days.begin(planned, clock.today(), closed)
    asked = ((first, last), all_partners, pillars, track.pillar, closed)
    local = consultation_days.local_times(*asked)
    return [
        *(
            Meeting(
                f"{LOCAL} {member.code}",
                f"Local consultation on the {track.pillar} report: {member.name}",
                _moment(local[member.code], zone),
                zone,
                "at a place you propose, or online",
            )
            for member in taking_part
            if member.code in local
        ),
        Meeting(
            REGIONAL,
            f"Regional consultation on the {track.pillar} report",
            _moment(consultation_days.regional_time(*asked), zone),
            zone,
            f"{_SEAT}, or online",
        ),
    ]


def _moment(when: MeetingTime, zone: str) -> datetime:
    return deadlines.moment(when.day, when.hour, zone)
