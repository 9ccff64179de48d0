"""Meetings: partners agree on the structure; members consult on a draft, locally and regionally."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.meetings import MeetingMomentWrong, MeetingUnknown
from data.queries import cycles, drafts, journal, members, preparation
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    CalendarItem,
    Draft,
    DraftKind,
    Enclosure,
    LetterToWrite,
    Member,
    Step,
    TrackId,
    TrackState,
)
from data.vocabulary.meetings import Meeting
from tasks import filing
from tasks.edges import invitations, public_holidays
from tasks.patience import step
from tasks.rules import consultation_days, deadlines
from tasks.rules.consultation_days import MeetingTime

STRUCTURE, REGIONAL, LOCAL = "structure", "regional", "local"
_CONVOKED, _MOVED = "meeting convoked", "meeting moved"
_SEAT = "at the seat of the Secretariat"


@step("convoke the meeting on the structure")
def convoke_structure_meeting(track: TrackId) -> list[LetterToWrite]:
    """Letters that convoke the partners of a pillar, once their calendar is agreed."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        _, items, locked = preparation.calendar_of(session, track.cycle)
        if not locked or cycles.track_state(session, track) is not TrackState.PREPARING:
            return []
        when = next(item for item in items if item.step is Step.STRUCTURE_MEETING)
        title = f"Meeting of the partners on the {track.pillar} report"
        wanted = Meeting(STRUCTURE, title, when.due_at, when.zone, _SEAT)
        meeting = _convoked(session, track, wanted)
        file = _calendar_file(session, track, meeting, 0, _convoked_at(session, track, meeting))
        outline, _ = preparation.outline_of(session, track)
        taking_part = members.in_pillar(session, track.pillar, cycle.taxonomy_on)
    moment = deadlines.sentence(meeting.starts_at, meeting.zone)
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
            facts={"meeting": moment, "place": meeting.place, "agenda": agenda},
            deadline=moment,
            enclosures=(file,),
        )
        for partner in taking_part
        if partner.is_partner
    ]


@step("convoke the consultation meetings")
def convoke_consultations(track: TrackId) -> list[LetterToWrite]:
    """Letters that convoke one local meeting for each partner and the regional one (I.2).

    A partner is invited to its own local meeting, every member of the pillar to the regional one.
    The days lie where the calendar puts the consultations; a meeting that was convoked keeps its
    moment (rule R17), and none is convoked once the deadline for comments has passed.
    """
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
        meetings = [
            _convoked(session, track, meeting) for meeting in _wanted(session, track, taking_part)
        ]
        files = [
            _calendar_file(session, track, each, _times_moved(session, track, each), draft.built_at)
            for each in meetings
        ]
    facts = _facts(draft, until)
    return [
        _invitation(track, meeting, member, facts, file)
        for meeting, file in zip(meetings, files, strict=True)
        for member in _invited(meeting, taking_part)
    ]


@step("write of the moved consultation meeting")
def letters_on_move(
    track: TrackId, member: str, day: date, hour: int, place: str, recorded_by: str
) -> list[LetterToWrite]:
    """Letters that tell all who were invited of the new moment; nothing is moved yet.

    The letters are held before the move is on record: after a crash in between, the same act
    writes the same letters, which are held once (rule R17).

    Args:
        track: The pillar of the cycle.
        member: The partner whose local meeting it is; empty for the regional one.
        day: The new day, where the meeting is.
        hour: The full hour, 0 to 23.
        place: The new place; empty leaves it as it is.
        recorded_by: Who says so.

    Raises:
        NameMissing: it is not said who moves it.
        MeetingUnknown: no such meeting is convoked.
        MeetingMomentWrong: the moment is past, or there is no such hour.
    """
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        before, meeting = _move_of(session, track, member, day, hour, place)
        draft = drafts.newest(session, track, DraftKind.CONSULTATION)
        if meeting == before or draft is None:
            return []
        times = _times_moved(session, track, meeting) + 1
        file = _calendar_file(session, track, meeting, times, clock.now())
        on = cycles.get(session, track.cycle).taxonomy_on
        taking_part = members.in_pillar(session, track.pillar, on)
        _, items, _ = preparation.calendar_of(session, track.cycle)
    until = next(item for item in items if item.step is Step.COMMENTS)
    facts = _facts(draft, until, deadlines.sentence(before.starts_at, before.zone))
    told = [
        _invitation(track, meeting, each, facts, file) for each in _invited(meeting, taking_part)
    ]
    return [replace(each, key=f"{each.key}/moved {times}") for each in told]


