"""Phase I.1 and the requests: who is asked what, and not before it was agreed."""

import io
import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.edges.workbook.filling import read_asked
from tests.phases.played_year import asked, letters, named, on_shelf

# The deadline as everybody reads it, for example Friday 13 March 2026, 17:00 CET (16:00 UTC).
MOMENT = re.compile(r"\w+day \d+ \w+ \d{4}, \d\d:\d\d \w+ \(\d\d:\d\d UTC\)")
PILLARS = ("WBCTi", "WBCSCi", "WBBSi")
PARTNERS = ("Albania", "Bosnia and Herzegovina", "Kosovo*", "Montenegro", "North Macedonia")


def workbooks(home: Path, cycle: str, kind: str) -> dict[str, bytes]:
    """The workbooks of a cycle as they left the house, by the reference of their request."""
    return {
        letter.attachments[0].name.removesuffix(".xlsx"): letter.attachments[0].content
        for _, letter in letters(home, f"{cycle} *request-{kind}.eml")
    }


@cache
def sheets(content: bytes) -> dict[str, str]:
    """The words of each sheet a member sees."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return {
        sheet.title: "\n".join(
            str(value) for row in sheet.iter_rows(values_only=True) for value in row if value
        )
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }


@pytest.mark.parametrize("cycle", ["2025", "2026"])
@pytest.mark.parametrize("pillar", PILLARS)
def test_r1_no_request_was_written_before_calendar_and_structure_were_locked(
    rehearsed: Path, cycle: str, pillar: str
):
    acts = asked(rehearsed, "SELECT number, act, subject FROM journal_entry ORDER BY number")
    locked = [
        int(str(number))
        for number, act, subject in acts
        if (act, subject) in (("calendar locked", cycle), ("structure locked", f"{cycle} {pillar}"))
    ]
    written = [
        int(str(number))
        for number, act, subject in acts
        if (act == "request written" and str(subject).startswith(f"{cycle}-{pillar}-"))
        or (str(act).startswith("letter held: request-") and subject == f"{cycle} {pillar}")
    ]
    assert len(locked) == 2
    assert written
    assert max(locked) < min(written)


@pytest.mark.parametrize("cycle", ["2025", "2026"])
def test_r2_a_response_workbook_holds_only_the_partners_own_needs(rehearsed: Path, cycle: str):
    sent = workbooks(rehearsed, cycle, "response")
    assert len(sent) == 18
    for reference, content in sent.items():
        _, pillar, member, _ = reference.split("-")
        own = asked(
            rehearsed, "SELECT key FROM need WHERE member = ? AND pillar = ?", member, pillar
        )
        told, needs = read_asked(content)
        assert told == reference
        assert sorted(key for key, _ in needs) == sorted(str(key) for (key,) in own)


def test_r2_no_word_of_another_partners_need_stands_in_a_response_workbook(rehearsed: Path):
    described = asked(rehearsed, "SELECT member, description FROM need WHERE description <> ''")
    for reference, content in workbooks(rehearsed, "2025", "response").items():
        member = reference.split("-")[2]
        own = "\n".join(str(text) for who, text in described if who == member)
        told = "\n".join(sheets(content).values())
        others = [text for who, text in described if who != member and str(text) not in own]
        assert [text for text in others if str(text) in told] == []


def test_r13_the_second_workbook_shows_last_years_answers_and_what_was_planned(rehearsed: Path):
    said = asked(
        rehearsed,
        "SELECT q.reference, r.kind, r.text FROM response r JOIN return t ON t.id = r.return_id "
        "JOIN request q ON q.reference = t.request WHERE t.state = 'accepted'",
    )
    shown = {name: "\n".join(sheets(c).values()) for name, c in _second_year(rehearsed).items()}
    kinds = {kind for _, kind, _ in said}
    assert len(kinds) > 2
    missing = [
        (reference, text)
        for reference, _, text in said
        if str(text).strip() not in shown[str(reference).replace("2025-", "2026-", 1)]
    ]
    assert missing == []


def test_r13_the_first_workbook_shows_no_earlier_answer(rehearsed: Path):
    said = {text for (text,) in asked(rehearsed, "SELECT text FROM response")}
    for content in workbooks(rehearsed, "2025", "response").values():
        told = "\n".join(sheets(content).values())
        assert [text for text in said if str(text) in told] == []


@pytest.mark.parametrize("kind", ["response", "support"])
def test_r14_every_sheet_of_a_workbook_bears_the_footnote_once(rehearsed: Path, kind: str):
    for reference, content in workbooks(rehearsed, "2025", kind).items():
        times = {title: told.count(KOSOVO_FOOTNOTE) for title, told in sheets(content).items()}
        assert set(times.values()) == {1}, (reference, times)
        if "-XK-" in reference or kind == "support":
            assert "Kosovo*" in "".join(sheets(content).values()), reference


def test_r15_a_support_workbook_names_the_partners_alphabetically(rehearsed: Path):
    for content in workbooks(rehearsed, "2025", "support").values():
        for told in sheets(content).values():
            places = [told.find(f"\n{name}\n") for name in PARTNERS]
            found = [place for place in places if place >= 0]
            assert found == sorted(found)


@pytest.mark.parametrize("kind", ["response", "support"])
def test_r16_letter_and_workbook_name_the_same_moment(rehearsed: Path, kind: str):
    for name, letter in letters(rehearsed, f"2025 *request-{kind}.eml"):
        told = "\n".join(sheets(letter.attachments[0].content).values())
        assert set(MOMENT.findall(told)) == set(MOMENT.findall(letter.text)), name
        assert len(set(MOMENT.findall(told))) == 1, name


def test_r19_what_was_sent_is_what_lies_on_the_shelf(rehearsed: Path):
    kept = named(asked(rehearsed, "SELECT reference, workbook_sha256 FROM request"))
    sent = workbooks(rehearsed, "2025", "response") | workbooks(rehearsed, "2025", "support")
    assert sorted(sent) == sorted(name for name in kept if name.startswith("2025-"))
    for reference, content in sent.items():
        assert on_shelf(rehearsed, kept[reference]).read_bytes() == content


def _second_year(home: Path) -> dict[str, bytes]:
    return workbooks(home, "2026", "response")
