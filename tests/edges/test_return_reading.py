"""What comes back is read as it was meant, whatever happened to the file on its way."""

import io
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from data.vocabulary import (
    AnswerState,
    FollowUp,
    Language,
    Place,
    ProjectSupport,
    Reading,
    Severity,
    StatementKind,
)
from tasks.edges.archive import pack, unpack
from tasks.edges.guard import why_refused
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.requests import response_workbook
from tests.specimens.returns import (
    REPLIES,
    RESPONSES,
    SHEET,
    changed,
    filled,
    read,
    without_places,
)


def with_cell(where: str, value: object, sheet: str = SHEET) -> Reading:
    def write(book: Workbook) -> None:
        book[sheet][where].value = value

    return read(changed(response_workbook(), write))


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_a_drop_down_word_counts_in_any_case():
    reading = with_cell("D6", " Nothing to  REPORT ")
    assert reading.replies[0].state is AnswerState.NOTHING_TO_REPORT
    assert reading.findings == ()


def test_a_word_that_is_not_on_the_list_is_kept_and_asked_back():
    reading = with_cell("C7", "acheived")
    (finding,) = reading.findings
    assert reading.responses[0].kind is None
    assert str(finding) == (
        "1 Legal framework!C7: “acheived” is not on the list. Did you mean “achieved”? "
        "Please choose one of: achieved, ongoing, planned, request."
    )
    assert (Place(SHEET, "C7"), "acheived") in reading.unplaced


def test_a_date_cell_is_a_day_and_so_is_a_quarter():
    typed = datetime(2025, 9, 30)  # noqa: DTZ001 - a cell of a workbook knows no zone
    assert with_cell("G7", typed).responses[0].on == date(2025, 9, 30)
    assert with_cell("G7", "Q3 2025").responses[0].on == date(2025, 9, 30)


def test_a_date_with_two_readings_is_asked_back_and_its_text_kept():
    reading = with_cell("G7", "03/04/2025")
    (finding,) = reading.findings
    assert (reading.responses[0].date_text, reading.responses[0].on) == ("03/04/2025", None)
    assert (finding.code, finding.place) == ("unclear-date", Place(SHEET, "G7"))


def test_a_whole_number_bears_no_decimals():
    assert with_cell("F7", 12.0).responses[0].reference == "12"


def test_a_formula_without_a_result_is_kept_as_its_words():
    reading = with_cell("D7", "=A1&B1")
    assert reading.responses[0].text == "=A1&B1"
    assert codes(reading) == ["formula-instead-of-text"]


def test_a_changed_locked_text_is_noted_and_kept():
    reading = with_cell("C4", "Another need altogether")
    assert codes(reading) == ["locked-text-altered"]
    assert reading.unplaced == ((Place(SHEET, "C4"), "Another need altogether"),)


def test_text_beside_the_table_a_note_in_a_cell_and_a_new_sheet_are_not_lost():
    def scribble(book: Workbook) -> None:
        book[SHEET]["L9"].value = "see the annex"
        book[SHEET]["D7"].comment = Comment("ask Ms Hoxha", "somebody")
        book.create_sheet("Annex")["A1"].value = "the annex"
        book["Start here"]["E20"].value = "greetings"

    reading = read(changed(response_workbook(), scribble))
    assert [text for _, text in reading.unplaced] == [
        "greetings",
        "ask Ms Hoxha",
        "the annex",
        "see the annex",
    ]


def test_a_copied_row_is_one_more_line():
    def copy(book: Workbook) -> None:
        sheet = book[SHEET]
        for column in "ABCD":
            sheet[f"{column}9"].value = sheet[f"{column}7"].value

    reading = read(changed(filled(), copy))
    lines = [(line.need, line.line) for line in reading.responses]
    assert lines == [("n-0001", 1), ("n-0001", 2), ("n-0001", 3), ("n-0002", 1)]
    assert codes(reading) == ["assumed-line"]


def test_without_the_key_column_the_number_of_the_need_tells_the_row():
    def delete(book: Workbook) -> None:
        for sheet in book.worksheets[1:5]:
            for merged in sorted(map(str, sheet.merged_cells.ranges)):
                sheet.unmerge_cells(merged)
            sheet.delete_cols(1)

    reading = read(changed(filled(), delete))
    assert without_places(reading) == (RESPONSES, REPLIES)


def test_without_the_hidden_sheet_the_rows_are_still_read():
    reading = read(changed(filled(), lambda book: book.remove(book["Identity"])))
    assert without_places(reading)[0] == RESPONSES
    assert reading.identities == {
        "property": "2025-WBCTi-XK-response",
        "hidden sheet": "",
        "visible cell": "2025-WBCTi-XK-response",
    }


