"""The books go over from one database into another, every row, and can be written on."""

import hashlib
import json
from pathlib import Path

import pytest
import sqlalchemy
from sqlmodel import SQLModel

from data import books, store
from data.queries import board, journal, whole_books
from data.settings import settings
from data.vocabulary import Outcome
from tests.storage.rounds import decide, submit
from tests.storage.year_2025 import AT, CT, open_year


def rows_of(url: str) -> str:
    """One hash over every row of every table, in the words of the schema."""
    told = hashlib.sha256()
    with store.engine(url).connect() as reading:
        for table in SQLModel.metadata.sorted_tables:
            rows = reading.execute(sqlalchemy.select(table).order_by(*table.primary_key))
            told.update(json.dumps([list(map(str, row)) for row in rows]).encode())
    return told.hexdigest()


@pytest.fixture
def elsewhere(tmp_path: Path) -> str:
    """The address of another SQLite file with empty tables."""
    url = f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
    books.bring_up_to_date(url)
    return url


def write() -> None:
    with store.session() as session:
        open_year(session)
        board.record_decision(session, CT, decide(submit(session)))
        journal.append(session, AT, "Secretariat", "cycle opened", "2025", {"why": "“ž” ë"})


def test_every_row_arrives_as_it_was(books_open: str, elsewhere: str):
    write()
    whole_books.pour(settings().database, elsewhere)
    assert rows_of(elsewhere) == rows_of(books_open)
    store.engine(elsewhere).dispose()


def test_books_that_were_poured_can_be_written_on(
    blank: str, elsewhere: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MAPPING_DATABASE_URL", elsewhere)
    settings.cache_clear()
    write()
    monkeypatch.setenv("MAPPING_DATABASE_URL", blank)
    settings.cache_clear()
    books.bring_up_to_date(blank)
    assert whole_books.first_filled(blank) == ""
    whole_books.pour(elsewhere, blank)
    assert rows_of(blank) == rows_of(elsewhere)
    assert whole_books.first_filled(blank) != ""
    with store.session() as session:
        board.record_decision(session, CT, decide(board.rounds(session, CT)[0], Outcome.POSTPONED))
    assert rows_of(blank) != rows_of(elsewhere)
    store.engine(elsewhere).dispose()
