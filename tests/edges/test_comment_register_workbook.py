"""The register of comments goes out and comes back, sorted, moved and re-saved as people do."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from data.vocabulary import KOSOVO_FOOTNOTE, Comment, CommentKind, Disposition
from data.vocabulary.comment_register import CommentRegister
from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.register_drawing import draw_register
from tasks.edges.workbook.register_reading import read_register
from tasks.edges.workbook.sealing import seal
from tasks.rules import comment_dispositions, comment_threads

DAY = date(2026, 5, 4)
NAMES = {"AL": "Albania", "XK": "Kosovo*", "RS": "Serbia", "ME": "Montenegro"}
COMMENTS = (
    Comment(
        1,
        "AL",
        "AL-CT-01",
        "=1+1 lacks the date.",
        "Official Gazette 12/2025.",
        DAY,
        kind=CommentKind.INSERTION,
        author="Ana Hoxha",
        quoted="Official Gazette",
    ),
    Comment(2, "XK", "AL-CT-01", "=1+1 lacks the date.", "", DAY, same_as=1),
    Comment(3, "RS", "", "Very long words. " * 400, "", DAY),
    Comment(
        4,
        "ME",
        "Sub-pillar 3",
        "Кажи више.",
        "",
        DAY,
        Disposition.PARTLY,
        "Shortened. Taken up as: More is said.",
    ),
)
REGISTER = CommentRegister(
    "2025",
    "WBCTi",
    "Western Balkans Counter-Terrorism Initiative (WBCTi)",
    ("4 comments in 3 rows; 3 open.",),
    comment_threads.rows(COMMENTS, NAMES),
)


def filled_in(**cells: str) -> bytes:
    book = load_workbook(io.BytesIO(draw_register(REGISTER)))
    for place, text in cells.items():
        book["Comments"][place] = text
    return seal(book)


def place_of(number: str, letter: str) -> str:
    """The cell of a column in the row of a comment."""
    [sheet] = [s for s in open_book(draw_register(REGISTER)).sheets if s.title == "Comments"]
    row = next(row for row, _ in sheet.filled_rows() if sheet.text(row, 2) == number)
    return f"{letter}{row}"


def test_the_same_register_is_the_same_bytes():
    assert draw_register(REGISTER) == draw_register(REGISTER)


def test_an_empty_register_comes_back_and_decides_nothing():
    filled = read_register(draw_register(REGISTER))
    assert (filled.reference, filled.findings) == ("2025-WBCTi-comments", ())
    assert [row.number for row in filled.rows] == [1, 3, 4]
    assert comment_dispositions.decide(filled, COMMENTS) == ((), ())


def test_what_is_filled_in_is_read_beside_its_comment():
    first, third = place_of("1", "J"), place_of("3", "J")
    reason = place_of("3", "K")
    filled = read_register(
        filled_in(**{first: "accepted", third: "not accepted", reason: "The text was agreed."})
    )
    decided, found = comment_dispositions.decide(filled, COMMENTS)
    assert found == ()
    assert [(each.number, each.disposition, each.reason) for each in decided] == [
        (1, Disposition.ACCEPTED, ""),
        (3, Disposition.NOT_ACCEPTED, "The text was agreed."),
    ]


def test_a_wrong_cell_is_named_as_the_person_sees_it():
    place = place_of("3", "J")
    filled = read_register(filled_in(**{place: "partly"}))
    ((finding,)) = comment_dispositions.decide(filled, COMMENTS)[1]
    assert str(finding).startswith(f"Comments!{place.replace('J', 'K')}: ")


def test_rows_may_be_sorted_and_columns_moved():
    book = load_workbook(io.BytesIO(filled_in(**{place_of("1", "J"): "accepted"})))
    sheet = book["Comments"]
    heading = next(row for row in range(1, 12) if sheet.cell(row, 2).value == "No.")
    first = [cell.value for cell in sheet[heading + 1]]
    for column, value in enumerate(first, start=1):
        sheet.cell(sheet.max_row + (column == 1), column, value)
        sheet.cell(heading + 1, column).value = None
    sheet.insert_cols(3)
    sheet.title = "Tabelle1"
    decided, found = comment_dispositions.decide(read_register(seal(book)), COMMENTS)
    assert [(each.number, each.disposition) for each in decided] == [(1, Disposition.ACCEPTED)]
    assert found == ()


def test_words_that_look_like_a_formula_stay_words():
    cell = load_workbook(io.BytesIO(draw_register(REGISTER)))["Comments"][place_of("1", "G")]
    assert (cell.data_type, str(cell.value)) == ("s", "=1+1 lacks the date.")


def test_only_what_is_to_be_filled_in_is_open_and_the_lists_hold_the_outcomes():
    book = load_workbook(io.BytesIO(draw_register(REGISTER)))
    sheet = book["Comments"]
    for letter in "BCDEFGHI":
        assert sheet[place_of("1", letter)].protection.locked
    for letter in "JKLM":
        assert not sheet[place_of("1", letter)].protection.locked
    lists = sheet.data_validations.dataValidation
    assert sorted(each.formula1 for each in lists) == [
        "'iisg-lists'!$A$1:$A$3",
        "'iisg-lists'!$B$1:$B$6",
    ]
    assert book["iisg-lists"].sheet_state == "hidden"


def test_no_row_is_taller_than_excel_shows_and_long_words_go_on_below():
    sheet = load_workbook(io.BytesIO(draw_register(REGISTER)))["Comments"]
    heights = [dimension.height or 15 for dimension in sheet.row_dimensions.values()]
    assert max(heights) <= 400
    words = " ".join(
        str(row[6].value).replace(" … (continued below)", "") for row in sheet.iter_rows()
    )
    assert words.count("Very long words.") == 400


def test_the_footnote_stands_once_where_kosovo_is_named():
    def told(register: CommentRegister) -> list[object]:
        sheet = load_workbook(io.BytesIO(draw_register(register)))["Comments"]
        return [cell.value for row in sheet.iter_rows() for cell in row]

    assert told(REGISTER).count(KOSOVO_FOOTNOTE) == 1
    without = replace(REGISTER, rows=comment_threads.rows(COMMENTS[2:], NAMES))
    assert told(without).count(KOSOVO_FOOTNOTE) == 0


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_gives_a_finding(content: bytes):
    filled = read_register(content)
    assert filled.rows == ()
    assert [each.code for each in filled.findings] == ["cannot-be-opened"]


def test_another_workbook_gives_a_finding():
    book = load_workbook(io.BytesIO(draw_register(REGISTER)))
    del book["Comments"]
    book["iisg-lists"].sheet_state = "visible"
    assert [each.code for each in read_register(seal(book)).findings] == ["no-register"]


def test_libreoffice_keeps_what_was_filled_in(office, tmp_path):
    place = place_of("1", "J")
    path = tmp_path / "register.xlsx"
    path.write_bytes(filled_in(**{place: "accepted"}))
    assert office(path).stat().st_size > 1000
