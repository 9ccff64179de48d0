"""Dates as people write them are understood when there is one reading, and asked back else."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.dates import read_date
from tests.tables import rows

UNDERSTOOD = rows("""
    | written             | day        |
    | 2025-09-30          | 2025-09-30 |
    | 2025-9-3            | 2025-09-03 |
    | 2025-09-30 00:00:00 | 2025-09-30 |
    | 30.09.2025          | 2025-09-30 |
    | 3.4.2025            | 2025-04-03 |
    | 30. 9. 2025.        | 2025-09-30 |
    | 30/09/2025          | 2025-09-30 |
    | 09/30/2025          | 2025-09-30 |
    | 04-04-2025          | 2025-04-04 |
    | Q3 2025             | 2025-09-30 |
    | q1/2024             | 2024-03-31 |
    | 2025 Q4             | 2025-12-31 |
    | 2025-Q2             | 2025-06-30 |
    | III quarter 2025    | 2025-09-30 |
    | 2nd quarter of 2025 | 2025-06-30 |
    | first quarter 2026  | 2026-03-31 |
    | H1 2025             | 2025-06-30 |
    | second half of 2025 | 2025-12-31 |
    | September 2025      | 2025-09-30 |
    | Feb 2024            | 2024-02-29 |
    | 30 September 2025   | 2025-09-30 |
    | 1st of May 2025     | 2025-05-01 |
    | September 30, 2025  | 2025-09-30 |
    | 2025-02             | 2025-02-28 |
    | 09/2025             | 2025-09-30 |
""")

UNCLEAR = rows("""
    | written              | because                                                        |
    | 03/04/2025           | swapped in “03/04/2025”: is it 3 April 2025 or 4 March 2025?   |
    | 3-4-2025             | swapped in “3-4-2025”: is it 3 April 2025 or 4 March 2025?     |
    | 2025                 | names a year only                                              |
    | 2024/25              | names a span of years                                          |
    | 2024-2025            | names a span of years                                          |
    | ongoing              | names no day or quarter                                        |
    | tbc                  | names no day or quarter                                        |
    | 30.9.25              | has two digits only                                            |
    | 31.02.2025           | is a day that does not exist                                   |
    | 2025-13-01           | is a day that does not exist                                   |
    | 13/2025              | names a month that does not exist                              |
    | 1904-01-01           | The year 1904 is not believable                                |
    | Q3 3025              | The year 3025 is not believable                                |
    | after the elections  | is not a date that can be understood without doubt             |
    | Q3 2025 (planned)    | is not a date that can be understood without doubt             |
    | 45930                | is not a date that can be understood without doubt             |
""")


@pytest.mark.parametrize("row", UNDERSTOOD, ids=lambda row: row["written"])
def test_a_date_with_one_reading_is_understood(row: dict[str, str]):
    assert read_date(row["written"]) == (date.fromisoformat(row["day"]), "")


@pytest.mark.parametrize("row", UNCLEAR, ids=lambda row: row["written"])
def test_anything_else_is_asked_back_with_the_reason(row: dict[str, str]):
    day, problem = read_date(row["written"])
    assert day is None
    assert row["because"] in problem


def test_a_blank_is_no_date_and_no_problem():
    assert read_date("  ") == (None, "")


def test_a_day_the_spreadsheet_knows_is_taken_without_its_time():
    typed = datetime(2025, 9, 30, 14, 5)  # noqa: DTZ001 - a cell of a workbook knows no zone
    assert read_date(typed) == (date(2025, 9, 30), "")


def test_a_day_of_a_workbook_that_counts_from_1904_is_not_believed():
    assert read_date(date(1904, 1, 1)) == (None, "The year 1904 is not believable.")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_iso_date_is_understood(day: date):
    assert read_date(day.isoformat()) == (day, "")


@given(st.text() | st.from_regex(r"[0-9./ -]{1,14}", fullmatch=True))
def test_whatever_is_written_there_is_a_day_or_a_reason_or_a_blank(written: str):
    day, problem = read_date(written)
    assert (day is None) or not problem
    assert day or problem or not written.strip()
