"""What was drafted, said, sent and released stays as it was; only its state moves (rule R18)."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from data import store
from data.queries import board, narratives, releases, requests, returns
from data.vocabulary import Door, Letter, LetterState, ReturnState, RoundState
from tests.storage.rounds import MINUTES, REPORT, decide, submit
from tests.storage.year_2025 import AT, CT, on_shelf, open_year

# | table | a column nobody may change |
BOUND = {
    "narrative": "text",
    "draft": "sha256",
    "summary": "sha256",
    "release": "files",
    "approval_round": "report_sha256",
    "letter": "eml_sha256",
    "return": "file_name",
}
ACTS = ("board_voice", "board_delivery", "decision_confirmation", "decision_recall", "amendment")


@pytest.fixture
def told(books_open: str) -> str:
    """One row at least in each of the tables."""
    letter = Letter(
        "2025//calendar/AL", "calendar", ("a@al.example",), (), "Calendar", "Text", "", AT
    )
    with store.session() as session:
        open_year(session)
        decision = decide(submit(session))
        board.record_decision(session, CT, decision)
        releases.keep(session, CT, decision, Door.MEMBERS, {"a.docx": REPORT}, AT)
        narratives.keep(session, CT, "1", "Our words.", "A. A.", "form", "M. M.", AT)
        on_shelf(session, MINUTES)
        requests.keep_letter(session, letter, None, "AL", None, "0001 calendar.eml", MINUTES)
        returns.keep(session, MINUTES, "a.xlsx", "a@al.example", None, ReturnState.HELD, "", AT)
    return books_open


def refuses(sentence: str) -> bool:
    with pytest.raises(DatabaseError, match="never changed or deleted"), store.session() as session:
        session.exec(text(sentence))
    return True


def test_what_a_row_is_bound_to_is_never_changed(told: str):
    for table, column in BOUND.items():
        assert refuses(f'UPDATE "{table}" SET {column} = {column}')  # noqa: S608 - our own tables


def test_no_row_is_ever_deleted(told: str):
    for table in BOUND:
        assert refuses(f'DELETE FROM "{table}"')  # noqa: S608 - our own tables


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_no_table_is_ever_emptied(told: str):
    for table in (*BOUND, *ACTS, "request"):
        assert refuses(f'TRUNCATE "{table}" CASCADE')


def test_the_state_of_a_round_and_of_a_letter_moves_all_the_same(told: str):
    with store.session() as session:
        board.set_round_state(session, CT, 1, RoundState.ADOPTED, AT)
        requests.set_letter_state(session, "2025//calendar/AL", LetterState.RELEASED)
    with store.session() as session:
        assert board.rounds(session, CT)[0].state is RoundState.ADOPTED


def test_nobody_moves_the_end_of_a_round(told: str):
    assert refuses("UPDATE approval_round SET closes_at = closes_at")
