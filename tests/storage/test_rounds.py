"""Drafts, comments, rounds, decisions and releases come back as they were kept (R6 to R10)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from data import schema, store
from data.queries import board, comments, drafts, releases, requests
from data.vocabulary import (
    Comment,
    Disposition,
    Door,
    DraftKind,
    Letter,
    LetterState,
    Outcome,
    RoundState,
)
from tests.storage.rounds import REPORT, SNAPSHOT, SUMMARY, decide, draft, submit
from tests.storage.year_2025 import AT, CT, ask, on_shelf, open_year

LATER = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def year(books_open: str) -> None:
    with store.session() as session:
        open_year(session)
        on_shelf(session, REPORT, SUMMARY, SNAPSHOT)


def test_drafts_of_each_kind_are_numbered_on_their_own():
    first, second = draft(DraftKind.FIRST), draft(DraftKind.FIRST, 2)
    summary = draft(DraftKind.SUMMARY, sha256=SUMMARY)
    with store.session() as session:
        for each in (first, second, summary):
            drafts.keep(session, each, f"2025 WBCTi {each.kind} {each.number}.docx")
    with store.session() as session:
        assert drafts.every(session, CT, DraftKind.FIRST) == [first, second]
        assert drafts.newest(session, CT, DraftKind.FIRST) == second
        assert drafts.newest(session, CT, DraftKind.SUMMARY) == summary
        assert drafts.newest(session, CT, DraftKind.FINAL) is None
        assert drafts.built_at(session, CT, DraftKind.FIRST) == AT
        name = drafts.file_name_of(session, CT, DraftKind.FIRST, 2)
        assert name == "2025 WBCTi first draft 2.docx"


@pytest.mark.parametrize("kind", [DraftKind.FIRST, DraftKind.SUMMARY])
def test_a_number_is_given_to_one_draft_only(kind: DraftKind):
    with store.session() as session:
        drafts.keep(session, draft(kind), "a.docx")
    with pytest.raises(IntegrityError), store.session() as session:
        drafts.keep(session, draft(kind, sha256=SUMMARY), "b.docx")


def test_a_comment_keeps_its_words_and_gains_a_disposition():
    remark = Comment(1, "AL", "AL-1", "Нетачно: “2024”", "2025", date(2026, 5, 4))
    with store.session() as session:
        assert comments.newest_at(session, CT) is None
        comments.record(session, CT, remark, "M. M.", AT)
        comments.record(session, CT, replace(remark, number=2, member="XK"), "M. M.", AT)
    with store.session() as session:
        why = "The law is of 2024."
        comments.dispose(session, CT, 1, Disposition.PARTLY, why, "M. M.", LATER)
    with store.session() as session:
        assert comments.on_track(session, CT) == [
            replace(remark, disposition=Disposition.PARTLY, reason=why),
            replace(remark, number=2, member="XK"),
        ]
        assert comments.newest_at(session, CT) == LATER


def test_two_comments_never_share_a_number():
    remark = Comment(1, "AL", "", "One", "", date(2026, 5, 4))
    with store.session() as session:
        comments.record(session, CT, remark, "M. M.", AT)
    with pytest.raises(IntegrityError), store.session() as session:
        comments.record(session, CT, replace(remark, text="Two"), "M. M.", AT)


def test_a_round_is_bound_to_its_bytes_and_to_the_rule_in_force():
    with store.session() as session:
        assert board.newest_round(session, CT) is None
        opened = submit(session)
    with store.session() as session:
        assert board.newest_round(session, CT) == opened
        seats = session.exec(select(schema.BoardPosition).order_by(schema.BoardPosition.member))
        assert [(seat.member, seat.chairs) for seat in seats] == [("AL", False), ("XK", True)]


def test_a_round_that_is_no_longer_open_bears_the_moment_it_was_closed():
    with store.session() as session:
        submit(session)
        board.set_round_state(session, CT, 1, RoundState.NOT_ADOPTED, LATER)
    with store.session() as session:
        (row,) = session.exec(select(schema.ApprovalRound)).all()
        assert (row.state, row.closed_at) == ("not adopted", LATER)


def test_decisions_stand_in_the_order_they_were_recorded():
    with store.session() as session:
        opened = submit(session)
        postponed, adopted = decide(opened, Outcome.POSTPONED), decide(opened)
        board.record_decision(session, CT, postponed)
        board.record_decision(session, CT, adopted)
        again = decide(submit(session, number=2), Outcome.NOT_ADOPTED)
        board.record_decision(session, CT, again)
    with store.session() as session:
        assert board.decisions_on(session, CT) == [postponed, adopted, again]
        assert [each.number for each in board.rounds(session, CT)] == [1, 2]


def test_a_decision_is_read_back_with_who_confirmed_and_who_recalled_it():
    with store.session() as session:
        opened = submit(session)
        first, second = decide(opened, Outcome.POSTPONED), decide(opened)
        board.record_decision(session, CT, first)
        board.recall_decision(session, CT, first, "The minutes were a draft.", "N. N.", LATER)
        board.record_decision(session, CT, second)
        board.confirm_decision(session, CT, second, "N. N.", LATER)
    with store.session() as session:
        assert board.decisions_on(session, CT) == [
            replace(first, recalled_by="N. N.", recall_reason="The minutes were a draft."),
            replace(second, confirmed_by="N. N.", confirmed_at=LATER),
        ]


def test_a_release_passes_each_door_once_for_one_decision():
    files = {"2025/WBCTi/index.html": "f" * 64}
    with store.session() as session:
        decision = decide(submit(session))
        board.record_decision(session, CT, decision)
        releases.keep(session, CT, decision, Door.PUBLIC, files, LATER)
        releases.keep(session, CT, decision, Door.MEMBERS, {}, LATER)
    with pytest.raises(IntegrityError), store.session() as session:
        releases.keep(session, CT, decision, Door.PUBLIC, {}, LATER)
    with store.session() as session:
        public = releases.ReleaseOnRecord(CT, Door.PUBLIC, files, LATER)
        assert releases.find(session, CT, Door.PUBLIC) == public
        assert [each.door for each in releases.of_cycle(session, "2025")] == ["public", "members"]


def test_letters_are_found_by_pillar_and_state():
    with store.session() as session:
        reference = ask(session, "AL")
        for number, key in enumerate(("2025/WBCTi/request/AL", "2025/calendar/1/AL"), start=1):
            letter = Letter(key, "request", ("a@al.example",), (), "S", "T", "H", AT)
            track = CT if "WBCTi" in key else replace(CT, pillar="")
            name = f"2025 {number:02} AL.eml"
            requests.keep_letter(session, letter, track, "AL", reference, name, REPORT)
        requests.set_letter_state(session, "2025/calendar/1/AL", LetterState.SENT, LATER)
    with store.session() as session:
        held = requests.letters_in(session, "2025", "WBCTi", LetterState.HELD)
        sent = requests.letters_in(session, "2025", "WBBSi", LetterState.HELD, LetterState.SENT)
        assert [letter.key for letter in held] == ["2025/WBCTi/request/AL"]
        assert [letter.key for letter in sent] == ["2025/calendar/1/AL"]
        assert requests.count_letters(session) == 2
