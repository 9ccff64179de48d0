"""Whoever is sent a draft or told of a report gets a letter of transmittal with it, in Word."""

import hashlib
from pathlib import Path

import pytest

from data.vocabulary import Document
from data.vocabulary.post import OpenedLetter
from tasks.edges.word import read_document
from tasks.tracing import trace_draft
from tests.phases.played_year import asked, letters

TRANSMITTED = ("board", "consultation", "released")


def enclosed(letter: OpenedLetter) -> dict[str, bytes]:
    return {each.name: each.content for each in letter.attachments}


def on_paper(letter: OpenedLetter) -> Document:
    """The letter of transmittal, which is the first of its enclosures."""
    name, content = next(iter(enclosed(letter).items()))
    assert "Letter of transmittal" in name
    return read_document(content)


def files_named(document: Document) -> list[str]:
    """The SHA-256 of each file a letter names."""
    texts = [str(getattr(block, "text", "")) for block in document.blocks]
    return [text.split("SHA-256 ")[1] for text in texts if "\nSHA-256 " in text]


@pytest.mark.parametrize("kind", TRANSMITTED)
def test_every_mail_brings_one_to_its_own_member(rehearsed: Path, kind: str):
    named = dict(asked(rehearsed, "SELECT file_name, key FROM letter WHERE kind = ?", kind))
    seen = list(letters(rehearsed, f"* {kind}.eml"))
    assert len(seen) > 20
    for name, letter in seen:
        paper = on_paper(letter)
        assert (paper.kind, paper.version) == ("letter", f"Reference {named[name]}")
        assert paper.subtitle.count("\n") == 1
        assert "WBCTi" in paper.title or "WBCSCi" in paper.title or "WBBSi" in paper.title


@pytest.mark.parametrize("kind", ["board", "consultation"])
def test_r8_it_names_the_very_bytes_that_lie_beside_it(rehearsed: Path, kind: str):
    for _, letter in letters(rehearsed, f"* {kind}.eml"):
        _, *files = enclosed(letter).values()
        beside = [hashlib.sha256(content).hexdigest() for content in files]
        assert beside
        assert files_named(on_paper(letter)) == beside


def test_r8_the_letter_to_the_board_names_the_bytes_of_its_round(rehearsed: Path):
    rounds = {
        (str(cycle), str(pillar), str(number)): [str(report), str(summary)]
        for cycle, pillar, number, report, summary in asked(
            rehearsed,
            "SELECT t.cycle, t.pillar, r.number, r.report_sha256, r.summary_sha256 "
            "FROM approval_round r JOIN track t ON t.id = r.track",
        )
    }
    assert len(rounds) == 4
    named: dict[tuple[str, ...], list[str]] = {}
    for _, letter in letters(rehearsed, "* board.eml"):
        paper = on_paper(letter)
        cycle, pillar, _, number, _ = paper.version.removeprefix("Reference ").split("/")
        named.setdefault((cycle, pillar, number), files_named(paper))
    assert named == rounds


def test_the_letter_on_a_release_names_what_was_decided_and_encloses_none_of_it(rehearsed: Path):
    decided = [
        [str(report), str(summary)]
        for report, summary in asked(
            rehearsed,
            "SELECT report_sha256, summary_sha256 FROM decision WHERE outcome = 'adopted'",
        )
    ]
    for _, letter in letters(rehearsed, "* released.eml"):
        assert files_named(on_paper(letter)) in decided
        assert len(letter.attachments) == 1


def test_a_sentence_of_a_letter_is_traced_to_the_returned_files(rehearsed: Path, tmp_path: Path):
    _, letter = next(letters(rehearsed, "2025 WBCTi * board.eml"))
    name, content = next(iter(enclosed(letter).items()))
    file = tmp_path / name
    file.write_bytes(content)
    told = trace_draft.fn(str(file), "asked_partner", "")
    assert told.startswith("2025 WBCTi final draft ")
    assert "Albania, return " in told
