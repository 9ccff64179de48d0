"""The letters of transmittal of the year 2025, each to one member."""

from datetime import UTC, date, datetime

from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    Decision,
    Draft,
    DraftKind,
    Enclosure,
    Outcome,
    RoundState,
)
from data.vocabulary.board import Deciding, Mode
from tasks.rules import transmittals
from tests.rules.year_2025 import LAST

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
DAY = date(2026, 6, 2)
DEADLINE = "Friday 26 June 2026, 17:00 CEST (15:00 UTC)"
CONTACT = "IISG Secretariat, secretariat@iisg.example"
RULE = BoardRule("chair-1", "The Board decides by the chair's conclusion.", "configured")
REPORT, SUMMARY, SNAPSHOT = "a" * 64, "b" * 64, "c" * 64
FINAL = Draft("2025", "WBCTi", DraftKind.FINAL, 2, REPORT, SNAPSHOT, AT)
CONSULTATION = Draft("2025", "WBCTi", DraftKind.CONSULTATION, 1, "d" * 64, SNAPSHOT, AT)
FILES = (
    Enclosure("2025 WBCTi Final draft 2.docx", "the final draft of the report", REPORT, ""),
    Enclosure("2025 WBCTi Summary 2.docx", "its summary for the public", SUMMARY, ""),
)
SENT = (Enclosure("2025 WBCTi Consultation draft 1.docx", "the draft", "d" * 64, ""),)
PLACES = ("2025/WBCTi", "https://iisg.example/response-mapping/2025/WBCTi/")
DECISION = Decision(
    1, Outcome.ADOPTED, date(2026, 6, 26), REPORT, SUMMARY, "e" * 64, "", "O", AT, "2026/2, item 4"
)


def opened(mode: Mode = Mode.MEETING, decides: Deciding = Deciding.CHAIR) -> ApprovalRound:
    rule = BoardRule(RULE.code, RULE.sentence, RULE.reference, decides)
    files = (REPORT, SUMMARY, SNAPSHOT, SNAPSHOT)
    return ApprovalRound("2025", "WBCTi", 1, *files, rule, AT, RoundState.OPEN, mode)


def submitted(mode: Mode = Mode.MEETING, decides: Deciding = Deciding.CHAIR):
    """The letter to the Board, which addresses nobody yet."""
    round_ = opened(mode, decides)
    return transmittals.to_the_board(LAST, FINAL, round_, FILES, DEADLINE, DAY, CONTACT)


consulted = transmittals.with_consultation_draft(LAST, CONSULTATION, SENT, DEADLINE, DAY, CONTACT)
released = transmittals.with_released_report(LAST, FINAL, DECISION, FILES, PLACES, DAY, CONTACT)

TO_THE_BOARD = transmittals.addressed(
    submitted(), "2025/WBCTi/board/1/XK", "Kosovo*", ["Board member's office"]
)
ON_CONSULTATION = transmittals.addressed(
    consulted, "2025/WBCTi/consultation/1/AT", "Austria", ["WBCTi coordinator", "WBCTi desk"]
)
ON_RELEASE = transmittals.addressed(released, "2025/WBCTi/released/1/AL", "Albania", [])
