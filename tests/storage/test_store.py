"""A unit of work is kept whole or not at all, by whichever database remembers it."""

import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from data import schema, store
from data.queries import cycles, preparation, requests, returns
from data.vocabulary import CalendarItem, Chapter, Letter, Outline, ReturnState, Step
from tests.storage.year_2025 import AT, CT, RETURN, ask, on_shelf, open_year, take_in


def test_nothing_of_a_failed_unit_of_work_is_kept(books_open: str):
    def fail_half_way() -> None:
        with store.session() as session:
            open_year(session)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.session() as session:
        assert cycles.codes(session) == []
        assert session.exec(select(schema.Member)).all() == []


def test_a_row_that_refers_to_nothing_is_refused(books_open: str):
    with pytest.raises(IntegrityError), store.session() as session:
        session.add(schema.Track(cycle="2031", pillar="WBCTi", state="preparing"))


def test_a_row_others_refer_to_cannot_be_taken_away(books_open: str):
    with store.session() as session:
        open_year(session)
    with pytest.raises(IntegrityError), store.session() as session:
        session.exec(text("DELETE FROM pillar WHERE code = 'WBCTi'"))


def test_a_moment_comes_back_aware_and_in_utc_whatever_zone_it_was_written_in(books_open: str):
    five_in_sarajevo = datetime(2026, 3, 13, 17, 0, 0, 123456, tzinfo=ZoneInfo("Europe/Sarajevo"))
    item = CalendarItem(Step.DELIVERY, "Delivery", five_in_sarajevo, "Europe/Sarajevo")
    with store.session() as session:
        open_year(session)
        preparation.propose_calendar(session, "2025", (item,), AT)
    with store.session() as session:
        _, (read,), _ = preparation.calendar_of(session, "2025")
    assert read.due_at == datetime(2026, 3, 13, 16, 0, 0, 123456, tzinfo=UTC)
    assert read.due_at.tzinfo is UTC
    assert read.zone == "Europe/Sarajevo"


def test_lists_and_maps_come_back_as_they_were_written(books_open: str):
    outline = Outline("WBCTi", 1, (Chapter(4, "Сарадња", ("Information exchange", "Šta još")),))
    with store.session() as session:
        open_year(session)
        preparation.propose_outline(session, CT, outline, AT)
    with store.session() as session:
        assert preparation.outline_of(session, CT) == (outline, False)


def test_one_act_writes_one_letter_for_ever(books_open: str):
    letter = Letter("2025/calendar/1/AL", "calendar", ("a@al.example",), (), "S", "T", "H", AT)
    with store.session() as session:
        open_year(session)
        on_shelf(session, "4" * 64)
        requests.keep_letter(session, letter, CT, "AL", None, "2025 01 AL.eml", "4" * 64)
        assert requests.letter_exists(session, letter.key)
    with pytest.raises(IntegrityError), store.session() as session:
        requests.keep_letter(session, letter, CT, "AL", None, "2025 02 AL.eml", "4" * 64)


def test_the_same_bytes_are_one_return_under_whatever_name_they_come(books_open: str):
    with store.session() as session:
        open_year(session)
        take_in(session, ask(session, "AL"))
    with store.session() as session:
        found = returns.find(session, RETURN)
        assert found is not None
        assert found.file_name == "answer.xlsx"
    with pytest.raises(IntegrityError), store.session() as session:
        returns.keep(session, RETURN, "final (2).xlsx", "", None, ReturnState.HELD, "", AT)


def test_sqlite_is_set_up_to_be_shared_by_several_processes(home: Path):
    with store.session() as session:
        pragmas = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 30000,
        "synchronous": 1,
    }


def test_a_lock_another_process_holds_is_waited_for(home: Path):
    # The other process takes the lock, says so, and lets go when it is told to.
    holding = """import sqlite3, sys
books = sqlite3.connect(sys.argv[1], isolation_level=None)
books.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
books.execute("ROLLBACK")
"""
    program = [sys.executable, "-c", holding, str(home / "mapping.sqlite")]
    with subprocess.Popen(program, stdin=PIPE, stdout=PIPE, text=True) as other:  # noqa: S603 - the lines above
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        told = threading.Timer(0.3, other.communicate, ("let go\n",))
        told.start()
        with store.session() as session:
            open_year(session)
            assert told.finished.is_set()  # the block began only after the other had let go
        told.join()
    with store.session() as session:
        assert cycles.codes(session) == ["2025"]
