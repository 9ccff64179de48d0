"""Reminders are polite and few: one at a time, never on a day of rest, never after a reply."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import Request, RequestKind, RequestState
from tasks.rules.reminder_days import due
from tests.tables import rows

LADDER = (("two weeks ahead", -10), ("a few days ahead", -3), ("after the date", 2))


def request(state: RequestState = RequestState.SENT) -> Request:
    return Request(
        reference="2025-WBCTi-RS-response",
        cycle="2025",
        pillar="WBCTi",
        member="RS",
        kind=RequestKind.RESPONSE,
        deadline=datetime(2026, 3, 13, 16, tzinfo=UTC),  # a Friday
        zone="Europe/Sarajevo",
        state=state,
    )


def stage(today: str, reminded: str = "", holidays=frozenset(), **facts) -> str | None:
    return due(
        request(facts.pop("state", RequestState.SENT)),
        LADDER,
        {each for each in reminded.split(", ") if each},
        date.fromisoformat(facts.pop("asked", "2026-01-12")),
        date.fromisoformat(today),
        holidays,
        **facts,
    )


@pytest.mark.parametrize(
    "case",
    rows("""
    | today      | already sent                       | due              |
    | 2026-02-26 |                                    |                  |
    | 2026-02-27 |                                    | two weeks ahead  |
    | 2026-02-28 |                                    |                  |
    | 2026-03-02 |                                    | two weeks ahead  |
    | 2026-03-02 | two weeks ahead                    |                  |
    | 2026-03-10 | two weeks ahead                    | a few days ahead |
    | 2026-03-13 |                                    | a few days ahead |
    | 2026-03-13 | a few days ahead                   |                  |
    | 2026-03-16 |                                    |                  |
    | 2026-03-17 | two weeks ahead, a few days ahead  | after the date   |
    | 2026-05-04 | after the date                     |                  |
    """),
    ids=lambda case: f"{case['today']} after {case['already sent'] or 'none'}",
)
def test_only_the_latest_stage_that_fell_due_is_sent_and_only_once(case):
    assert stage(case["today"], case["already sent"]) == (case["due"] or None)


def test_no_reminder_on_a_holiday_of_that_partner():
    assert stage("2026-02-27", holidays=frozenset({date(2026, 2, 27)})) is None


def test_holidays_of_that_partner_move_the_stage_to_an_earlier_day():
    holidays = frozenset({date(2026, 3, 9)})
    assert stage("2026-02-26", holidays=holidays) == "two weeks ahead"


@pytest.mark.parametrize(
    "state",
    sorted(
        set(RequestState)
        - {RequestState.SENT, RequestState.ACKNOWLEDGED, RequestState.PARTLY_RECEIVED}
    ),
)
def test_no_reminder_once_a_reply_came_or_before_the_request_left(state):
    assert stage("2026-03-10", state=state) is None


def test_a_partly_received_reply_may_still_be_asked_for():
    assert stage("2026-03-10", state=RequestState.PARTLY_RECEIVED) == "a few days ahead"


def test_reminders_can_be_stopped():
    assert stage("2026-03-10", stopped=True) is None


def test_a_request_sent_late_is_not_followed_by_a_reminder_that_fell_due_before():
    assert stage("2026-03-04", asked="2026-03-03") is None
    assert stage("2026-03-10", asked="2026-03-10") is None


@given(
    st.dates(date(2026, 1, 1), date(2026, 6, 1)),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 6, 1)), max_size=30),
)
def test_no_reminder_ever_falls_on_a_day_of_rest(today, holidays):
    if today.weekday() > 4 or today in holidays:
        assert stage(today.isoformat(), holidays=holidays) is None
