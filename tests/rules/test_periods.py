"""Which period a cycle reports on, and which codes may name it."""

from datetime import date

import pytest

from data.errors.cycles import CycleCodeUnfit, PeriodBackwards, PeriodMissing
from tasks.rules.periods import settle

FIRST, LAST = date(2025, 7, 1), date(2026, 6, 30)


def test_a_year_or_two_years_name_their_period_and_the_outlook_is_the_year_after():
    assert settle("2025", None, None, None) == (
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2026, 12, 31),
    )
    assert settle("2025-2026", None, None, None) == (
        date(2025, 1, 1),
        date(2026, 12, 31),
        date(2027, 12, 31),
    )


def test_dates_that_are_given_come_before_those_the_code_names():
    assert settle("2025", FIRST, LAST, None) == (FIRST, LAST, date(2027, 6, 30))


def test_a_code_that_names_no_year_needs_its_dates():
    with pytest.raises(PeriodMissing):
        settle("pilot", None, None, None)
    assert settle("pilot", FIRST, LAST, None)[:2] == (FIRST, LAST)


def test_a_period_runs_forward():
    with pytest.raises(PeriodBackwards):
        settle("2025", LAST, FIRST, None)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("2025/2026", "2025-2026"),
        ("../../x", "x"),
        ("20 25*", "20-25"),
        ("", "CODE"),
        ("Циклус", "CODE"),
        ("a-cycle-of-a-very-long-name", "a-cycle-of-a-very-lo"),
        ("2025-", "2025"),
    ],
)
def test_a_code_that_folders_and_file_names_refuse_is_refused_with_one_that_fits(code, hint):
    with pytest.raises(CycleCodeUnfit) as told:
        settle(code, FIRST, LAST, None)
    assert str(told.value).endswith(f"mapping prepare {hint}.")
