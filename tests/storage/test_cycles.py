"""Cycles, the words in force on a day, and what was agreed (rules R1, R16, R19)."""

from datetime import UTC, date, datetime

import pytest

from data import store
from data.errors.cycles import CycleUnknown, PillarUnknown
from data.queries import cycles, preparation, taxonomy
from data.vocabulary import (
    Agreement,
    CalendarItem,
    Chapter,
    Cycle,
    DatedFilter,
    Filter,
    Outline,
    Pillar,
    Position,
    Step,
    Subject,
    SubPillar,
    TrackId,
    TrackState,
    Validity,
)
from data.vocabulary.meetings import Meeting
from tests.storage.year_2025 import ALWAYS, AT, CT, CYCLE, on_shelf, open_words, open_year

LATER = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
CALENDAR = (
    CalendarItem(Step.REQUEST, "Requests", datetime(2026, 2, 9, 16, tzinfo=UTC), "Europe/Sarajevo"),
    CalendarItem(Step.DELIVERY, "Delivery", datetime(2026, 3, 9, 16, tzinfo=UTC), "Europe/Tirane"),
)
OUTLINE = Outline("WBCTi", 1, (Chapter(4, "Coordination", ("Information exchange",)),))


def said(position: Position, text: str = "", member: str = "AL", version: int = 1) -> Agreement:
    return Agreement(Subject.CALENDAR, member, "", version, position, text, "M. M.", AT)


def test_a_cycle_is_read_back_with_a_track_for_each_pillar(books_open: str):
    with store.session() as session:
        open_year(session)
    with store.session() as session:
        assert cycles.get(session, "2025") == CYCLE
        assert cycles.tracks_of(session, "2025") == [
            (TrackId("2025", "WBCTi"), TrackState.PREPARING),
            (TrackId("2025", "WBBSi"), TrackState.PREPARING),
        ]


def test_the_tracks_of_a_cycle_advance_on_their_own(books_open: str):
    with store.session() as session:
        open_year(session)
        cycles.set_track_state(session, CT, TrackState.APPROVED)
    with store.session() as session:
        assert cycles.track_state(session, CT) is TrackState.APPROVED
        assert cycles.track_state(session, TrackId("2025", "WBBSi")) is TrackState.PREPARING


def test_an_unknown_cycle_is_refused_with_the_known_ones(books_open: str):
    with store.session() as session:
        open_year(session)
        assert cycles.find(session, "2031") is None
        with pytest.raises(CycleUnknown, match="on record are: 2025"):
            cycles.get(session, "2031")
        with pytest.raises(CycleUnknown):
            cycles.track_state(session, TrackId("2031", "WBCTi"))
        with pytest.raises(PillarUnknown, match="its pillars are: WBCTi, WBBSi"):
            cycles.track_state(session, TrackId("2025", "WBCSCi"))


def test_earlier_cycles_come_latest_first(books_open: str):
    with store.session() as session:
        open_year(session)
        for year in (2023, 2024):
            first, last = date(year, 1, 1), date(year, 12, 31)
            earlier = Cycle(str(year), first, last, last, last, "2025", last, "2025-2026")
            cycles.open_cycle(session, earlier, ["WBCTi"], AT)
        assert cycles.codes(session) == ["2023", "2024", "2025"]
        assert [each.code for each in cycles.before(session, CYCLE)] == ["2024", "2023"]


def test_the_newest_calendar_counts_and_each_keeps_its_moments_and_zones(books_open: str):
    with store.session() as session:
        open_year(session)
        assert preparation.calendar_of(session, "2025") == (0, (), False)
        assert preparation.propose_calendar(session, "2025", CALENDAR[:1], AT) == 1
        assert preparation.propose_calendar(session, "2025", CALENDAR, LATER) == 2
    with store.session() as session:
        assert preparation.calendar_of(session, "2025") == (2, CALENDAR, False)
        preparation.lock_calendar(session, "2025", LATER)
    with store.session() as session:
        assert preparation.calendar_of(session, "2025") == (2, CALENDAR, True)


def test_the_newest_structure_counts_until_it_is_locked(books_open: str):
    second = Outline("WBCTi", 2, (*OUTLINE.chapters, Chapter(1, "Legal framework", ())))
    with store.session() as session:
        open_year(session)
        assert preparation.outline_of(session, CT) == (None, False)
        preparation.propose_outline(session, CT, OUTLINE, AT)
        preparation.propose_outline(session, CT, second, LATER)
        preparation.lock_outline(session, CT, LATER)
    with store.session() as session:
        assert preparation.outline_of(session, CT) == (second, True)
        assert preparation.outline_of(session, TrackId("2025", "WBBSi")) == (None, False)


def test_every_word_of_a_partner_stays_on_record(books_open: str):
    words = [said(Position.COMMENTS, "Earlier, please."), said(Position.AGREED)]
    with store.session() as session:
        open_year(session)
        on_shelf(session, "e" * 64)
        preparation.record_agreement(session, "2025", words[0], None)
        preparation.record_agreement(session, "2025", words[1], "e" * 64)
        preparation.record_agreement(session, "2025", said(Position.AGREED, version=2), None)
    with store.session() as session:
        assert preparation.agreements_on(session, "2025", Subject.CALENDAR, "", 1) == words
        assert preparation.agreements_on(session, "2025", Subject.STRUCTURE, "WBCTi", 1) == []


def test_a_meeting_is_convoked_once(books_open: str):
    with store.session() as session:
        open_year(session)
        when, zone = CALENDAR[0].due_at, CALENDAR[0].zone
        meeting = Meeting("structure", "Meeting", when, zone, "at the seat of the Secretariat")
        assert preparation.convoke(session, CT, meeting)
        assert not preparation.convoke(session, CT, meeting)
        assert preparation.meetings_of(session, CT) == {"structure": meeting}


def test_words_that_left_the_reference_data_stay_in_force_for_old_days(books_open: str):
    replaced = DatedFilter(
        Filter("WBCTi", 4, "Exchange of experience"), Validity(ALWAYS.since, date(2025, 12, 31))
    )
    with store.session() as session:
        open_words(session)
        taxonomy.keep(session, [], [], [replaced])
        old, now = taxonomy.on(session, date(2025, 6, 1)), taxonomy.on(session, date(2026, 6, 1))
    names = [each.name for each in old.filters_of("WBCTi", 4)]
    assert sorted(names) == ["Exchange of experience", "Information exchange"]
    assert [each.name for each in now.filters_of("WBCTi", 4)] == ["Information exchange"]
    assert now.sub_pillars == (SubPillar(4, "Coordination and cooperation"),)


def test_words_brought_in_again_are_kept_once(books_open: str):
    with store.session() as session:
        open_words(session)
    with store.session() as session:
        open_words(session)
        words = taxonomy.on(session, date(2026, 1, 12))
    assert [pillar.code for pillar in words.pillars] == ["WBCTi", "WBBSi"]
    assert words.pillar("WBBSi") == Pillar(
        "WBBSi", "Western Balkans Border Security Initiative", "borders"
    )
    assert len(words.filters) == len(words.sub_pillars) == 1
