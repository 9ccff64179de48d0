"""A cycle counts what its books hold, track by track, and nothing of another cycle."""

from dataclasses import replace

from data import store
from data.queries import board, counts, cycles, releases
from data.vocabulary import Door, RehearsalLine, RequestKind, ReturnState
from tests.storage.rounds import decide, submit
from tests.storage.year_2025 import AT, CT, CYCLE, RETURN, ask, open_year, take_in


def test_a_cycle_just_opened_counts_nothing(books_open: str):
    with store.session() as session:
        open_year(session)
        assert counts.of_cycle(session, "2025") == RehearsalLine("2025", 0, 0, 0, 0, 0, 0)


def test_a_member_that_answers_twice_answered_once(books_open: str):
    with store.session() as session:
        open_year(session)
        reference = ask(session, "AL")
        ask(session, "XK")
        ask(session, "UNODC", RequestKind.SUPPORT)
        take_in(session, reference)
        take_in(session, reference, "4" * 64)
        take_in(session, reference, "5" * 64, ReturnState.HELD)
        line = counts.of_cycle(session, "2025")
    assert (line.asked, line.answered) == (3, 1)


def test_what_was_drafted_decided_and_released_is_counted(books_open: str):
    with store.session() as session:
        open_year(session)
        decision = decide(submit(session))
        board.record_decision(session, CT, decision)
        releases.keep(session, CT, decision, Door.MEMBERS, {"index.html": RETURN}, AT)
        line = counts.of_cycle(session, "2025")
    assert (line.drafts, line.decisions, line.released) == (2, 1, 1)


def test_another_cycle_counts_for_itself(books_open: str):
    with store.session() as session:
        open_year(session)
        cycles.open_cycle(session, replace(CYCLE, code="2026"), ["WBCTi"], AT)
        take_in(session, ask(session, "AL"))
        board.record_decision(session, CT, decide(submit(session)))
        assert counts.of_cycle(session, "2026") == RehearsalLine("2026", 0, 0, 0, 0, 0, 0)
