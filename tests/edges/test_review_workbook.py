"""The review workbook goes out and comes back, whatever happened to it on the way."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import KOSOVO_FOOTNOTE, Place
from data.vocabulary.overlap_review import ReviewForm, ReviewRow, ReviewWord
from tasks.edges.workbook.review_book import PROPERTY
from tasks.edges.workbook.review_drawing import draw_review
from tasks.edges.workbook.review_reading import read_review
from tasks.edges.workbook.sealing import seal

LIKE = "Possible overlap, because both are reported for the same need."


def row(key: str, word: ReviewWord = ReviewWord.LEAVE_OPEN, **more: str) -> ReviewRow:
    told = {"need": "XK-CT-01 Train staff", "first": "Cyber Patrol\nreported by: Austria", **more}
    return ReviewRow(
        key=key,
        kind="Possible overlap of two projects",
        second="=1+1 Referral desk\nreported by: UNODC",
        because=LIKE,
        score=0.61,
        word=word,
        **told,
    )


FORM = ReviewForm(
    cycle="2025",
    pillar="WBCTi",
    pillar_name="Western Balkans Counter-Terrorism Initiative",
    as_of="12 May 2026",
    open_pairs=(row("3f9a11111111"), row("5b2c22222222", need="AL-CT-02 Refer content")),
    decided=(row("7d8e33333333", ReviewWord.DISMISS, reason="Two airports.", decided_by="A. B."),),
)


def book_of(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def sheet_of(book: Workbook, title: str) -> Worksheet:
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def headings(sheet: Worksheet) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == "Pair")


def filled(*words: tuple[str, str]) -> Workbook:
    """The workbook as a person fills it in: one word and one reason for each row."""
    book = book_of(draw_review(FORM))
    sheet = sheet_of(book, "Review")
    for place, (word, reason) in enumerate(words, start=headings(sheet) + 1):
        sheet[f"H{place}"], sheet[f"I{place}"] = word, reason
    return book


def test_the_same_form_gives_the_same_bytes():
    assert draw_review(FORM) == draw_review(FORM)


def test_words_and_reasons_come_back_with_their_pairs_and_places():
    returned = read_review(seal(filled(("confirm", ""), ("dismiss", "Two towns."))))
    assert (returned.cycle, returned.pillar, returned.why_refused) == ("2025", "WBCTi", "")
    first, second = returned.words
    assert (first.key, first.word, first.reason) == ("3f9a11111111", "confirm", "")
    assert (second.key, second.word, second.reason) == ("5b2c22222222", "dismiss", "Two towns.")
    line = headings(sheet_of(filled(), "Review")) + 2
    assert second.reason_place == Place("Review", f"I{line}")


def test_an_untouched_workbook_says_nothing():
    assert [(w.word, w.reason) for w in read_review(draw_review(FORM)).words] == [
        ("", ""),
        ("", ""),
    ]


def test_rows_that_were_sorted_and_columns_that_were_moved_are_still_known():
    book = filled(("confirm", ""), ("", ""))
    sheet = sheet_of(book, "Review")
    sheet.protection.sheet = False
    sheet.merged_cells.ranges.clear()
    sheet.insert_rows(headings(sheet) + 1)
    sheet.insert_cols(1)
    sheet.title = "My copy (2)"
    (first, second) = read_review(seal(book)).words
    assert (first.key, first.word) == ("3f9a11111111", "confirm")
    assert second.key == "5b2c22222222"


def test_without_the_hidden_key_the_number_in_sight_will_do():
    book = filled(("confirm", ""))
    sheet_of(book, "Review").delete_cols(10)
    assert read_review(seal(book)).words[0].key == "3f9a1111"


def test_without_the_hidden_sheet_the_property_of_the_file_will_do():
    book = filled(("confirm", ""))
    del book["identity"]
    returned = read_review(seal(book))
    assert (returned.cycle, returned.pillar) == ("2025", "WBCTi")
    assert book.custom_doc_props[PROPERTY].value == "2025 WBCTi"


@pytest.mark.parametrize("content", [b"", b"no workbook", seal(Workbook())])
def test_a_file_that_is_no_review_workbook_is_refused_in_a_sentence(content: bytes):
    returned = read_review(content)
    assert returned.words == ()
    assert returned.why_refused.endswith(".")


def test_words_are_chosen_from_a_list_and_what_is_ours_is_locked():
    sheet = sheet_of(book_of(draw_review(FORM)), "Review")
    first = headings(sheet) + 1
    (choices,) = sheet.data_validations.dataValidation
    assert choices.formula1 == '"confirm,dismiss,leave open"'
    assert str(choices.sqref) == f"H{first}:H{first + 1}"
    assert sheet.protection.sheet
    assert sheet.column_dimensions["J"].hidden
    assert [sheet[f"{letter}{first}"].protection.locked for letter in "DHI"] == [True, False, False]


def test_what_members_wrote_stays_text():
    sheet = sheet_of(book_of(draw_review(FORM)), "Review")
    cell = sheet[f"E{headings(sheet) + 1}"]
    assert (cell.data_type, cell.value) == ("s", "=1+1 Referral desk\nreported by: UNODC")


def test_decided_pairs_are_shown_with_the_word_the_reason_and_the_name():
    sheet = sheet_of(book_of(draw_review(FORM)), "Already decided")
    told = [cell.value for cell in sheet[headings(sheet) + 1]]
    assert told[0] == "7d8e3333"
    assert told[5:] == ["dismiss", "Two airports.", "A. B.", "yes"]


def test_R14_the_footnote_stands_once_on_a_sheet_that_names_kosovo_and_only_there():
    named = ReviewForm(
        "2025",
        "WBCTi",
        "Initiative",
        "12 May 2026",
        (row("3f9a11111111", first="Cyber Patrol\nreported by: Kosovo*"),),
        (),
    )
    book = book_of(draw_review(named))
    told = [str(cell.value) for line in book["Review"].iter_rows() for cell in line if cell.value]
    assert told.count(KOSOVO_FOOTNOTE) == 1
    other = book_of(draw_review(FORM))
    assert all(
        cell.value != KOSOVO_FOOTNOTE for line in other["Review"].iter_rows() for cell in line
    )


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_saves_is_read_like_the_file_it_opened(tmp_path: Path, kind: str):
    book = filled(("confirm", ""), ("dismiss", "Two towns."))
    (tmp_path / "sent.xlsx").write_bytes(seal(book))
    saved = saved_by_libreoffice(tmp_path / "sent.xlsx", kind)
    returned = read_review(saved.read_bytes())
    assert (returned.cycle, returned.pillar) == ("2025", "WBCTi")
    assert [(each.key, each.word, each.reason) for each in returned.words if each.word] == [
        ("3f9a11111111", "confirm", ""),
        ("5b2c22222222", "dismiss", "Two towns."),
    ]


def saved_by_libreoffice(path: Path, kind: str) -> Path:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    out = path.parent / "saved"
    profile = (path.parent / "profile").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run(  # noqa: S603 – the program found on the path, on a file a test wrote
        [*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120
    )
    return out / f"{path.stem}.{kind}"
