"""Meetings on record: what is convoked, what became of it, and how those invited are written to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from data import clock
from data.errors.meetings import MeetingUnknown
from data.queries import cycles, drafts, journal, members, preparation
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    DraftKind,
    Enclosure,
    LetterToWrite,
    Member,
    Step,
    TrackId,
)
from data.vocabulary.meetings import About, Meeting
from tasks import filing
from tasks.edges import invitations
from tasks.rules import consultation_days, deadlines

STRUCTURE, REGIONAL, LOCAL = "structure", "regional", "local"
CONVOKED, MOVED, CANCELLED = "meeting convoked", "meeting moved", "meeting cancelled"


@dataclass(frozen=True, slots=True)
class Words:
    """What invitations say besides the meeting; moments are sentences, `version` may be ""."""

    version: str = ""
    comments_by: str = ""
    agenda: tuple[str, ...] = ()
    before: str = ""


def convoked(session: Session, track: TrackId, wanted: Meeting) -> Meeting:
    """The meeting as it is on record; one that is new is kept and journalled."""
    if preparation.convoke(session, track, wanted):
        facts = {"meeting": wanted.starts_at.isoformat(), "title": wanted.title}
        subject = f"{track.cycle} {track.pillar}"
        journal.append(session, clock.now(), "Secretariat", CONVOKED, subject, facts)
    return preparation.meetings_of(session, track)[wanted.kind]


def find(session: Session, track: TrackId, about: About, member: str) -> Meeting:
    """A meeting that was convoked.

    Args:
        session: The unit of work.
        track: The pillar of the cycle.
        about: What it is on.
        member: The partner whose local consultation it is; empty for the regional one, and not
            looked at for the meeting on the structure.

    Raises:
        MeetingUnknown: it was not.
    """
    kind = f"{LOCAL} {member}" if member else REGIONAL
    scope, whose = f"{LOCAL if member else REGIONAL} consultation", f" for {member}"
    if about is About.STRUCTURE:
        kind, scope, member = STRUCTURE, "meeting on the structure", ""
    held = preparation.meetings_of(session, track)
    if kind not in held:
        facts = {"cycle": track.cycle, "pillar": track.pillar}
        raise MeetingUnknown(scope=scope, whose=whose if member else "", **facts)
    return held[kind]


def matter(track: TrackId, meeting: Meeting) -> str:
    """What the journal calls a meeting."""
    return f"{track.cycle} {track.pillar} {meeting.kind}"


def changes(session: Session, track: TrackId, meeting: Meeting) -> list[str]:
    """What became of a meeting since it was convoked: moved, cancelled, in this order."""
    about = matter(track, meeting)
    told = journal.entries(session)
    return [each.act for each in told if each.subject == about and each.act in (MOVED, CANCELLED)]


def is_cancelled(session: Session, track: TrackId, meeting: Meeting) -> bool:
    """Whether it is cancelled and was not convoked anew since, which moving it does."""
    return changes(session, track, meeting)[-1:] == [CANCELLED]


def convoked_at(session: Session, track: TrackId, meeting: Meeting) -> datetime:
    """When it was put on record: written again, the file for calendars is the same (rule R17)."""
    subject = f"{track.cycle} {track.pillar}"
    return next(
        each.at
        for each in journal.entries(session)
        if (each.act, each.subject) == (CONVOKED, subject) and each.facts["title"] == meeting.title
    )


def calendar_file(
    session: Session,
    track: TrackId,
    meeting: Meeting,
    times: int,
    at: datetime,
    *,
    cancelled: bool = False,
) -> Enclosure:
    """The meeting for the calendars of those invited, kept on the shelf like all that is sent."""
    length, sender = timedelta(hours=consultation_days.HOURS), settings().sender
    subject = matter(track, meeting)
    content = invitations.invitation(
        meeting, subject, times, length, at, sender, cancelled=cancelled
    )
    name = f"{subject}.ics"
    sha256 = filing.put_on_shelf(session, content, name, at)
    if cancelled:
        what, media_type = (
            "takes the meeting out of your calendar",
            invitations.MEDIA_TYPE_CANCELLED,
        )
    else:
        what, media_type = "the meeting for your calendar", invitations.MEDIA_TYPE
    return Enclosure(name, what, sha256, media_type)


def invited(session: Session, track: TrackId, meeting: Meeting) -> list[Member]:
    """Partners to the meeting on the structure, a partner to its own, all to the regional one."""
    on = cycles.get(session, track.cycle).taxonomy_on
    taking_part: Iterable[Member] = members.in_pillar(session, track.pillar, on)
    if meeting.kind == STRUCTURE:
        return [member for member in taking_part if member.is_partner]
    return [
        member for member in taking_part if meeting.kind in (REGIONAL, f"{LOCAL} {member.code}")
    ]


def words_on(session: Session, track: TrackId, meeting: Meeting, before: str = "") -> Words | None:
    """What its invitations say; None where the draft to consult on is missing.

    Args:
        session: The unit of work.
        track: The pillar of the cycle.
        meeting: The meeting.
        before: The moment an earlier invitation named.
    """
    if meeting.kind == STRUCTURE:
        outline, _ = preparation.outline_of(session, track)
        agenda = (
            "The proposed structure of the report and its filters",
            *(
                f"Sub-pillar {c.sub_pillar}: {c.title}"
                for c in (outline.chapters if outline else ())
            ),
            "Agreement of the partners, or their comments",
        )
        return Words(agenda=agenda, before=before)
    draft = drafts.newest(session, track, DraftKind.CONSULTATION)
    if draft is None:
        return None
    _, items, _ = preparation.calendar_of(session, track.cycle)
    until = next(item for item in items if item.step is Step.COMMENTS)
    return Words(
        version=f"consultation draft {draft.number}",
        comments_by=deadlines.sentence(until.due_at, until.zone),
        before=before,
    )


def invitations_to(
    track: TrackId, meeting: Meeting, guests: Sequence[Member], words: Words, file: Enclosure
) -> list[LetterToWrite]:
    """A letter to each who is invited."""
    moment = deadlines.sentence(meeting.starts_at, meeting.zone)
    facts: dict[str, object] = {"meeting": moment, "place": meeting.place, "before": words.before}
    if meeting.kind == STRUCTURE:
        kind, facts = "meeting", {**facts, "agenda": words.agenda}
    else:
        kind = "consultation-meeting"
        scope = REGIONAL if meeting.kind == REGIONAL else LOCAL
        facts |= {"version": words.version, "scope": scope, "comments_by": words.comments_by}
    return _letters(track, meeting, guests, kind, facts, moment, file)


def cancellations_of(
    track: TrackId,
    meeting: Meeting,
    guests: Sequence[Member],
    words: Words,
    reason: str,
    file: Enclosure,
) -> list[LetterToWrite]:
    """A letter to each who was invited, that the meeting is not held."""
    facts: dict[str, object] = {
        "meeting": deadlines.sentence(meeting.starts_at, meeting.zone),
        "place": meeting.place,
        "scope": STRUCTURE if meeting.kind == STRUCTURE else meeting.kind.split()[0],
        "comments_by": words.comments_by,
        "reason": reason.strip(),
    }
    return _letters(track, meeting, guests, "meeting-cancelled", facts, "", file)


def _letters(
    track: TrackId,
    meeting: Meeting,
    guests: Sequence[Member],
    kind: str,
    facts: dict[str, object],
    deadline: str,
    file: Enclosure,
) -> list[LetterToWrite]:
    return [
        LetterToWrite(
            key=f"{track.cycle}/{track.pillar}/meeting/{meeting.kind}/{guest.code}",
            kind=kind,
            cycle=track.cycle,
            pillar=track.pillar,
            member=guest.code,
            facts=facts,
            deadline=deadline,
            enclosures=(file,),
        )
        for guest in guests
    ]
