"""A support return is asked back about as thoroughly as a response: dates, status, twins."""

from datetime import date

import pytest

from data.vocabulary import Finding, Place, Severity, SupportLine
from tasks.rules import projects_told
from tests.tables import rows

REPORTING = (date(2025, 1, 1), date(2025, 12, 31))
OUTLOOK = (date(2026, 1, 1), date(2026, 12, 31))


def project(number: int, **told: str) -> SupportLine:
    whole = {
        "title": "EU4FAST-WB",
        "implementer": "GIZ",
        "donors": "IPA III; Netherlands",
        "activity": "Joint training.",
        "start_text": "2024-03-01",
        "end_text": "Q3 2026",
        "status": "ongoing",
    }
    place = Place("1 Legal framework", f"D{number}")
    return SupportLine(**{"need": f"n-{number}", "line": 1, "place": place, **whole, **told})


def found(*lines: SupportLine) -> list[Finding]:
    return list(projects_told.look_at(lines, REPORTING, OUTLOOK))


def test_nothing_is_asked_about_a_project_told_whole():
    assert found(project(1)) == []


@pytest.mark.parametrize(
    "case",
    rows("""
    | start      | end        | status    | finding                 |
    | 2022-01-01 | 2024-12-31 | completed | project-outside-periods |
    | 2022-01-01 | 2025-01-01 | completed |                         |
    | Q1 2027    | Q4 2028    | planned   | project-outside-periods |
    | Q4 2026    | Q4 2028    | planned   |                         |
    | 2024-03-01 | 2027-06-30 | completed | status-against-dates    |
    | 2024-03-01 | 2026-02-28 | completed |                         |
    | 2024-03-01 | 2026-06-30 | planned   | status-against-dates    |
    | 2025-03-01 | 2026-06-30 | planned   |                         |
    | 03/04/2024 | whenever   | planned   |                         |
    """),
    ids=lambda case: f"{case['start']} to {case['end']} {case['status']}",
)
def test_a_project_is_held_against_the_periods_and_its_status(case: dict[str, str]):
    told = found(project(1, start_text=case["start"], end_text=case["end"], status=case["status"]))
    assert [(each.code, each.severity) for each in told] == (
        [(case["finding"], Severity.CHECK)] if case["finding"] else []
    )
    assert all(each.place == Place("1 Legal framework", "D1") for each in told)


def test_what_one_line_says_of_a_project_no_other_line_has_to_repeat():
    only_title = dict.fromkeys(("implementer", "donors", "activity", "start_text", "end_text"), "")
    again = project(2, title="EU4FAST-WB ", status="", **only_title)
    assert found(project(1), again) == []


def test_what_no_line_says_is_noted_once_for_each_title():
    (told,) = found(project(1, donors="", status=""), project(2, donors="", status=""))
    assert (told.code, told.severity) == ("project-incomplete", Severity.NOTE)
    assert told.message == "Nowhere does “EU4FAST-WB” say who pays for it, its status."
    assert told.place == Place("1 Legal framework", "D1")


def test_one_project_told_with_two_budgets_is_asked_back_where_the_second_stands():
    first = project(1, budget="33303022", currency="EUR")
    second = project(2, title="eu4fast wb", budget="3330302", currency="eur")
    (told,) = found(first, second)
    assert (told.code, told.severity) == ("project-told-differently", Severity.CHECK)
    assert told.message == (
        "“eu4fast wb” has the budget “33303022” in one line and “3330302” here."
    )
    assert told.place == Place("1 Legal framework", "D2")


def test_lines_without_a_title_are_of_no_project():
    assert (
        found(project(1, title="", donors="", budget="1"), project(2, title="", budget="2")) == []
    )
