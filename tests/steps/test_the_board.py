"""Seats, decisions and amendments: kept once, by name, and each bound to exact files (I.3)."""

import json
from datetime import date
from pathlib import Path

import pytest

from data import store
from data.errors.board import (
    AmendmentsUnticked,
    AmendmentUnknown,
    NoAmendmentsHere,
    NoAmendmentsOnRecord,
    NoDecisionToConfirm,
    NotYetAmended,
    RuleNotMet,
    SeatUnknown,
)
from data.errors.cycles import NameMissing, NothingBeforeTheBoard
from data.errors.gate import (
    AmendmentsOutstanding,
    ClockBehind,
    ConfirmedByItsRecorder,
    DecisionBeforeItsRound,
    DecisionInTheFuture,
    DecisionNotConfirmed,
    MinutesMissing,
    NoDecisionRecorded,
    QuietPeriodRuns,
    RoundClosed,
)
from data.queries import board, board_voices, journal, round_voices
from data.settings import MARK
from data.vocabulary import Cycle, Outcome, RoundState, TrackState
from data.vocabulary.board import Delivery, Mode, Vote
from tasks import amending, deciding, release, seats
from tests.steps.board import (
    CT,
    SILENCE,
    decide,
    go_to,
    keep_drafts,
    state,
    submit,
    through_the_gate,
)


@pytest.fixture(autouse=True)
def june(opened: Cycle, home: Path) -> None:
    """A home on a simulated clock that stands at 1 June 2026, 9:00 UTC."""
    mark = {"seed": 7, "cycles": 1, "moment": "2026-06-01T09:00:00+00:00", "passed": 0}
    (home / MARK).write_text(json.dumps(mark), encoding="utf-8")


def say(seat: str, vote: Vote, text: str = "", proxy: str = "") -> str:
    return seats.record_position.fn(CT, seat, vote, text, proxy, "Officer")


def deliver(seat: str, what: Delivery = Delivery.DELIVERED) -> str:
    return seats.record_delivery.fn(CT, seat, what, "Officer")


def confirm(name: str = "Colleague") -> str:
    return deciding.confirm_decision.fn(CT, name)


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def test_a_position_said_twice_is_kept_once_and_journalled_once():
    submit()
    say("EC", Vote.APPROVE)
    say("EC", Vote.APPROVE)
    say("EC", Vote.NONE)
    with store.session() as session:
        said = round_voices.voices(session, board_voices.kept(session, CT, 1))
        assert [each.position for each in said] == [
            Vote.APPROVE,
            Vote.NONE,
        ]
    assert acts().count("position of a seat recorded") == 2


def test_the_journal_says_on_whose_behalf_and_by_which_proxy():
    submit()
    say("EC", Vote.APPROVE, proxy="Marko Marković")
    with store.session() as session:
        entry = journal.entries(session)[-1]
    assert entry.who == "Officer"
    assert (entry.facts["on behalf of"], entry.facts["by proxy"]) == ("EC", "Marko Marković")


@pytest.mark.parametrize("act", [lambda: say("ZZ", Vote.APPROVE), lambda: deliver("ZZ")])
def test_who_has_no_seat_is_refused_with_the_seats_there_are(act):
    submit()
    with pytest.raises(SeatUnknown, match="EC"):
        act()


def test_before_any_round_there_is_nothing_to_say_or_confirm():
    for act in (lambda: say("EC", Vote.APPROVE), confirm, lambda: seats.standing.fn(CT)):
        with pytest.raises(NothingBeforeTheBoard):
            act()


def test_a_written_procedure_runs_from_the_last_delivery_and_its_end_decides_nothing():
    given = submit(SILENCE, Mode.WRITTEN)
    for seat in given.seats[:-1]:
        assert f"begins once delivery is known to {seat}" not in deliver(seat)
    go_to(3)
    assert "runs until Wednesday 17 June 2026" in deliver(given.seats[-1])
    with pytest.raises(RuleNotMet, match="still runs"):
        decide(given)
    go_to(17)
    assert "It is no decision" in seats.standing.fn(CT)
    assert state() == (RoundState.OPEN, TrackState.WITH_THE_BOARD)
    with pytest.raises(NoDecisionRecorded):
        release.pass_the_gate.fn(CT)
    decide(given)
    assert state() == (RoundState.ADOPTED, TrackState.APPROVED)


