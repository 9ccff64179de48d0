"""What must not be kept goes; that it went, why and who decided it stays."""

from pathlib import Path

import pytest

from data import clock, store
from data.errors.keeping import (
    BoundToADecision,
    FileToPurgeUnknown,
    NothingToPurge,
    PurgeUnexplained,
    TextToPurgeUnknown,
)
from data.queries import journal
from data.vocabulary import Cycle, Draft
from tasks import filing
from tasks.purging import purge
from tasks.records import purged_files, verify_records
from tests.steps.consultation import newest_draft
from tests.storage.rounds import submit

BYTES = b"Name, date of birth and illness of a person"


@pytest.fixture
def kept(opened: Cycle, home: Path) -> str:
    """A file on the shelf, with a copy in the inbox."""
    (home / "inbox" / "held").mkdir(parents=True)
    (home / "inbox" / "held" / "list.xlsx").write_bytes(BYTES)
    with store.session() as session:
        return filing.put_on_shelf(session, BYTES, "list.xlsx", clock.now())


def acts() -> list[tuple[str, str, str]]:
    with store.session() as session:
        return [(e.who, e.act, e.facts.get("reason", "")) for e in journal.entries(session)]


def test_a_purged_file_is_gone_with_its_copies_and_verify_says_why(home: Path, kept: str):
    said = purge.fn("2025", [kept[:10]], [], "it names a patient", "D. D.")
    assert said == "The file “list.xlsx” is purged, with 1 copy of it."
    assert not (home / "shelf" / kept[:2] / kept).exists()
    assert not (home / "inbox/held/list.xlsx").exists()
    assert verify_records.fn("") == []
    (sentence,) = purged_files()
    assert "was purged on" in sentence
    assert sentence.endswith("by D. D., because: it names a patient.")
    assert acts()[-1] == ("D. D.", "file purged", "it names a patient")


def test_a_purge_given_again_removes_what_is_left_and_writes_nothing(home: Path, kept: str):
    purge.fn("2025", [kept], [], "it names a patient", "D. D.")
    before = acts()
    (home / "inbox/held/again.xlsx").write_bytes(BYTES)
    purge.fn("2025", [kept], [], "it names a patient", "D. D.")
    assert acts() == before
    assert not (home / "inbox/held/again.xlsx").exists()


def test_a_purged_file_whose_bytes_came_back_is_a_mismatch(home: Path, kept: str):
    purge.fn("2025", [kept], [], "it names a patient", "D. D.")
    (home / "shelf" / kept[:2] / kept).write_bytes(BYTES)
    (sentence,) = verify_records.fn("")
    assert sentence.endswith("Its bytes are still there.")


def test_a_file_that_is_missing_without_a_purge_is_a_mismatch(home: Path, kept: str):
    (home / "shelf" / kept[:2] / kept).unlink()
    (sentence,) = verify_records.fn("")
    assert "is not on the shelf" in sentence


def test_nothing_is_purged_without_a_reason_a_name_or_an_object(kept: str):
    before = acts()
    with pytest.raises(PurgeUnexplained):
        purge.fn("2025", [kept], [], " ", "D. D.")
    with pytest.raises(PurgeUnexplained):
        purge.fn("2025", [kept], [], "it names a patient", "")
    with pytest.raises(NothingToPurge):
        purge.fn("2025", [], [], "it names a patient", "D. D.")
    with pytest.raises(FileToPurgeUnknown):
        purge.fn("2025", [kept[:7]], [], "it names a patient", "D. D.")
    with pytest.raises(TextToPurgeUnknown):
        purge.fn("2025", [kept], ["9"], "it names a patient", "D. D.")
    assert acts() == before
    assert verify_records.fn("") == []


def test_what_went_before_the_board_is_never_purged(opened: Cycle):
    with store.session() as session:
        report = submit(session).report_sha256
    with pytest.raises(BoundToADecision):
        purge.fn("2025", [report], [], "it names a patient", "D. D.")


def test_a_draft_that_never_went_to_the_board_may_be_purged(sent: Draft):
    purge.fn("2025", [newest_draft().sha256], [], "it names a patient", "D. D.")
    assert len(purged_files()) == 1
