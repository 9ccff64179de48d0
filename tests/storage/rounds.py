"""A report before the Board, and what the Board says of it."""

from datetime import date

from sqlmodel import Session

from data.queries import board, drafts
from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    BoardSeat,
    Decision,
    Draft,
    DraftKind,
    Outcome,
    RoundState,
)
from tests.storage.year_2025 import AT, CT, on_shelf

REPORT, SUMMARY, SNAPSHOT, MINUTES = "a" * 64, "b" * 64, "c" * 64, "d" * 64
RULE = BoardRule("chair", "The chair concludes, with evidence.", "Terms of Reference")
SEATS = (BoardSeat("AL", "Albania", False), BoardSeat("XK", "Kosovo*", True))


def draft(kind: DraftKind, number: int = 1, sha256: str = REPORT) -> Draft:
    return Draft(CT.cycle, CT.pillar, kind, number, sha256, SNAPSHOT, AT)


def submit(session: Session, number: int = 1) -> ApprovalRound:
    """Keep a final draft with its summary and open a round on both."""
    on_shelf(session, REPORT, SUMMARY, SNAPSHOT, MINUTES)
    if number == 1:
        drafts.keep(session, draft(DraftKind.FINAL), "2025 WBCTi Final draft 1.docx")
        summary = draft(DraftKind.SUMMARY, sha256=SUMMARY)
        drafts.keep(session, summary, "2025 WBCTi Summary 1.docx")
    opened = ApprovalRound(
        CT.cycle, CT.pillar, number, REPORT, SUMMARY, SNAPSHOT, SNAPSHOT, RULE, AT, RoundState.OPEN
    )
    board.open_round(session, opened, SEATS)
    return opened


def decide(opened: ApprovalRound, outcome: Outcome = Outcome.ADOPTED) -> Decision:
    return Decision(
        opened.number,
        outcome,
        date(2026, 6, 12),
        opened.report_sha256,
        opened.summary_sha256,
        MINUTES,
        "The Board adopted the report.",
        "M. M.",
        AT,
    )
