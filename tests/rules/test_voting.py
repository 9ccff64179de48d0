"""No rule decides by itself, and none lets the chair conclude against it (I.3, R9)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.errors.board import (
    ModeDoesNotFit,
    ObjectionWithoutReason,
    ProxyIsTheSeat,
    RuleNotMet,
    SeatUnknown,
)
from data.errors.gate import RoundClosed
from data.vocabulary import BoardRule, Outcome, RoundState
from data.vocabulary.board import Deciding, Delivery, DeliveryNote, Mode, Voice, Vote
from tasks.rules import round_words, voting
from tests.rules.test_decision import ROUND
from tests.tables import rows

SEATS = ("AL", "BA", "EC", "ME", "RS")
SHORT = {"y": Vote.APPROVE, "c": Vote.APPROVE_WITH_COMMENTS, "n": Vote.OBJECT, "a": Vote.ABSTAIN}
WRITTEN = replace(ROUND, mode=Mode.WRITTEN, closes_at=datetime(2026, 6, 15, 9, tzinfo=UTC))
ALL = tuple(
    DeliveryNote(seat, Delivery.DELIVERED, "M. M.", datetime(2026, 6, 2, 9, tzinfo=UTC))
    for seat in SEATS
)


def june(day: int) -> datetime:
    return datetime(2026, 6, day, 9, tzinfo=UTC)


def voice(seat: str, vote: Vote, reason: str = "because", proxy: str = "") -> Voice:
    return Voice(seat, vote, reason, proxy, "M. M.", june(3))


def voices(told: str) -> list[Voice]:
    """One sign for each seat: y, c, n, a, or a dot for no position."""
    return [voice(seat, SHORT[sign]) for seat, sign in zip(SEATS, told, strict=True) if sign != "."]


SITTINGS = rows(
    """
    | rule      | quorum | positions | adopted | why                                              |
    | chair     | 0      | .....     | yes     |                                                  |
    | chair     | 0      | nnnnn     | yes     |                                                  |
    | consensus | 4      | yyyy.     | yes     |                                                  |
    | consensus | 4      | yyca.     | yes     |                                                  |
    | consensus | 4      | yyy..     | no      | 3 seats took a position and the quorum is 4      |
    | consensus | 4      | yyyyn     | no      | RS objects                                       |
    | consensus | 4      | aaaaa     | no      | nobody approves                                  |
    | majority  | 4      | yynna     | no      | approving: 2, objecting: 2                       |
    | majority  | 4      | ycnna     | no      | approving: 2, objecting: 2                       |
    | majority  | 4      | ycnaa     | yes     |                                                  |
    | majority  | 4      | yyy..     | no      | the quorum is 4                                  |
    | majority  | 4      | aaaaa     | no      | approving: 0, objecting: 0                       |
    """
)


@pytest.mark.parametrize("row", SITTINGS, ids=lambda row: f"{row['rule']} {row['positions']}")
def test_what_a_rule_carries_in_a_sitting(row):
    rule = BoardRule("r", "s", "ToR", Deciding(row["rule"]), int(row["quorum"]))
    told = _why_not(replace(ROUND, rule=rule), (), row["positions"], june(10))
    assert (told == "") is (row["adopted"] == "yes")
    assert row["why"] in told


IN_WRITING = rows(
    """
    | rule      | letters | positions | now | adopted | why                                  |
    | silence   | all     | .....     | 16  | yes     |                                      |
    | silence   | all     | .....     | 15  | no      | still runs                           |
    | silence   | all     | yyyyy     | 4   | yes     |                                      |
    | silence   | all     | ycay.     | 4   | no      | still runs                           |
    | silence   | all     | ....n     | 30  | no      | broken by an objection of RS         |
    | silence   | none    | .....     | 30  | no      | waits for delivery                   |
    | chair     | none    | yyyy.     | 30  | no      | waits for delivery                   |
    | chair     | all     | yyyy.     | 4   | no      | still runs                           |
    | chair     | all     | yyyy.     | 16  | yes     |                                      |
    | chair     | all     | yyyyn     | 16  | no      | broken by an objection of RS         |
    | consensus | all     | y....     | 16  | no      | 1 seat took a position               |
    """
)


@pytest.mark.parametrize(
    "row", IN_WRITING, ids=lambda row: f"{row['rule']} {row['positions']} on {row['now']}"
)
def test_what_a_rule_carries_in_writing(row):
    rule = BoardRule("r", "s", "ToR", Deciding(row["rule"]), quorum=4)
    letters = ALL if row["letters"] == "all" else ()
    now = june(int(row["now"]))
    told = _why_not(replace(WRITTEN, rule=rule), letters, row["positions"], now)
    assert (told == "") is (row["adopted"] == "yes")
    assert row["why"] in told


def _why_not(approval, letters, positions, now):
    """The sentence that refuses an adoption, empty where the rule carries it."""
    try:
        voting.check_outcome(approval, Outcome.ADOPTED, SEATS, letters, voices(positions), now)
    except RuleNotMet as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize("outcome", [Outcome.NOT_ADOPTED, Outcome.POSTPONED])
def test_to_return_or_postpone_a_report_needs_no_majority(outcome):
    rule = BoardRule("r", "s", "ToR", Deciding.CONSENSUS, 4)
    approval, rest = replace(ROUND, rule=rule), (SEATS, (), (), june(10))
    assert voting.check_outcome(approval, outcome, *rest) is None
    with pytest.raises(RuleNotMet):  # the same round without a position adopts nothing
        voting.check_outcome(approval, Outcome.ADOPTED, *rest)


def test_adopted_with_amendments_needs_what_adopted_needs():
    rule = BoardRule("r", "s", "ToR", Deciding.CONSENSUS, 4)
    with pytest.raises(RuleNotMet):
        voting.check_outcome(
            replace(ROUND, rule=rule), Outcome.ADOPTED_WITH_AMENDMENTS, SEATS, (), (), june(10)
        )


def test_the_last_position_of_a_seat_counts_and_may_be_none():
    said = [
        voice("AL", Vote.APPROVE),
        voice("BA", Vote.OBJECT),
        voice("AL", Vote.NONE),
        voice("BA", Vote.APPROVE),
    ]
    found = voting.standing(("AL", "BA", "EC"), said)
    assert found == {"AL": Vote.NONE, "BA": Vote.APPROVE, "EC": Vote.NONE}


def test_an_objection_needs_a_reason():
    with pytest.raises(ObjectionWithoutReason, match="--text"):
        voting.check_voice(ROUND, SEATS, voice("AL", Vote.OBJECT, reason=" "))


def test_who_had_no_seat_that_day_takes_no_position():
    with pytest.raises(SeatUnknown, match="AL, BA, EC, ME, RS"):
        voting.check_voice(ROUND, SEATS, voice("DE", Vote.APPROVE))


def test_a_seat_is_not_its_own_proxy():
    with pytest.raises(ProxyIsTheSeat):
        voting.check_voice(ROUND, SEATS, voice("AL", Vote.APPROVE, proxy="al"))


@pytest.mark.parametrize("state", [RoundState.ADOPTED, RoundState.NOT_ADOPTED, RoundState.VOID])
def test_after_the_decision_no_position_is_taken(state):
    with pytest.raises(RoundClosed):
        voting.check_voice(replace(ROUND, state=state), SEATS, voice("AL", Vote.APPROVE))


@pytest.mark.parametrize("mode", [Mode.MEETING, Mode.HYBRID])
def test_silence_means_nothing_in_a_meeting(mode):
    with pytest.raises(ModeDoesNotFit, match="--mode written"):
        voting.fits(BoardRule("r", "s", "ToR", Deciding.SILENCE), mode)


def test_an_expired_procedure_is_a_proposal_in_so_many_words():
    procedure = voting.procedure_of(WRITTEN, SEATS, ALL, (), june(20))
    told = round_words.on_procedure(WRITTEN, "of the WBCTi report", procedure, "Europe/Sarajevo")
    assert "Proposed to the chair: conclude “adopted”. It is no decision" in told


def test_the_standing_names_both_who_is_spoken_for_and_who_spoke():
    said = [voice("AL", Vote.APPROVE_WITH_COMMENTS, "Well done.", "Marko Marković")]
    names = {"AL": "Albania", "BA": "Bosnia and Herzegovina"}
    procedure = voting.procedure_of(WRITTEN, SEATS, ALL[:1], said, june(4))
    told = round_words.standing(
        WRITTEN, "of the WBCTi report", names, ALL[:1], said, procedure, "UTC"
    ).splitlines()
    assert told[-2:] == [
        "Albania: letter delivered; approve-with-comments, by proxy Marko Marković: Well done. "
        "(recorded on its behalf by M. M.)",
        "Bosnia and Herzegovina: letter not known; no position",
    ]