def test_a_bounce_stops_the_clock_until_the_letter_arrives():
    given = submit(SILENCE, Mode.WRITTEN)
    for seat in given.seats:
        deliver(seat)
    go_to(13)
    assert "is stopped, since the letter bounced: EC" in deliver("EC", Delivery.BOUNCED)
    go_to(20)
    with pytest.raises(RuleNotMet, match="stopped by a bounce"):
        decide(given)
    assert "runs until Saturday 4 July 2026" in deliver("EC")


def test_an_objection_breaks_a_written_procedure_and_every_seat_is_told_once():
    given = submit(SILENCE, Mode.WRITTEN)
    for seat in given.seats:
        deliver(seat)
    assert seats.tell_of_objections.fn(CT) == []
    assert "broken by an objection: EC" in say("EC", Vote.OBJECT, "Chapter 2 is out of date.")
    letters = seats.tell_of_objections.fn(CT)
    assert sorted(letter.member for letter in letters) == given.seats
    objections = letters[0].facts["objections"]
    assert isinstance(objections, tuple)
    assert objections[0][1] == "Chapter 2 is out of date."
    say("EC", Vote.NONE)
    assert [each.key for each in seats.tell_of_objections.fn(CT)] == [each.key for each in letters]
    go_to(30)
    with pytest.raises(RuleNotMet, match="broken by an objection of EC"):
        decide(given)
    decide(given, Outcome.NOT_ADOPTED)


def test_an_objection_in_a_meeting_is_for_the_chair_and_no_letter_leaves():
    given = submit()
    say("EC", Vote.OBJECT, "Chapter 2 is out of date.")
    assert seats.tell_of_objections.fn(CT) == []
    decide(given)


def test_a_decision_of_the_future_or_from_before_the_round_is_refused():
    given = submit()
    go_to(10)
    with pytest.raises(DecisionInTheFuture):
        decide(given, on=date(2026, 6, 11))
    with pytest.raises(DecisionBeforeItsRound):
        decide(given, on=date(2026, 5, 31))
    with pytest.raises(MinutesMissing):
        decide(given, minutes=" ")
    assert state() == (RoundState.OPEN, TrackState.WITH_THE_BOARD)


def test_the_gate_opens_for_a_confirmed_decision_after_the_quiet_period_only():
    given = submit()
    decide(given)
    with pytest.raises(DecisionNotConfirmed):
        release.pass_the_gate.fn(CT)
    for name in ("Officer", "OFFICER", " officer "):
        with pytest.raises(ConfirmedByItsRecorder):
            confirm(name)
    with pytest.raises(NameMissing):
        confirm(" ")
    assert confirm() == confirm() == confirm("A third person")
    assert acts().count("decision confirmed") == 1
    go_to(2, 8)
    with pytest.raises(QuietPeriodRuns, match="Tuesday 2 June 2026, 11:00 CEST"):
        release.pass_the_gate.fn(CT)
    go_to(2, 9)
    assert through_the_gate().confirmed_by == "Colleague"


def test_a_clock_that_was_set_back_opens_no_gate(home: Path):
    given = submit()
    go_to(10)
    decide(given)
    confirm()
    (home / MARK).write_text(
        json.dumps({"seed": 7, "cycles": 1, "moment": "2026-06-09T09:00:00+00:00", "passed": 0})
    )
    with pytest.raises(ClockBehind):
        release.pass_the_gate.fn(CT)


