"""What comes back is read as it was meant, whatever happened to the file on its way."""

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from data.errors.workbooks import NeedNotInWorkbook
from data.vocabulary import (
    NOWHERE,
    AnswerState,
    InstrumentKind,
    NeedReply,
    Place,
    ProjectSupport,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from tasks.edges.archive import pack, unpack
from tasks.edges.guard import why_refused
from tasks.edges.workbook.disturbing import NOISES
from tasks.edges.workbook.filling import fill, read_asked
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.requests import RESPONSE, response_workbook, support_workbook
from tests.tables import rows

SHEET = "1 Legal framework"
REPLIES = (
    NeedReply("n-0001", AnswerState.ANSWERED),
    NeedReply("n-0002", AnswerState.LATER, "2026-05-01"),
    NeedReply("n-0003", None),
)


def response_lines(table: str) -> tuple[ResponseLine, ...]:
    return tuple(
        ResponseLine(
            need=row["need"],
            line=int(row["line"]),
            kind=StatementKind(row["kind"]),
            text=row["text"],
            instrument=InstrumentKind(row["instrument"]),
            reference=row["reference"],
            date_text=row["date"],
            on=date.fromisoformat(row["on"]) if row["on"] else None,
            with_project_support=ProjectSupport(row["support"]),
            project=row["project"],
        )
        for row in rows(table)
    )


RESPONSES = response_lines("""
| need   | line | kind     | text              | instrument    | reference | date       | on         | support | project |
| n-0001 | 1    | achieved | Донесен закон     | law or by-law | OG 12/25  | Q3 2025    | 2025-09-30 | no      |         |
| n-0001 | 2    | planned  | Unë do të vij     | training      |           | 2026-05-01 | 2026-05-01 | yes     | EU4FAST |
| n-0002 | 1    | ongoing  | Želim čaj         | staff         | Decree 4  |            |            | unknown |         |
""")  # noqa: E501 – a table reads better on long lines than broken
SUPPORT = (
    SupportLine(
        "n-0101",
        1,
        "EU4FAST-WB",
        "GIZ",
        "IPA III; the Netherlands",
        "Training of prosecutors",
        "2024-03-01",
        "Q4 2027",
        "33303022",
        "EUR",
        "ongoing",
    ),
    SupportLine("n-0001", 1, "Another project", budget="not disclosed"),
    SupportLine("n-0001", 2, "A third project", "UNODC", currency="USD"),
)


def read(content: bytes) -> Reading:
    assert why_refused(content) == ""
    return read_return(content, read_date, did_you_mean)


def filled(noise: str = "", additional: str = "") -> bytes:
    return fill(response_workbook(), REPLIES, RESPONSES, [], additional, noise)


def changed(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """What a person did to the file by hand."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def with_cell(where: str, value: object, sheet: str = SHEET) -> Reading:
    def write(book: Workbook) -> None:
        book[sheet][where].value = value

    return read(changed(response_workbook(), write))


def without_places(reading: Reading) -> tuple[tuple[ResponseLine, ...], tuple[NeedReply, ...]]:
    return (
        tuple(replace(line, place=NOWHERE) for line in reading.responses),
        tuple(replace(reply, place=NOWHERE) for reply in reading.replies),
    )


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_the_pen_and_the_reader_agree():
    reading = read(filled(additional="One thing more."))
    assert without_places(reading) == (RESPONSES, REPLIES)
    assert reading.responses[0].place == Place(SHEET, "D7")
    assert set(reading.identities.values()) == {"2025-WBCTi-XK-response"}
    assert (reading.kind, reading.template_version) == (RequestKind.RESPONSE, "response-1")
    assert [text for _, text in reading.additional] == ["One thing more."]
    assert (reading.unplaced, reading.findings) == ((), ())


def test_projects_are_read_as_they_were_written():
    reading = read(fill(support_workbook(), [], [], SUPPORT))
    assert reading.kind is RequestKind.SUPPORT
    assert {replace(line, place=NOWHERE) for line in reading.support} == set(SUPPORT)
    assert (reading.replies, reading.unplaced, reading.findings) == ((), (), ())


def test_the_workbook_tells_its_receiver_what_is_asked():
    assert read_asked(response_workbook()) == (
        "2025-WBCTi-XK-response",
        (("n-0001", "XK-CT-01"), ("n-0002", "XK-CT-02"), ("n-0003", "XK-CT-07")),
    )


@pytest.mark.parametrize("noise", NOISES)
def test_what_people_do_to_a_file_changes_nothing_of_what_it_says(noise: str):
    reading = read(filled(noise, "One thing more."))
    said = {replace(line, place=NOWHERE, line=0) for line in reading.responses}
    assert said == {replace(line, line=0) for line in RESPONSES}
    assert {replace(reply, place=NOWHERE) for reply in reading.replies} == set(REPLIES)
    assert [text for _, text in reading.additional] == ["One thing more."]
    assert reading.unplaced == ()
    assert all(finding.severity is Severity.NOTE for finding in reading.findings)


def test_the_same_filling_gives_the_same_bytes():
    assert filled() == filled()


def test_more_lines_than_the_block_has_go_on_in_spare_lines_and_below():
    many = tuple(
        ResponseLine("n-0001", line, StatementKind.ONGOING, f"Effort {line}")
        for line in range(1, 13)
    )
    reading = read(fill(response_workbook(), REPLIES, many, []))
    assert without_places(reading)[0] == many


def test_nothing_can_be_said_about_a_need_that_was_not_asked_about():
    with pytest.raises(NeedNotInWorkbook, match="n-9999"):
        fill(response_workbook(), [NeedReply("n-9999", None)], [], [])


plain = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
written = st.one_of(
    plain,
    st.text("абвгдѓжѕијкќљњџ ëçčćđšžśź\n", max_size=80),
    st.sampled_from(["=1+1", "#N/A", "=HYPERLINK(1)", "_x0041_", "ä̈", "'quoted", "+1", "x" * 1000]),
)


def as_read(text: str) -> str:
    """The same words: NFC, plain line ends, without what no workbook can hold."""
    lines = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\v\f"), "\n"))
    kept = (c for c in lines if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(written, written, written), min_size=1, max_size=6))
def test_whatever_a_member_writes_is_read_back(texts: list[tuple[str, str, str]]):
    lines = [
        ResponseLine("n-0001", number, StatementKind.ACHIEVED, text, None, reference, project=name)
        for number, (text, reference, name) in enumerate(texts, start=1)
    ]
    content = fill(response_workbook(), [], lines, [])
    reading = read_return(content, read_date, did_you_mean)
    assert [(line.text, line.reference, line.project) for line in reading.responses] == [
        tuple(map(as_read, text)) for text in texts
    ]
    assert (reading.unplaced, reading.findings) == ((), ())


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
    assert with_cell("G7", datetime(2025, 9, 30)).responses[0].on == date(2025, 9, 30)  # noqa: DTZ001
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
    assert codes(reading) == ["row-added"]


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


@settings(max_examples=25, deadline=None)
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


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled response and a filled support workbook, saved again by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    (folder / "response.xlsx").write_bytes(filled(additional="One thing more."))
    (folder / "support.xlsx").write_bytes(fill(support_workbook(), [], [], SUPPORT))
    profile = tmp_path_factory.mktemp("office").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    files = [str(folder / "response.xlsx"), str(folder / "support.xlsx")]
    subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
        [*command, "--outdir", str(folder / "again"), *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder


@pytest.mark.parametrize("kind", RequestKind)
def test_a_file_saved_again_by_libreoffice_reads_the_same(resaved: Path, kind: RequestKind):
    before = (resaved / f"{kind}.xlsx").read_bytes()
    after = (resaved / "again" / f"{kind}.xlsx").read_bytes()
    assert before != after
    assert read(after) == read(before)


def test_libreoffice_counts_the_answers_by_the_meter_s_formulas(resaved: Path):
    for kind, counted in (("response", 2), ("support", 3)):
        book = load_workbook(resaved / "again" / f"{kind}.xlsx", data_only=True)
        assert book["Start here"]["G9"].value == counted


def test_libreoffice_keeps_drop_downs_locks_and_hidden_sheets(resaved: Path):
    book = load_workbook(resaved / "again" / "response.xlsx")
    assert len(book[SHEET].data_validations.dataValidation) == 5
    assert book[SHEET].protection.sheet
    assert [s.title for s in book.worksheets if s.sheet_state == "hidden"] == ["Lists", "Identity"]
    assert RESPONSE.reference in {entry.value for entry in book.custom_doc_props}
