"""R16: a deadline is one moment and reads the same everywhere."""
# ruff: noqa: E501 -- the facts stand in tables, and a table is read across

from datetime import UTC, date, datetime

import pytest

from data.vocabulary.languages import DayWords
from tasks.rules import deadlines
from tests.tables import rows


@pytest.mark.parametrize(
    "case",
    rows("""
    | day        | hour | zone            | sentence                                             |
    | 2026-03-13 | 17   | Europe/Sarajevo | Friday 13 March 2026, 17:00 CET (16:00 UTC)          |
    | 2026-03-28 | 17   | Europe/Sarajevo | Saturday 28 March 2026, 17:00 CET (16:00 UTC)        |
    | 2026-03-29 | 17   | Europe/Sarajevo | Sunday 29 March 2026, 17:00 CEST (15:00 UTC)         |
    | 2026-10-25 | 17   | Europe/Sarajevo | Sunday 25 October 2026, 17:00 CET (16:00 UTC)        |
    | 2026-07-01 | 9    | Europe/Skopje   | Wednesday 1 July 2026, 09:00 CEST (07:00 UTC)        |
    | 2026-07-01 | 0    | Europe/Sarajevo | Wednesday 1 July 2026, 00:00 CEST (22:00 UTC on 30 June 2026) |
    | 2026-07-01 | 12   | UTC             | Wednesday 1 July 2026, 12:00 UTC                     |
    | 2026-07-01 | 12   | Europe/Istanbul | Wednesday 1 July 2026, 12:00 UTC+03 (09:00 UTC)      |
    """),
    ids=lambda case: f"{case['day']} {case['zone']}",
)
def test_R16_a_deadline_is_one_moment_with_the_right_summer_time(case):
    moment = deadlines.moment(date.fromisoformat(case["day"]), int(case["hour"]), case["zone"])
    assert moment.tzinfo is UTC
    assert deadlines.sentence(moment, case["zone"]) == case["sentence"]


def test_R16_the_moment_is_kept_in_utc():
    assert deadlines.moment(date(2026, 3, 13), 17, "Europe/Sarajevo") == datetime(
        2026, 3, 13, 16, tzinfo=UTC
    )


def test_the_day_of_a_deadline_is_the_day_where_it_is_read():
    midnight = deadlines.moment(date(2026, 7, 1), 0, "Europe/Sarajevo")
    assert deadlines.local_day(midnight, "Europe/Sarajevo") == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "1 January to 31 December 2025"),
        (date(2025, 3, 2), date(2025, 3, 9), "2 to 9 March 2025"),
        (date(2025, 7, 1), date(2026, 6, 30), "1 July 2025 to 30 June 2026"),
        (date(2025, 7, 1), date(2025, 7, 1), "1 July 2025"),
    ],
)
def test_a_period_says_no_more_than_it_must(first, last, words):
    assert deadlines.period(first, last) == words


def test_R16_the_moment_is_the_same_in_the_words_of_another_language():
    words = DayWords(
        weekdays=("pon", "uto", "sri", "čet", "pet", "sub", "ned"),
        months=tuple(f"{number}. mjeseca" for number in range(1, 13)),
        date="{day}. {month} {year}.",
        day_and_month="{day}. {month}",
        day="{day}.",
        moment="{weekday}, {date} u {time} {zone}",
        utc="({time} UTC)",
        utc_on="({time} UTC, {date})",
        period="od {first} do {last}",
    )
    friday = deadlines.moment(date(2026, 3, 13), 17, "Europe/Sarajevo")
    midnight = deadlines.moment(date(2026, 7, 1), 0, "Europe/Sarajevo")
    assert deadlines.sentence(friday, "Europe/Sarajevo", words) == (
        "pet, 13. 3. mjeseca 2026. u 17:00 CET (16:00 UTC)"
    )
    assert deadlines.sentence(midnight, "Europe/Sarajevo", words).endswith(
        "(22:00 UTC, 30. 6. mjeseca 2026.)"
    )
    assert deadlines.period(date(2025, 3, 2), date(2025, 3, 9), words) == (
        "od 2. do 9. 3. mjeseca 2025."
    )
