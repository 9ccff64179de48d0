"""R8, R9: a decision binds exact bytes, needs evidence, and never comes by silence."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from data.errors.board import RecallAfterPublication, RecallReasonMissing
from data.errors.gate import (
    ConfirmedByItsRecorder,
    DecisionBeforeItsRound,
    DecisionInTheFuture,
    DecisionOnAnotherRound,
    DecisionWithoutEvidence,
    RoundClosed,
    RoundNotOpen,
    TrackNotWithTheBoard,
)
from data.vocabulary import ApprovalRound, BoardRule, Decision, Outcome, RoundState, TrackState
from tasks.rules.decision import check_confirmation, check_day, consequence, recall, same_person
from tests.tables import rows

ROUND = ApprovalRound(
    cycle="2025",
    pillar="WBCTi",
    number=2,
    report_sha256="a" * 64,
    summary_sha256="b" * 64,
    report_snapshot="c" * 64,
    summary_snapshot="c" * 64,
    rule=BoardRule("chair", "The chair's conclusion, with evidence.", "ToR"),
    opened_at=datetime(2026, 6, 1, 9, tzinfo=UTC),
    state=RoundState.OPEN,
)
DECISION = Decision(
    round_number=2,
    outcome=Outcome.ADOPTED,
    decided_on=date(2026, 6, 20),
    report_sha256="a" * 64,
    summary_sha256="b" * 64,
    evidence_sha256="e" * 64,
    text="The Board adopted the report.",
    recorded_by="an officer",
    recorded_at=datetime(2026, 6, 22, 9, tzinfo=UTC),
)


def follows(decision: Decision = DECISION, approval: ApprovalRound = ROUND):
    found = consequence(approval, TrackState.WITH_THE_BOARD, decision)
    return found.round, found.track


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        (Outcome.ADOPTED, (RoundState.ADOPTED, TrackState.APPROVED)),
        (
            Outcome.ADOPTED_WITH_AMENDMENTS,
            (RoundState.ADOPTED_WITH_AMENDMENTS, TrackState.FINAL_DRAFT),
        ),
        (Outcome.NOT_ADOPTED, (RoundState.NOT_ADOPTED, TrackState.FINAL_DRAFT)),
        (Outcome.POSTPONED, (RoundState.POSTPONED, TrackState.WITH_THE_BOARD)),
    ],
)
def test_R9_each_outcome_has_its_consequence(outcome, after):
    assert follows(replace(DECISION, outcome=outcome)) == after


@pytest.mark.parametrize("file", ["report_sha256", "summary_sha256"])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_R8_a_decision_on_other_bytes_makes_the_round_void(file, outcome):
    other = replace(DECISION, outcome=outcome, **{file: "f" * 64})
    assert follows(other) == (RoundState.VOID, TrackState.FINAL_DRAFT)


def test_R9_a_decision_without_evidence_is_refused():
    with pytest.raises(DecisionWithoutEvidence, match="minutes or the letter"):
        follows(replace(DECISION, evidence_sha256=""))


@pytest.mark.parametrize(
    "state",
    [
        RoundState.ADOPTED,
        RoundState.ADOPTED_WITH_AMENDMENTS,
        RoundState.NOT_ADOPTED,
        RoundState.VOID,
    ],
)
def test_a_closed_round_takes_no_decision(state):
    with pytest.raises(RoundClosed, match=f"it is “{state}”"):
        follows(approval=replace(ROUND, state=state))


def test_a_postponed_item_is_taken_up_again():
    assert follows(approval=replace(ROUND, state=RoundState.POSTPONED)) == (
        RoundState.ADOPTED,
        TrackState.APPROVED,
    )


def test_a_round_that_was_never_sent_takes_no_decision():
    with pytest.raises(RoundNotOpen, match="submit-to-board"):
        follows(approval=replace(ROUND, state=RoundState.PREPARED))


def test_a_decision_names_its_own_round():
    with pytest.raises(DecisionOnAnotherRound, match="names round 1, but round 2"):
        follows(replace(DECISION, round_number=1))


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("track", sorted(set(TrackState) - {TrackState.WITH_THE_BOARD}))
def test_a_track_that_is_not_with_the_board_takes_no_decision(track, outcome):
    with pytest.raises(TrackNotWithTheBoard, match=f"its track stands at “{track}”"):
        consequence(ROUND, track, replace(DECISION, outcome=outcome))


OPENED = date(2026, 6, 1)


@pytest.mark.parametrize("decided_on", [date(2026, 6, 1), date(2026, 6, 22)])
def test_a_decision_is_taken_between_the_opening_and_today(decided_on):
    assert check_day(ROUND, decided_on, OPENED, date(2026, 6, 22)) is None


def test_a_decision_of_tomorrow_is_refused():
    with pytest.raises(DecisionInTheFuture, match="2026-06-23"):
        check_day(ROUND, date(2026, 6, 23), OPENED, date(2026, 6, 22))


def test_a_decision_from_before_the_round_is_on_another_text():
    with pytest.raises(DecisionBeforeItsRound, match="round 2"):
        check_day(ROUND, date(2026, 5, 31), OPENED, date(2026, 6, 22))


NAMES = rows(
    """
    | one          | other          | same |
    | Ana Hoxha    | ana  hoxha     | yes  |
    | Ana Hoxha    | HOXHA, Ana     | yes  |
    | Đorđe Marić  | Djordje Maric  | yes  |
    | Đorđe Marić  | Ђорђе Марић    | yes  |
    | Ana Hoxha    | Аna Hoxha      | yes  |
    | C. Pop       | С. Pop         | yes  |
    | Ana Hoxha    | Ana Hoxhaj     | no   |
    | Ana Hoxha    | Besa Hoxha     | no   |
    | Ana Hoxha    | A. Hoxha       | yes  |
    | Ana Hoxha    | Hoxha A.       | yes  |
    | Ana Hoxha    | Ana            | yes  |
    | Ana Hoxha    | Ana Hoxha (IISG) | yes  |
    | B. Hoxha     | Ana Hoxha      | no   |
    | Ѓорѓи Ќосев  | Gjorgji Kjosev | yes  |
    | Љиљана Џајић | Ljiljana Džajić | yes  |
    """  # noqa: RUF001 - Cyrillic letters that look Latin are the point
)


@pytest.mark.parametrize("row", NAMES, ids=lambda row: f"{row['one']} and {row['other']}")
def test_one_person_is_known_however_the_name_is_written(row):
    assert same_person(row["one"], row["other"]) is (row["same"] == "yes")


def test_the_recorder_does_not_confirm():
    with pytest.raises(ConfirmedByItsRecorder, match="confirm-decision"):
        check_confirmation(ROUND, DECISION, "An Officer")
    check_confirmation(ROUND, DECISION, "a colleague")


RECALLS = rows(
    """
    | round                   | track          | newest | amends | then | track then     |
    | adopted                 | approved       | a      | 0      | open | with the Board |
    | adopted                 | approved       | a      | 1      | void | final draft    |
    | adopted with amendments | final draft    | a      | 0      | open | with the Board |
    | adopted with amendments | final draft    | f      | 0      | void | final draft    |
    | not adopted             | final draft    | a      | 0      | open | with the Board |
    | not adopted             | final draft    | f      | 0      | void | final draft    |
    | postponed               | with the Board | a      | 0      | open | with the Board |
    """
)


@pytest.mark.parametrize("row", RECALLS, ids=lambda row: f"{row['round']} {row['newest']}")
def test_a_recalled_decision_leaves_the_same_files_with_the_board_and_no_others(row):
    approval = replace(ROUND, state=RoundState(row["round"]), amends=int(row["amends"]))
    found = recall(approval, TrackState(row["track"]), row["newest"] * 64, "Wrong minutes.")
    assert found.round is RoundState(row["then"])
    assert found.track is TrackState(row["track then"])


def test_a_recall_needs_a_reason():
    with pytest.raises(RecallReasonMissing):
        recall(replace(ROUND, state=RoundState.ADOPTED), TrackState.APPROVED, "a" * 64, " ")


@pytest.mark.parametrize(
    "track", [TrackState.IN_THE_DATABASE, TrackState.SUMMARY_PUBLISHED, TrackState.CLOSED]
)
def test_what_is_released_is_not_recalled(track):
    with pytest.raises(RecallAfterPublication, match="supersedes"):
        recall(replace(ROUND, state=RoundState.ADOPTED), track, "a" * 64, "Wrong minutes.")
