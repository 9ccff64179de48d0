"""R10: the public companion holds counts of the whole region and nothing members only."""

from dataclasses import replace

import pytest

from data.vocabulary import Chart, Document, Paragraph, Table
from tasks.rules import kosovo, report, summary
from tests.rules.year_2025 import FIRST, LAST

SUMMARY = summary.compose(LAST, 1)


def everything(document: Document) -> str:
    margins = (document.title, document.subtitle, *document.facts, document.version)
    return "\n".join((*margins, *kosovo.texts_of(document.blocks)))


def secrets() -> list[str]:
    return [
        *(member.name for member in (*LAST.partners, *LAST.supporters)),
        *(need.title for need in LAST.needs),
        *(need.number for need in LAST.needs),
        *(line.text for line in LAST.responses),
        *(line.project for line in LAST.responses if line.project),
        *(line.reference for line in LAST.responses if line.reference),
        *(line.title for _, line in LAST.support),
        *(line.budget for _, line in LAST.support if line.budget),
        *(comment.text for comment in LAST.comments),
        *(comment.proposed for comment in LAST.comments if comment.proposed),
        "A draft was prepared.",
    ]


@pytest.mark.parametrize("secret", secrets())
def test_R10_nothing_of_what_members_wrote_and_no_member_is_in_it(secret):
    assert secret not in everything(SUMMARY)


def test_it_bears_no_marking_and_its_own_template():
    assert (SUMMARY.kind, SUMMARY.marking) == ("summary", "")
    assert SUMMARY.version == "Summary 1, 20 May 2026"


def test_R20_its_numbers_are_those_of_the_snapshot():
    (lead,) = (
        block
        for block in SUMMARY.blocks
        if isinstance(block, Paragraph) and block.text.startswith("9 needs")
    )
    assert lead.text == (
        "9 needs are mapped under this pillar. 4 statements were reported on 3 needs. A statement "
        "is one line reported for one need."
    )
    (table,) = (block for block in SUMMARY.blocks if isinstance(block, Table))
    filters = [row for row in table.rows if row[0].startswith("– ")]
    sub_pillars = [row for row in table.rows if row not in filters]
    for rows in (filters, sub_pillars):
        assert sum(int(row[1]) for row in rows) == len(LAST.needs)
        assert sum(int(row[3]) for row in rows) == len(LAST.responses)
    assert [row[0] for row in sub_pillars] == [each.title for each in LAST.outline.chapters]
    (chart,) = (block for block in SUMMARY.blocks if isinstance(block, Chart))
    assert dict(chart.series) == {
        "Achieved": (1, 0, 0, 0),
        "Ongoing": (0, 0, 1, 0),
        "Planned": (1, 1, 0, 0),
        "Requests": (0, 0, 0, 0),
    }


def test_R15_it_says_how_many_replied_and_not_who():
    assert (
        "Information was asked of 5 partners; 4 partners had replied by 20 May 2026."
        in everything(SUMMARY)
    )


def test_R13_it_calls_planned_statements_intentions():
    assert "Planned statements are intentions" in everything(SUMMARY)


def test_statements_without_a_kind_are_not_lost_from_the_totals():
    unnamed = replace(LAST, responses=(replace(LAST.responses[0], kind=None), *LAST.responses[1:]))
    assert "1 statement of no stated kind stands in the totals." in everything(
        summary.compose(unnamed, 1)
    )


def test_R7_it_is_composed_from_the_snapshot_of_the_report():
    assert summary.compose(LAST, 1) == SUMMARY
    assert SUMMARY.facts[:3] == report.cover_facts(LAST, "")[:3]


def test_a_snapshot_without_needs_gives_a_summary_too():
    empty = replace(FIRST, needs=(), responses=(), replies=())
    assert "No need is mapped under this pillar." in everything(summary.compose(empty, 1))