@step("record the moved consultation meeting")
def record_move(
    track: TrackId, member: str, day: date, hour: int, place: str, recorded_by: str
) -> str:
    """Keep the new moment and place of a meeting; the journal keeps the earlier ones.

    Arguments and refusals are those of the letters on it. Returns a sentence.
    """
    at = clock.now()
    with store.session() as session:
        before, meeting = _move_of(session, track, member, day, hour, place)
        moment = deadlines.sentence(meeting.starts_at, meeting.zone)
        if meeting == before:
            return f"The meeting is on {moment} already; nothing has changed"
        preparation.move(session, track, meeting)
        acts = {
            "from": f"{before.starts_at.isoformat()}, {before.place}",
            "to": f"{meeting.starts_at.isoformat()}, {meeting.place}",
        }
        journal.append(session, at, recorded_by, _MOVED, _matter(track, meeting), acts)
    return f"The meeting is moved to {moment}"


def _times_moved(session: Session, track: TrackId, meeting: Meeting) -> int:
    matter = _matter(track, meeting)
    return sum(each.act == _MOVED and each.subject == matter for each in journal.entries(session))


def _calendar_file(
    session: Session, track: TrackId, meeting: Meeting, changes: int, at: datetime
) -> Enclosure:
    """The meeting for the calendars of those invited, kept on the shelf like all that is sent."""
    length, sender = timedelta(hours=consultation_days.HOURS), settings().sender
    content = invitations.invitation(meeting, _matter(track, meeting), changes, length, at, sender)
    name = f"{_matter(track, meeting)}.ics"
    sha256 = filing.put_on_shelf(session, content, name, at)
    return Enclosure(name, "the meeting for your calendar", sha256, invitations.MEDIA_TYPE)


def _matter(track: TrackId, meeting: Meeting) -> str:
    return f"{track.cycle} {track.pillar} {meeting.kind}"


def _move_of(
    session: Session, track: TrackId, member: str, day: date, hour: int, place: str
) -> tuple[Meeting, Meeting]:
    """A meeting as it is convoked, and as it is to be."""
    before = _convoked_for(session, track, member)
    if hour not in range(24) or _moment(MeetingTime(day, hour), before.zone) <= clock.now():
        raise MeetingMomentWrong(day=deadlines.long_date(day), hour=hour)
    moment = _moment(MeetingTime(day, hour), before.zone)
    return before, replace(before, starts_at=moment, place=place.strip() or before.place)


def _convoked_for(session: Session, track: TrackId, member: str) -> Meeting:
    kind = f"{LOCAL} {member}" if member else REGIONAL
    held = preparation.meetings_of(session, track)
    if kind not in held:
        scope, whose = (LOCAL, f" for {member}") if member else (REGIONAL, "")
        raise MeetingUnknown(scope=scope, cycle=track.cycle, pillar=track.pillar, whose=whose)
    return held[kind]


def _facts(draft: Draft, until: CalendarItem, before: str = "") -> dict[str, object]:
    """What every invitation says; `before` is the moment an earlier one named."""
    return {
        "version": f"consultation draft {draft.number}",
        "comments_by": deadlines.sentence(until.due_at, until.zone),
        "before": before,
    }


def _convoked(session: Session, track: TrackId, wanted: Meeting) -> Meeting:
    """The meeting as it is on record; one that is new is kept and journalled."""
    if preparation.convoke(session, track, wanted):
        facts = {"meeting": wanted.starts_at.isoformat(), "title": wanted.title}
        subject = f"{track.cycle} {track.pillar}"
        journal.append(session, clock.now(), "Secretariat", _CONVOKED, subject, facts)
    return preparation.meetings_of(session, track)[wanted.kind]


def _convoked_at(session: Session, track: TrackId, meeting: Meeting) -> datetime:
    """When it was put on record: written again, the file for calendars is the same (rule R17)."""
    subject = f"{track.cycle} {track.pillar}"
    return next(
        each.at
        for each in journal.entries(session)
        if (each.act, each.subject) == (_CONVOKED, subject) and each.facts["title"] == meeting.title
    )


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


def _invited(meeting: Meeting, taking_part: Iterable[Member]) -> list[Member]:
    return [
        member for member in taking_part if meeting.kind in (REGIONAL, f"{LOCAL} {member.code}")
    ]


def _invitation(
    track: TrackId, meeting: Meeting, member: Member, facts: dict[str, object], file: Enclosure
) -> LetterToWrite:
    moment = deadlines.sentence(meeting.starts_at, meeting.zone)
    scope = REGIONAL if meeting.kind == REGIONAL else LOCAL
    return LetterToWrite(
        key=f"{track.cycle}/{track.pillar}/meeting/{meeting.kind}/{member.code}",
        kind="consultation-meeting",
        cycle=track.cycle,
        pillar=track.pillar,
        member=member.code,
        facts={**facts, "scope": scope, "meeting": moment, "place": meeting.place},
        deadline=moment,
        enclosures=(file,),
    )
