"""A language is a file: each holds every word, every name in braces and every finding."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from data.errors.languages import LanguageIncomplete
from data.vocabulary import (
    AnswerState,
    Finding,
    FollowUp,
    InstrumentKind,
    Place,
    ProjectSupport,
    RequestKind,
    Severity,
    StatementKind,
)
from data.vocabulary.languages import ENGLISH_DAYS, DayWords, Language
from tasks.edges.workbook.blocks import ANSWER_LABEL
from tasks.edges.workbook.checks import SAY
from tasks.edges.workbook.choices import STATUSES
from tasks.edges.workbook.contract import read_contract
from tasks.edges.workbook.identity import VISIBLE_LABEL
from tasks.edges.workbook.languages import completed, english, in_words, read_language
from tests.specimens.requests import SUB_PILLARS, TEMPLATES, template

FILES = sorted((TEMPLATES / "languages").glob("*.yaml"))
LANGUAGES = [read_language(path.read_text(encoding="utf-8")) for path in FILES]
EACH = pytest.mark.parametrize("language", LANGUAGES, ids=[path.stem for path in FILES])
TASKS = Path(__file__).parents[2] / "tasks"
# What the Secretariat alone is told, of reviewed copies and of its own workbooks, is English.
FOR_THE_SECRETARIAT = {
    *(TASKS / "edges" / "word_review").glob("*.py"),
    TASKS / "edges" / "annotated_pdf.py",
    TASKS / "edges" / "workbook" / "register_reading.py",
    TASKS / "rules" / "overlap_review.py",
    TASKS / "rules" / "comment_dispositions.py",
}
NARROW = 20  # letters in the column of checks

_BRACES = re.compile(r"{\w+}")
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
# How the source makes findings: by the class, or by a small function that does.
_MAKERS = {"Finding", "note", "_doubt", "_finding", "_footnote_finding"}


def codes_in_source() -> set[str]:
    for_members = set(TASKS.rglob("*.py")) - FOR_THE_SECRETARIAT
    return {code for path in for_members for code in _codes_in(path)}


def _codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        said = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        texts = [t for value in [*node.args[:1], *said] for t in _texts(value)]
        if name == "assume":
            yield from (f"assumed-{text}" for text in texts)
        elif name == "wordlist":
            yield from (f"unknown-{text.replace(' ', '-')}" for text in texts)
        elif name in _MAKERS:
            yield from (text for text in texts if _CODE.fullmatch(text))


def _texts(node: ast.expr) -> Iterator[str]:
    chosen = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    for each in chosen:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def braces(text: str) -> list[str]:
    return sorted(_BRACES.findall(text))


@EACH
def test_a_file_is_named_by_its_code(language: Language):
    assert language.code in {path.stem for path in FILES}


@EACH
def test_every_word_of_english_stands_there_with_the_same_names_in_braces(language: Language):
    ours = english().words
    assert language.words.keys() == ours.keys()
    differing = [n for n in ours if braces(language.words[n]) != braces(ours[n])]
    assert differing == []


def patterns(days: DayWords) -> dict[str, list[str]]:
    named = (field.name for field in fields(days) if field.name not in ("weekdays", "months"))
    return {name: braces(getattr(days, name)) for name in named}


@EACH
def test_days_have_all_their_names_and_patterns_and_no_two_months_share_one(language: Language):
    assert len(set(language.days.weekdays)) == 7
    assert len(set(language.days.months)) == 12
    assert patterns(language.days) == patterns(ENGLISH_DAYS)


def test_english_days_are_those_of_the_rules():
    assert english().days == ENGLISH_DAYS


def test_what_a_language_file_lacks_stands_in_english():
    begun = replace(LANGUAGES[0], words={"letter_greeting": "Të nderuar kolegë,"}, findings={})
    whole = completed(begun)
    assert whole.words == {**english().words, "letter_greeting": "Të nderuar kolegë,"}
    assert whole.findings == english().findings


def test_a_language_without_all_months_is_refused():
    text = FILES[0].read_text(encoding="utf-8").replace("januara, ", "")
    with pytest.raises(LanguageIncomplete, match="12 names under months"):
        read_language(text)


@EACH
def test_every_word_a_template_names_is_there(language: Language):
    for kind in RequestKind:
        contract = read_contract(template(kind)[1])
        headings = {key: column.heading for key, column in contract.columns.items()}
        assert language.headings[kind].keys() == headings.keys()
    assert set(SAY.values()) <= language.words.keys()


@EACH
def test_every_choice_has_a_word_and_no_two_share_one(language: Language):
    for name, words in {
        "answers": AnswerState,
        "kinds": StatementKind,
        "instruments": InstrumentKind,
        "project_support": ProjectSupport,
        "follow_ups": FollowUp,
        "severities": Severity,
        "sub_pillars": [title for _, title in SUB_PILLARS],
        "statuses": STATUSES,
    }.items():
        shown = language.choices[name]
        assert list(shown) == [str(word) for word in words]
        assert len(set(shown.values())) == len(shown)


def test_the_sender_of_a_held_file_is_not_told_what_the_secretariat_should_do():
    held = Finding("no-identity", Severity.BLOCKS, "It bears no reference.", "Ask the sender.")
    told = in_words(english(), held)
    assert str(told) == (
        "It bears no reference. Please fill in the workbook that was sent to you and send that "
        "file."
    )
    line = Finding("line-without-kind", Severity.BLOCKS, "No kind.", "Choose.", Place("1", "C9"))
    assert in_words(english(), line) == line


@EACH
def test_every_finding_a_member_is_told_of_is_told_in_two_short_sentences(language: Language):
    assert codes_in_source() - language.findings.keys() == set()
    for unclear, remedy in language.findings.values():
        assert unclear.endswith(".")
        assert remedy.endswith(".")
        assert len(unclear) + len(remedy) < 180
        assert not braces(unclear + remedy)


@EACH
def test_words_of_the_checks_fit_their_narrow_column(language: Language):
    assert [
        w for name, w in language.words.items() if name in SAY.values() if len(w) > NARROW
    ] == []


def test_english_is_what_the_contracts_and_the_readers_say():
    for kind in RequestKind:
        columns = read_contract(template(kind)[1]).columns
        assert english().headings[kind] == {key: each.heading for key, each in columns.items()}
        contract = read_contract(template(kind)[1])
        for number, title in contract.needs.items():
            assert english().words[f"sheet_needs_{number}"] == title
        for name in ("start", "additional"):
            assert english().words[f"sheet_{name}"] == contract.sheets[name]
    assert english().words["your_answer"] == ANSWER_LABEL
    assert english().words["reference_label"] == VISIBLE_LABEL
    for shown in english().choices.values():
        assert {value: value for value in shown} == shown


def test_an_unquoted_yes_is_refused_with_the_place():
    text = FILES[0].read_text(encoding="utf-8").replace('"yes": "da"', '"yes": yes')
    with pytest.raises(LanguageIncomplete, match="yes as a text in quotes"):
        read_language(text)
