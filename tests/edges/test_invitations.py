"""A meeting in a calendar: one moment, one identity, and the newest version counts (rule R16)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from data.vocabulary.meetings import Meeting
from tasks.edges.invitations import invitation

SENDER = "IISG Secretariat <secretariat@iisg.example>"
MEETING = Meeting(
    "local XK",
    "Local consultation on the WBCTi report: Kosovo*",
    datetime(2026, 7, 20, 8, 0, tzinfo=UTC),
    "Europe/Sarajevo",
    "at a place you propose, or online; Prishtinë, Приштина",
)
WRITTEN = datetime(2026, 6, 30, 15, 0, 12, 345678, tzinfo=UTC)


def written(meeting: Meeting = MEETING, changes: int = 0, at: datetime = WRITTEN) -> bytes:
    return invitation(meeting, "2025 WBCTi local XK", changes, timedelta(hours=2), at, SENDER)


def the_event(content: bytes) -> Event:
    (event,) = Calendar.from_ical(content).events
    return event


def test_a_calendar_shows_the_moment_of_the_letter_in_its_zone():
    event = the_event(written())
    assert event.start == datetime(2026, 7, 20, 8, 0, tzinfo=UTC)
    assert event.start.isoformat() == "2026-07-20T10:00:00+02:00"
    assert event.end - event.start == timedelta(hours=2)
    assert event["DTSTART"].params["TZID"] == "Europe/Sarajevo"


@pytest.mark.parametrize(("month", "hours"), [(1, 1), (7, 2)])
def test_a_calendar_that_knows_no_zones_finds_its_rules_in_the_file(month: int, hours: int):
    moment = datetime(2026, month, 20, 10, 0, tzinfo=UTC)
    (zone,) = Calendar.from_ical(written(replace(MEETING, starts_at=moment))).timezones
    assert zone["TZID"] == "Europe/Sarajevo"
    assert moment.astimezone(zone.to_tz()).utcoffset() == timedelta(hours=hours)


def test_a_moved_meeting_keeps_its_identity_and_counts_its_changes():
    later = replace(MEETING, starts_at=datetime(2026, 7, 22, 9, 0, tzinfo=UTC))
    first, second = the_event(written()), the_event(written(later, 1))
    assert first["UID"] == second["UID"] == "2025-wbcti-local-xk@iisg.example"
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)


def test_names_and_places_stand_as_they_are_written():
    event = the_event(written())
    assert event["SUMMARY"] == MEETING.title
    assert event["LOCATION"] == MEETING.place
    assert event["ORGANIZER"] == "mailto:secretariat@iisg.example"


def test_the_same_facts_give_the_same_bytes_in_lines_calendars_can_read():
    assert written() == written()
    lines = written().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"METHOD:PUBLISH" in lines
    assert b"DTSTAMP:20260630T150012Z" in lines
