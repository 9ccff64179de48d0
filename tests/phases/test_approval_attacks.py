"""Attacks on the gate: the wrong hour, the wrong person, the wrong row; nothing leaves."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data import clock
from data.errors.board import AmendmentsUnticked, RecallAfterPublication, RuleNotMet
from data.errors.gate import (
    ClockBehind,
    ConfirmedByItsRecorder,
    DecisionBeforeItsRound,
    DecisionInTheFuture,
    DecisionNotAsTold,
    DecisionNotConfirmed,
    EvidenceNotOnShelf,
    NoDecisionRecorded,
    NotTheBytesDecidedOn,
    QuietPeriodRuns,
)
from data.errors.records import RecordsDoNotMatch
from data.settings import MARK
from data.vocabulary import Disposition, Outcome, TrackId
from data.vocabulary.board import Delivery, Mode, Vote
from flows.__main__ import main
from flows.approval import (
    board_standing,
    record_decision,
    record_delivery,
    record_position,
    submit_to_board,
)
from flows.decision import (
    bind_amended,
    confirm_decision,
    recall_decision,
    record_amendment,
    tick_amendment,
)
from flows.development import develop, dispose_comment, record_comment
from flows.overview import verify
from flows.publication import publish
from tasks import release
from tasks.board import open_round
from tests.phases.played_year import asked, change, dump, tree

MoveIn = Callable[[str], Path]
ADOPTED = (
    "SELECT t.pillar FROM decision d JOIN approval_round r ON r.id = d.round "
    "JOIN track t ON t.id = r.track WHERE d.outcome = 'adopted' ORDER BY d.id LIMIT 1"
)


def decide(home: Path, on: date | None = None, outcome: Outcome = Outcome.ADOPTED) -> None:
    folder = home / "evidence"
    folder.mkdir(exist_ok=True)
    (folder / "minutes.txt").write_text("The chair concluded: adopted.", encoding="utf-8")
    day = on or clock.today()
    record_decision("2025", "WBCTi", outcome, day, "minutes.txt", "Officer", minutes="2026/2")


def wait(**span: int) -> None:
    mark = clock.read_mark()
    assert mark is not None
    moment = datetime.fromisoformat(mark.moment) + timedelta(**span)
    clock.write_mark(replace(mark, moment=moment.isoformat()))


def adopted(home: Path) -> str:
    [(pillar,)] = asked(home, ADOPTED)
    return str(pillar)


def refuses(home: Path, pillar: str, why: type[Exception]) -> bool:
    """Neither the flow nor its step releases anything, and nothing is written."""
    before = tree(home), dump(home)
    for attempt in (publish, lambda code, name: release.pass_the_gate(release.TrackId(code, name))):
        with pytest.raises(why):
            attempt("2025", pillar)
    return (tree(home), dump(home)) == before


def test_from_the_decision_to_the_release_every_shortcut_is_closed(move_in: MoveIn):
    home = move_in("with the Board")
    assert refuses(home, "WBCTi", NoDecisionRecorded)
    for day, why in (
        (clock.today() + timedelta(days=1), DecisionInTheFuture),
        (clock.today() - timedelta(days=60), DecisionBeforeItsRound),
    ):
        with pytest.raises(why):
            decide(home, day)
    decide(home)
    assert refuses(home, "WBCTi", DecisionNotConfirmed)
    with pytest.raises(ConfirmedByItsRecorder):
        confirm_decision("2025", "WBCTi", "OFFICER")
    confirm_decision("2025", "WBCTi", "Colleague")
    assert refuses(home, "WBCTi", QuietPeriodRuns)
    recall_decision("2025", "WBCTi", "The minutes were a draft.", "Officer")
    wait(days=2)
    assert refuses(home, "WBCTi", NoDecisionRecorded)
    decide(home)
    confirm_decision("2025", "WBCTi", "Colleague")
    wait(hours=24)
    publish("2025", "WBCTi")
    with pytest.raises(RecallAfterPublication):
        recall_decision("2025", "WBCTi", "Too late.", "Officer")
    before = tree(home), dump(home)
    publish("2025", "WBCTi")
    assert (tree(home), dump(home)) == before
    verify()


def test_the_command_line_publishes_nothing_the_gate_does_not_let_through(
    move_in: MoveIn, capsys: pytest.CaptureFixture[str]
):
    home = move_in("with the Board")
    publishing = ["publish", "2025", "--pillar", "WBCTi", "--letters", "release"]
    attempts: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: None, "No decision of the Board is on record for round 1 of the WBCTi report. "),
        (lambda: decide(home), "The decision on round 1 of the WBCTi report of 2025 is not confir"),
        (
            lambda: confirm_decision("2025", "WBCTi", "Colleague"),
            "The WBCTi report of 2025 rests after its decision until ",
        ),
    )
    for act, sentence in attempts:
        act()
        before = tree(home), dump(home)
        capsys.readouterr()
        assert main(publishing) == 1
        said = capsys.readouterr()
        assert said.out == ""
        [line] = said.err.splitlines()
        assert line.startswith(sentence)
        assert (tree(home), dump(home)) == before


def test_a_clock_set_back_before_the_decision_is_noticed(move_in: MoveIn):
    home = move_in("adopted")
    told = json.loads((home / MARK).read_text(encoding="utf-8"))
    told["moment"] = (datetime.fromisoformat(told["moment"]) - timedelta(days=3)).isoformat()
    (home / MARK).write_text(json.dumps(told), encoding="utf-8")
    assert refuses(home, adopted(home), ClockBehind)


ROWS = {
    "the report of the round": (
        "UPDATE approval_round SET report_sha256 = summary_sha256",
        NotTheBytesDecidedOn,
    ),
    "report and summary swapped": (
        "UPDATE approval_round SET report_sha256 = summary_sha256, summary_sha256 = report_sha256",
        NotTheBytesDecidedOn,
    ),
    "the decision on a newer draft": (
        "UPDATE decision SET report_sha256 = summary_sha256",
        NotTheBytesDecidedOn,
    ),
    "the evidence": ("UPDATE decision SET evidence_sha256 = ''", EvidenceNotOnShelf),
    "the round reopened": ("UPDATE approval_round SET state = 'open'", NoDecisionRecorded),
    "the second person": (
        "UPDATE decision_confirmation SET recorded_by = 'Rehearsal Officer'",
        ConfirmedByItsRecorder,
    ),
    "no second person": ("DELETE FROM decision_confirmation", DecisionNotConfirmed),
}
SEALED = ("approval_round", "decision", "decision_confirmation")


@pytest.mark.parametrize("row", ROWS)
def test_a_row_edited_behind_the_programs_back_opens_no_gate(move_in: MoveIn, row: str):
    home = move_in("adopted")
    sentence, why = ROWS[row]
    seals = [f"DROP TRIGGER {t}_no_{act}" for t in SEALED for act in ("update", "delete")]
    change(home, *seals, sentence)
    assert refuses(home, adopted(home), why)


FORGED = {
    "another second person": "UPDATE decision_confirmation SET recorded_by = 'Somebody Else'",
    "the day of the decision": "UPDATE decision SET decided_on = '2026-01-05'",
    "another recorder": "UPDATE decision SET recorded_by = 'Somebody Else'",
}


@pytest.mark.parametrize("row", FORGED)
def test_a_row_the_journal_does_not_tell_of_opens_no_gate_and_verify_names_it(
    move_in: MoveIn, row: str
):
    home = move_in("adopted")
    seals = [f"DROP TRIGGER {t}_no_{act}" for t in SEALED for act in ("update", "delete")]
    change(home, *seals, FORGED[row])
    assert refuses(home, adopted(home), DecisionNotAsTold)
    with pytest.raises(RecordsDoNotMatch, match="is not the one in the journal"):
        verify()


def test_a_second_person_written_in_without_breaking_a_seal_opens_no_gate(move_in: MoveIn):
    home = move_in("with the Board")
    decide(home)
    change(
        home,
        "INSERT INTO decision_confirmation (decision, recorded_by, recorded_at) "
        "SELECT id, 'Colleague', recorded_at FROM decision",
    )
    wait(days=2)
    assert refuses(home, "WBCTi", DecisionNotAsTold)


def test_a_recall_taken_off_the_record_opens_no_gate(move_in: MoveIn):
    home = move_in("adopted")
    pillar = adopted(home)
    keep = "CREATE TABLE kept_{0} AS SELECT id, state FROM {0}"
    back = "UPDATE {0} SET state = (SELECT k.state FROM kept_{0} k WHERE k.id = {0}.id)"
    stateful = ("approval_round", "track")
    change(home, *map(keep.format, stateful))
    recall_decision("2025", pillar, "The minutes were a draft.", "Officer")
    change(
        home,
        "DROP TRIGGER decision_recall_no_delete",
        "DROP TRIGGER approval_round_no_update",
        "DELETE FROM decision_recall",
        *map(back.format, stateful),
    )
    assert refuses(home, pillar, DecisionNotAsTold)


def test_positions_that_were_changed_added_or_taken_away_are_named(move_in: MoveIn):
    home = move_in("with the Board")
    record_position("2025", "WBCTi", "AL", Vote.OBJECT, "Officer", "Chapter 2 is wrong.")
    record_delivery("2025", "WBCTi", "AL", Delivery.BOUNCED, "Officer")
    change(
        home,
        "DROP TRIGGER board_voice_no_update",
        "DROP TRIGGER board_delivery_no_delete",
        "UPDATE board_voice SET position = 'approve', reason = ''",
        "DELETE FROM board_delivery",
        "DROP TRIGGER board_position_no_delete",
        "DELETE FROM board_position WHERE member = 'ME'",
    )
    with pytest.raises(RecordsDoNotMatch) as refusal:
        verify()
    for what in ("a position on record", "a delivery the journal", "what was sent, and to whom,"):
        assert f"2025 WBCTi round 1: {what}" in str(refusal.value)


@pytest.mark.parametrize("act", ["UPDATE decision SET text = 'x'", "DELETE FROM decision_recall"])
def test_the_seal_is_on_what_the_board_decided(move_in: MoveIn, act: str):
    home = move_in("adopted")
    if "recall" in act:
        recall_decision("2025", adopted(home), "The minutes were a draft.", "Officer")
    with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
        change(home, act)


def test_an_objection_in_writing_holds_a_letter_to_every_seat(move_in: MoveIn):
    home = move_in("final drafts")
    submit_to_board("2025", "WBCTi", mode=Mode.WRITTEN)
    seats = [str(seat) for (seat,) in asked(home, "SELECT DISTINCT member FROM board_position")]
    assert "begins once delivery is known" in str(board_standing("2025", "WBCTi"))
    for seat in seats:
        record_delivery("2025", "WBCTi", seat, Delivery.DELIVERED, "Officer")
    with pytest.raises(RuleNotMet, match="still runs"):
        decide(home)
    for _ in range(2):
        record_position("2025", "WBCTi", seats[0], Vote.OBJECT, "Officer", "Chapter 2 is wrong.")
    held = sorted((home / "outbox" / "held").glob("*objection*"))
    assert len(held) == len(seats)
    assert b"Chapter 2 is wrong." in held[0].read_bytes()
    wait(days=30)
    with pytest.raises(RuleNotMet, match="broken by an objection"):
        decide(home)


def test_one_returned_pillar_does_not_hold_the_others(move_in: MoveIn):
    home = move_in("adopted")
    [(returned,)] = asked(
        home,
        "SELECT t.pillar FROM decision d JOIN approval_round r ON r.id = d.round "
        "JOIN track t ON t.id = r.track WHERE d.outcome = 'not-adopted'",
    )
    for pillar in {"WBCTi", "WBCSCi", "WBBSi"} - {returned}:
        publish("2025", pillar)
    assert sorted(path.name for path in (home / "members" / "2025").iterdir()) == sorted(
        {"WBCTi", "WBCSCi", "WBBSi"} - {str(returned)}
    )


def test_adopted_with_amendments_the_amended_bytes_leave_and_no_others(move_in: MoveIn):
    home = move_in("with the Board")
    decide(home, outcome=Outcome.ADOPTED_WITH_AMENDMENTS)
    record_amendment("2025", "WBCTi", "Say that the reform is under way.", "Officer")
    words = "The Board asks to say that the reform is under way."
    record_comment("2025", "WBCTi", "EC", words, "Officer", proposed="The reform is under way.")
    dispose_comment("2025", "WBCTi", 4, Disposition.ACCEPTED, "Officer")
    develop("2025")
    before = tree(home), dump(home)
    with pytest.raises(AmendmentsUnticked):
        bind_amended("2025", "WBCTi", "Officer")
    assert (tree(home), dump(home)) == before
    tick_amendment("2025", "WBCTi", 1, "Officer")
    bind_amended("2025", "WBCTi", "Officer")
    assert refuses(home, "WBCTi", DecisionNotConfirmed)
    confirm_decision("2025", "WBCTi", "Colleague")
    wait(hours=24)
    publish("2025", "WBCTi")
    verify()
    seen, amended = asked(
        home,
        "SELECT r.report_sha256, r.state FROM approval_round r JOIN track t ON t.id = r.track "
        "WHERE t.pillar = 'WBCTi' ORDER BY r.number",
    )
    assert (seen[1], amended[1]) == ("adopted with amendments", "adopted")
    released = set(tree(home, ("members",)).values())
    assert amended[0] in released
    assert seen[0] not in released


def test_an_open_round_keeps_the_seats_it_began_with(move_in: MoveIn):
    home = move_in("with the Board")
    bound = {letter.member for letter in open_round.fn(TrackId("2025", "WBCTi"))}
    change(
        home,
        "UPDATE board_seat SET until = '2020-12-31' WHERE member = 'ME'",
        "INSERT INTO board_seat (member, chairs, since) VALUES ('RCC', 0, '2020-01-01')",
    )
    assert {letter.member for letter in open_round.fn(TrackId("2025", "WBCTi"))} == bound
    assert "ME" in bound
    assert "RCC" not in bound
