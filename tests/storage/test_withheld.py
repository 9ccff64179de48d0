"""A sensitive text stays out of every draft until a named person decides about it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from data import schema, store
from data.queries import journal, purges, statement_rows, statements, withheld
from data.vocabulary import (
    AnswerState,
    FollowUp,
    NeedReply,
    Part,
    Place,
    PlannedReply,
    Reading,
    RequestKind,
    ResponseLine,
    StatementKind,
    SupportLine,
    WithheldState,
    WithheldText,
)
from tests.storage.year_2025 import AL_1, XK_1, ask, open_year, request_of, take_in

AT = datetime(2026, 4, 1, tzinfo=UTC)
KNOWN = {AL_1.key, XK_1.key}
CELL = Place("1 Legal framework", "D9")
FILE = "3" * 64
PLAIN = ResponseLine(AL_1.key, 1, StatementKind.ACHIEVED, "A law was adopted.", file_sha256=FILE)
NAMED = ResponseLine(
    AL_1.key, 2, StatementKind.ONGOING, "A named case.", place=CELL, file_sha256=FILE
)
LATER = NeedReply(XK_1.key, AnswerState.LATER, "when the named case is over", CELL, FILE)
ITEM = PlannedReply(AL_1.key, 1, FollowUp.CHANGED, "because of a named case", CELL, FILE)
PROJECT = SupportLine(
    AL_1.key, 1, "A project with a name in it", "GIZ", place=CELL, file_sha256=FILE
)
NOTE = (Place("Additional information", "C5"), "A name.")
TOLD = Reading(
    RequestKind.RESPONSE, {}, "", (LATER,), (PLAIN, NAMED), (PROJECT,), (NOTE,), (), (), (ITEM,)
)
HELD = (
    WithheldText(Part.RESPONSE, AL_1.key, 2, ("person with a role",), "a" * 64, CELL),
    WithheldText(Part.REPLY, XK_1.key, 0, ("person with a role",), "b" * 64, CELL),
    WithheldText(Part.PLANNED, AL_1.key, 1, ("person with a role",), "c" * 64, CELL),
    WithheldText(Part.SUPPORT, AL_1.key, 1, ("person with a role",), "d" * 64, CELL),
    WithheldText(Part.ADDITIONAL, "", 0, ("person with a role",), "e" * 64, NOTE[0]),
)
SHOWN = replace(
    TOLD,
    replies=(replace(LATER, later_on=""),),
    responses=(PLAIN,),
    support=(),
    additional=(),
    planned=(replace(ITEM, remark=""),),
)


@pytest.fixture
def taken_in(books_open: str) -> int:
    with store.session() as session:
        open_year(session)
        row = take_in(session, ask(session, "AL"))
        statement_rows.keep_reading(session, row, TOLD, KNOWN)
        withheld.keep(session, row, HELD)
    return row


def decide_all(row: int, state: WithheldState) -> None:
    with store.session() as session:
        for text in withheld.of_return(session, row):
            withheld.decide(session, text.number, state, "Arta Hoxha", "asked the partner", AT)


def shown(row: int) -> Reading:
    with store.session() as session:
        return statements.of_return(session, row, RequestKind.RESPONSE)


def test_what_is_held_is_in_no_reading_and_waits_for_a_decision(taken_in: int):
    assert shown(taken_in) == SHOWN
    with store.session() as session:
        waiting = withheld.of_cycle(session, "2025")
        assert [(text.part, text.place) for text in waiting] == [(t.part, t.place) for t in HELD]
        assert {text.member for text in waiting} == {"AL"}


def test_what_is_released_is_read_like_any_other_text(taken_in: int):
    decide_all(taken_in, WithheldState.RELEASED)
    assert shown(taken_in) == replace(TOLD, additional=())
    with store.session() as session:
        assert withheld.of_cycle(session, "2025") == []


def test_what_was_released_once_is_not_asked_about_again(taken_in: int):
    decide_all(taken_in, WithheldState.RELEASED)
    with store.session() as session:
        again = take_in(session, request_of("AL").reference, "9" * 64)
        withheld.keep(session, again, (*HELD[:1], replace(HELD[1], text_sha256="f" * 64)))
        states = [text.state for text in withheld.of_return(session, again)]
    assert states == [WithheldState.RELEASED, WithheldState.HELD]


def test_what_is_purged_leaves_the_tables_and_a_record_with_name_and_hash(taken_in: int):
    decide_all(taken_in, WithheldState.PURGED)
    assert shown(taken_in) == SHOWN
    with store.session() as session:
        kept = session.exec(select(schema.WithheldText)).all()
        assert {(row.state, row.decided_by) for row in kept} == {("purged", "Arta Hoxha")}
        assert [row.text_sha256[0] for row in kept] == list("abcde")
        tables = (schema.Response, schema.NeedReply, schema.PlannedReply, schema.SupportProject)
        left = [row for table in tables for row in session.exec(select(table))]
        left += session.exec(select(schema.ReturnedText)).all()
        assert "name" not in " ".join(str(row.model_dump()) for row in left)


def test_a_purge_by_number_names_the_file_and_is_written_once(taken_in: int):
    with store.session() as session:
        number, text = next(iter(purges.texts_of(session, "2025").items()))
        purges.record_text(session, "2025", text, "a name", "M. M.", AT)
    with store.session() as session:
        again = purges.texts_of(session, "2025")[number]
        purges.record_text(session, "2025", again, "a name", "M. M.", AT)
        came = session.exec(select(schema.Return)).one()
        assert (again.purged, again.file_sha256) == (True, came.sha256)
        assert [entry.act for entry in journal.entries(session)] == ["text purged"]
        assert session.exec(select(schema.Response).where(schema.Response.line == 2)).all() == []
