"""R7 to R10: nothing leaves the house that the Board did not adopt, byte for byte."""

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import data.errors.gate as gate_errors
from data.errors.base import Refusal
from data.errors.gate import (
    AmendmentsOutstanding,
    ClockBehind,
    ConfirmedByItsRecorder,
    DecisionInTheFuture,
    DecisionNotConfirmed,
    DifferentSnapshots,
    EvidenceNotOnShelf,
    NoDecisionRecorded,
    NotAdopted,
    NotBeforeTheBoard,
    NotTheBytesDecidedOn,
    QuietPeriodRuns,
    RoundVoid,
    WouldLeak,
)
from data.vocabulary import Outcome, RoundState, TrackId
from data.vocabulary.board import Watch
from tasks.rules.gate import clear_for_release
from tests.rules.test_decision import DECISION as RECORDED
from tests.rules.test_decision import ROUND as OPEN_ROUND
from tests.tables import rows

TRACK = TrackId("2025", "WBCTi")
ADOPTED = replace(OPEN_ROUND, state=RoundState.ADOPTED)
DECISION = replace(
    RECORDED, confirmed_by="a colleague", confirmed_at=datetime(2026, 6, 22, 15, tzinfo=UTC)
)
WATCH = Watch(datetime(2026, 6, 24, 9, tzinfo=UTC), "Europe/Sarajevo", timedelta(hours=24))


def cleared(
    latest_round=ADOPTED,
    decisions=(DECISION,),
    report="a" * 64,
    summary="b" * 64,
    evidence=("e" * 64,),
    watch=WATCH,
    leaks=(),
):
    return clear_for_release(
        TRACK, latest_round, decisions, report, summary, evidence, watch, leaks
    )


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


def test_nothing_leaves_on_the_word_of_one_person():
    with pytest.raises(DecisionNotConfirmed, match="confirm-decision"):
        cleared(decisions=(RECORDED,))


@pytest.mark.parametrize(
    "name", ["an officer", "An  Officer", "OFFICER, AN", "\N{CYRILLIC CAPITAL LETTER A}n officer"]
)
def test_a_second_name_that_reads_like_the_first_is_no_second_person(name):
    with pytest.raises(ConfirmedByItsRecorder):
        cleared(decisions=(replace(DECISION, confirmed_by=name),))


def test_a_recalled_decision_clears_nothing():
    with pytest.raises(NoDecisionRecorded):
        cleared(decisions=(replace(DECISION, recalled_by="an officer", recall_reason="wrong"),))


def test_the_decision_after_a_recalled_one_counts():
    recalled = replace(DECISION, outcome=Outcome.NOT_ADOPTED, recalled_by="an officer")
    assert cleared(decisions=(recalled, DECISION)) is DECISION


@pytest.mark.parametrize(
    "row",
    rows(
        """
        | now                       | quiet | leaves |
        | 2026-06-22T15:00:00+00:00 | 24    | no     |
        | 2026-06-23T08:59:59+00:00 | 24    | no     |
        | 2026-06-23T09:00:00+00:00 | 24    | yes    |
        | 2026-06-22T15:00:00+00:00 | 0     | yes    |
        | 2026-06-29T08:00:00+00:00 | 168   | no     |
        """
    ),
    ids=lambda row: f"{row['now']} after {row['quiet']} h",
)
def test_a_decision_rests_before_its_report_leaves(row):
    quiet = timedelta(hours=int(row["quiet"]))
    watch = Watch(datetime.fromisoformat(row["now"]), "Europe/Sarajevo", quiet)
    if row["leaves"] == "yes":
        assert cleared(watch=watch) is DECISION
    else:
        with pytest.raises(QuietPeriodRuns, match="MAPPING_QUIET_HOURS"):
            cleared(watch=watch)


@pytest.mark.parametrize("hour", [8, 14])
def test_a_clock_before_the_decision_or_its_confirmation_is_refused(hour):
    early = replace(WATCH, now=datetime(2026, 6, 22, hour, tzinfo=UTC), quiet=timedelta())
    with pytest.raises(ClockBehind, match="Set the clock right"):
        cleared(watch=early)


def test_a_decision_dated_on_a_day_to_come_is_refused():
    with pytest.raises(DecisionInTheFuture, match="2026-06-25"):
        cleared(decisions=(replace(DECISION, decided_on=date(2026, 6, 25)),))


def test_one_leak_keeps_everything_in_the_house():
    with pytest.raises(WouldLeak, match=r"index\.html holds an address"):
        cleared(leaks=("index.html holds an address.",))


@pytest.mark.parametrize(
    "error",
    [each for each in vars(gate_errors).values() if isinstance(each, type) and each is not Refusal],
    ids=lambda error: error.__name__,
)
def test_every_refusal_is_a_whole_sentence_and_survives_the_journey(error):
    known = ("cycle", "pillar", "number", "outcome", "file", "state", "named", "name", "day")
    facts = dict.fromkeys(
        (*known, "until", "now", "recorded", "opened", "leaks", "mismatches"), "x"
    )
    refusal = error(**facts)
    assert issubclass(error, Refusal)
    assert error.what.endswith(".")
    assert "`mapping " in error.remedy
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)  # noqa: S301 -- our own bytes
