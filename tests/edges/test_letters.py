"""Letters say who wants what by when, once, and the same letter is the same bytes."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import pytest

from data.errors.post import LetterFactsMissing, LetterKindUnknown, LetterLineBroken
from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    MARKING_MEMBERS,
    Finding,
    Place,
    Severity,
)
from data.vocabulary.wording import NO_SENSITIVE_INFORMATION
from tasks.edges.letters import COMMON, FACTS, compose
from tasks.edges.workbook.languages import in_words, read_language
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
DEADLINE = "Friday 13 March 2026, 17:00 CET"

COMMON_FACTS = {
    "member_name": "Albania",
    "pillar": "WBCTi",
    "pillar_name": "Western Balkans Counter-Terrorism Initiative",
    "cycle": "2025",
    "period": "1 January to 31 December 2025",
    "deadline": DEADLINE,
    "contact": "IISG Secretariat, secretariat@iisg.example",
    "enclosed": [("2025-WBCTi-AL-response.xlsx", "the workbook with 12 mapped needs")],
}
WORKBOOK_FACTS = {
    "workbook": "2025-WBCTi-AL-response.xlsx",
    "needs": 12,
    "reference": "2025-WBCTi-AL-response",
}
FINDINGS = [
    Finding(
        "no-reference",
        Severity.NOTE,
        "No reference is given.",
        "Nothing to do.",
        Place("Legal", "H4"),
    ),
    Finding(
        "day-or-month",
        Severity.CHECK,
        "“04/05/2025” may be April or May.",
        "Write 2025-05-04.",
        Place("Legal", "F4"),
    ),
    Finding(
        "kind-missing",
        Severity.BLOCKS,
        "This line has no kind of statement.",
        "Choose one from the list.",
        Place("Capacity", "D9"),
    ),
]
KIND_FACTS: dict[str, dict[str, object]] = {
    "calendar": {
        "calendar": [
            ("Request for information", "Monday 2 February 2026, 17:00 CET"),
            ("First draft", "Wednesday 1 April 2026, 17:00 CEST"),
        ]
    },
    "meeting": {
        "meeting": "Tuesday 20 January 2026, 10:00 CET",
        "place": "at the RCC, Sarajevo, and online",
        "agenda": ["The four sub-pillars", "The filters"],
        "before": "Monday 19 January 2026, 10:00 CET",
    },
    "meeting-cancelled": {
        "meeting": "Monday 20 July 2026, 10:00 CEST",
        "place": "in Tirana",
        "scope": "local",
        "comments_by": "Friday 7 August 2026, 17:00 CEST",
        "reason": "The partner comments in writing.",
    },
    "request-response": WORKBOOK_FACTS,
    "request-support": WORKBOOK_FACTS,
    "consultation": {"version": "Consultation draft 2"},
    "consultation-meeting": {
        "version": "consultation draft 2",
        "scope": "local",
        "meeting": "Monday 20 July 2026, 10:00 CEST",
        "place": "at a place you propose, or online",
        "comments_by": "Friday 7 August 2026, 17:00 CEST",
        "before": "Thursday 16 July 2026, 10:00 CEST",
    },
    "commented": {
        "version": "Final draft 1",
        "remarks": [(1, "AL-CT-01", "Please name the by-law.", "Accepted.")],
    },
    "board": {"rule": "The Board decides by the conclusion of its chair."},
    "objection": {"objections": [("Montenegro", "Chapter 2 names a law that is repealed.")]},
    "decision": {
        "outcome": "adopted-with-amendments",
        "decided_on": "20 June 2026",
        "minutes": "Minutes 2026/2, item 4",
        "conclusion": "Adopted with two amendments to chapter 3.",
        "files": (("Report", "a" * 64), ("Summary", "b" * 64), ("Evidence", "c" * 64)),
        "head": "d" * 64,
    },
    "receipt": {
        "file": "final_v3 (2).xlsx",
        "received_on": "10 March 2026",
        "reference": "2025-WBCTi-AL-response",
        "understood": [("Needs answered", 11), ("Responses reported", 17)],
        "findings": FINDINGS,
    },
    "parts": {"parts": 4, "reference": "2025-WBCTi-AL-response"},
    "unread": {
        "file": "final_v3 (2).xlsx",
        "received_on": "10 March 2026",
        "findings": [FINDINGS[2]],
    },
    "reminder": {
        "stage": "gentle",
        "workbook": "2025-WBCTi-AL-response.xlsx",
        "reference": "2025-WBCTi-AL-response",
        "missing": ["AL-CT-01: Align the criminal code"],
    },
    "released": {
        "approved_on": "20 June 2026",
        "address": "https://members.iisg.example/2025/WBCTi",
        "summary_address": "",
    },
}
IN_EVERY_LANGUAGE = ("parts", "receipt", "reminder", "request-response", "request-support")
BCMS = read_language(
    (TEMPLATES / "requests" / "languages" / "bcms.yaml").read_text(encoding="utf-8")
)
UNDATED = {"commented", "objection", "decision", "released", "unread", "meeting-cancelled"}
DATED = sorted(set(FACTS) - UNDATED)


class Words(HTMLParser):
    """The words a person reads on the page, and how many of them are bold."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.bold: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.within.pop()

    def handle_data(self, data: str) -> None:
        if not {"title", "style"} & set(self.within):
            self.words.append(data)
        if "strong" in self.within:
            self.bold.append(data)


