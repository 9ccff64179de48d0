"""Seats, positions, deliveries and amendments of a round stand in the journal, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.vocabulary import JournalEntry
from data.vocabulary.board import Amendment, Delivery, DeliveryNote, Voice, Vote
from tasks.rules.witness_seats import RoundInTheBooks, rounds

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
ROUND = "2025 WBCTi round 1"
HELD = RoundInTheBooks(
    {"report": "a" * 64, "summary": "b" * 64, "rule": "chair"},
    ("AL", "EC"),
    (Voice("AL", Vote.OBJECT, "Chapter 2 is wrong.", "Marko Marković", "Officer", AT),),
    (DeliveryNote("EC", Delivery.BOUNCED, "Officer", AT),),
    (Amendment(1, "Shorten chapter 2.", ("c" * 64,)),),
)
TOLD = (
    (
        "Secretariat",
        "submitted to the Board",
        HELD.sent | {"mode": "meeting", "seats": "EC, AL"},
    ),
    (
        "Officer",
        "position of a seat recorded",
        {
            "on behalf of": "AL",
            "position": "object",
            "reason": "Chapter 2 is wrong.",
            "by proxy": "Marko Marković",
        },
    ),
    ("Officer", "delivery to the Board recorded", {"seat": "EC", "delivery": "bounced"}),
    ("Officer", "amendment recorded", {"amendment": "1", "text": "Shorten chapter 2."}),
    ("Officer", "amendment ticked off", {"amendment": "1", "report": "c" * 64}),
)


def journal(left_out: str = "", subject: str = ROUND) -> list[JournalEntry]:
    return [
        JournalEntry(number, AT, who, act, subject, facts, "", "")
        for number, (who, act, facts) in enumerate(TOLD, start=1)
        if act != left_out
    ]


def test_a_round_that_stands_in_both_is_no_word_worth():
    assert rounds(journal(), {ROUND: HELD}) == []


@pytest.mark.parametrize(
    ("act", "what"),
    [
        ("submitted to the Board", "what was sent, and to whom,"),
        ("position of a seat recorded", "a position"),
        ("delivery to the Board recorded", "a delivery"),
        ("amendment recorded", "an amendment"),
        ("amendment ticked off", "a tick"),
    ],
)
def test_what_was_written_into_the_books_alone_is_named(act: str, what: str):
    assert rounds(journal(left_out=act), {ROUND: HELD}) == [
        f"{ROUND}: {what} on record is not in the journal (rule R18)."
    ]


@pytest.mark.parametrize(
    ("gone", "what"),
    [
        ({"voices": ()}, "a position"),
        ({"deliveries": ()}, "a delivery"),
        ({"amendments": (Amendment(1, "Shorten chapter 2."),)}, "a tick"),
    ],
)
def test_what_was_taken_off_the_record_is_named(gone: dict[str, object], what: str):
    assert rounds(journal(), {ROUND: replace(HELD, **gone)}) == [
        f"{ROUND}: {what} the journal tells of is not on record (rule R18)."
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"seats": ("AL", "EC", "ME")},
        {"sent": HELD.sent | {"report": "d" * 64}},
        {"sent": HELD.sent | {"rule": "silence"}},
        {"voices": (replace(HELD.voices[0], position=Vote.APPROVE),)},
        {"voices": (replace(HELD.voices[0], proxy=""),)},
        {"voices": (replace(HELD.voices[0], recorded_by="Somebody"),)},
        {"voices": HELD.voices * 2},
    ],
)
def test_what_was_changed_is_named(changed: dict[str, object]):
    assert any(
        ROUND in sentence for sentence in rounds(journal(), {ROUND: replace(HELD, **changed)})
    )


def test_a_round_that_carries_out_amendments_was_sent_to_nobody():
    assert rounds([], {ROUND: RoundInTheBooks({}, ("AL", "EC"))}) == []


def test_rounds_that_are_not_looked_at_are_not_asked_about():
    assert rounds(journal(subject="2024 WBCTi round 1"), {}) == []
