"""Acts, agreements, decisions and the shelf's register only ever grow (rules R9, R18)."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel, select

from data import schema, store
from data.queries import board, board_voices, journal, preparation, round_voices, shelf_files
from data.vocabulary import Agreement, Position, Subject
from data.vocabulary.board import Amendment, Delivery, DeliveryNote, Voice, Vote
from tests.storage.rounds import REPORT, decide, submit
from tests.storage.year_2025 import AT, CT, open_year

SEALED: dict[type[SQLModel], str] = {
    schema.JournalEntry: "who",
    schema.ShelfFile: "name",
    schema.Agreement: "text",
    schema.Decision: "text",
    schema.DecisionConfirmation: "recorded_by",
    schema.DecisionRecall: "reason",
    schema.BoardPosition: "member",
    schema.Cycle: "needs_edition",
    schema.BoardVoice: "reason",
    schema.BoardDelivery: "recorded_by",
    schema.Amendment: "text",
    schema.AmendmentTick: "recorded_by",
}


@pytest.fixture
def written(books_open: str) -> str:
    """One row at least in each of the tables."""
    said = Agreement(Subject.CALENDAR, "AL", "", 1, Position.AGREED, "", "M. M.", AT)
    with store.session() as session:
        open_year(session)
        journal.append(session, AT, "Secretariat", "cycle opened", "2025", {})
        preparation.record_agreement(session, "2025", said, None)
        opened = submit(session)
        taken = decide(opened)
        board.record_decision(session, CT, taken)
        board.confirm_decision(session, CT, taken, "N. N.", AT)
        board.recall_decision(session, CT, taken, "wrong minutes", "N. N.", AT)
        voice = Voice("AL", Vote.APPROVE, "", "", "M. M.", AT)
        round_voices.record_voice(session, board_voices.kept(session, CT, opened.number), voice)
        note = DeliveryNote("AL", Delivery.DELIVERED, "M. M.", AT)
        round_voices.record_delivery(session, board_voices.kept(session, CT, opened.number), note)
        asked = Amendment(1, "Shorten chapter 2.")
        board_voices.record_amendment(session, CT, opened.number, asked, "M. M.", AT)
        board_voices.tick_amendment(session, CT, opened.number, 1, REPORT, "M. M.", AT)
    return books_open


def refuses(sentence: str) -> bool:
    """Whether the database itself says no; what it says is checked, so that no slip passes."""
    with pytest.raises(DatabaseError, match="never changed or deleted"), store.session() as session:
        session.exec(text(sentence))
    return True


def test_nobody_changes_a_sealed_row_by_sql(written: str):
    for table, column in SEALED.items():
        assert refuses(f"UPDATE {table.__tablename__} SET {column} = 'somebody else'")  # noqa: S608 - our own tables


def test_nobody_deletes_a_sealed_row_by_sql(written: str):
    for table in SEALED:
        assert refuses(f"DELETE FROM {table.__tablename__}")  # noqa: S608 - our own tables


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_nobody_empties_a_sealed_table(written: str):
    for table in SEALED:
        assert refuses(f"TRUNCATE {table.__tablename__} CASCADE")


def test_nobody_changes_a_sealed_row_through_its_class(written: str):
    for table, column in SEALED.items():
        with pytest.raises(DatabaseError, match="never changed"), store.session() as session:
            setattr(first(session, table), column, "somebody else")


def test_nobody_deletes_a_sealed_row_through_its_class(written: str):
    for table in SEALED:
        with pytest.raises(DatabaseError, match="never changed"), store.session() as session:
            session.delete(first(session, table))


def first(session, table: type[SQLModel]) -> SQLModel:
    found = session.exec(select(table)).first()
    assert found is not None
    return found


def test_a_file_keeps_its_first_name_and_is_noted_once(books_open: str):
    with store.session() as session:
        shelf_files.register(session, "a" * 64, "minutes.pdf", 3, AT)
        shelf_files.register(session, "a" * 64, "minutes (2).pdf", 3, AT)
    with store.session() as session:
        assert shelf_files.all_hashes(session) == [("a" * 64, "minutes.pdf")]
