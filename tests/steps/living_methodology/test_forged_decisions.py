"""A decision on a proposal the journal does not tell of lays no version and puts none in force.

Whoever owns the database file can write its rows; what was told in the chain stays as it was.
"""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from data import store
from data.errors.methodology import ProposalDecisionNotAsTold, ProposalDecisionNotConfirmed
from data.queries import journal, methodologies
from tasks import adopting, methodology_check, proposal_deciding
from tasks.proposing import submit
from tasks.records import verify_records
from tests.steps.living_methodology.facts import (
    adopted,
    by_force,
    decide,
    go_to,
    laid,
    proposed,
    version_folder,
)

JUNE_8, JUNE_10 = date(2026, 6, 8), date(2026, 6, 10)
ROUND_1 = "Methodology proposal 1 round 1: "
FORGED_CONFIRMATION = (
    "INSERT INTO proposal_confirmation (decision, recorded_by, recorded_at) "
    "SELECT id, 'Colleague', recorded_at FROM proposal_decision"
)


def without_a_seal_broken(sentence: str) -> None:
    """Write a row as somebody could who only appends."""
    with store.session() as session:
        session.exec(sql(sentence))


def on_record() -> tuple[int, int, int]:
    """How many acts are told, versions are laid and versions are in force."""
    with store.session() as session:
        told = journal.entries(session)
        versions = methodologies.every_laid(session), methodologies.in_force(session)
    return len(told), *map(len, versions)


def refused_to_lay(home: Path, why: type[Exception], match: str | None = None) -> bool:
    """The version of the first proposal is not laid on record, and nothing is written."""
    before, folder = on_record(), str(version_folder(home))
    with pytest.raises(why, match=match):
        adopting.lay.fn(1, folder, "Officer")
    return on_record() == before


def refused_to_confirm(why: type[Exception], match: str | None = None) -> bool:
    """The laid version does not come into force after its day of rest, and nothing is written."""
    go_to(JUNE_10)
    before = on_record()
    with pytest.raises(why, match=match):
        adopting.confirm.fn("2026", "Colleague")
    return on_record() == before


def test_a_confirmation_written_in_without_breaking_a_seal_lays_no_version(june: Path):
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    assert refused_to_lay(june, ProposalDecisionNotConfirmed)
    without_a_seal_broken(FORGED_CONFIRMATION)
    found = f"{ROUND_1}the confirmation on record is not the one in the journal."
    assert refused_to_lay(june, ProposalDecisionNotAsTold, found)
    assert found in verify_records.fn("")


def test_a_confirmation_written_in_for_a_second_decision_puts_no_version_in_force(june: Path):
    laid(june)
    proposal_deciding.recall_decision.fn(1, "The wrong item.", "Officer")
    decide(minutes="2026/3")
    newest = f"{FORGED_CONFIRMATION} ORDER BY id DESC LIMIT 1"
    assert refused_to_confirm(ProposalDecisionNotConfirmed)
    without_a_seal_broken(newest)
    assert refused_to_confirm(ProposalDecisionNotAsTold)
    found = f"{ROUND_1}the confirmation on record is not the one in the journal."
    assert found in verify_records.fn("")


REWRITTEN = {
    "another second person": (
        "proposal_confirmation",
        "UPDATE proposal_confirmation SET recorded_by = 'Somebody Else'",
        "the confirmation on record is not the one in the journal",
    ),
    "another recorder": (
        "proposal_decision",
        "UPDATE proposal_decision SET recorded_by = 'Somebody Else'",
        "the decision on record is not the one in the journal",
    ),
    "another day": (
        "proposal_decision",
        "UPDATE proposal_decision SET decided_on = '2026-06-05'",
        "the decision on record is not the one in the journal",
    ),
}


@pytest.mark.parametrize("row", REWRITTEN)
def test_a_decision_rewritten_before_the_version_was_laid_lays_none(june: Path, row: str):
    adopted()
    table, change, found = REWRITTEN[row]
    by_force(table, change)
    assert refused_to_lay(june, ProposalDecisionNotAsTold, found)
    assert any(told.startswith(f"{ROUND_1}{found}") for told in verify_records.fn(""))


@pytest.mark.parametrize("row", REWRITTEN)
def test_a_decision_rewritten_after_the_version_was_laid_puts_none_in_force(june: Path, row: str):
    laid(june)
    table, change, found = REWRITTEN[row]
    by_force(table, change)
    assert refused_to_confirm(ProposalDecisionNotAsTold, found)
    assert any(told.startswith(f"{ROUND_1}{found}") for told in verify_records.fn(""))


def test_a_confirmation_taken_off_the_record_is_missed(june: Path):
    laid(june)
    by_force("proposal_confirmation", "DELETE FROM proposal_confirmation")
    assert refused_to_confirm(ProposalDecisionNotConfirmed)
    found = f"{ROUND_1}the confirmation in the journal is no longer on record."
    assert found in verify_records.fn("")


def test_a_recall_taken_off_the_record_neither_lays_a_version_nor_puts_it_in_force(june: Path):
    laid(june)
    proposal_deciding.recall_decision.fn(1, "The wrong item.", "Officer")
    by_force("proposal_recall", "DELETE FROM proposal_recall")
    by_force("proposal_round", "UPDATE proposal_round SET state = 'adopted'")
    found = f"{ROUND_1}the recall in the journal is no longer on record."
    assert refused_to_lay(june, ProposalDecisionNotAsTold, found)
    assert refused_to_confirm(ProposalDecisionNotAsTold, found)
    assert found in verify_records.fn("")


def test_nothing_is_refused_or_named_where_nobody_wrote_into_the_books(june: Path):
    laid(june)
    go_to(JUNE_10)
    adopting.confirm.fn("2026", "Colleague")
    assert methodology_check.mismatches() == []
