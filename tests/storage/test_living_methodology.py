"""Proposals, their rounds and laid versions come back as they were kept, and are sealed (R18)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, IntegrityError

from data import store
from data.queries import methodologies, proposal_voices, proposals, round_voices, taxonomy
from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    BoardSeat,
    CalendarOffset,
    Decision,
    Filter,
    Outcome,
    Pillar,
    RoundState,
    Step,
    SubPillar,
    Validity,
)
from data.vocabulary.board import Delivery, DeliveryNote, Mode, Voice, Vote
from data.vocabulary.methodology import (
    FileOfRecord,
    LaidVersion,
    Proposal,
    VersionInForce,
    VersionWords,
)
from data.vocabulary.reference import DatedFilter
from tests.storage.year_2025 import ALWAYS, AT, CYCLE, on_shelf, open_year

PAPER, FILE, MINUTES, YAML = "a" * 64, "b" * 64, "c" * 64, "d" * 64
LATER = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
PROPOSAL = Proposal(
    1, "AL", "Додати „дронове“", "Because.", (FileOfRecord("a.docx", FILE),), "M. M.", AT
)
ROUND = ApprovalRound(
    "Methodology",
    "proposal 1",
    1,
    PAPER,
    PAPER,
    PAPER,
    PAPER,
    BoardRule("chair", "The chair concludes.", "ToR"),
    AT,
    RoundState.OPEN,
    Mode.WRITTEN,
    LATER,
)
DECISION = Decision(
    1, Outcome.ADOPTED, date(2026, 6, 8), PAPER, PAPER, MINUTES, "Adopted.", "M. M.", AT, "2026/2"
)
SPAN = Validity(date(2026, 6, 20), date(2030, 12, 31))
WORDS = VersionWords(
    (
        CalendarOffset(Step.CALENDAR_AGREED, "Calendar", 10, "I.1"),
        CalendarOffset(Step.STRUCTURE_MEETING, "Meeting", 25, "I.2", 10),
    ),
    (
        (Pillar("WBNEWi", "A new pillar", "something new"), ALWAYS),
        (Pillar("WBCTi", "Western Balkans Counter-Terrorism Initiative", "terrorism"), ALWAYS),
    ),
    ((SubPillar(1, "Legal"), ALWAYS),),
    (
        DatedFilter(Filter("WBCTi", 1, "Drones"), SPAN),
        DatedFilter(Filter("WBCTi", 1, "Criminal law"), ALWAYS),
    ),
)
LAID = LaidVersion(
    1,
    "2026",
    "Methodology, amended",
    "adopted by the Board",
    date(2026, 6, 8),
    date(2026, 6, 20),
    "as before",
    1,
    (
        *(FileOfRecord(f"{name}.yaml", YAML) for name in ("methodology", "calendar", "taxonomy")),
        FileOfRecord("templates/letters/board.html.j2", FILE),
        FileOfRecord("templates/letters/board.txt.j2", PAPER),
    ),
    WORDS,
    "M. M.",
    AT,
)
SEALED = {
    "methodology_version": "title",
    "proposal": "text",
    "proposal_file": "name",
    "proposal_seat": "member",
    "proposal_voice": "reason",
    "proposal_delivery": "state",
    "proposal_decision": "text",
    "proposal_confirmation": "recorded_by",
    "proposal_recall": "reason",
    "laid_version": "title",
    "laid_offset": "working_days",
    "laid_pillar": "name",
    "laid_sub_pillar": "name",
    "laid_filter": "name",
    "laid_template": "name",
    "version_confirmation": "recorded_by",
    "proposal_round": "paper_sha256",
}


@pytest.fixture(autouse=True)
def told(books_open: str) -> None:
    """One row at least in each of the tables."""
    with store.session() as session:
        open_year(session)
        on_shelf(session, PAPER, FILE, MINUTES, YAML)
        proposals.record(session, PROPOSAL)
        seats = (BoardSeat("AL", "Albania", False), BoardSeat("XK", "Kosovo*", True))
        proposals.open_round(session, 1, ROUND, "Proposal 1.docx", seats)
        note = DeliveryNote("AL", Delivery.DELIVERED, "M. M.", AT)
        round_voices.record_delivery(session, proposal_voices.kept(session, 1, 1), note)
        voice = Voice("XK", Vote.OBJECT, "Too soon.", "N. N.", "M. M.", AT)
        round_voices.record_voice(session, proposal_voices.kept(session, 1, 1), voice)
        proposal_voices.record_decision(session, 1, DECISION)
        proposal_voices.recall_decision(session, 1, 1, "A draft.", "N. N.", LATER)
        proposal_voices.record_decision(session, 1, DECISION)
        proposal_voices.confirm_decision(session, 1, 1, "N. N.", LATER)
        row = methodologies.lay(session, LAID)
        laid = replace(LAID, row=row)
        methodologies.confirm(session, VersionInForce(laid, date(2026, 6, 20), "N. N.", LATER))


def test_a_proposal_its_round_and_all_that_was_said_of_it_come_back_as_they_were_kept():
    with store.session() as session:
        assert proposals.every(session) == [PROPOSAL]
        assert proposals.find(session, 2) is None
        assert proposals.newest_round(session, 1) == ROUND
        assert proposals.paper_name(session, 1, 1) == "Proposal 1.docx"
        assert proposals.bound_to(session, PAPER) == "Methodology proposal 1 round 1"
        assert proposals.bound_to(session, FILE) == ""
        kept = proposal_voices.kept(session, 1, 1)
        assert round_voices.seats(session, kept) == ["AL", "XK"]
        (voice,) = round_voices.voices(session, kept)
        assert (voice.member, voice.proxy, voice.reason) == ("XK", "N. N.", "Too soon.")
        (note,) = round_voices.deliveries(session, kept)
        assert note.state is Delivery.DELIVERED
        assert proposal_voices.decisions_on(session, 1) == [
            replace(DECISION, recalled_by="N. N.", recall_reason="A draft."),
            replace(DECISION, confirmed_by="N. N.", confirmed_at=LATER),
        ]


def test_a_version_comes_back_with_every_word_in_its_order():
    with store.session() as session:
        (confirmed,) = methodologies.in_force(session)
        assert replace(confirmed.laid, row=1) == LAID
        assert methodologies.words_of(session, "2026") == WORDS
        assert methodologies.words_of(session, "2025") is None
        assert methodologies.last_opened_on(session) == CYCLE.taxonomy_on


def test_r19_the_day_a_cycle_began_keeps_its_taxonomy_and_later_days_have_the_new_one():
    with store.session() as session:
        before = taxonomy.on(session, CYCLE.taxonomy_on)
        after = taxonomy.on(session, date(2026, 6, 20))
        much_later = taxonomy.on(session, date(2031, 1, 1))
    assert [f.name for f in before.filters] == ["Information exchange"]
    assert [f.name for f in after.filters] == ["Drones", "Criminal law"]
    assert [p.code for p in after.pillars] == ["WBNEWi", "WBCTi"]
    assert [f.name for f in much_later.filters] == ["Criminal law"]


def test_a_version_of_one_code_comes_into_force_once():
    with store.session() as session:
        again = replace(LAID, row=methodologies.lay(session, LAID))
    with pytest.raises(IntegrityError), store.session() as session:
        methodologies.confirm(session, VersionInForce(again, date(2026, 7, 1), "N. N.", LATER))


def refuses(sentence: str) -> bool:
    with pytest.raises(DatabaseError, match="never changed or deleted"), store.session() as session:
        session.exec(text(sentence))
    return True


def test_nobody_changes_or_deletes_what_was_told_by_sql():
    for table, column in SEALED.items():
        assert refuses(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - our own tables
        assert refuses(f"DELETE FROM {table}")  # noqa: S608 - our own tables


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_nobody_empties_what_was_told():
    for table in SEALED:
        assert refuses(f"TRUNCATE {table} CASCADE")


def test_the_state_of_a_round_moves_all_the_same():
    with store.session() as session:
        proposals.hold_still(session, 1)
        proposals.set_round_state(session, 1, 1, RoundState.ADOPTED, LATER)
    with store.session() as session:
        assert proposals.rounds(session, 1) == [replace(ROUND, state=RoundState.ADOPTED)]
