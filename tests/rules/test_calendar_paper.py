"""The calendar on paper: every step with its one moment, phase by phase."""

from datetime import UTC, date, datetime

from data.vocabulary import CalendarItem, Paragraph, Step, Table
from tasks.rules import calendar_paper
from tests.conftest import ROOT

ZONE = "Europe/Sarajevo"
ITEMS = tuple(
    CalendarItem(step, f"Title of {step}", datetime(2026, 2, 2 + n, 16, tzinfo=UTC), ZONE)
    for n, step in enumerate(Step)
)
REPORTING = (date(2025, 1, 1), date(2025, 12, 31))
PAPER = calendar_paper.compose("2025", REPORTING, 2, ITEMS, date(2026, 1, 12))


def rows() -> list[tuple[str, ...]]:
    return [row for block in PAPER.blocks if isinstance(block, Table) for row in block.rows]


def test_every_step_stands_once_in_the_order_of_the_year():
    assert [title for _, title, _ in rows()] == [item.title for item in ITEMS]
    assert rows()[0][2] == "Monday 2 February 2026, 17:00 CET (16:00 UTC)"


def test_every_step_names_one_of_the_four_phases():
    assert list(dict.fromkeys(phase for phase, _, _ in rows())) == [
        "Preparatory phase",
        "Development phase",
        "Approval phase",
        "Input into the Database",
    ]


def test_the_cover_names_the_version_and_the_lead_counts_the_dates():
    assert PAPER.facts[1] == "Version 2, 12 January 2026"
    (lead, *_) = [block for block in PAPER.blocks if isinstance(block, Paragraph)]
    assert lead.text.startswith("The Secretariat proposes 11 dates for the Response Mapping 2025")


def test_templates_hold_the_kind_of_paper_it_is():
    assert (ROOT / "templates" / "drafts" / f"{PAPER.kind}.docx").is_file()
