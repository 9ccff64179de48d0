"""What comes back is kept and answered with a sentence, whatever it is (rule R18)."""

from pathlib import Path

from data import store
from data.queries import returns, statements
from data.reference import rehearsal_registers
from data.vocabulary import Cycle, RequestKind, ReturnState
from data.vocabulary.cycles import TrackId
from tasks import filing
from tasks.intake import collect_arrivals, file_return


def take_in() -> int:
    return sum(file_return.fn(entry) for entry in collect_arrivals.fn())


def test_a_file_that_answers_no_request_is_held_kept_and_read_by_nobody(home: Path, opened: Cycle):
    (home / "inbox").mkdir()
    content = rehearsal_registers()[1].read_bytes()
    (home / "inbox" / "answers final.xlsx").write_bytes(content)
    assert take_in() == 1
    with store.session() as session:
        [held] = returns.waiting(session)
        told = statements.told_in(session, TrackId("2025", "WBCTi"), RequestKind.RESPONSE)
    assert (held.state, held.request, held.file_name) == (
        ReturnState.HELD,
        None,
        "answers final.xlsx",
    )
    assert filing.take_from_shelf(held.sha256) == content
    assert told == []
    assert (home / "inbox" / "held" / "answers final.xlsx").read_bytes() == content


def test_what_is_no_workbook_is_kept_with_the_reason(home: Path, opened: Cycle):
    (home / "inbox").mkdir()
    (home / "inbox" / "answers.xlsx").write_bytes(b"We will answer next week.")
    assert take_in() == 1
    assert [path.name for path in (home / "inbox" / "held").iterdir()] == ["answers.xlsx"]


def test_the_same_bytes_under_two_names_are_read_once(home: Path, opened: Cycle):
    (home / "inbox").mkdir()
    content = rehearsal_registers()[1].read_bytes()
    for name in ("answers.xlsx", "answers (2).xlsx"):
        (home / "inbox" / name).write_bytes(content)
    take_in()
    with store.session() as session:
        assert len(returns.waiting(session)) == 1
    assert sorted(path.name for path in (home / "inbox" / "held").iterdir()) == [
        "answers (2).xlsx",
        "answers.xlsx",
    ]


def test_an_empty_drop_folder_is_no_work(home: Path):
    assert collect_arrivals.fn() == []
