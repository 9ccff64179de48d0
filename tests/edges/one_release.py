"""One approved report of one pillar, with a little of everything a release may hold."""

import hashlib
from datetime import UTC, date, datetime

from data.vocabulary import (
    AnswerState,
    BoardRule,
    Chapter,
    Comment,
    Decision,
    Disposition,
    Gap,
    GapKind,
    InstrumentKind,
    LastYear,
    Member,
    MemberKind,
    Need,
    NeedReply,
    Outcome,
    Outline,
    Pillar,
    Place,
    PossibleOverlap,
    ProjectSupport,
    ReplySituation,
    ResponseLine,
    Snapshot,
    StatementKind,
    SupportLine,
)
from data.vocabulary.publication import ReleasedReport
from tests.tables import rows

NEEDS = """
| key | number | member | sub | filter               | title                             |
| K-1 | AL.1.1 | AL     | 1   | Legislation          | Law on critical infrastructure    |
| K-2 | KS.1.1 | KS     | 1   | Legislation          | Law on returning fighters         |
| K-3 | RS.4.1 | RS     | 4   | Information exchange | Exchange with Eurojust            |
"""

AL = Member("AL", "Albania", MemberKind.PARTNER)
KS = Member("KS", "Kosovo*", MemberKind.PARTNER)
RS = Member("RS", "Serbia", MemberKind.PARTNER)
EC = Member("EC", "European Commission", MemberKind.EU_INSTITUTION)
UNODC = Member("UNODC", "UNODC", MemberKind.INTERNATIONAL)
DEADLINE = "Friday 13 March 2026, 17:00 CET"
ASKED = date(2026, 1, 12)
CELL = Place("Sheet 7", "D12")

SNAPSHOT = Snapshot(
    cycle="2025",
    pillar=Pillar("WBCTi", "Western Balkans Counter-Terrorism Initiative", "counter-terrorism"),
    methodology="2022",
    reporting_from=date(2025, 1, 1),
    reporting_to=date(2025, 12, 31),
    outlook_to=date(2026, 12, 31),
    as_of=date(2026, 5, 4),
    outline=Outline(
        "WBCTi",
        2,
        (
            Chapter(1, "Legal framework and implementation", ("Legislation",)),
            Chapter(4, "Coordination and cooperation", ("Information exchange",)),
        ),
    ),
    partners=(AL, KS, RS),
    supporters=(EC, UNODC),
    partner_situation=(
        ReplySituation(AL, ASKED, DEADLINE, date(2026, 3, 2)),
        ReplySituation(KS, ASKED, DEADLINE, None),
        ReplySituation(RS, ASKED, DEADLINE, date(2026, 3, 13)),
    ),
    supporter_situation=(
        ReplySituation(EC, date(2026, 4, 1), "Thursday 30 April 2026, 17:00 CEST", ASKED),
        ReplySituation(UNODC, None, "", None),
    ),
    needs=tuple(
        Need(
            each["key"],
            each["number"],
            each["member"],
            "WBCTi",
            int(each["sub"]),
            each["filter"],
            each["title"],
            replaces=("AL.7", "AL.8") if each["key"] == "K-1" else (),
        )
        for each in rows(NEEDS)
    ),
    replies=(
        NeedReply("K-1", AnswerState.ANSWERED, place=CELL),
        NeedReply("K-3", AnswerState.ANSWERED, place=CELL),
    ),
    responses=(
        ResponseLine(
            "K-1",
            1,
            StatementKind.ACHIEVED,
            "Ligji për mbrojtjen e infrastrukturës kritike; Kosovo side informed.",
            InstrumentKind.LAW,
            "OJ 12/2025",
            "Q2 2025",
            date(2025, 6, 30),
            ProjectSupport.NO,
            place=CELL,
        ),
        ResponseLine(
            "K-3",
            1,
            StatementKind.PLANNED,
            "Закон о борби против тероризма",  # noqa: RUF001 - Cyrillic on purpose
        ),
        ResponseLine("K-3", 2, None, "Liaison officer"),
    ),
    support=(
        (
            "EC",
            SupportLine(
                "K-1",
                1,
                "EU4FAST-WB",
                "GIZ",
                "IPA III and the Netherlands",
                "Training",
                budget="33.303.022,00",
                currency="EUR",
            ),
        ),
    ),
    gaps=(Gap(GapKind.PLANNED_ONLY, "K-3", "RS", "The responses reported are intentions."),),
    overlaps=(
        PossibleOverlap(
            "K-1", "European Commission: EU4FAST-WB", "UNODC: X", "Same need and years"
        ),
    ),
    comments=(
        Comment(
            1,
            "EC",
            "AL.1.1",
            "Civil aviation is missing.",
            "",
            date(2026, 4, 20),
            Disposition.PARTLY,
            "Named in the text, not in the table.",
        ),
    ),
    last_year={"K-1": LastYear("2024", ("Draft law",), ("Adoption",))},
)

REPORT = b"the approved report" * 100
SUMMARY = b"the approved summary" * 100

RELEASE = ReleasedReport(
    snapshot=SNAPSHOT,
    report_docx=REPORT,
    summary_docx=SUMMARY,
    report_sha256=hashlib.sha256(REPORT).hexdigest(),
    summary_sha256=hashlib.sha256(SUMMARY).hexdigest(),
    decision=Decision(
        round_number=1,
        outcome=Outcome.ADOPTED,
        decided_on=date(2026, 6, 10),
        report_sha256=hashlib.sha256(REPORT).hexdigest(),
        summary_sha256=hashlib.sha256(SUMMARY).hexdigest(),
        evidence_sha256="e" * 64,
        text="The Board adopts the report.",
        recorded_by="Dragana of the Secretariat",
        recorded_at=datetime(2026, 6, 11, 8, 30, tzinfo=UTC),
    ),
    rule=BoardRule("chair", "The chair concludes, with evidence.", "configured"),
    head="f" * 64,
    report_file_name="IISG 2025 WBCTi report.docx",
    summary_file_name="IISG 2025 WBCTi summary.docx",
)
