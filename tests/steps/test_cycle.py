"""A cycle keeps what it began with (rule R19)."""

from datetime import date
from pathlib import Path

import pytest

from data.errors.cycles import CyclePinned, NoMembersRegister, PillarUnknown
from data.vocabulary import Cycle, TrackId
from tasks.calendar_of_cycle import draft_calendar
from tasks.cycle import open_cycle, tracks_of


def test_opening_a_cycle_again_finds_it_as_it_was(opened: Cycle):
    assert open_cycle.fn("2025", None, None, None, None) == opened


def test_a_cycle_is_not_opened_again_with_another_period(opened: Cycle):
    with pytest.raises(CyclePinned):
        open_cycle.fn("2025", date(2024, 1, 1), None, None, None)


def test_no_cycle_is_opened_before_members_are_known(home: Path):
    with pytest.raises(NoMembersRegister):
        open_cycle.fn("2025", None, None, None, None)


def test_a_cycle_has_a_track_for_each_pillar(opened: Cycle):
    pillars = ("WBCTi", "WBCSCi", "WBBSi")
    assert tracks_of.fn("2025") == [TrackId("2025", pillar) for pillar in pillars]


def test_a_pillar_the_cycle_does_not_have_is_refused(opened: Cycle):
    with pytest.raises(PillarUnknown):
        tracks_of.fn("2025", ["WBCT"])


def test_a_calendar_that_would_say_the_same_is_not_proposed_again(opened: Cycle):
    assert draft_calendar.fn("2025", date(2026, 1, 12)) == 1
    assert draft_calendar.fn("2025", None) == 1


def test_another_start_gives_a_second_version_of_the_calendar(opened: Cycle):
    assert draft_calendar.fn("2025", date(2026, 2, 2)) == 2
