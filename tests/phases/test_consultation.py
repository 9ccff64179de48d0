"""Phase I.2, consultation: forty copies, three hundred remarks, one register, nothing lost."""

import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data import store
from data.queries import comments, cycles, drafts, members
from data.vocabulary import (
    Comment,
    CommentKind,
    Disposition,
    DraftKind,
    LettersMode,
    Table,
    TrackId,
)
from flows.consultation import comment_register, dispose_comments, take_comments
from flows.development import develop
from tasks.edges.sheets.opening import open_book
from tasks.edges.word import read_document
from tasks.edges.workbook.sealing import seal
from tests.phases.conftest import MoveIn
from tests.phases.played_year import asked, letters, on_shelf, words_of
from tests.specimens.commented_copies import Said, returned, room

CT = TrackId("2025", "WBCTi")
COPIES, REMARKS = 40, 300
JOINT = Said("comment", 12, "Please check the number of officers.")
OUTCOMES = ("accepted", "partly", "not accepted")


def remarks_of(copy: int, count: int, places: int) -> list[Said]:
    """What one person writes into one copy: always the joint remark, then its own."""
    kinds = ("comment", "insertion", "edit", "deletion")
    own = [
        Said(
            kinds[number % len(kinds)],
            14 + (copy * 11 + number * 5) % (places - 15),
            f"Remark {number} of copy {copy}.",
            f"Person {copy}",
        )
        for number in range(1, count)
    ]
    # One change in a paragraph: two of one person side by side would be one remark.
    return [JOINT, *{each.at: each for each in own}.values()]


def lay_copies(home: Path) -> tuple[int, list[str]]:
    """Lay forty copies of the consultation draft into the folders of their members."""
    with store.session() as session:
        draft = drafts.newest(session, CT, DraftKind.CONSULTATION)
        day = cycles.get(session, "2025").taxonomy_on
        codes = [member.code for member in members.in_pillar(session, "WBCTi", day)]
    assert draft is not None
    sent = on_shelf(home, draft.sha256).read_bytes()
    places, said = room(sent), 0
    for copy in range(COPIES):
        left = (REMARKS - said) // (COPIES - copy)
        told = remarks_of(copy, left, places)
        said += len(told)
        folder = home / "inbox" / "comments" / codes[copy % len(codes)]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"copy {copy}.docx").write_bytes(returned(sent, told))
    return said, codes


def register() -> list[Comment]:
    with store.session() as session:
        return comments.on_track(session, CT)


def fill_in(path: Path) -> int:
    """Give every open row an outcome, in turn; returns how many were filled in."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book["Comments"]
    filled = 0
    for row in range(1, sheet.max_row + 1):
        number = str(sheet.cell(row, 2).value or "")
        if number.isdecimal() and not sheet[f"J{row}"].value:
            outcome = OUTCOMES[filled % 3]
            sheet[f"J{row}"] = outcome
            sheet[f"K{row}"] = None if outcome == "accepted" else "As agreed in Sarajevo."
            filled += 1
    path.write_bytes(seal(book))
    return filled


def told(home: Path, pattern: str) -> Sequence[tuple[str, str]]:
    return [(name, " ".join(letter.text.split())) for name, letter in letters(home, pattern)]


@pytest.fixture
def before_the_board(move_in: MoveIn) -> Path:
    """The year right before the final drafts go to the Board; comments are still taken."""
    return move_in("final drafts")


@pytest.mark.endurance
def test_forty_copies_and_three_hundred_remarks_end_in_one_register(before_the_board: Path):
    home = before_the_board
    known = len(register())
    came, codes = lay_copies(home)
    assert came == REMARKS
    again = COPIES - len(codes)  # second copies of a member, which repeat the joint remark
    ended = str(take_comments("2025", "WBCTi", "Officer"))
    assert ended.startswith(
        f"{came} remarks of {COPIES} copies: {came - again} registered, {again} as before, "
        f"{len(codes) - 1} said alike and grouped\n"
    )
    held = register()[known:]
    assert len(held) == came - again
    assert {each.kind for each in held} >= {
        CommentKind.MARGIN,
        CommentKind.INSERTION,
        CommentKind.EDIT,
    }
    joint = [each for each in held if each.text == JOINT.text]
    assert [each.member for each in joint] == codes
    assert [each.same_as for each in joint] == [0, *[joint[0].number] * (len(codes) - 1)]
    assert all(each.file_sha256 and each.file_place for each in held)

    take_comments("2025", "WBCTi", "Officer")
    everything = register()
    assert everything == [*everything[:known], *held]

    comment_register("2025", "WBCTi")
    [path] = (home / "review").glob("*.xlsx")
    fill_in(path)
    dispose_comments("2025", "WBCTi", path.name, "Officer")
    assert [each.number for each in register() if each.disposition is Disposition.OPEN] == []

    develop("2025", ["WBCTi"], LettersMode.RELEASE)
    with store.session() as session:
        final = drafts.newest(session, CT, DraftKind.FINAL)
    assert final is not None
    report = words_of(on_shelf(home, final.sha256).read_bytes())
    assert f"{len(everything)} comments were received in the consultation." in report
    assert [each.number for each in held if each.text.strip() not in report] == []

    answered = told(home, "* commented.eml")
    by_member = Counter(each.member for each in register())
    newest = [text for name, text in answered if f"final draft {final.number}" in text]
    assert len(newest) == len(by_member)
    assert sum(text.count("– No. ") for text in newest) == len(everything)
    numbers = sorted(each.number for each in everything)
    assert sorted(map(int, in_the_response_table(home))) == numbers


def in_the_response_table(home: Path) -> list[str]:
    """The numbers of the comments in the newest response table, which travels with the letters."""
    *_, (_, letter) = letters(home, "2025 WBCTi * commented.eml")
    [table] = [
        block
        for block in read_document(letter.attachments[0].content).blocks
        if isinstance(block, Table) and block.caption == "Response to comments"
    ]
    return [row[0] for row in table.rows if row[0]]


def test_r3_a_support_workbook_shows_no_partners_raw_answers(rehearsed: Path):
    said = {
        str(text)
        for (text,) in asked(rehearsed, "SELECT text FROM response WHERE length(text) > 20")
    }
    assert len(said) > 10
    books = asked(
        rehearsed,
        "SELECT r.workbook_sha256 FROM request r JOIN track t ON t.id = r.track "
        "WHERE r.kind = 'support' AND t.cycle = '2025' GROUP BY t.pillar",
    )
    assert len(books) == 3
    for (sha256,) in books:
        book = open_book(on_shelf(rehearsed, str(sha256)).read_bytes())
        words = "\n".join(
            cell.text for sheet in book.sheets for row in sheet.cells() for cell in row
        )
        assert "request for support information" in words
        assert [text for text in said if text in words] == []


def test_r3_support_is_asked_of_members_who_map_no_needs_with_all_needs(rehearsed: Path):
    [(count,)] = asked(
        rehearsed,
        "SELECT COUNT(*) FROM request r JOIN member m ON m.code = r.member "
        "WHERE r.kind = 'support' AND m.kind = 'wb partner'",
    )
    assert count == 0
