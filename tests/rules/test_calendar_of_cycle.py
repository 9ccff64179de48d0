"""The draft calendar counts in working days and never falls on a holiday."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import CalendarOffset, Step
from tasks.rules.calendar_of_cycle import draft, is_working_day, working_day

NEW_YEAR = frozenset({date(2026, 1, 1), date(2026, 1, 2)})


@pytest.mark.parametrize(
    ("start", "offset", "day"),
    [
        (date(2026, 1, 5), 0, date(2026, 1, 5)),
        (date(2026, 1, 3), 0, date(2026, 1, 5)),  # a Saturday: the Monday after
        (date(2026, 1, 1), 0, date(2026, 1, 5)),  # a holiday before a weekend
        (date(2026, 1, 9), 1, date(2026, 1, 12)),
        (date(2026, 1, 5), -1, date(2025, 12, 31)),
        (date(2025, 12, 31), 1, date(2026, 1, 5)),
        (date(2026, 1, 5), 10, date(2026, 1, 19)),
    ],
)
def test_weekends_and_holidays_are_not_counted(start, offset, day):
    assert working_day(start, offset, NEW_YEAR) == day


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(-60, 60),
    st.frozensets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=20),
)
def test_the_day_found_is_always_a_working_day(start, offset, holidays):
    assert is_working_day(working_day(start, offset, holidays), holidays)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_counting_there_and_back_ends_where_it_began(start, offset):
    first = working_day(start, 0, NEW_YEAR)
    assert working_day(working_day(first, offset, NEW_YEAR), -offset, NEW_YEAR) == first


def test_R16_every_step_gets_one_moment_in_its_order():
    items = draft(
        date(2026, 1, 5),
        [
            CalendarOffset(Step.REQUEST, "Request sent", 5, "I.2"),
            CalendarOffset(Step.DELIVERY, "Information delivered", 49, "I.2"),
        ],
        NEW_YEAR,
        17,
        "Europe/Sarajevo",
    )
    assert [(each.step, each.title, each.due_at, each.zone) for each in items] == [
        (Step.REQUEST, "Request sent", datetime(2026, 1, 12, 16, tzinfo=UTC), "Europe/Sarajevo"),
        (
            Step.DELIVERY,
            "Information delivered",
            datetime(2026, 3, 13, 16, tzinfo=UTC),
            "Europe/Sarajevo",
        ),
    ]


def test_a_meeting_begins_at_its_own_hour_and_a_deadline_at_that_of_the_house():
    meeting = CalendarOffset(Step.STRUCTURE_MEETING, "Meeting", 5, "I.2", hour=10)
    request = CalendarOffset(Step.REQUEST, "Request sent", 5, "I.2")
    items = draft(date(2026, 1, 5), [meeting, request], NEW_YEAR, 17, "Europe/Sarajevo")
    assert [each.due_at for each in items] == [
        datetime(2026, 1, 12, 9, tzinfo=UTC),
        datetime(2026, 1, 12, 16, tzinfo=UTC),
    ]
