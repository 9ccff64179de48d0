"""Letters are written once, held, and leave once (rule R17)."""

from pathlib import Path

import pytest

from data.errors.dispatch import LettersKeptBack
from data.settings import settings
from data.vocabulary import Cycle, LettersMode, LetterToWrite
from tasks.agreements import letters_to_partners
from tasks.dispatch import hold_letters
from tasks.posting import release_letters


@pytest.fixture
def wanted(opened: Cycle) -> list[LetterToWrite]:
    """The letters with the draft calendar, one to each partner."""
    return letters_to_partners.fn("2025", [])


def lying_in(tray: str) -> list[Path]:
    return sorted((settings().root / "outbox" / tray).glob("*.eml"))


def test_holding_the_same_letters_twice_holds_each_once(wanted: list[LetterToWrite]):
    assert hold_letters.fn(wanted) == 6
    before = {path: path.read_bytes() for path in lying_in("held")}
    assert hold_letters.fn(wanted) == 0
    assert {path: path.read_bytes() for path in lying_in("held")} == before
    assert len(before) == 6


def test_nothing_leaves_while_letters_are_held(wanted: list[LetterToWrite]):
    hold_letters.fn(wanted)
    assert release_letters.fn("2025", LettersMode.HOLD) == 0
    assert (len(lying_in("held")), len(lying_in("sent"))) == (6, 0)


def test_released_letters_leave_once(wanted: list[LetterToWrite]):
    hold_letters.fn(wanted)
    assert release_letters.fn("2025", LettersMode.RELEASE) == 6
    assert release_letters.fn("2025", LettersMode.RELEASE) == 0
    assert (len(lying_in("held")), len(lying_in("sent"))) == (0, 6)


def test_a_refused_letter_does_not_keep_back_the_others(wanted: list[LetterToWrite]):
    hold_letters.fn(wanted)
    edited = lying_in("held")[0]
    edited.write_bytes(edited.read_bytes() + b"A line typed into the held file.\r\n")
    with pytest.raises(LettersKeptBack) as refused:
        release_letters.fn("2025", LettersMode.RELEASE)
    assert "kept back 1 letter;" in str(refused.value)
    assert lying_in("held") == [edited]
    assert len(lying_in("sent")) == 5


def test_a_held_letter_that_is_gone_is_written_again_and_leaves(wanted: list[LetterToWrite]):
    hold_letters.fn(wanted)
    lost = lying_in("held")[0]
    content = lost.read_bytes()
    lost.unlink()
    assert release_letters.fn("2025", LettersMode.RELEASE) == 6
    assert lying_in("sent")[0].read_bytes() == content
