"""R12: the review of possible overlaps goes out and comes back, and every word is journalled."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data import store
from data.errors.base import MappingError
from data.errors.cycles import NameMissing
from data.errors.overlap_review import (
    DismissedWithoutReason,
    PairUnknown,
    ReviewNotFound,
    ReviewNotRead,
    ReviewOfAnother,
    WordChangedWithoutReason,
    WordMissing,
)
from data.queries import journal, members, overlaps, statement_rows
from data.vocabulary import MemberKind, MembersRegister, Reading, RequestKind, SupportLine, TrackId
from data.vocabulary.findings import OverlapState
from data.vocabulary.overlap_review import ReviewedPair
from tasks.edges.workbook.sealing import seal
from tasks.reviewing import review_findings
from tests.rules.year_2025 import support
from tests.storage.year_2025 import AL_1, CT, ask, member, open_year, take_in

OPEN, CONFIRMED, DISMISSED = OverlapState.OPEN, OverlapState.CONFIRMED, OverlapState.DISMISSED
REPORTS = support(f"""
    | reporter | need       | title                      | activity | from | to   |
    | UNODC    | {AL_1.key} | Detecting forged documents | training | 2024 | 2026 |
    | AT       | {AL_1.key} | Document fraud             | training | 2025 | 2027 |
