"""A first draft and a later one of the same report, different in every way they can be."""

from dataclasses import replace
from datetime import UTC, datetime

from data.vocabulary.documents import Bullets, Heading, Narrative, Paragraph, Table
from tasks.edges.word.comparison import draw_comparison
from tasks.edges.word.comparison_copies import read_copy
from tasks.rules.alignment import align
from tests.edges.one_draft import ANCHORED, CHART, EMPTY, HEAT, LONG_ANSWER, TRACED

AT = datetime(2026, 5, 20, 9, tzinfo=UTC)
LATER = replace(
    TRACED,
    version="Final draft 1",
    identity=(("Cycle", "2025"), ("Pillar", "WBCTi"), ("Draft", "final draft 1")),
    blocks=(
        Heading(1, "Introduction"),
        replace(EMPTY, prompt="", paragraphs=("We begin with thanks.", "All six met twice.")),
        Paragraph("Table 2 and Figure 1 count 41 statements; Table 9 is not of this report."),
        Table(
            "Replies", ("Partner", "Reply"), (("Albania", "7 March"), ("Kosovo*", "8 March")), ()
        ),
        replace(HEAT, rows=(("Information exchange", (3, 1, 4, 0, 12, 7)), HEAT.rows[1])),
        replace(CHART, series=CHART.series[:1], anchor="statements_by_partner"),
        Heading(1, "Legal framework and implementation"),
        Paragraph("Three needs are mapped, see Table 3.", "lead", "lead_1"),
        Narrative(
            "sub-pillar-1",
            "",
            (
                "Ballistic data were the theme of the year.",
                "New.",
                "Three laws went to parliament.",
            ),
        ),
        replace(
            ANCHORED,
            rows=(
                ("1.1", "No response, and no support either."),
                ("1.2", LONG_ANSWER.replace("three rounds", "four rounds", 3)),
                ("1.4", "A row that came."),
            ),
            anchors=("gap_1", "", ""),
        ),
        Bullets(("One point.", "Another point.")),
    ),
)


def compared(first: bytes, second: bytes) -> bytes:
    twins = align(read_copy(first).passages, read_copy(second).passages)
    return draw_comparison(first, second, twins, "Secretariat", AT)
