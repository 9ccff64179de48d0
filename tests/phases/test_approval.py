"""Phase I.3: exact files go to the Board, and only a decision with evidence counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data import clock, snapshots, store
from data.errors.cycles import CommentsOpen, NumbersDiffer
from data.errors.gate import DecisionWithoutEvidence
from data.settings import settings
from data.vocabulary import DraftKind, Outcome
from flows.approval import record_decision, submit_to_board
from flows.development import record_comment
from tasks import filing
from tasks.edges.word import write_document
from tasks.rules import report
from tests.phases.played_year import asked, change, dump, on_shelf, tree

MoveIn = Callable[[str], Path]


def test_r6_a_report_with_an_open_comment_is_not_submitted(move_in: MoveIn):
    home = move_in("final drafts")
    words = "The second chapter needs another look."
    record_comment("2025", "WBCTi", "AL", words, "Officer")
    before = tree(home), dump(home)
    with pytest.raises(CommentsOpen) as refused:
        submit_to_board("2025", "WBCTi")
    assert "Comments 4 on the WBCTi report of 2025" in str(refused.value)
    assert (tree(home), dump(home)) == before


def test_r7_report_and_summary_of_every_round_come_from_one_snapshot(rehearsed: Path):
    pairs = asked(
        rehearsed,
        "SELECT d.snapshot_sha256, s.snapshot_sha256, a.report_sha256 = d.sha256, "
        "a.summary_sha256 = s.sha256 FROM approval_round a "
        "JOIN draft d ON d.id = a.draft JOIN summary s ON s.id = a.summary",
    )
    assert len(pairs) == 4
    for of_report, of_summary, same_report, same_summary in pairs:
        assert of_report == of_summary
        assert (same_report, same_summary) == (1, 1)


def test_r8_the_board_was_sent_the_very_files_it_decided_on(rehearsed: Path):
    decided = asked(
        rehearsed,
        "SELECT d.report_sha256 = r.report_sha256, d.summary_sha256 = r.summary_sha256 "
        "FROM decision d JOIN approval_round r ON r.id = d.round",
    )
    assert decided == [(1, 1)] * 4


def test_r9_a_decision_without_evidence_is_refused_and_nothing_is_kept(move_in: MoveIn):
    home = move_in("with the Board")
    before = tree(home), dump(home)
    on = date(2026, 9, 23)
    with pytest.raises(DecisionWithoutEvidence):
        record_decision("2025", "WBCTi", Outcome.ADOPTED, on, "", "Officer", minutes="2026/2")
    assert (tree(home), dump(home)) == before


def test_r9_every_decision_on_record_holds_its_minutes(rehearsed: Path):
    for (sha256,) in asked(rehearsed, "SELECT evidence_sha256 FROM decision"):
        minutes = on_shelf(rehearsed, str(sha256)).read_text(encoding="utf-8")
        assert minutes.startswith("Minutes of the IISG Board, 2026-")


def test_r20_a_report_that_says_other_numbers_than_its_snapshot_is_not_submitted(move_in: MoveIn):
    home = move_in("final drafts")
    [(row, snapshot_sha256, number)] = asked(
        home,
        "SELECT d.id, d.snapshot_sha256, d.number FROM draft d JOIN track t ON t.id = d.track "
        "WHERE t.pillar = 'WBCTi' AND d.kind = 'final draft'",
    )
    snapshot = snapshots.from_bytes(on_shelf(home, str(snapshot_sha256)).read_bytes())
    fewer = replace(snapshot, responses=snapshot.responses[1:])
    content = write_document(
        settings().templates / "drafts", report.compose(fewer, DraftKind.FINAL, int(str(number)))
    )
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, "edited by hand.docx", clock.now())
    edited = f"UPDATE draft SET sha256 = '{sha256}' WHERE id = {row}"  # noqa: S608 - our own
    change(home, "DROP TRIGGER draft_no_update", edited)
    before = tree(home), dump(home)
    with pytest.raises(NumbersDiffer) as refused:
        submit_to_board("2025", "WBCTi")
    assert (tree(home), dump(home)) == before
    told = str(refused.value)
    assert "says" in told
    assert "the snapshot gives" in told  # counted a second time, not only composed again
