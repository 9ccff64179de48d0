"""Meetings that are moved or cancelled: all who were invited and their calendars are told (I.2)."""

from dataclasses import replace
from datetime import date

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.meetings import MeetingMomentWrong, MeetingOver
from data.queries import journal, preparation
from data.store import Session
from data.vocabulary import LetterToWrite, TrackId
from data.vocabulary.meetings import About, Meeting
from tasks import meeting_records as records
from tasks.patience import step
from tasks.rules import deadlines


@step("write of the moved meeting")
def letters_on_move(
    track: TrackId, about: About, member: str, day: date, hour: int, place: str, recorded_by: str
) -> list[LetterToWrite]:
    """Letters that tell all who were invited of the new moment; nothing is moved yet.

    The letters are held before the move is on record: after a crash in between, the same act
    writes the same letters, which are held once (rule R17). A meeting that was cancelled is
    convoked anew.

    Args:
        track: The pillar of the cycle.
        about: What the meeting is on.
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
        before, meeting = _move_of(session, track, about, member, day, hour, place)
        named = deadlines.sentence(before.starts_at, before.zone)
        words = records.words_on(session, track, meeting, named)
        if words is None or _stands(session, track, before, meeting):
            return []
        times = len(records.changes(session, track, meeting)) + 1
        file = records.calendar_file(session, track, meeting, times, clock.now())
        guests = records.invited(session, track, meeting)
    told = records.invitations_to(track, meeting, guests, words, file)
    return [replace(each, key=f"{each.key}/moved {times}") for each in told]


@step("record the moved meeting")
def record_move(
    track: TrackId, about: About, member: str, day: date, hour: int, place: str, recorded_by: str
) -> str:
    """Keep the new moment and place of a meeting; the journal keeps the earlier ones.

    Arguments and refusals are those of the letters on it. Returns a sentence.
    """
    at = clock.now()
    with store.session() as session:
        before, meeting = _move_of(session, track, about, member, day, hour, place)
        moment = deadlines.sentence(meeting.starts_at, meeting.zone)
        if _stands(session, track, before, meeting):
            return f"The meeting is on {moment} already; nothing has changed"
        preparation.move(session, track, meeting)
        acts = {"from": _told(before), "to": _told(meeting)}
        matter = records.matter(track, meeting)
        journal.append(session, at, recorded_by, records.MOVED, matter, acts)
    return f"The meeting is moved to {moment}"


@step("write of the cancelled meeting")
def letters_on_cancellation(
    track: TrackId, about: About, member: str, reason: str, recorded_by: str
) -> list[LetterToWrite]:
    """Letters that tell all who were invited that a meeting is not held; see `letters_on_move`.

    Args:
        track: The pillar of the cycle.
        about: What the meeting is on.
        member: The partner whose local meeting it is; empty for the regional one.
        reason: Why, in a sentence; may be empty.
        recorded_by: Who says so.

    Raises:
        NameMissing: it is not said who cancels it.
        MeetingUnknown: no such meeting is convoked.
        MeetingOver: its moment has passed.
    """
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        meeting = records.find(session, track, about, member)
        words = records.words_on(session, track, meeting)
        if words is None or records.is_cancelled(session, track, meeting):
            return []
        _refuse_if_over(track, meeting)
        times = len(records.changes(session, track, meeting)) + 1
        at = clock.now()
        file = records.calendar_file(session, track, meeting, times, at, cancelled=True)
        guests = records.invited(session, track, meeting)
    told = records.cancellations_of(track, meeting, guests, words, reason, file)
    return [replace(each, key=f"{each.key}/cancelled {times}") for each in told]


@step("record the cancelled meeting")
def record_cancellation(
    track: TrackId, about: About, member: str, reason: str, recorded_by: str
) -> str:
    """Keep in the journal that a meeting is not held; its row stays (rule R18).

    Arguments and refusals are those of the letters on it. Returns a sentence.
    """
    at = clock.now()
    with store.session() as session:
        meeting = records.find(session, track, about, member)
        moment = deadlines.sentence(meeting.starts_at, meeting.zone)
        if records.is_cancelled(session, track, meeting):
            return f"The meeting of {moment} is cancelled already; nothing has changed"
        _refuse_if_over(track, meeting)
        acts = {"meeting": _told(meeting), "reason": reason.strip()}
        matter = records.matter(track, meeting)
        journal.append(session, at, recorded_by, records.CANCELLED, matter, acts)
    return f"The meeting of {moment} is cancelled"


def _move_of(
    session: Session,
    track: TrackId,
    about: About,
    member: str,
    day: date,
    hour: int,
    place: str,
) -> tuple[Meeting, Meeting]:
    """A meeting as it is convoked, and as it is to be."""
    before = records.find(session, track, about, member)
    wrong = hour not in range(24) or deadlines.moment(day, hour, before.zone) <= clock.now()
    if wrong:
        raise MeetingMomentWrong(day=deadlines.long_date(day), hour=hour)
    moment = deadlines.moment(day, hour, before.zone)
    return before, replace(before, starts_at=moment, place=place.strip() or before.place)


def _stands(session: Session, track: TrackId, before: Meeting, meeting: Meeting) -> bool:
    """Whether the meeting is held at that moment and place already."""
    return meeting == before and not records.is_cancelled(session, track, before)


def _refuse_if_over(track: TrackId, meeting: Meeting) -> None:
    if meeting.starts_at <= clock.now():
        moment = deadlines.sentence(meeting.starts_at, meeting.zone)
        raise MeetingOver(moment=moment, cycle=track.cycle)


def _told(meeting: Meeting) -> str:
    return f"{meeting.starts_at.isoformat()}, {meeting.place}"
