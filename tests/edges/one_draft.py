"""A first draft and its summary, small and with everything a document can hold."""

from dataclasses import replace
from pathlib import Path

from data.vocabulary.documents import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)
from data.vocabulary.wording import DISCLAIMERS, KOSOVO_FOOTNOTE, MARKING_DRAFT

TEMPLATES = Path(__file__).parents[2] / "templates" / "drafts"

PARTNERS = (
    "Albania",
    "Bosnia and Herzegovina",
    "Kosovo*",
    "Montenegro",
    "North Macedonia",
    "Serbia",
)
LONG_ANSWER = "The unit was set up and its officers were trained in three rounds. " * 120

NEEDS = Table(
    "Responses under information exchange",
    ("No.", "Need", "Partner", "Response", "Year"),
    (
        ("1.1", "Exchange of ballistic data", "Albania", "Protocol signed.", "2024"),
        ("1.2", "Exchange of ballistic data", "Kosovo*", LONG_ANSWER, "2025"),
        ("1.3", "Access to Prüm data", "Serbia", "Правилник усвојен,\n– следећа фаза почиње.", ""),
    ),
    (0.07, 0.23, 0.17, 1 / 3, 0.1967),
    (4,),
)
MATRIX = Table(
    "Responses by need and partner",
    ("Need", *PARTNERS),
    (("1.1", "2", "0", "–", "1", "3", "1"), ("1.2", "1", "1", "2", "–", "0", "4")),
    (0.16, 0.14, 0.14, 0.14, 0.14, 0.14, 0.14),
    (1, 2, 3, 4, 5, 6),
    landscape=True,
)
CHART = Chart(
    "Responses by partner and sub-pillar",
    "Bars: Albania 5, Bosnia and Herzegovina 3, Kosovo* 4, Montenegro 2, North Macedonia 6,\n"
    "Serbia 4 responses.",
    PARTNERS,
    (
        ("Legal framework and implementation", (3, 1, 2, 0, 4, 2)),
        ("Capacity building and support", (2, 2, 2, 2, 2, 2)),
    ),
)
HEAT = Matrix(
    "Statements by filter and partner",
    "The more statements, the darker the cell. “–”: no information received.",
    "Filter",
    PARTNERS,
    (
        ("Information exchange", (3, 1, "–", 0, 12, 7)),
        ("Kosovo* and others: mechanisms", ("", 5, 2, "0 / –", "n.s.", 9)),
    ),
    anchor="statements_by_filter",
)
EMPTY = Narrative("opening", "The Secretariat may open the report here in its own words.")
WRITTEN = Narrative(
    "sub-pillar-1", "", ("Ballistic data were the year’s theme.", "Three laws went to parliament.")
)
ANCHORED = Table(
    "Gaps",
    ("No.", "What the replies show"),
    (("1.1", "No response."), ("1.2", LONG_ANSWER), ("1.3", "Planned only.")),
    (0.2, 0.8),
    anchors=("gap_1", "", "gap_3"),
)
BLOCKS: tuple[Block, ...] = (
    Heading(1, "Introduction"),
    Paragraph("What the six partners reported for 2024.", "lead"),
    Paragraph("Partners: Albania, Kosovo* and four more. Kosovo* replied in two parts."),
    Bullets(("Alphabetical order.", "A partner’s own words.")),
    Bullets(("Another list.",)),
    Paragraph("No information received by 14 March 2025 from two partners.", "note"),
    CHART,
    Heading(1, "Legal framework and implementation"),
    Heading(2, "Information exchange"),
    NEEDS,
    Heading(3, "Need 1.1"),
    Paragraph("As reported by Albania", "label"),
    Paragraph("In 2024 a protocol was signed.", "quote"),
    Heading(2, "Mechanisms"),
    Heading(1, "Coordination across partners"),
    Paragraph("The matrix counts responses."),
    MATRIX,
    Heading(1, "Annex"),
    Table("Requests", ("Partner", "Reply"), (("Albania", "7 March 2025"),), (0.5, 0.5)),
)
REPORT = Document(
    kind="report",
    title="Annual Response Mapping Report 2025",
    subtitle="Western Balkans Counter-Terrorism Initiative (WBCTi)",
    facts=("Reporting period: 1 January – 31 December 2024", "Version 1 of 21 March 2025"),
    marking=MARKING_DRAFT,
    version="First draft, version 1",
    disclaimers=DISCLAIMERS,
    kosovo_footnote=KOSOVO_FOOTNOTE,
    blocks=BLOCKS,
)
SUMMARY = Document(
    kind="summary",
    title="Annual Response Mapping 2025: Summary",
    subtitle="Western Balkans Border Security Initiative (WBBSi)",
    facts=("Reporting period: 1 January – 31 December 2024",),
    marking="",
    version="Approved summary",
    disclaimers=DISCLAIMERS,
    kosovo_footnote=KOSOVO_FOOTNOTE,
    blocks=(BLOCKS[0], BLOCKS[2], CHART, BLOCKS[18]),
)
TRACED = replace(
    REPORT,
    identity=(("Cycle", "2025"), ("Pillar", "WBCTi"), ("Draft", "first draft 1")),
    blocks=(
        Heading(1, "Introduction"),
        EMPTY,
        Paragraph("Table 1 and Figure 1 count 39 statements; Table 9 is not of this report."),
        HEAT,
        replace(CHART, anchor="statements_by_partner"),
        Heading(1, "Legal framework and implementation"),
        Paragraph("Two needs are mapped, see Table 2.", "lead", "lead_1"),
        WRITTEN,
        ANCHORED,
        replace(HEAT, landscape=True, anchor="matrix_again"),
    ),
)