def test_a_recalled_decision_is_taken_again_and_confirmed_again():
    given = submit()
    decide(given)
    confirm()
    told = deciding.recall_decision.fn(CT, "The minutes were a draft.", "Officer")
    assert told == "Round 1 is open; the track stands at “with the Board”."
    go_to(5)
    with pytest.raises(NoDecisionRecorded):
        release.pass_the_gate.fn(CT)
    with pytest.raises(NoDecisionToConfirm):
        confirm()
    decide(given)
    with pytest.raises(DecisionNotConfirmed):
        release.pass_the_gate.fn(CT)
    confirm()
    go_to(6)
    assert through_the_gate().decided_on == date(2026, 6, 5)


def test_one_returned_pillar_and_an_old_decision_clear_no_new_round():
    given = submit()
    decide(given, Outcome.NOT_ADOPTED)
    confirm()
    go_to(5)
    submit(number=2)
    go_to(9)
    with pytest.raises(NoDecisionRecorded, match="round 2"):
        release.pass_the_gate.fn(CT)
    with pytest.raises(NoDecisionToConfirm):
        confirm()


def test_after_the_decision_the_round_takes_no_position():
    decide(submit())
    with pytest.raises(RoundClosed):
        say("EC", Vote.APPROVE)


def test_amendments_are_ticked_off_in_the_new_text_before_its_hash_is_bound():
    given = submit()
    with pytest.raises(NoAmendmentsHere):
        amending.record_amendment.fn(CT, "Shorten chapter 2.", "Officer")
    decide(given, Outcome.ADOPTED_WITH_AMENDMENTS)
    confirm()
    go_to(3)
    with pytest.raises(AmendmentsOutstanding):
        release.pass_the_gate.fn(CT)
    for text in ("Shorten chapter 2.", "Name the by-law.", "Shorten chapter 2."):
        amending.record_amendment.fn(CT, text, "Officer")
    with pytest.raises(NotYetAmended):
        amending.tick_amendment.fn(CT, 1, "Officer")
    keep_drafts(2)
    assert amending.tick_amendment.fn(CT, 1, "Officer").endswith("1 amendment to go")
    with pytest.raises(AmendmentUnknown, match="1, 2"):
        amending.tick_amendment.fn(CT, 3, "Officer")
    with pytest.raises(AmendmentsUnticked, match="Amendments 2"):
        amending.bind_amended.fn(CT, "Officer")
    keep_drafts(3)  # what was ticked off in another text does not count
    amending.tick_amendment.fn(CT, 2, "Officer")
    with pytest.raises(AmendmentsUnticked, match="Amendments 1"):
        amending.bind_amended.fn(CT, "Officer")
    amending.tick_amendment.fn(CT, 1, "Officer")
    amending.bind_amended.fn(CT, "Officer")
    assert state() == (RoundState.ADOPTED, TrackState.APPROVED)
    go_to(5)
    with pytest.raises(DecisionNotConfirmed):
        release.pass_the_gate.fn(CT)
    confirm()
    cleared = through_the_gate()
    with store.session() as session:
        first, second = board.rounds(session, CT)
    assert (second.amends, cleared.report_sha256) == (1, second.report_sha256)
    assert first.report_sha256 != second.report_sha256
    assert cleared.evidence_sha256 == given.evidence


def test_amendments_nobody_wrote_down_are_not_carried_out():
    decide(submit(), Outcome.ADOPTED_WITH_AMENDMENTS)
    keep_drafts(2)
    with pytest.raises(NoAmendmentsOnRecord):
        amending.expect_all_ticked.fn(CT)


def test_a_recalled_binding_is_void_and_the_report_goes_to_the_board_anew():
    decide(submit(), Outcome.ADOPTED_WITH_AMENDMENTS)
    amending.record_amendment.fn(CT, "Shorten chapter 2.", "Officer")
    keep_drafts(2)
    amending.tick_amendment.fn(CT, 1, "Officer")
    amending.bind_amended.fn(CT, "Officer")
    deciding.recall_decision.fn(CT, "The wrong draft.", "Officer")
    assert state() == (RoundState.VOID, TrackState.FINAL_DRAFT)
