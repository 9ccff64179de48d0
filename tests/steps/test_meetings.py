"""Consultation meetings are convoked once: a local one for each partner, a regional one for all."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from data import store
from data.errors.meetings import MeetingMomentWrong, MeetingOver, MeetingUnknown
from data.queries import cycles, journal, members, preparation
from data.settings import settings
from data.vocabulary import Cycle, Draft, LetterToWrite, Position, Subject, TrackState
from data.vocabulary.meetings import About
from tasks.agreements import record
from tasks.dispatch import hold_letters
from tasks.edges.messages import open_letter
from tasks.filing import take_from_shelf
from tasks.meeting_changes import (
    letters_on_cancellation,
    letters_on_move,
    record_cancellation,
    record_move,
)
from tasks.meetings import convoke_consultations, convoke_structure_meeting
from tasks.rules import deadlines
from tests.steps.consultation import CT


def turn_clock(home: Path, moment: str) -> None:
    """Let the home believe it is that moment, as a rehearsal does."""
    mark = {"seed": 7, "cycles": 1, "moment": moment, "passed": 0}
    (home / "rehearsal.json").write_text(json.dumps(mark), encoding="utf-8")


@pytest.fixture
def in_june(home: Path, sent: Draft) -> Draft:
    """The consultation draft is out, two weeks before the consultations begin."""
    turn_clock(home, "2026-06-30T15:00:00+00:00")
    return sent


def held() -> list[Path]:
    return sorted((settings().root / "outbox" / "held").glob("*.eml"))


def test_each_partner_is_invited_locally_and_every_member_regionally(in_june: Draft):
    letters = convoke_consultations.fn(CT)
    with store.session() as session:
        day = cycles.get(session, "2025").taxonomy_on
        taking_part = members.in_pillar(session, "WBCTi", day)
    scopes = Counter((each.facts["scope"], each.member) for each in letters)
    assert scopes == Counter(
        [("local", m.code) for m in taking_part if m.is_partner]
        + [("regional", m.code) for m in taking_part]
    )


def test_the_meetings_stand_on_the_days_of_the_calendar(in_june: Draft):
    letters = convoke_consultations.fn(CT)
    local = [str(each.facts["meeting"]) for each in letters if each.facts["scope"] == "local"]
    assert local[0] == "Thursday 16 July 2026, 10:00 CEST (08:00 UTC)"
    assert len(set(local)) == 6
    regional = {each.facts["meeting"] for each in letters if each.facts["scope"] == "regional"}
    assert len(regional) == 1
    assert {each.facts["comments_by"] for each in letters} == {
        "Friday 7 August 2026, 17:00 CEST (15:00 UTC)"
    }


def test_convoking_again_keeps_every_moment_and_writes_no_second_letter(home: Path, in_june: Draft):
    letters = convoke_consultations.fn(CT)
    assert hold_letters.fn(letters) == len(letters)
    before = {path.name: path.read_bytes() for path in held()}
    turn_clock(home, "2026-07-20T15:00:00+00:00")
    again = convoke_consultations.fn(CT)
    assert again == letters
    assert hold_letters.fn(again) == 0
    assert {path.name: path.read_bytes() for path in held()} == before
    with store.session() as session:
        assert len(preparation.meetings_of(session, CT)) == 7
        acts = [each.act for each in journal.entries(session)]
    assert acts.count("meeting convoked") == 7


def test_nobody_is_convoked_after_the_deadline_for_comments(home: Path, sent: Draft):
    turn_clock(home, "2026-08-10T09:00:00+00:00")
    assert convoke_consultations.fn(CT) == []


def test_nobody_is_convoked_before_the_consultation_draft(home: Path, in_june: Draft):
    with store.session() as session:
        cycles.set_track_state(session, CT, TrackState.FIRST_DRAFT)
    assert convoke_consultations.fn(CT) == []


def moved(
    member: str, day: date, hour: int = 11, place: str = "", about: About = About.CONSULTATION
) -> list[LetterToWrite]:
    """Move a meeting as the flow does; returns the letters on it."""
    asked = (CT, about, member, day, hour, place, "Officer")
    letters = letters_on_move.fn(*asked)
    hold_letters.fn(letters)
    record_move.fn(*asked)
    return letters


def test_a_moved_meeting_tells_its_guests_once_what_it_replaces(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    (letter,) = moved("AL", date(2026, 7, 22), place="in Tirana")
    assert (letter.member, letter.facts["place"]) == ("AL", "in Tirana")
    assert letter.facts["meeting"] == "Wednesday 22 July 2026, 11:00 CEST (09:00 UTC)"
    assert letter.facts["before"] == "Thursday 16 July 2026, 10:00 CEST (08:00 UTC)"
    assert moved("AL", date(2026, 7, 22), place="in Tirana") == []
    assert hold_letters.fn([letter]) == 0
    assert hold_letters.fn(convoke_consultations.fn(CT)) == 0
    with store.session() as session:
        assert [
            each.subject for each in journal.entries(session) if each.act == "meeting moved"
        ] == ["2025 WBCTi local AL"]


def agree_on_the_calendar() -> None:
    for code in ("AL", "BA", "XK", "ME", "MK", "RS"):
        record.fn("2025", Subject.CALENDAR, code, "", Position.AGREED, "", "", "Officer")


def cancelled(
    member: str = "", reason: str = "", about: About = About.CONSULTATION
) -> tuple[list[LetterToWrite], str]:
    """Cancel a meeting as the flow does; returns the letters on it and what is said."""
    asked = (CT, about, member, reason, "Officer")
    letters = letters_on_cancellation.fn(*asked)
    hold_letters.fn(letters)
    return letters, record_cancellation.fn(*asked)


def in_calendar(letter: LetterToWrite) -> Event:
    (file,) = letter.enclosures
    (event,) = Calendar.from_ical(take_from_shelf(file.sha256)).events
    return event


def test_every_invitation_brings_the_meeting_for_the_calendar_at_the_moment_it_names(
    in_june: Draft,
):
    letters = convoke_consultations.fn(CT)
    assert all(
        deadlines.sentence(in_calendar(each).start, "Europe/Sarajevo") == each.facts["meeting"]
        for each in letters
    )
    regional = {in_calendar(each)["UID"] for each in letters if each.facts["scope"] == "regional"}
    local = {in_calendar(each)["UID"] for each in letters if each.facts["scope"] == "local"}
    assert (len(regional), len(local), regional & local) == (1, 6, set())


def test_the_letter_on_the_structure_brings_the_meeting_for_the_calendar_and_the_same_one_again(
    home: Path, opened: Cycle
):
    agree_on_the_calendar()
    letters = convoke_structure_meeting.fn(CT)
    assert len(letters) == 6
    event = in_calendar(letters[0])
    assert deadlines.sentence(event.start, "Europe/Sarajevo") == letters[0].facts["meeting"]
    assert event["UID"].startswith("2025-wbcti-structure@")
    turn_clock(home, "2026-02-20T15:00:00+00:00")
    assert convoke_structure_meeting.fn(CT) == letters


def test_a_letter_carries_its_calendar_file(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT)[:1])
    (file,) = open_letter(held()[-1].read_bytes()).attachments
    assert (file.name, file.media_type) == ("2025 WBCTi local AL.ics", "text/calendar")
    assert file.content.startswith(b"BEGIN:VCALENDAR")


def test_a_calendar_replaces_a_meeting_each_time_it_is_moved(in_june: Draft):
    first = convoke_consultations.fn(CT)[0]
    again = [moved("AL", date(2026, 7, day))[0] for day in (22, 23, 22)]
    events = [in_calendar(each) for each in (first, *again)]
    assert len({event["UID"] for event in events}) == 1
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2, 3]
    assert [event.start.day for event in events] == [16, 22, 23, 22]


def test_a_meeting_moved_there_and_back_and_there_again_tells_its_guests_each_time(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    before = len(held())
    for day in (22, 23, 22, 23):
        moved("AL", date(2026, 7, day))
    assert len(held()) == before + 4


def test_a_crash_before_the_move_is_on_record_writes_no_second_letter(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    asked = (CT, About.CONSULTATION, "AL", date(2026, 7, 22), 11, "", "Officer")
    assert hold_letters.fn(letters_on_move.fn(*asked)) == 1
    assert hold_letters.fn(letters_on_move.fn(*asked)) == 0


def test_the_regional_meeting_is_moved_for_every_member(in_june: Draft):
    convoke_consultations.fn(CT)
    letters = moved("", date(2026, 7, 30))
    with store.session() as session:
        day = cycles.get(session, "2025").taxonomy_on
        assert [each.member for each in letters] == [
            member.code for member in members.in_pillar(session, "WBCTi", day)
        ]


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 6, 1), 10), (date(2026, 7, 22), 24)])
def test_a_moment_that_is_past_or_does_not_exist_is_refused(in_june: Draft, day: date, hour: int):
    convoke_consultations.fn(CT)
    with pytest.raises(MeetingMomentWrong):
        moved("AL", day, hour)


def test_a_meeting_nobody_convoked_is_not_moved(in_june: Draft):
    with pytest.raises(MeetingUnknown, match="No local consultation on 2025 WBCTi is convoked"):
        moved("AL", date(2026, 7, 22))


def test_a_cancelled_meeting_leaves_the_calendars_of_all_who_were_invited(in_june: Draft):
    first = next(each for each in convoke_consultations.fn(CT) if each.facts["scope"] == "regional")
    letters, told = cancelled(reason="The room is taken.")
    assert told.endswith("is cancelled")
    assert len(letters) == len(members_of_the_pillar())
    event, before = in_calendar(letters[0]), in_calendar(first)
    assert (event["STATUS"], event["SEQUENCE"], event["UID"]) == ("CANCELLED", 1, before["UID"])
    (file,) = open_letter(held()[-1].read_bytes()).attachments
    assert b"\r\nMETHOD:CANCEL\r\n" in file.content
    text = open_letter(held()[-1].read_bytes()).text
    assert "is cancelled." in text
    assert "Reason: The room is taken." in text
    assert "welcome until Friday 7 August 2026, 17:00 CEST (15:00 UTC)" in text


def test_a_meeting_cancelled_again_tells_nobody_a_second_time(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    cancelled("AL")
    before = len(held())
    assert cancelled("AL") == (
        [],
        "The meeting of Thursday 16 July 2026, 10:00 CEST (08:00 UTC) is cancelled already; "
        "nothing has changed",
    )
    assert len(held()) == before
    kinds = {str(each.facts["scope"]) + each.member for each in convoke_consultations.fn(CT)}
    assert "localAL" not in kinds
    assert "localBA" in kinds


def test_a_cancelled_meeting_is_convoked_anew_by_moving_it_even_to_the_same_moment(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    cancelled("AL")
    (letter,) = moved("AL", date(2026, 7, 16), hour=10)
    event = in_calendar(letter)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 2)
    assert moved("AL", date(2026, 7, 16), hour=10) == []
    assert "localAL" in {
        str(each.facts["scope"]) + each.member for each in convoke_consultations.fn(CT)
    }


def test_a_crash_before_the_cancellation_is_on_record_writes_no_second_letter(in_june: Draft):
    hold_letters.fn(convoke_consultations.fn(CT))
    asked = (CT, About.CONSULTATION, "AL", "", "Officer")
    assert hold_letters.fn(letters_on_cancellation.fn(*asked)) == 1
    assert hold_letters.fn(letters_on_cancellation.fn(*asked)) == 0


def test_a_meeting_that_is_over_is_not_cancelled(home: Path, in_june: Draft):
    convoke_consultations.fn(CT)
    turn_clock(home, "2026-07-20T15:00:00+00:00")
    with pytest.raises(MeetingOver, match="16 July 2026"):
        cancelled("AL")


def test_the_meeting_on_the_structure_is_moved_and_cancelled_for_the_partners(opened: Cycle):
    agree_on_the_calendar()
    first = convoke_structure_meeting.fn(CT)
    hold_letters.fn(first)
    letters = moved("", date(2027, 3, 1), about=About.STRUCTURE)
    assert [each.member for each in letters] == [each.member for each in first]
    assert {each.facts["before"] for each in letters} == {first[0].facts["meeting"]}
    assert in_calendar(letters[0])["SEQUENCE"] == 1
    gone, _ = cancelled(about=About.STRUCTURE)
    event = in_calendar(gone[0])
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)
    assert event["UID"] == in_calendar(first[0])["UID"]
    assert convoke_structure_meeting.fn(CT) == []
    assert "asked to agree in writing" in open_letter(held()[-1].read_bytes()).text


def test_a_structure_meeting_nobody_convoked_is_not_cancelled(opened: Cycle):
    with pytest.raises(MeetingUnknown, match="No meeting on the structure on 2025 WBCTi"):
        cancelled(about=About.STRUCTURE)


def members_of_the_pillar() -> list[str]:
    with store.session() as session:
        day = cycles.get(session, "2025").taxonomy_on
        return [member.code for member in members.in_pillar(session, "WBCTi", day)]
