"""R7 to R10: nothing leaves the house that the Board did not adopt, byte for byte."""

import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import data.errors.gate as gate_errors
from data.errors.base import Refusal
from data.errors.gate import (
    AmendmentsOutstanding,
    DifferentSnapshots,
    EvidenceNotOnShelf,
    NoDecisionRecorded,
    NotAdopted,
    NotBeforeTheBoard,
    NotTheBytesDecidedOn,
    RoundVoid,
)
from data.vocabulary import Outcome, RoundState, TrackId
from tasks.rules.gate import clear_for_release
from tests.rules.test_decision import DECISION
from tests.rules.test_decision import ROUND as OPEN_ROUND

TRACK = TrackId("2025", "WBCTi")
ADOPTED = replace(OPEN_ROUND, state=RoundState.ADOPTED)


def cleared(
    latest_round=ADOPTED,
    decisions=(DECISION,),
    report="a" * 64,
    summary="b" * 64,
    evidence=("e" * 64,),
):
    return clear_for_release(TRACK, latest_round, decisions, report, summary, evidence)


def test_R10_adopted_files_are_cleared_by_the_decision_that_adopted_them():
    assert cleared() is DECISION


def test_R10_what_was_never_before_the_board_stays_in_the_house():
    with pytest.raises(NotBeforeTheBoard, match="submit-to-board"):
        cleared(latest_round=None, decisions=())


def test_R9_without_a_recorded_decision_nothing_is_approved_however_long_one_waits():
    with pytest.raises(NoDecisionRecorded, match="record-decision"):
        cleared(latest_round=OPEN_ROUND, decisions=())


def test_R9_a_decision_on_an_earlier_round_does_not_count():
    with pytest.raises(NoDecisionRecorded):
        cleared(decisions=(replace(DECISION, round_number=1),))


@pytest.mark.parametrize("outcome", [Outcome.NOT_ADOPTED, Outcome.POSTPONED])
def test_R10_what_was_not_adopted_stays_in_the_house(outcome):
    with pytest.raises(NotAdopted, match=outcome):
        cleared(decisions=(replace(DECISION, outcome=outcome),))


def test_R9_the_last_recorded_decision_counts_whatever_the_order_given():
    later = replace(
        DECISION,
        outcome=Outcome.NOT_ADOPTED,
        recorded_at=datetime(2026, 6, 23, 9, tzinfo=UTC),
    )
    for decisions in ((DECISION, later), (later, DECISION)):
        with pytest.raises(NotAdopted):
            cleared(decisions=decisions)


def test_R10_amendments_go_back_to_the_board_before_anything_leaves():
    with pytest.raises(AmendmentsOutstanding, match="mapping develop"):
        cleared(decisions=(replace(DECISION, outcome=Outcome.ADOPTED_WITH_AMENDMENTS),))


def test_R8_a_void_round_clears_nothing_even_with_an_adopting_decision():
    with pytest.raises(RoundVoid):
        cleared(latest_round=replace(ADOPTED, state=RoundState.VOID))


def test_a_round_that_is_still_open_clears_nothing():
    with pytest.raises(NoDecisionRecorded):
        cleared(latest_round=OPEN_ROUND)


def test_R7_report_and_summary_of_two_snapshots_are_refused():
    with pytest.raises(DifferentSnapshots):
        cleared(latest_round=replace(ADOPTED, summary_snapshot="d" * 64))


@pytest.mark.parametrize("evidence", [(), ("f" * 64,)])
def test_R9_evidence_must_really_be_there(evidence):
    with pytest.raises(EvidenceNotOnShelf):
        cleared(evidence=evidence)


def test_R9_an_empty_evidence_is_none():
    with pytest.raises(EvidenceNotOnShelf):
        cleared(decisions=(replace(DECISION, evidence_sha256=""),), evidence=("",))


@pytest.mark.parametrize("file", ["report", "summary"])
@pytest.mark.parametrize("on_shelf", ["f" * 64, ""])
def test_R8_one_byte_changed_or_a_file_missing_stops_the_release(file, on_shelf):
    with pytest.raises(NotTheBytesDecidedOn, match=f"The {file} in the files"):
        cleared(**{file: on_shelf})


@pytest.mark.parametrize("file", ["report_sha256", "summary_sha256"])
def test_R8_the_bytes_decided_on_must_be_the_bytes_sent(file):
    with pytest.raises(NotTheBytesDecidedOn):
        cleared(decisions=(replace(DECISION, **{file: "f" * 64}),))


@pytest.mark.parametrize(
    "error",
    [each for each in vars(gate_errors).values() if isinstance(each, type) and each is not Refusal],
    ids=lambda error: error.__name__,
)
def test_every_refusal_is_a_whole_sentence_and_survives_the_journey(error):
    facts = dict.fromkeys(("cycle", "pillar", "number", "outcome", "file", "state", "named"), "x")
    refusal = error(**facts)
    assert issubclass(error, Refusal)
    assert error.what.endswith(".")
    assert "`mapping " in error.remedy
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)  # noqa: S301 -- our own bytes