def read(html: str) -> Words:
    page = Words()
    page.feed(html)
    return page


def words_of(text: str) -> list[str]:
    return re.sub(r"^(\d\.|–) ", "", text, flags=re.MULTILINE).split()


def facts(kind: str, **changed: object) -> Mapping[str, object]:
    return {**COMMON_FACTS, **KIND_FACTS[kind], **changed}


def composed(kind: str, **changed: object) -> tuple[str, str, str]:
    return compose(TEMPLATES, kind, facts(kind, **changed))


@pytest.mark.parametrize("kind", FACTS)
def test_every_letter_says_who_is_asked_or_told_in_its_subject(kind: str):
    subject, _, _ = composed(kind)
    assert subject.startswith("IISG ")
    assert "Albania" in subject
    assert "\n" not in subject


@pytest.mark.parametrize("kind", DATED)
def test_the_subject_names_the_deadline(kind: str):
    assert f"by {DEADLINE}" in composed(kind)[0]


@pytest.mark.parametrize("kind", DATED)
def test_the_deadline_stands_once_and_is_the_only_bold_words(kind: str):
    _, text, html = composed(kind)
    assert text.count(DEADLINE) == 1
    assert read(html).bold == [DEADLINE]


@pytest.mark.parametrize("kind", FACTS)
def test_the_page_says_the_same_words_as_the_text(kind: str):
    _, text, html = composed(kind, member_name="Kosovo*")
    assert "".join(read(html).words).split() == words_of(text)


@pytest.mark.parametrize("stage", ["gentle", "last days", "after"])
def test_each_stage_of_a_reminder_has_its_own_request(stage: str):
    _, text, html = composed("reminder", stage=stage)
    assert text.count(DEADLINE) == 1
    assert "".join(read(html).words).split() == words_of(text)
    assert {"gentle": "remember", "last days": "only a few days", "after": "still welcome"}[
        stage
    ] in text


def test_a_meeting_without_a_deadline_of_its_own_names_its_moment_once():
    subject, text, html = composed("meeting", meeting=DEADLINE, enclosed=[])
    assert subject == f"IISG invites Albania to the WBCTi structure meeting on {DEADLINE}"
    assert text.count(DEADLINE) == 1
    assert "enclosed" not in text.lower()
    assert "".join(read(html).words).split() == words_of(text)


@pytest.mark.parametrize("kind", FACTS)
def test_a_letter_has_at_most_three_steps(kind: str):
    assert len(re.findall(r"^\d\. ", composed(kind)[1], re.MULTILINE)) <= 3


@pytest.mark.parametrize("kind", FACTS)
def test_the_footnote_stands_once_and_only_where_kosovo_is_named(kind: str):
    _, text, html = composed(kind)
    assert KOSOVO_FOOTNOTE not in text + html
    _, text, html = composed(kind, member_name="Kosovo*")
    assert text.count(KOSOVO_FOOTNOTE) == html.count(KOSOVO_FOOTNOTE) == 1


@pytest.mark.parametrize("kind", FACTS)
def test_the_marking_comes_last(kind: str):
    _, text, html = composed(kind, member_name="Kosovo*")
    assert text.splitlines()[-1] in (MARKING_DRAFT, MARKING_MEMBERS)
    assert "".join(read(html).words).strip().endswith(text.splitlines()[-1])


@pytest.mark.parametrize("kind", FACTS)
def test_no_letter_uses_a_word_the_house_avoids(kind: str):
    avoided = r"countr(y|ies)|\bstates?\b(?! of play)|duplicat|overdue|\blate\b|confidential"
    assert not re.search(avoided, " ".join(composed(kind)[:2]), re.IGNORECASE)


@pytest.mark.parametrize("kind", FACTS)
def test_the_page_needs_nothing_from_outside(kind: str):
    assert not re.search(r"<img|<link|<script|src=|url\(", composed(kind)[2])


@pytest.mark.parametrize("kind", FACTS)
def test_a_letter_takes_all_its_facts_and_says_which_are_missing(kind: str):
    for name in (*COMMON, *FACTS[kind]):
        given_facts = {key: value for key, value in facts(kind).items() if key != name}
        with pytest.raises(LetterFactsMissing, match=name):
            compose(TEMPLATES, kind, given_facts)


