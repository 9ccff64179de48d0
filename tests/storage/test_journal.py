"""The journal is one chain, whoever writes at the same moment."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from data import store
from data.queries import board, journal
from data.vocabulary import JournalEntry
from tests.conftest import ROOT
from tests.storage.rounds import MINUTES, REPORT, decide, submit
from tests.storage.year_2025 import AT, CT, open_year

WRITER = """
import sys
from datetime import UTC, datetime
from data import store
from data.queries import journal

sys.stdin.readline()
for number in range(15):
    with store.session() as session:
        at = datetime(2026, 1, 12, 8, 0, number, tzinfo=UTC)
        journal.append(session, at, sys.argv[1], "letter sent", "2025", {"order": str(number)})
"""


def is_a_chain(told: list[JournalEntry]) -> bool:
    previous = journal.BEGINNING
    for number, e in enumerate(told, start=1):
        expected = journal.entry_hash(number, e.at, e.who, e.act, e.subject, e.facts, previous)
        if (e.number, e.previous, e.hash) != (number, previous, expected):
            return False
        previous = e.hash
    return True


def read() -> list[JournalEntry]:
    with store.session() as session:
        return journal.entries(session)


def test_an_empty_journal_has_zeros_for_its_head(books_open: str):
    with store.session() as session:
        assert journal.head(session) == "0" * 64


def test_each_act_is_chained_to_the_one_before_across_units_of_work(books_open: str):
    for act in ("cycle opened", "calendar drafted", "structure proposed"):
        with store.session() as session:
            written = journal.append(session, AT, "Secretariat", act, "2025", {"version": "1"})
    told = read()
    assert [entry.act for entry in told] == [
        "cycle opened",
        "calendar drafted",
        "structure proposed",
    ]
    assert is_a_chain(told)
    with store.session() as session:
        assert journal.head(session) == written == told[-1].hash


def test_what_was_written_in_another_zone_or_script_proves_all_the_same(books_open: str):
    at = datetime(2026, 7, 1, 10, 30, 0, 250, tzinfo=ZoneInfo("Europe/Sarajevo"))
    with store.session() as session:
        journal.append(session, at, "Марковић", "comment recorded", "2025", {"why": "ë ç “ž”"})
    (entry,) = told = read()
    assert (entry.who, entry.facts) == ("Марковић", {"why": "ë ç “ž”"})
    assert entry.at == datetime(2026, 7, 1, 8, 30, 0, 250, tzinfo=UTC)
    assert is_a_chain(told)


def test_an_act_given_up_leaves_no_trace_and_no_gap(books_open: str):
    with store.session() as session:
        journal.append(session, AT, "Secretariat", "cycle opened", "2025", {})

    def give_up() -> None:
        with store.session() as session:
            journal.append(session, AT, "Secretariat", "letter sent", "2025", {})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    with store.session() as session:
        journal.append(session, AT, "Secretariat", "draft written", "2025", {})
    assert [entry.act for entry in read()] == ["cycle opened", "draft written"]
    assert is_a_chain(read())


def test_two_processes_that_write_at_the_same_time_make_one_chain(books_open: str):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen(  # noqa: S603 - the writer above
            [sys.executable, "-c", WRITER, who],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for who in ("worker", "officer")
    ]
    for writer in writers:  # both wait for their line, so that they begin together
        assert writer.stdin is not None
        writer.stdin.write("begin\n")
        writer.stdin.flush()
    assert [writer.communicate(timeout=60)[1] for writer in writers] == ["", ""]
    told = read()
    assert is_a_chain(told)
    for who in ("worker", "officer"):
        order = [entry.facts["order"] for entry in told if entry.who == who]
        assert order == [str(number) for number in range(15)]


def test_a_release_bears_the_head_of_the_journal_right_after_its_decision(books_open: str):
    facts = {"evidence": MINUTES, "report": REPORT}
    with store.session() as session:
        open_year(session)
        board.record_decision(session, CT, decide(submit(session)))
        act = journal.DECISION_RECORDED
        recorded = journal.append(session, AT, "M. M.", act, "2025 WBCTi round 1", facts)
        journal.append(session, AT, "Secretariat", "letter sent", "2025", {})
    with store.session() as session:
        assert journal.hash_of_decision(session, MINUTES, REPORT) == recorded