""")


def told(lines: tuple[SupportLine, ...]) -> Reading:
    return Reading(RequestKind.SUPPORT, {}, "", (), (), lines, (), (), ())


@pytest.fixture
def supported(home: Path) -> Path:
    """A home in which two supporters reported a project each for one need."""
    with store.session() as session:
        open_year(session)
        austria = member("AT", "Austria", "WBCTi", kind=MemberKind.BILATERAL)
        unodc = member("UNODC", "UNODC", "WBCTi", kind=MemberKind.INTERNATIONAL)
        members.keep(session, MembersRegister((austria, unodc), ()), date(2026, 1, 12))
        for number, (code, line) in enumerate(REPORTS):
            row = take_in(session, ask(session, code, RequestKind.SUPPORT), str(number) * 64)
            statement_rows.keep_reading(session, row, told((line,)), {AL_1.key})
    return home


def review(
    workbook: str = "",
    finding: str = "",
    word: OverlapState = OPEN,
    reason: str = "",
    by: str = "A. Officer",
    track: TrackId = CT,
) -> str:
    return review_findings.fn(track, workbook, finding, word, reason, by)


def pair() -> ReviewedPair:
    with store.session() as session:
        (held,) = overlaps.on_track(session, CT)
    return held


def acts() -> list[dict[str, str]]:
    with store.session() as session:
        return [
            dict(entry.facts)
            for entry in journal.entries(session)
            if entry.act == "possible overlap reviewed"
        ]


def written(home: Path) -> Path:
    review()
    return home / "review" / "2025 WBCTi possible overlaps.xlsx"


def fill_in(path: Path, word: str, reason: str) -> str:
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book["Review"]
    line = next(cell.row for cell in sheet["A"] if cell.value == "Pair") + 1
    sheet[f"H{line}"], sheet[f"I{line}"] = word, reason
    filled = path.with_name("filled in.xlsx")
    filled.write_bytes(seal(book))
    return str(filled)


def test_the_workbook_is_written_into_the_home_with_the_pairs_that_wait(supported: Path):
    sentence = review(by="")
    assert sentence.startswith("1 pair waits for a word: ")
    assert sentence.endswith("2025 WBCTi possible overlaps.xlsx")
    assert written(supported).exists()
    assert pair().likeness.state is OPEN
    assert acts() == []


def test_writing_it_again_writes_the_same_and_never_over_what_a_person_typed(supported: Path):
    path = written(supported)
    review()
    assert [each.name for each in (supported / "review").iterdir()] == [path.name]
    path.write_bytes(Path(fill_in(path, "confirm", "")).read_bytes())
    typed = path.read_bytes()
    assert review().endswith("2025 WBCTi possible overlaps 2.xlsx")
    assert path.read_bytes() == typed


def test_a_filled_in_workbook_is_recorded_and_journalled_once(supported: Path):
    filled = fill_in(written(supported), "confirm", "Both train the border police.")
    assert review(workbook=filled) == "1 word recorded, 0 pairs still open."
    assert review(workbook=filled) == "Nothing has changed, 0 pairs still open."
    held = pair().likeness
    assert (held.state, held.decided_by) == (CONFIRMED, "A. Officer")
    (act,) = acts()
    assert (act["word"], act["before"]) == ("confirmed", "open")
    assert act["reason"] == "Both train the border police."
    with store.session() as session:
        assert len(overlaps.confirmed(session, CT)) == 1


def test_the_workbook_is_found_in_the_folder_of_the_home(supported: Path):
    fill_in(written(supported), "confirm", "")
    assert review(workbook="filled in.xlsx").startswith("1 word recorded")


def test_problems_are_told_at_once_with_their_cells_and_nothing_of_them_is_kept(supported: Path):
    filled = fill_in(written(supported), "dismiss", "")
    sentence = review(workbook=filled)
    assert sentence.startswith("Nothing has changed, 1 pair still open.\n  - blocks: Review!I")
    assert "no reason is given" in sentence
    assert pair().likeness.state is OPEN


def test_one_word_is_said_by_the_number_in_the_workbook(supported: Path):
    review()
    key = pair().likeness.key
    assert review(finding=key[:8], word=DISMISSED, reason="Two airports.").endswith("dismissed")
    again = review(finding=key[:8], word=DISMISSED, reason="Two airports.")
    assert again.endswith("nothing has changed")
    assert len(acts()) == 1


def test_a_later_word_with_a_reason_replaces_the_earlier_and_the_journal_keeps_both(
    supported: Path,
):
    review()
    key = pair().likeness.key
    review(finding=key, word=DISMISSED, reason="Two airports.")
    with pytest.raises(WordChangedWithoutReason):
        review(finding=key, word=CONFIRMED)
    review(finding=key, word=CONFIRMED, reason="One airport after all.", by="B. Officer")
    held = pair().likeness
    assert (held.state, held.decided_by) == (CONFIRMED, "B. Officer")
    assert [(a["word"], a["reason before"]) for a in acts()] == [
        ("dismissed", ""),
        ("confirmed", "Two airports."),
    ]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"finding": "KEY", "word": CONFIRMED, "by": " "}, NameMissing),
        ({"finding": "KEY"}, WordMissing),
        ({"finding": "KEY", "word": DISMISSED, "reason": " "}, DismissedWithoutReason),
        ({"finding": "ffff", "word": CONFIRMED}, PairUnknown),
        ({"workbook": "nowhere.xlsx"}, ReviewNotFound),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_a_sentence(
    supported: Path, facts: dict[str, str], refusal: type[MappingError]
):
    review()
    if facts.get("finding") == "KEY":
        facts = facts | {"finding": pair().likeness.key}
    with pytest.raises(refusal):
        review(**facts)
    assert acts() == []


def test_a_workbook_of_another_pillar_or_none_at_all_is_refused(supported: Path):
    filled = fill_in(written(supported), "confirm", "")
    with pytest.raises(ReviewOfAnother, match="2025 WBCTi, and this is the review of 2025 WBBSi"):
        review(workbook=filled, track=TrackId("2025", "WBBSi"))
    (supported / "review" / "letter.xlsx").write_text("Dear Secretariat")
    with pytest.raises(ReviewNotRead):
        review(workbook="letter.xlsx")


def test_without_support_there_is_nothing_to_review(home: Path):
    with store.session() as session:
        open_year(session)
    assert "nothing to review" in review()
    assert not (home / "review").exists()
