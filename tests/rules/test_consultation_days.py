"""Consultation meetings stand between the day they begin and the deadline for comments."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.calendar_of_cycle import is_working_day
from tasks.rules.consultation_days import MeetingTime, begin, local_times, regional_time

PARTNERS = ("AL", "BA", "XK", "ME", "MK", "RS")
PILLARS = ("WBCTi", "WBCSCi", "WBBSi")
SPAN = (date(2026, 7, 16), date(2026, 8, 7))  # a Thursday to a Friday, 16 working days
NO_HOLIDAYS: frozenset[date] = frozenset()


def test_each_partner_has_a_day_of_its_own_in_their_order():
    days = local_times(SPAN, PARTNERS, PILLARS, "WBCTi", NO_HOLIDAYS)
    assert list(days) == list(PARTNERS)
    assert days["AL"] == MeetingTime(date(2026, 7, 16), 10)
    assert days["XK"] == MeetingTime(date(2026, 7, 20), 10)  # over the weekend
    assert days["RS"] == MeetingTime(date(2026, 7, 23), 10)


def test_the_pillars_of_one_partner_follow_one_another_on_its_day():
    times = [local_times(SPAN, PARTNERS, PILLARS, each, NO_HOLIDAYS)["AL"] for each in PILLARS]
    assert {time.day for time in times} == {date(2026, 7, 16)}
    assert [time.hour for time in times] == [10, 12, 14]


def test_regional_meetings_come_after_the_local_ones_a_pillar_a_day():
    times = [regional_time(SPAN, PARTNERS, PILLARS, each, NO_HOLIDAYS) for each in PILLARS]
    assert times == [
        MeetingTime(date(2026, 7, 24), 10),
        MeetingTime(date(2026, 7, 27), 10),
        MeetingTime(date(2026, 7, 28), 10),
    ]


def test_nobody_is_asked_to_a_meeting_on_a_holiday():
    holiday = frozenset({date(2026, 7, 17), date(2026, 7, 20)})
    days = local_times(SPAN, PARTNERS, PILLARS, "WBCTi", holiday)
    assert days["BA"].day == date(2026, 7, 21)


def test_a_short_span_shares_its_days_in_the_same_order():
    span = (date(2026, 7, 16), date(2026, 7, 21))  # three working days for nine meetings
    days = local_times(span, PARTNERS, PILLARS, "WBCTi", NO_HOLIDAYS)
    assert [days[code].day.day for code in PARTNERS] == [16, 16, 16, 17, 17, 17]
    assert regional_time(span, PARTNERS, PILLARS, "WBBSi", NO_HOLIDAYS).day == date(2026, 7, 20)


def test_a_convocation_leaves_a_week_of_working_days():
    planned = date(2026, 7, 16)
    assert begin(planned, date(2026, 6, 30), NO_HOLIDAYS) == planned
    assert begin(planned, date(2026, 7, 15), NO_HOLIDAYS) == date(2026, 7, 22)


@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.frozensets(st.dates(date(2026, 1, 1), date(2030, 1, 1)), max_size=30),
)
def test_every_meeting_has_a_working_day_whatever_the_calendar_says(first, last, holidays):
    span = (first, last)
    times = [
        *local_times(span, PARTNERS, PILLARS, "WBCTi", holidays).values(),
        *(regional_time(span, PARTNERS, PILLARS, each, holidays) for each in PILLARS),
    ]
    assert all(is_working_day(time.day, holidays) for time in times)
    assert [time.day for time in times] == sorted(time.day for time in times)