def test_the_facts_of_this_test_are_those_of_the_table():
    assert {kind: set(given) for kind, given in KIND_FACTS.items()} == {
        kind: set(names) for kind, names in FACTS.items()
    }


def test_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(LetterKindUnknown, match=r"reminder, released"):
        compose(TEMPLATES, "remindr", COMMON_FACTS)


def test_a_receipt_without_questions_asks_for_nothing():
    subject, text, _ = composed("receipt", findings=[FINDINGS[0]])
    assert "nothing is asked of you" in subject
    assert DEADLINE not in text
    assert "Note: Legal!H4: No reference is given." in text


def test_a_receipt_lists_what_blocks_first_and_every_place():
    _, text, _ = composed("receipt")
    assert re.findall(r"^– (Blocks|Please check|Note): (\S+):", text, re.MULTILINE) == [
        ("Blocks", "Capacity!D9"),
        ("Please check", "Legal!F4"),
        ("Note", "Legal!H4"),
    ]


def test_a_receipt_after_the_deadline_names_none():
    subject, text, html = composed("receipt", deadline="")
    assert subject == "IISG asks Albania to check 2 points in the WBCTi workbook"
    assert "by " not in text.split("\n\n")[1].split(".")[0]
    assert read(html).bold == []


@pytest.mark.parametrize(
    ("outcome", "next_sentence"),
    [
        ("adopted", "The report goes into the IISG Database"),
        ("adopted-with-amendments", "We work the amendments into the report"),
        ("not-adopted", "The report returns to the Secretariat"),
        ("postponed", "The Board takes the report up again"),
    ],
)
def test_a_decision_says_what_happens_next(outcome: str, next_sentence: str):
    _, text, html = composed("decision", outcome=outcome)
    assert next_sentence in text
    assert next_sentence in html


def test_members_words_cannot_become_markup():
    _, text, html = composed("reminder", missing=["<b>Tom & Jerry</b>"])
    assert "– <b>Tom & Jerry</b>" in text
    assert "&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;" in html


def test_a_fact_cannot_break_the_subject_into_a_second_line():
    with pytest.raises(LetterLineBroken):
        composed("released", cycle="2025\nBcc: everybody@example.org")


@pytest.mark.parametrize("kind", IN_EVERY_LANGUAGE)
def test_a_letter_with_a_workbook_is_written_in_the_language_of_its_contact(kind: str):
    subject, text, html = compose(TEMPLATES, kind, facts(kind), BCMS)
    assert subject.startswith("IISG – Albania: ")
    assert f"rok: {DEADLINE}" in subject
    assert text.count(DEADLINE) == 1
    assert read(html).bold == [DEADLINE]
    assert text.startswith("Poštovane kolege i kolegice,\n")
    assert '<html lang="bs">' in html
    assert "".join(read(html).words).split() == words_of(text)
    assert len(re.findall(r"^\d\. ", text, re.MULTILINE)) == 3


@pytest.mark.parametrize("kind", IN_EVERY_LANGUAGE)
def test_no_english_sentence_is_left_in_a_letter_in_another_language(kind: str):
    quoted = ("the workbook with 12 mapped needs", "Align the criminal code")
    told = {**facts(kind), "findings": [], "understood": []}
    _, text, _ = compose(TEMPLATES, kind, told, BCMS)
    text = re.sub("|".join(map(re.escape, (*quoted, NO_SENSITIVE_INFORMATION))), "", text)
    assert not re.search(r"\b(the|please|and|your|what|from|with|is)\b", text, re.IGNORECASE)


def test_each_stage_of_a_reminder_has_its_own_request_in_every_language():
    told = [
        compose(TEMPLATES, "reminder", facts("reminder", stage=stage), BCMS)[1]
        for stage in ("gentle", "last days", "after")
    ]
    assert len(set(told)) == 3
    assert all(text.count(DEADLINE) == 1 for text in told)


def test_a_finding_is_told_in_the_words_of_the_language():
    found = Finding("line-without-kind", Severity.BLOCKS, "No kind.", "Choose.", Place("1", "D9"))
    _, text, _ = compose(
        TEMPLATES, "receipt", facts("receipt", findings=[in_words(BCMS, found)]), BCMS
    )
    assert "– Zahtijeva ispravku: 1!D9: Red ne navodi vrstu izjave. Molimo izaberite" in text
    assert "riječima „zahtijeva ispravku“" in text


def test_words_of_a_member_cannot_become_markup_inside_a_sentence():
    _, text, html = composed("receipt", file="<b>Tom & Jerry</b>.xlsx")
    assert "“<b>Tom & Jerry</b>.xlsx”" in text
    assert "“&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;.xlsx”" in html
