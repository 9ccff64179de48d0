"""The simulated clock runs forward, and only in a rehearsal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data import clock
from data.errors.clock import ClockSetBack, NoCycleToRehearse, NotARehearsal, OtherRehearsal
from data.settings import MARK, use_home
from flows.rehearsal import rehearse
from tests.phases.conftest import FULL_YEAR, Played

MoveIn = Callable[[str], Path]


def test_a_home_that_holds_real_work_is_no_place_to_rehearse(played: Played, home: Path):
    with pytest.raises(NotARehearsal):
        rehearse(seed=7, cycles=1, home=str(home))
    assert not (home / MARK).exists()


def test_a_rehearsal_opens_no_books_but_its_own(played: Played, home: Path, tmp_path: Path):
    use_home(tmp_path / "office")
    with pytest.raises(NotARehearsal):
        rehearse(seed=7, cycles=1, home=str(home))
    assert not (tmp_path / "office").exists()


def test_a_rehearsal_of_no_cycle_begins_nothing(tmp_path: Path, played: Played):
    with pytest.raises(NoCycleToRehearse):
        rehearse(seed=7, cycles=0, home=str(tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_rehearsal_is_not_continued_with_another_seed(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    with pytest.raises(OtherRehearsal):
        rehearse(seed=8, cycles=2, home=str(home))


def test_the_clock_is_never_set_back(move_in: MoveIn):
    move_in(FULL_YEAR)
    mark = clock.read_mark()
    assert mark is not None
    with pytest.raises(ClockSetBack):
        clock.write_mark(replace(mark, moment="2026-01-01T08:00:00+00:00"))
    assert clock.read_mark() == mark
