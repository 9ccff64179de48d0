"""Letters of transmittal: one request by one moment, and each file by its SHA-256."""

from dataclasses import replace
from datetime import date

import pytest

from data.vocabulary import KOSOVO_FOOTNOTE, Document, Paragraph
from data.vocabulary.board import Deciding, Mode
from tasks.rules import kosovo, provenance, recount, transmittals
from tasks.rules.returned_draft import Hints, draft_it_goes_with, draft_of
from tests.rules.letters_2025 import (
    CONSULTATION,
    DEADLINE,
    FINAL,
    ON_CONSULTATION,
    ON_RELEASE,
    REPORT,
    SUMMARY,
    TO_THE_BOARD,
    opened,
    submitted,
)
from tests.rules.year_2025 import LAST

LETTERS = (TO_THE_BOARD, ON_CONSULTATION, ON_RELEASE)


def paragraphs(letter: Document) -> list[Paragraph]:
    assert all(isinstance(block, Paragraph) for block in letter.blocks)
    return [block for block in letter.blocks if isinstance(block, Paragraph)]


def words(letter: Document) -> str:
    return "\n".join(block.text for block in paragraphs(letter))


def of_style(letter: Document, style: str) -> list[str]:
    return [block.text for block in paragraphs(letter) if block.style == style]


def test_the_board_is_asked_for_its_decision_by_one_moment():
    [request] = of_style(TO_THE_BOARD, "lead")
    assert f"for its decision by {DEADLINE}" in request
    assert words(TO_THE_BOARD).count(DEADLINE) == 1
    assert "The Board decides by the chair's conclusion." in words(TO_THE_BOARD)


def test_R8_the_letter_names_both_files_by_the_hashes_of_the_round():
    first, second = of_style(TO_THE_BOARD, "enclosure")
    assert first.endswith(f"\nSHA-256 {REPORT}")
    assert second.endswith(f"\nSHA-256 {SUMMARY}")
    assert of_style(ON_RELEASE, "enclosure") == [first, second]


@pytest.mark.parametrize(
    ("mode", "how"),
    [
        (Mode.MEETING, "at the meeting, or before it in writing"),
        (Mode.HYBRID, "in the room or online, or before it in writing"),
        (Mode.WRITTEN, "in writing to the Secretariat; it ends the procedure"),
    ],
)
def test_the_board_is_told_how_an_objection_is_raised(mode: Mode, how: str):
    assert how in words(submitted(mode))


def test_R9_silence_is_said_to_be_no_position_unless_the_rule_makes_it_one():
    assert "Silence is not taken for one." in words(submitted())
    assert "Silence" not in words(submitted(Mode.WRITTEN, Deciding.SILENCE))


@pytest.mark.parametrize("letter", LETTERS, ids=["board", "consultation", "release"])
def test_R20_every_number_of_a_letter_is_the_one_its_snapshot_gives(letter: Document):
    assert len(list(recount.claims(LAST, letter))) >= 4
    assert recount.mismatches(LAST, letter) == ()
    fewer = replace(LAST, partner_situation=LAST.partner_situation[1:])
    assert recount.mismatches(fewer, letter) != ()


@pytest.mark.parametrize("letter", LETTERS, ids=["board", "consultation", "release"])
def test_a_sentence_on_what_came_in_leads_to_its_sources(letter: Document):
    anchored = {block.anchor: block.text for block in paragraphs(letter) if block.anchor}
    sources = provenance.sources_of(LAST, FINAL.kind)
    assert {"asked_partner", "asked_member"} <= set(anchored)
    assert all(sources[anchor] for anchor in anchored)
    rest = [block.text for block in paragraphs(letter) if not block.anchor]
    assert not any("asked for information" in text for text in rest)


def test_a_consultation_without_comments_is_told_as_one():
    nobody = replace(LAST, comments=())
    letter = transmittals.to_the_board(
        nobody, FINAL, opened(), (), DEADLINE, date(2026, 6, 2), "IISG Secretariat, x@iisg.example"
    )
    assert "No comment was received in the consultation." in words(letter)


def test_R14_the_footnote_stands_on_the_letter_to_kosovo_alone():
    assert TO_THE_BOARD.kosovo_footnote == KOSOVO_FOOTNOTE
    assert (ON_CONSULTATION.kosovo_footnote, ON_RELEASE.kosovo_footnote) == ("", "")
    assert not any(kosovo.occurs(kosovo.texts_of(letter.blocks)) for letter in LETTERS)


def test_offices_are_addressed_above_their_member():
    assert TO_THE_BOARD.subtitle == "Board member's office\nKosovo*"
    assert ON_CONSULTATION.subtitle == "WBCTi coordinator\nWBCTi desk\nAustria"
    assert ON_RELEASE.subtitle == "Albania"


def test_the_office_of_the_secretariat_signs():
    assert of_style(ON_RELEASE, "signature") == ["IISG Secretariat\nsecretariat@iisg.example"]


def test_a_release_encloses_nothing_and_asks_for_nothing():
    assert of_style(ON_RELEASE, "label") == ["Files as approved, not enclosed"]
    assert "Nothing is asked of you" in words(ON_RELEASE)
    assert "on 26 June 2026 (2026/2, item 4)" in words(ON_RELEASE)


def test_a_letter_is_no_copy_of_the_draft_it_goes_with():
    known = [CONSULTATION, FINAL]
    for letter, draft in ((TO_THE_BOARD, FINAL), (ON_CONSULTATION, CONSULTATION)):
        identity = dict(letter.identity)
        name = "2025 WBCTi Letter of transmittal XK 31.docx"
        assert draft_of(Hints("f" * 64, name, identity), known) is None
        assert draft_it_goes_with(identity, known) == draft
    assert draft_it_goes_with({}, known) is None
