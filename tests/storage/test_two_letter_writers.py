"""Two runs that write letters at once: no letter twice, no number twice (rule R17)."""

import threading
from pathlib import Path

from sqlmodel import select

from data import schema, store
from data.queries import journal
from data.settings import settings
from data.vocabulary import LetterToWrite
from data.vocabulary.methodology import METHODOLOGY
from tasks import proposal_letters
from tasks.dispatch import hold_letters
from tasks.edges.messages import open_letter
from tests.storage.year_2025 import open_year

ROUNDS = 6


def on_the_calendar(number: int) -> LetterToWrite:
    facts = {"calendar": [("First draft", "Wednesday 1 April 2026, 17:00 CEST")]}
    return LetterToWrite(f"2025/calendar/{number}", "calendar", "2025", "", "AL", facts, "a day")


def on_a_proposal(number: int) -> LetterToWrite:
    facts = {"number": number, "proposer": "Albania", "objections": [("Serbia", "Too soon.")]}
    return LetterToWrite(f"{METHODOLOGY}/{number}", "proposal-objection", "", "", "AL", facts)


def at_once(*works) -> None:
    """Let each work begin at the same moment, and wait for all; what one raises is raised here."""
    together, raised = threading.Barrier(len(works)), []

    def run(work) -> None:
        try:
            together.wait()
            work()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []


def test_the_same_letters_written_by_two_runs_are_held_once_each(books_open: str, home: Path):
    with store.session() as session:
        open_year(session)
    wanted = [on_the_calendar(number) for number in range(ROUNDS)]
    new: list[int] = []
    work = lambda: new.append(hold_letters.fn(wanted))  # noqa: E731 - the same work twice
    at_once(work, work)
    assert sum(new) == ROUNDS
    assert_numbered(home, ROUNDS)


def test_letters_of_a_cycle_and_on_proposals_written_at_once_share_no_number(
    books_open: str, home: Path
):
    with store.session() as session:
        open_year(session)
    cycle = [on_the_calendar(number) for number in range(ROUNDS)]
    proposals = [on_a_proposal(number) for number in range(ROUNDS)]
    at_once(lambda: hold_letters.fn(cycle), lambda: proposal_letters.hold.fn(proposals))
    assert_numbered(home, 2 * ROUNDS)


def assert_numbered(home: Path, count: int) -> None:
    """Letters on record and in the outbox, each with a number and a Message-ID of its own."""
    with store.session() as session:
        names = [row.file_name for row in session.exec(select(schema.Letter))]
        told = [e for e in journal.entries(session) if e.act.startswith("letter held")]
    # “2025 0003 AL calendar.eml”, “Methodology 0004 AL proposal-objection.eml”
    numbers = sorted(int(name.split()[1]) for name in names)
    assert numbers == list(range(1, count + 1))
    assert len(told) == count
    held = sorted((settings().root / "outbox" / "held").glob("*.eml"))
    assert sorted(path.name for path in held) == sorted(names)
    assert len({open_letter(path.read_bytes()).message_id for path in held}) == count
