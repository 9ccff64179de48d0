"""Bajram and the Orthodox feasts move, and no reminder goes out on them."""

from datetime import date

import pytest

from tasks.edges.public_holidays import holidays_of, holidays_of_all
from tests.tables import rows

PARTNERS = ("AL", "BA", "XK", "ME", "MK", "RS")

KNOWN = rows("""
    | day                | date       | members              |
    | Orthodox Christmas | 2026-01-07 | BA, XK, ME, MK, RS   |
    | Orthodox Good Fri. | 2026-04-10 | BA, ME, MK, RS       |
    | Orthodox Easter M. | 2026-04-13 | AL, BA, XK, ME, MK, RS |
    | Ramadan Bajram     | 2026-03-20 | AL, BA, XK, ME, MK   |
    | Kurban Bajram      | 2026-05-27 | AL, BA, XK, ME, MK   |
    | 1 May              | 2026-05-01 | AL, BA, XK, ME, MK, RS |
    | Catholic Christmas | 2026-12-25 | AL, BA, XK, ME, MK   |
    | Orthodox East. ’27 | 2027-05-03 | AL, BA, XK, ME, MK, RS |
""")


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known["day"])
def test_a_feast_is_a_holiday_where_it_is_kept(known: dict[str, str]):
    day = date.fromisoformat(known["date"])
    for member in known["members"].split(", "):
        assert day in holidays_of(member, [day.year]), member


def test_a_holiday_of_one_part_of_bosnia_and_herzegovina_counts():
    assert date(2026, 1, 9) not in holidays_of("BA", [2026])
    assert date(2026, 3, 1) in holidays_of("BA", [2026])
    assert date(2026, 11, 21) in holidays_of("BA", [2026])


def test_an_ordinary_day_is_nobodys_holiday():
    assert date(2026, 2, 3) not in holidays_of_all(PARTNERS, [2026])


def test_members_that_are_no_partners_have_none():
    assert holidays_of("GIZ", [2026]) == frozenset()
    assert holidays_of("SI", [2026]) == frozenset()


def test_only_the_years_asked_for_are_given():
    assert {day.year for day in holidays_of_all(PARTNERS, [2026, 2027])} == {2026, 2027}
    assert holidays_of("RS", []) == frozenset()


def test_all_is_the_union_even_when_the_years_come_as_a_stream():
    stream = (year for year in (2026, 2027))
    together = holidays_of_all(["AL", "RS"], stream)
    assert together == holidays_of("AL", [2026, 2027]) | holidays_of("RS", [2026, 2027])
