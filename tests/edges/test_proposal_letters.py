"""Letters on a proposal keep to everything other letters keep to."""

import re

import pytest

from data.errors.post import LetterFactsMissing, LetterKindUnknown, LetterLineBroken
from data.vocabulary import KOSOVO_FOOTNOTE, MARKING_MEMBERS
from tasks.edges.letters import ON_PROPOSALS, compose
from tests.conftest import ROOT
from tests.edges.test_letters import read, words_of

DEADLINE = "Monday 15 June 2026, 11:00 CEST (09:00 UTC)"
GIVEN = {
    "member_name": "Albania",
    "number": 3,
    "proposer": "Montenegro",
    "contact": "IISG Secretariat, secretariat@iisg.example",
    "enclosed": [("Proposal 3 to amend the Methodology.docx", "the proposal with its reason")],
    "deadline": DEADLINE,
    "rule": "The Board decides by the conclusion of its chair.",
    "objections": [("Serbia", "It comes too soon.")],
    "outcome": "adopted",
    "decided_on": "8 June 2026",
    "minutes": "Minutes 2026/2, item 4",
    "conclusion": "Adopted as proposed.",
    "files": (("Proposal", "a" * 64), ("Evidence", "c" * 64)),
    "head": "d" * 64,
}


def composed(kind: str, **changed: object) -> tuple[str, str, str]:
    return compose(ROOT / "templates", kind, {**GIVEN, **changed})


@pytest.mark.parametrize("kind", ON_PROPOSALS)
def test_the_subject_says_who_is_asked_or_told_and_the_marking_comes_last(kind: str):
    subject, text, html = composed(kind)
    assert subject.startswith("IISG ")
    assert "Albania" in subject
    assert text.splitlines()[-1] == MARKING_MEMBERS
    assert "".join(read(html).words).split() == words_of(text)


def test_the_deadline_stands_once_in_text_and_subject_and_is_the_only_bold_words():
    subject, text, html = composed("proposal")
    assert f"by {DEADLINE}" in subject
    assert text.count(DEADLINE) == 1
    assert read(html).bold == [DEADLINE]


@pytest.mark.parametrize(
    ("outcome", "next_sentence"),
    [
        ("adopted", "We lay the new version of the Methodology on record"),
        ("adopted-with-amendments", "recorded as a proposal of their own"),
        ("not-adopted", "The Methodology stays as it is"),
        ("postponed", "The Board takes the proposal up again"),
    ],
)
def test_a_decision_on_a_proposal_says_what_happens_next_and_prints_hashes_and_head(
    outcome: str, next_sentence: str
):
    _, text, html = composed("proposal-decision", outcome=outcome)
    for words in (next_sentence, "Proposal: " + "a" * 64, "Head of the journal: " + "d" * 64):
        assert words in text
        assert words in html


@pytest.mark.parametrize("kind", ON_PROPOSALS)
def test_the_footnote_stands_once_and_only_where_kosovo_is_named(kind: str):
    assert KOSOVO_FOOTNOTE not in composed(kind)[1]
    _, text, html = composed(kind, proposer="Kosovo*")
    assert text.count(KOSOVO_FOOTNOTE) == html.count(KOSOVO_FOOTNOTE) == 1


@pytest.mark.parametrize("kind", ON_PROPOSALS)
def test_no_letter_uses_a_word_the_house_avoids(kind: str):
    avoided = r"countr(y|ies)|\bstates?\b(?! of play)|duplicat|overdue|\blate\b|confidential"
    assert not re.search(avoided, " ".join(composed(kind)[:2]), re.IGNORECASE)


@pytest.mark.parametrize("kind", ON_PROPOSALS)
def test_a_letter_takes_all_its_facts_and_says_which_are_missing(kind: str):
    for name in ON_PROPOSALS[kind]:
        given = {key: value for key, value in GIVEN.items() if key != name}
        with pytest.raises(LetterFactsMissing, match=name):
            compose(ROOT / "templates", kind, given)


def test_an_unknown_kind_and_a_broken_subject_are_refused():
    with pytest.raises(LetterKindUnknown, match="proposal-objection"):
        composed("proposel")
    with pytest.raises(LetterLineBroken):
        composed("proposal", member_name="Albania\nBcc: everybody@example.org")


def test_members_words_cannot_become_markup():
    _, text, html = composed("proposal-objection", objections=[("Serbia", "<b>Tom & Jerry</b>")])
    assert "Serbia: <b>Tom & Jerry</b>" in text
    assert "&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;" in html
