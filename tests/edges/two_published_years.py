"""Two cycles of three pillars, as they stand on the public site."""

import hashlib
from datetime import date
from pathlib import Path

from data.vocabulary.documents import Block, Bullets, Chart, Document, Heading, Paragraph, Table
from data.vocabulary.publication import PublishedSummary
from data.vocabulary.wording import DISCLAIMERS, KOSOVO_FOOTNOTE
from tasks.edges.website import build_site
from tests.tables import rows

TEMPLATES = Path(__file__).parents[2] / "templates"
ADDRESS = "https://iisg.example/response-mapping"
STATEMENTS = ("Achieved", "Ongoing", "Planned (intentions)")

PUBLISHED = """
| cycle | pillar | name                                              | approved   |
| 2024  | WBCTi  | Western Balkans Counter-Terrorism Initiative      | 2025-04-02 |
| 2024  | WBCSCi | Western Balkans Counter Serious Crime Initiative  | 2025-04-02 |
| 2024  | WBBSi  | Western Balkans Border Security Initiative        | 2025-05-20 |
| 2025  | WBCTi  | Western Balkans Counter-Terrorism Initiative      | 2026-03-12 |
| 2025  | WBCSCi | Western Balkans Counter Serious Crime Initiative  | 2026-03-12 |
| 2025  | WBBSi  | Western Balkans Border Security Initiative        | 2026-06-01 |
"""

ANSWERS = """
| partner                | needs | Achieved | Ongoing | Planned (intentions) |
| Albania                | 12    | 7        | 4       | 3                    |
| Bosnia and Herzegovina | 17    | 5        | 9       | 6                    |
| Kosovo*                | 9     | 6        | 1       | 2                    |
| Montenegro             | 8     | 14       | 11      | 10                   |
| North Macedonia        | 11    | 0        | 0       | 0                    |
| Serbia                 | 14    | 1        | 30      | 5                    |
"""


def blocks() -> tuple[Block, ...]:
    answers = rows(ANSWERS)
    return (
        Paragraph(
            "Six partners replied on 71 mapped needs. Three in four have a response.", "lead"
        ),
        Heading(1, "How to read this summary"),
        Paragraph(
            "A response is an effort of the partner itself, with and without project support. What "
            "is planned is an intention and is labelled so. Kosovo* and North Macedonia replied "
            "after the first draft."
        ),
        Bullets(("Nothing to report is written 0.", "Not shareable is written “not shareable”.")),
        Heading(1, "Legal framework and implementation"),
        Chart(
            "Figure 1. Responses by partner and kind of statement",
            "Stacked bars of the responses of six partners; the numbers stand in the table below.",
            tuple(row["partner"] for row in answers),
            tuple((kind, tuple(int(row[kind]) for row in answers)) for kind in STATEMENTS),
        ),
        Heading(3, "Information exchange"),
        Table(
            "Table 1. Needs and responses",
            ("Partner", "Needs", *STATEMENTS, "What was reported"),
            tuple(
                (*row.values(), "Law on critical infrastructure adopted; by-laws under way.")
                for row in answers
            ),
            (0.2, 0.1, 0.1, 0.1, 0.1, 0.4),
            numbers=(1, 2, 3, 4),
        ),
        Paragraph("Figures count lines of replies, not projects.", "note"),
        Heading(1, "Coordination and cooperation"),
        Paragraph("Извештај — ë ç č ć đ š ž: <script> & “quotes” stay as they are.", "quote"),
        Heading(2, "What comes next"),
        Paragraph("For the coming year", "label"),
        Paragraph("The partners and the Support Group meet in autumn.\nThe place is not fixed."),
    )


def summary(cycle: str, pillar: str, name: str, approved: str) -> PublishedSummary:
    docx = f"the approved file of {pillar} {cycle}".encode() * 900
    document = Document(
        kind="summary",
        title=f"Annual Response Mapping Report {cycle}: Summary",
        subtitle=f"{name} ({pillar})",
        facts=(f"Reporting period: 1 January to 31 December {cycle}", "Version 3"),
        marking="",
        version="3",
        disclaimers=DISCLAIMERS,
        kosovo_footnote=KOSOVO_FOOTNOTE,
        blocks=blocks(),
    )
    return PublishedSummary(
        cycle,
        pillar,
        name,
        document,
        docx,
        hashlib.sha256(docx).hexdigest(),
        date.fromisoformat(approved),
        f"IISG {cycle} {pillar} summary.docx",
    )


SUMMARIES = [summary(*row.values()) for row in rows(PUBLISHED)]
SITE = build_site(TEMPLATES, SUMMARIES, ADDRESS)
EMPTY = build_site(TEMPLATES, [], ADDRESS)
PAGES = {name: content.decode() for name, content in SITE.items() if name.endswith(".html")}