def test_headings_are_found_wherever_they_moved():
    def move(book: Workbook) -> None:
        sheet = book[SHEET]
        for merged in sorted(map(str, sheet.merged_cells.ranges)):
            sheet.unmerge_cells(merged)
        sheet.insert_rows(1, 3)
        sheet.insert_cols(4)
        sheet["B1"].value = "Ministry of Interior"

    reading = read(changed(filled(), move))
    assert without_places(reading)[0] == RESPONSES
    assert [text for _, text in reading.unplaced] == ["Ministry of Interior"]


def test_a_spare_line_with_a_mistyped_number_is_asked_back_with_a_hint():
    def write(book: Workbook) -> None:
        book[SHEET]["B17"].value = "XK-CT-0l"
        book[SHEET]["D17"].value = "Something done"

    reading = read(changed(response_workbook(), write))
    (finding,) = reading.findings
    assert finding.code == "need-not-recognised"
    assert "Did you mean “XK-CT-01”?" in finding.remedy
    assert "Something done" in [text for _, text in reading.unplaced]


def test_a_second_answer_is_kept_beside_the_first():
    def copy(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet["A9"].value, sheet["D9"].value = "n-0001#answer", "not shareable"

    reading = read(changed(filled(), copy))
    assert reading.replies[0].state is AnswerState.ANSWERED
    assert codes(reading) == ["two-answers"]


def test_a_workbook_that_is_not_ours_is_all_unplaced():
    book = Workbook()
    book.worksheets[0]["B2"].value = "Budget of the municipality"
    saved = io.BytesIO()
    book.save(saved)
    reading = read(saved.getvalue())
    assert set(reading.identities.values()) == {""}
    assert reading.kind is None
    assert reading.unplaced == ((Place("Sheet", "B2"), "Budget of the municipality"),)


def test_a_broken_part_in_a_sound_archive_is_one_finding_that_blocks():
    parts = unpack(filled())
    for broken in ("xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"):
        reading = read(pack({**parts, broken: parts[broken][:200]}))
        assert [(f.code, f.severity) for f in reading.findings] == [
            ("cannot-be-opened", Severity.BLOCKS)
        ]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_no_damage_makes_the_reader_stumble(data: st.DataObject):
    parts = unpack(filled())
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    start = data.draw(st.integers(0, len(part) - 1))
    part[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    content = pack({**parts, name: bytes(part)})
    if not why_refused(content):
        assert isinstance(read_return(content, read_date, did_you_mean), Reading)


def test_a_picture_is_pointed_out():
    drawing = b"<wsDr><twoCellAnchor><pic/></twoCellAnchor></wsDr>"
    reading = read(pack({**unpack(filled()), "xl/drawings/drawing1.xml": drawing}))
    assert codes(reading) == ["pictures-not-read"]


SPOKEN = Language(
    code="sq",
    name="shqip",
    choices={
        "answers": {"nothing to report": "asgjë për të raportuar"},
        "kinds": {"achieved": "e arritur"},
        "project_support": {"yes": "po"},
    },
    headings={"response": {"text": "Gjendja", "kind": "Lloji i deklaratës ▼"}},
    words={},
    findings={},
)


def test_words_and_headings_of_every_language_are_understood():
    def write(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet["C3"].value, sheet["D3"].value = "Lloji i deklarates ▼", "Gjendja"
        sheet["C3"].value = "Lloji i deklaratës"
        sheet["D12"].value, sheet["C7"].value = "Asgjë për të raportuar", "E ARRITUR"
        sheet["D7"].value, sheet["H7"].value = "U miratua ligji", "po"

    content = changed(response_workbook(), write)
    reading = read_return(content, read_date, did_you_mean, [SPOKEN])
    (line,) = reading.responses
    assert (line.kind, line.text) == (StatementKind.ACHIEVED, "U miratua ligji")
    assert line.with_project_support is ProjectSupport.YES
    assert reading.replies[1].state is AnswerState.NOTHING_TO_REPORT
    assert (reading.unplaced, reading.findings) == ((), ())


def spare(number: str) -> Reading:
    def write(book: Workbook) -> None:
        book[SHEET]["B17"].value = number
        book[SHEET]["D17"].value = "Something done"

    return read(changed(response_workbook(), write))


def test_a_number_typed_on_a_cyrillic_keyboard_is_the_same_number():
    cyrillic = "\u0425\u041a-\u0421\u0422-02"  # look-alikes of XK-CT
    assert [line.need for line in spare(cyrillic).responses] == ["n-0002"]
    assert [line.need for line in spare("xk \u2013 ct\u00a0-\u00a002").responses] == ["n-0002"]


def test_a_number_among_other_words_and_the_words_of_a_need_are_assumptions():
    for written in ("need XK-CT-02, please", "Adopt a  STRATEGY"):
        reading = spare(written)
        assert [line.need for line in reading.responses] == ["n-0002"]
        assert [(f.code, f.severity) for f in reading.findings] == [("assumed-need", Severity.NOTE)]
        assert written in [text for _, text in reading.unplaced] or "XK" not in written


def test_a_row_inserted_into_a_sorted_sheet_is_asked_back_not_guessed():
    def write(book: Workbook) -> None:
        sheet = book[SHEET]
        for merged in sorted(map(str, sheet.merged_cells.ranges)):
            sheet.unmerge_cells(merged)
        keys = [sheet[f"A{row}"].value for row in range(4, 16)]
        for row, key in enumerate(keys[::2] + keys[1::2], start=4):
            sheet[f"A{row}"].value = key
        sheet.insert_rows(9)
        sheet["D9"].value = "Whose is this?"

    reading = read(changed(response_workbook(), write))
    assert "Whose is this?" in [text for _, text in reading.unplaced]
    assert "need-not-recognised" in codes(reading)


def test_a_cell_joined_over_several_lines_stands_for_each_of_them():
    def write(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet["C7"].value, sheet["D7"].value, sheet["D8"].value = "ongoing", "One", "Two"
        sheet.merge_cells("C7:C8")

    reading = read(changed(response_workbook(), write))
    assert [line.kind for line in reading.responses] == [StatementKind.ONGOING] * 2
    assert codes(reading) == ["assumed-joined-cell"]


def test_a_misspelt_heading_is_taken_for_the_one_it_is_like():
    def write(book: Workbook) -> None:
        book[SHEET]["D3"].value, book[SHEET]["D7"].value = "Stat of play", "Something done"

    reading = read(changed(response_workbook(), write))
    assert [line.text for line in reading.responses] == ["Something done"]
    assert codes(reading) == ["assumed-heading"]


def test_what_was_planned_last_year_is_followed_up():
    def write(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet.insert_rows(6)
        sheet["A6"].value, sheet["B6"].value = "n-0001#planned#1", "XK-CT-01"
        sheet["G6"].value, sheet["H6"].value = "Changed", "Postponed to 2027"

    reading = read(changed(response_workbook(), write))
    (reply,) = [reply for reply in reading.planned if reply.item == 1]
    assert (reply.need, reply.follow_up) == ("n-0001", FollowUp.CHANGED)
    assert (reply.remark, reply.place) == ("Postponed to 2027", Place(SHEET, "G6"))


def test_an_eu_reference_is_read_as_it_was_written():
    def write(book: Workbook) -> None:
        book[SHEET]["D7"].value, book[SHEET]["J7"].value = "Something done", "Chapter 24, own words"

    (line,) = read(changed(response_workbook(), write)).responses
    assert line.eu_reference == "Chapter 24, own words"


def test_a_day_that_lost_its_format_is_an_assumption():
    reading = with_cell("G7", 45930)
    assert reading.responses[0].on == date(2025, 9, 30)
    assert codes(reading) == ["assumed-date"]


def test_yes_as_a_truth_value_is_yes():
    assert with_cell("H7", True).responses[0].with_project_support is ProjectSupport.YES


def test_an_error_in_a_cell_is_kept_and_asked_back():
    def write(book: Workbook) -> None:
        book[SHEET]["D7"].value = "#REF!"
        book[SHEET]["D7"].data_type = "e"

    reading = read(changed(response_workbook(), write))
    assert reading.responses[0].text == "#REF!"
    assert codes(reading) == ["error-in-cell"]


def test_a_row_that_names_another_need_is_read_for_its_own_and_asked_back():
    def write(book: Workbook) -> None:
        book[SHEET]["B7"].value, book[SHEET]["D7"].value = "XK-CT-02", "Something done"

    reading = read(changed(response_workbook(), write))
    assert [line.need for line in reading.responses] == ["n-0001"]
    assert codes(reading) == ["number-contradicts-row"]


def test_the_days_of_old_macintosh_files_are_the_same_days():
    def write(book: Workbook) -> None:
        book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - a cell of a workbook knows no zone
        book[SHEET]["G7"].value = date(2025, 9, 30)

    (line,) = read(changed(response_workbook(), write)).responses
    assert line.on == date(2025, 9, 30)


def test_smart_quotes_and_hard_blanks_are_kept_and_mean_the_same():
    reading = with_cell("D6", "\u00a0nothing\u00a0to\u2003report ")
    assert reading.replies[0].state is AnswerState.NOTHING_TO_REPORT
    assert with_cell("D7", "“he said”\u00a0so").responses[0].text == "“he said”\u00a0so"
