"""Invitations: a meeting as a file that every calendar takes (RFC 5545)."""

# pyright: reportUnknownMemberType=false
# icalendar types the values that `add` takes only in part.

from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from data.vocabulary.meetings import Meeting

MEDIA_TYPE = "text/calendar; method=PUBLISH; charset=utf-8"
MEDIA_TYPE_CANCELLED = "text/calendar; method=CANCEL; charset=utf-8"
_MAKER = "-//IISG//Response Mapping//EN"
_AROUND = timedelta(days=366)  # the rules of summer time are told for the year around the meeting


def invitation(
    meeting: Meeting,
    subject: str,
    changes: int,
    length: timedelta,
    at: datetime,
    sender: str,
    *,
    cancelled: bool = False,
) -> bytes:
    """A meeting as a calendar file, its moment in the zone of its letter (rule R16).

    It is published and asks for no automatic answer: who takes part is told in words, and answers
    of calendar programs would land among the returns. A calendar that holds the meeting already
    replaces it, for the identity stays and the number of changes rises (RFC 5546, 2.1.4).

    Args:
        meeting: What is convoked.
        subject: What tells the meeting from all others for ever.
        changes: How often it was moved or cancelled.
        length: How long it is to last.
        at: When the invitation was written.
        sender: Who convokes, as "IISG Secretariat <secretariat@iisg.example>".
        cancelled: Whether calendars are to take it out (RFC 5546, 3.2.5).

    Returns:
        The same bytes for the same facts.
    """
    name, address = parseaddr(sender)
    host = address.rpartition("@")[2]
    event = Event()
    event.add("uid", f"{'-'.join(subject.lower().split())}@{host}")
    event.add("sequence", changes)
    event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", meeting.starts_at.astimezone(ZoneInfo(meeting.zone)))
    event.add("duration", length)
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    organizer = vCalAddress(f"mailto:{address}")
    if name:
        organizer.params["CN"] = vText(name)
    event.add("organizer", organizer)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(
        (meeting.starts_at - _AROUND).date(), (meeting.starts_at + _AROUND).date()
    )
    return calendar.to_ical()
