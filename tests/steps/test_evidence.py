"""Evidence is a file on the shelf."""

from pathlib import Path

import pytest

from data.errors.cycles import EvidenceUnreadable
from tasks import filing
from tasks.evidence import keep_evidence, reference_of_minutes


def test_evidence_is_kept_byte_for_byte(home: Path):
    (home / "evidence").mkdir()
    (home / "evidence" / "minutes.txt").write_bytes(b"The chair concluded: adopted.\r\n")
    sha256 = keep_evidence.fn("minutes.txt")
    assert filing.take_from_shelf(sha256) == b"The chair concluded: adopted.\r\n"
    assert keep_evidence.fn("minutes.txt") == sha256


def test_evidence_that_is_not_there_is_refused(home: Path):
    with pytest.raises(EvidenceUnreadable):
        keep_evidence.fn("minutes.txt")


def test_no_evidence_named_is_no_evidence(home: Path):
    assert keep_evidence.fn(" ") == ""


def test_minutes_are_cited_by_their_reference_and_else_by_the_name_of_their_file():
    assert reference_of_minutes(" 2026/2, item 4 ", "evidence/minutes.pdf") == "2026/2, item 4"
    assert reference_of_minutes(" ", "evidence/minutes of 20 June.pdf") == "minutes of 20 June.pdf"
    assert reference_of_minutes("", "") == ""
