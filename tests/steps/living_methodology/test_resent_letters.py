"""A letter on a proposal that came back is written again for the corrected address, once."""

from pathlib import Path

import pytest
from sqlalchemy import text as sql

from data import store
from data.errors.dispatch import AddressUnchanged, LetterStillHeld, LetterUnknown
from data.queries import journal
from data.settings import settings
from data.vocabulary import LettersMode
from tasks import proposal_letters
from tasks.cycle import open_cycle
from tasks.dispatch import write_again
from tasks.edges.messages import open_letter
from tasks.proposing import submit
from tests.steps.living_methodology.facts import proposed

WHY = "It came back."


@pytest.fixture
def came_back() -> Path:
    """The letter to Albania's seat, which left for an address that is no longer right."""
    proposal_letters.hold.fn(submit.fn(proposed()))
    name = next((settings().root / "outbox" / "held").glob("*AL proposal.eml")).name
    with pytest.raises(LetterStillHeld, match="mapping release-proposal-letters;"):
        write_again.fn("Methodology", name, WHY, "Officer")
    proposal_letters.release.fn(LettersMode.RELEASE)
    return settings().root / "outbox" / "sent" / name


def corrected() -> None:
    with store.session() as session:
        session.exec(sql("UPDATE contact SET email = 'new.' || email"))


def test_every_word_and_file_of_it_goes_to_the_address_the_register_gives_by_now(came_back: Path):
    with pytest.raises(AddressUnchanged):
        write_again.fn("Methodology", came_back.name, WHY, "Officer")
    corrected()
    for _ in range(2):
        said = write_again.fn("methodology", came_back.name, WHY, "Officer")
    [held] = (settings().root / "outbox" / "held").iterdir()
    before, again = (open_letter(path.read_bytes()) for path in (came_back, held))
    assert again.to == tuple(f"new.{address}" for address in before.to)
    assert (again.subject, again.text) == (before.subject, before.text)
    assert again.attachments == before.attachments
    assert held.name in said
    assert held.name.startswith("Methodology 0008 AL")
    assert proposal_letters.release.fn(LettersMode.RELEASE) == 1


def test_the_journal_says_of_which_proposal_it_tells_by_whom_and_why(came_back: Path):
    corrected()
    write_again.fn("Methodology", came_back.name, WHY, "Officer")
    with store.session() as session:
        told = journal.entries(session)[-1]
    assert (told.act, told.subject, told.who) == (
        "letter held again: proposal",
        "Methodology proposal 1",
        "Officer",
    )
    assert (told.facts["again"], told.facts["reason"]) == (came_back.name, WHY)


def test_whoever_looks_for_it_in_a_cycle_is_told_where_it_is(came_back: Path):
    open_cycle.fn("2025", None, None, None, None)
    with pytest.raises(LetterUnknown, match="name Methodology in place of the cycle"):
        write_again.fn("2025", came_back.name, WHY, "Officer")
    nearly = came_back.name.replace("AL", "AK")
    with pytest.raises(LetterUnknown, match=r"No letter of the Methodology .* Did you mean"):
        write_again.fn("Methodology", nearly, WHY, "Officer")
