"""Phase I.2: drafts say what came, and say neutrally what did not."""

from pathlib import Path

import openpyxl
import pytest

from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tests.phases.played_year import asked, letters, on_shelf, words_of

PILLARS = ("WBCTi", "WBCSCi", "WBBSi")
PARTNERS = (
    "Albania",
    "Bosnia and Herzegovina",
    "Kosovo*",
    "Montenegro",
    "North Macedonia",
    "Serbia",
)


def draft(home: Path, pillar: str, kind: str) -> str:
    """All words of the newest draft of a kind of the first year."""
    [(sha256,)] = asked(
        home,
        "SELECT d.sha256 FROM draft d JOIN track t ON t.id = d.track "
        "WHERE t.cycle = '2025' AND t.pillar = ? AND d.kind = ? ORDER BY d.number DESC LIMIT 1",
        pillar,
        kind,
    )
    return words_of(on_shelf(home, str(sha256)).read_bytes())


@pytest.mark.parametrize("pillar", PILLARS)
def test_r3_support_is_asked_only_after_the_first_draft(rehearsed: Path, pillar: str):
    acts = asked(rehearsed, "SELECT number, act, subject FROM journal_entry ORDER BY number")
    [first] = [
        int(str(number))
        for number, act, subject in acts
        if (act, subject) == ("first draft written", f"2025 {pillar}")
    ]
    support = [
        int(str(number))
        for number, act, subject in acts
        if act == "request written"
        and str(subject).startswith(f"2025-{pillar}-")
        and str(subject).endswith("-support")
    ]
    assert support
    assert first < min(support)


@pytest.mark.parametrize("pillar", PILLARS)
def test_r4_the_first_draft_says_neutrally_who_did_not_answer(rehearsed: Path, pillar: str):
    told = draft(rehearsed, pillar, "first draft")
    assert "o information received by " in told
    assert [word for word in ("overdue", "failed to", "refused to") if word in told] == []


def test_r5_the_newest_answer_stands_and_the_older_one_stays_on_record(rehearsed: Path):
    returned = asked(
        rehearsed,
        "SELECT request, COUNT(*), MAX(number) FROM return WHERE state = 'accepted' "
        "GROUP BY request",
    )
    assert len(returned) > 30
    assert [line for line in returned if line[1] != line[2]] == []
    kept = {str(sha256) for (sha256,) in asked(rehearsed, "SELECT sha256 FROM return")}
    assert [sha256 for sha256 in kept if not on_shelf(rehearsed, sha256).is_file()] == []


def test_r6_a_final_draft_shows_every_comment_with_its_disposition(rehearsed: Path):
    for pillar in PILLARS:
        told = draft(rehearsed, pillar, "final draft")
        said = asked(
            rehearsed,
            "SELECT c.text FROM comment c JOIN track t ON t.id = c.track "
            "WHERE t.cycle = '2025' AND t.pillar = ?",
            pillar,
        )
        assert len(said) in (3, 4)
        assert [text for (text,) in said if str(text) not in told] == []
    assert asked(rehearsed, "SELECT number FROM comment WHERE disposition = 'open'") == []


@pytest.mark.parametrize("pillar", PILLARS)
@pytest.mark.parametrize("kind", ["first draft", "consultation draft", "final draft"])
def test_r14_every_draft_bears_the_footnote_once(rehearsed: Path, pillar: str, kind: str):
    [(sha256,)] = asked(
        rehearsed,
        "SELECT d.sha256 FROM draft d JOIN track t ON t.id = d.track "
        "WHERE t.cycle = '2025' AND t.pillar = ? AND d.kind = ? ORDER BY d.number DESC LIMIT 1",
        pillar,
        kind,
    )
    told = words_of(on_shelf(rehearsed, str(sha256)).read_bytes())
    assert "Kosovo*" in told
    assert told.count(KOSOVO_FOOTNOTE) == 1


def test_r14_every_letter_that_names_kosovo_bears_the_footnote_once(rehearsed: Path):
    bearing: list[bool] = []
    for name, letter in letters(rehearsed, "*.eml"):
        text = " ".join(letter.text.split())
        times = text.count(KOSOVO_FOOTNOTE)
        if "Kosovo" in text.replace(KOSOVO_FOOTNOTE, ""):
            assert times == 1, name
            assert "Kosovo*" in text, name
        assert times <= 1, name
        bearing.append(times == 1)
    assert 10 < sum(bearing) < len(bearing) / 2  # only where it is needed


@pytest.mark.parametrize("pillar", PILLARS)
def test_r15_reports_name_the_partners_alphabetically(rehearsed: Path, pillar: str):
    told = draft(rehearsed, pillar, "final draft")
    assert str(PARTNERS)[1:-1] in told or ", ".join(PARTNERS[:-1]) in told


def test_r18_the_wrong_file_is_kept_under_its_name_and_hash(rehearsed: Path):
    [(sha256, reason, request)] = asked(
        rehearsed, "SELECT sha256, reason, request FROM return WHERE state = 'held'"
    )
    waiting = rehearsed / "inbox" / "held" / "2025-WBCTi-AL-response (2) final.xlsx"
    assert waiting.read_bytes() == on_shelf(rehearsed, str(sha256)).read_bytes()
    assert request is None
    assert reason == "The workbook bears no request reference; it may be another file altogether."


def test_r18_nothing_from_a_held_file_is_in_the_records_or_in_a_draft(rehearsed: Path):
    for table in ("response", "need_reply", "returned_text", "support_project"):
        assert (
            asked(
                rehearsed,
                f"SELECT x.id FROM {table} x JOIN return r ON r.id = x.return_id "  # noqa: S608 - the four names above
                "WHERE r.state <> 'accepted'",
            )
            == []
        )
    [(sha256,)] = asked(rehearsed, "SELECT sha256 FROM return WHERE state = 'held'")
    said = {str(text) for (text,) in asked(rehearsed, "SELECT text FROM response")}
    with on_shelf(rehearsed, str(sha256)).open("rb") as held:
        cells = [
            str(cell)
            for sheet in openpyxl.load_workbook(held).worksheets
            for line in sheet.iter_rows(values_only=True)
            for cell in line
        ]
    assert len(cells) > 100
    assert said.isdisjoint(cells)
