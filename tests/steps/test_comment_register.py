"""The register goes out, comes back and answers everybody once (rules R6, R17)."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data import store
from data.errors.comments import (
    FilledRegisterMissing,
    FilledRegisterRefused,
    NoComments,
    RegisterOfAnotherTrack,
)
from data.errors.cycles import CommentDisposed, NameMissing
from data.queries import cycles, journal, narratives
from data.vocabulary import CommentKind, Disposition, Draft, DraftKind, TrackId, TrackState
from tasks import filing
from tasks.analysis import take_snapshot
from tasks.comment_register import answer_commenters, dispose_by_register, write_register
from tasks.consultation import dispose_comment, record_comment
from tasks.drafting import write_draft
from tasks.edges.word import read_document
from tasks.edges.workbook.sealing import seal
from tests.specimens.commented_copies import Said
from tests.steps.consultation import CT, copy_of, lay, register, take_all

REMARK = Said("comment", 8, "Check the number.")
WORDS = Said("insertion", 9, " The unit has ten officers.")


@pytest.fixture
def commented(home: Path, sent: Draft) -> Path:
    """Three comments of Albania and one of Bosnia and Herzegovina that says the same."""
    answer = Said("answer", 8, "It is five.", "Bojan Petrović")
    lay(home, "AL", "al.docx", copy_of(sent, REMARK, answer, WORDS))
    lay(home, "BA", "ba.docx", copy_of(sent, REMARK))
    take_all()
    return home


def outcomes() -> dict[int, str]:
    return {each.number: each.disposition.value for each in register()}


def fill_in(home: Path, *rows: tuple[int, str, str, str, str]) -> str:
    """Write outcome, reason, wording and place beside comments, as a person does."""
    write_register.fn(CT)
    path = next((home / "review").glob("*.xlsx"))
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book["Comments"]
    for number, *words in rows:
        row = next(r for r in range(1, 40) if sheet.cell(r, 2).value == str(number))
        for letter, word in zip("JKLM", words, strict=True):
            sheet[f"{letter}{row}"] = word or None
    path.write_bytes(seal(book))
    return path.name


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def test_there_is_no_register_without_comments(home: Path, sent: Draft):
    with pytest.raises(NoComments):
        write_register.fn(CT)


def test_a_register_somebody_fills_in_is_not_overwritten(commented: Path):
    first = write_register.fn(CT)
    assert write_register.fn(CT) == first
    fill_in(commented, (1, "accepted", "", "", ""))
    assert write_register.fn(CT).endswith("2025 WBCTi Comments (2).xlsx")
    assert len(list((commented / "review").iterdir())) == 2


def test_what_is_filled_in_holds_for_all_who_say_it_and_for_the_answers(commented: Path):
    name = fill_in(commented, (1, "accepted", "", "", ""))
    assert dispose_by_register.fn(CT, name, "Officer") == "3 comments disposed of, 1 open"
    assert outcomes() == {1: "accepted", 2: "accepted", 3: "open", 4: "accepted"}


def test_the_same_register_again_changes_nothing(commented: Path):
    name = fill_in(commented, (1, "accepted", "", "", ""))
    dispose_by_register.fn(CT, name, "Officer")
    before = acts()
    assert dispose_by_register.fn(CT, name, "Officer") == "Nothing has changed; 1 open"
    assert acts() == before


def test_right_rows_are_kept_and_wrong_ones_named_with_their_cells(commented: Path):
    name = fill_in(commented, (1, "accepted", "", "", ""), (3, "partly", "", "", ""))
    told = dispose_by_register.fn(CT, name, "Officer").splitlines()
    assert told[0] == "3 comments disposed of, 1 open, 1 row to look at"
    assert told[1].startswith("  - Comments!K")
    assert "without a reason" in told[1]


def test_a_register_without_one_right_row_is_refused_with_every_finding(commented: Path):
    name = fill_in(commented, (1, "perhaps", "", "", ""), (3, "partly", "", "", ""))
    with pytest.raises(FilledRegisterRefused, match=r"(?s)no outcome.*without a reason"):
        dispose_by_register.fn(CT, name, "Officer")
    assert set(outcomes().values()) == {"open"}


def test_a_register_of_another_pillar_is_refused(commented: Path):
    name = fill_in(commented, (1, "accepted", "", "", ""))
    with pytest.raises(RegisterOfAnotherTrack, match="2025-WBCTi-comments"):
        dispose_by_register.fn(TrackId("2025", "WBBSi"), name, "Officer")
    with pytest.raises(FilledRegisterMissing):
        dispose_by_register.fn(CT, "elsewhere.xlsx", "Officer")
    with pytest.raises(NameMissing):
        dispose_by_register.fn(CT, name, "")


def test_accepted_wording_goes_into_the_narrative_once_with_its_author(commented: Path):
    name = fill_in(commented, (3, "accepted", "", "The unit has ten officers.", "sub-pillar-2"))
    for _ in range(2):
        dispose_by_register.fn(CT, name, "Officer")
    with store.session() as session:
        [version] = narratives.every(session, CT)
    assert (version.place, version.text) == ("sub-pillar-2", "The unit has ten officers.")
    assert (version.author, version.origin) == ("Ana Hoxha", "comment 3 of AL")


def test_by_form_too_the_others_who_say_it_follow(commented: Path):
    dispose_comment.fn(CT, 1, Disposition.NOT_ACCEPTED, "It is five.", "Officer")
    assert outcomes() == dict.fromkeys((1, 2, 4), "not accepted") | {3: "open"}
    with pytest.raises(CommentDisposed):
        dispose_comment.fn(CT, 4, Disposition.ACCEPTED, "", "Officer")


def test_what_comes_after_the_disposition_waits_for_its_own(commented: Path, sent: Draft):
    dispose_comment.fn(CT, 1, Disposition.ACCEPTED, "", "Officer")
    lay(commented, "ME", "me.docx", copy_of(sent, REMARK))
    take_all()
    assert (outcomes()[5], register()[4].same_as) == ("open", 1)
    dispose_comment.fn(CT, 1, Disposition.ACCEPTED, "", "Officer")
    assert outcomes()[5] == "accepted"


def test_conclusions_of_a_meeting_are_comments(home: Path, sent: Draft):
    said = ("The partners agree.", "", "", None, "Officer", CommentKind.MEETING, "Meeting, Tirana")
    assert record_comment.fn(CT, "AL", *said) == 1
    assert (register()[0].kind, register()[0].author) == (CommentKind.MEETING, "Meeting, Tirana")


def finish() -> Draft:
    for comment in register():
        if comment.disposition is Disposition.OPEN:
            dispose_comment.fn(CT, comment.number, Disposition.ACCEPTED, "", "Officer")
    return write_draft.fn(CT, DraftKind.FINAL, take_snapshot.fn(CT, DraftKind.FINAL))


def test_nobody_is_answered_before_the_final_draft(commented: Path):
    assert answer_commenters.fn(CT) == []


def test_each_member_is_told_what_became_of_its_own_remarks(commented: Path):
    finish()
    letters = answer_commenters.fn(CT)
    assert [(letter.member, letter.kind) for letter in letters] == [
        ("AL", "commented"),
        ("BA", "commented"),
    ]
    assert [remark[0] for remark in letters[0].facts["remarks"]] == ["1", "2", "3"]
    assert [remark[0] for remark in letters[1].facts["remarks"]] == ["4"]
    [table] = {letter.enclosures[0].sha256 for letter in letters}
    document = read_document(filing.take_from_shelf(table))
    assert document.title == "Response to comments"
    assert "Ana Hoxha" not in str(document)
    assert answer_commenters.fn(CT) == letters


def test_r6_a_final_draft_that_was_answered_names_every_comment(commented: Path):
    told = str(read_document(filing.take_from_shelf(finish().sha256)))
    assert [each.number for each in register() if each.text.strip() not in told] == []
    with store.session() as session:
        assert cycles.track_state(session, CT) is TrackState.FINAL_DRAFT
