"""The receipt: what was read, told in words, and the answers ready to be corrected."""

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.errors.workbooks import TemplateVersionDiffers
from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    NOWHERE,
    Finding,
    Place,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
)
from tasks.edges.workbook.receipt import draw_receipt
from tests.specimens.receipts import (
    FEW,
    FORM,
    INFORMANT,
    MANY,
    PERFECT,
    language,
    notice_of,
    read,
    receipt_of,
    returned,
)
from tests.specimens.requests import SUPPORT, template
from tests.specimens.returns import SUPPORT as PROJECTS
from tests.specimens.returns import changed

SHEET = "1 Legal framework"


@cache
def file(name: str) -> bytes:
    return returned({"perfect": PERFECT, "few": FEW, "many": MANY}[name])


@cache
def receipt(name: str, code: str = "en", before: str = "") -> bytes:
    return receipt_of(file(name), code, file(before) if before else None)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def told(sheet: Worksheet) -> list[tuple[str, ...]]:
    """The rows of the table, from how much it matters to the link."""
    rows = [
        tuple(str(value or "") for value in row)
        for row in sheet.iter_rows(min_col=2, max_col=7, values_only=True)
    ]
    heading = next(number for number, row in enumerate(rows) if row[4] and row[1] and row[2])
    return [row for row in rows[heading + 1 :] if row[1]]


def texts(sheet: Worksheet) -> list[str]:
    return [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]


def answers(reading: Reading) -> tuple[object, ...]:
    return (
        tuple(replace(each, place=NOWHERE) for each in reading.replies),
        tuple(replace(each, place=NOWHERE) for each in reading.responses),
        tuple(replace(each, place=NOWHERE) for each in reading.planned),
        tuple(replace(each, place=NOWHERE) for each in reading.support),
        tuple(text for _, text in reading.additional),
    )


@pytest.mark.parametrize("name", ["perfect", "few", "many"])
def test_it_bears_the_identity_of_the_request_in_three_places(name: str):
    assert set(read(receipt(name)).identities.values()) == {FORM.reference}


def test_what_we_read_stands_first_and_the_sheets_of_the_request_follow():
    book = opened(receipt("few"))
    assert book.sheetnames[:3] == ["What we read", "Start here", SHEET]
    assert book.active is book["What we read"]
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["What we read"]


def test_a_perfect_return_gets_the_first_sheet_alone_with_thanks():
    book = opened(receipt("perfect"))
    assert [s.title for s in book.worksheets if s.sheet_state == "visible"] == ["What we read"]
    said = texts(book["What we read"])
    assert "Thank you. Your workbook was received and read; nothing in it was lost." in said
    assert "Nothing is asked of you. Everything you wrote was understood." in said
    assert read(receipt("perfect")).unplaced == ()


def test_it_says_who_when_which_file_and_its_hash():
    said = " | ".join(texts(opened(receipt("few"))["What we read"]))
    notice = notice_of(read(file("few")))
    for fact in (notice.file_name, notice.received, notice.sha256, notice.sender, FORM.contact):
        assert fact in said


def test_a_receipt_reads_back_to_the_same_answers():
    assert answers(read(receipt("few"))) == answers(read(file("few")))


def test_a_receipt_reads_back_to_the_same_answers_but_for_what_is_held():
    before, after = read(file("many")), read(receipt("many"))
    kept = tuple(each for each in before.responses if each.text != INFORMANT)
    assert answers(after) == answers(replace(before, responses=kept))


@pytest.mark.parametrize("code", ["en", "bcms"])
def test_the_sheet_and_the_comments_are_no_answers_of_anybody(code: str):
    back = read(receipt("many", code, "few"))
    assert [text for _, text in back.unplaced] == ["acheived"]
    assert {finding.code for finding in back.findings} == {"not-on-the-list", "unclear-date"}


def test_what_somebody_writes_on_the_sheet_is_kept():
    def remark(book: Workbook) -> None:
        book["What we read"]["H20"].value = "We agree."

    back = read(changed(receipt("many"), remark))
    assert (Place("What we read", "H20"), "We agree.") in back.unplaced


def test_every_problem_names_the_cell_in_the_file_and_links_to_the_one_here():
    sheet = opened(receipt("few"))["What we read"]
    rows = told(sheet)
    assert [row[:3] for row in rows] == [
        ("please check", f"{SHEET}!D14", "(blank)"),
        ("please check", f"{SHEET}!D9", "“2027-06-30”"),
    ]
    links = [cell.hyperlink.location for cell in sheet["G"] if cell.hyperlink]
    assert links == [f"'{SHEET}'!F14", f"'{SHEET}'!G9"]


def test_a_problem_is_coloured_and_said_in_a_comment():
    sheet = opened(receipt("many"))[SHEET]
    wrong = sheet["C10"]
    assert wrong.value == "acheived"  # the member's own word, where it can be corrected
    assert wrong.fill.fgColor.rgb == "00FFF1D6"
    assert not wrong.protection.locked
    assert wrong.comment.text.startswith("please check: “acheived” is not on the list.")
    assert "Did you mean “achieved”?" in wrong.comment.text
    assert sheet["D10"].comment is None


def test_colour_is_never_the_only_sign():
    book = opened(receipt("many"))
    fills = {"00FDE7E7", "00FFF1D6", "00E8F1FA"}
    for sheet in book.worksheets[1:]:
        coloured = [
            cell
            for row in sheet.iter_rows(min_row=4)
            for cell in row
            if cell.fill.fgColor.rgb in fills and not cell.protection.locked
        ]
        assert [cell.coordinate for cell in coloured if cell.comment is None] == []


def test_what_is_held_stands_nowhere_and_its_cell_says_why():
    for code in ("en", "bcms"):
        content = receipt("many", code, "few")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist()]
        assert not [part for part in parts if "Petrovi" in part or "123 456" in part]
    cell = opened(receipt("many"))[SHEET]["D11"]
    assert cell.value is None
    assert cell.comment.text.startswith(
        "held: It seems to name a person together with a role in a case."
    )


def test_held_words_of_an_earlier_version_are_not_told_as_a_difference():
    before, after = read(file("many")), read(file("few"))
    held = notice_of(before).held
    notice = replace(notice_of(after, before), held_before=held)
    drawn = draw_receipt(*template(FORM.kind), FORM, language("en"), after, notice)
    with zipfile.ZipFile(io.BytesIO(drawn)) as archive:
        assert not [name for name in archive.namelist() if b"Petrovi" in archive.read(name)]
    kept = [row for row in told(opened(drawn)["What we read"]) if row[0] == "kept"]
    assert "(not repeated here)" in {row[2] for row in kept}


def test_a_corrected_receipt_is_a_good_return():
    def correct(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet["C10"].value, sheet["G10"].value = "achieved", "2025-05-01"
        sheet["F10"].value = "Decree 5"
        sheet["F15"].value = "Draft strategy"
        sheet["G15"].value, sheet["F14"].value = "2026-04-03", "2026-05-01"
        sheet["G9"].value = "2025-06-30"
        book["3 Capacity building"]["D6"].value = "not shareable"

    back = notice_of(read(changed(receipt("many"), correct)))
    assert back.problems == ()
    assert back.asks_nothing


def test_blanks_that_would_delete_are_listed_as_kept():
    without = {**PERFECT, "n-0001#planned#1": {}, "n-0003#answer": {}}
    sheet = opened(receipt_of(returned(without), before=file("perfect")))["What we read"]
    kept = [row for row in told(sheet) if row[0] == "kept"]
    assert [row[1:3] for row in kept] == [
        ("XK-CT-07 · Your answer", "“not shareable”"),
        ("XK-CT-01 · 1 · Still true?", "“done”"),
    ]


def test_the_difference_shows_both_wordings():
    rows = told(opened(receipt("many", before="few"))["What we read"])
    assert (
        "changed",
        "3 Capacity building!D6",
        "“answered”",
        "XK-CT-07 · Your answer. Before: “not shareable”",
        "Nothing to do if that is right.",
        "Go to the cell ▸",
    ) in rows


def test_in_another_language_nothing_is_told_in_english():
    book = opened(receipt("many", "bcms", "few"))
    sheet = book["Šta smo pročitali"]
    said = " ".join(texts(sheet))
    for english in ("Please", "Nothing", "is not on the list", "It seems", "blank", "Before"):
        assert english not in said
    assert "Riječ nije na listi." in said
    comments = [c.comment.text for r in book["1 Pravni okvir"].iter_rows() for c in r if c.comment]
    assert comments
    assert not [text for text in comments if "lease" in text]


def test_links_find_the_cell_after_sheets_were_renamed_and_columns_inserted():
    def rearrange(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet.title = "Љиљан"
        sheet.insert_cols(3)

    moved = returned({**MANY, "n-0001#3": {}, "n-0002#1": {}})
    back = receipt_of(changed(moved, rearrange))
    sheet = opened(back)["What we read"]
    where = [row[1] for row in told(sheet) if row[2] == "“acheived”"]
    assert where == ["Љиљан!D10", "Љиљан!E10"]  # the word, and the line that is of no kind
    assert opened(back)[SHEET]["C10"].comment is not None


def test_the_footnote_stands_once_on_every_sheet_that_names_kosovo():
    for name in ("perfect", "many"):
        sheet = opened(receipt(name))["What we read"]
        assert texts(sheet).count(KOSOVO_FOOTNOTE) == 1


def test_counts_of_zero_are_said_in_words():
    notice = replace(notice_of(read(file("few"))), counts=(("receipt_lines", 0),), answered=0)
    drawn = draw_receipt(*template(FORM.kind), FORM, language("en"), read(file("few")), notice)
    said = texts(opened(drawn)["What we read"])
    assert said[said.index("Lines read") + 1] == "none"
    assert "No need has an answer yet, of 3" in said


def test_it_is_printed_on_a4_landscape_one_page_wide_with_the_headings_repeated():
    sheet = opened(receipt("many"))["What we read"]
    first, last = (int(part) for part in re.findall(r"\d+", str(sheet.print_title_rows)))
    assert first == last
    assert sheet.cell(first, 2).value == "How much it matters"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_a_finding_without_a_place_and_one_of_a_whole_sheet_are_told_as_well():
    everywhere = Finding("format-loses", Severity.NOTE, "Something was lost.", "Save as .xlsx.")
    sheet_wide = Finding(
        "headings-not-found", Severity.BLOCKS, "Not read.", "Restore it.", Place(SHEET, "")
    )
    reading = read(file("few"))
    notice = replace(notice_of(reading), problems=(everywhere, sheet_wide))
    drawn = draw_receipt(*template(FORM.kind), FORM, language("en"), reading, notice)
    assert [row[:2] + row[5:] for row in told(opened(drawn)["What we read"])] == [
        ("blocks", SHEET, "Go to the sheet ▸"),
        ("note", "the whole file", ""),
    ]


def test_additional_text_that_is_held_stands_nowhere_either():
    cells = {**PERFECT, "additional#1": {"C": INFORMANT}, "additional#2": {"C": "A new unit."}}
    content = receipt_of(returned(cells))
    sheet = opened(content)["Additional information"]
    held, told_after = sheet["C4"], sheet["C5"]
    assert (held.value, told_after.value) == (None, "A new unit.")
    assert held.comment.text.startswith("held: ")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if b"Petrovi" in archive.read(name)]
    assert [text for _, text in read(content).additional] == ["A new unit."]


def test_a_supporter_finds_the_project_with_a_problem():
    projects = (PROJECTS[0], replace(PROJECTS[1], place=Place(SHEET, "D6")))
    reading = Reading(RequestKind.SUPPORT, {}, "support-2", (), (), projects, (), (), ())
    finding = Finding(
        "budget-without-currency", Severity.CHECK, "No currency.", "Choose.", projects[1].place
    )
    notice = replace(notice_of(reading, form=SUPPORT), problems=(finding,))
    book = opened(draw_receipt(*template(SUPPORT.kind), SUPPORT, language("en"), reading, notice))
    link = next(cell.hyperlink.location for cell in book["What we read"]["G"] if cell.hyperlink)
    title, cell = link.split("!")
    assert book[title.strip("'")][cell].comment.text == "please check: No currency.\nChoose."
    row = book[title.strip("'")][cell].row
    assert book[SHEET][f"A{row}"].value == "n-0001#1"


def test_a_supporter_gets_its_projects_back():
    reading = Reading(RequestKind.SUPPORT, {}, "support-2", (), (), PROJECTS, (), (), ())
    notice = replace(
        notice_of(reading, form=SUPPORT),
        problems=(Finding("budget-without-currency", Severity.CHECK, "No currency.", "Choose."),),
    )
    drawn = draw_receipt(*template(SUPPORT.kind), SUPPORT, language("en"), reading, notice)
    back = read(drawn).support
    in_order = sorted(PROJECTS, key=lambda project: (project.need, project.line))
    assert [replace(project, place=NOWHERE) for project in back] == in_order


def test_a_request_of_another_template_is_refused():
    notice = notice_of(read(file("few")))
    older = replace(FORM, template_version="response-1")
    with pytest.raises(TemplateVersionDiffers):
        draw_receipt(*template(FORM.kind), older, language("en"), read(file("few")), notice)


@pytest.mark.parametrize("name", ["perfect", "many"])
def test_every_part_is_sound_and_named(name: str):
    with zipfile.ZipFile(io.BytesIO(receipt(name))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        for part in names:
            expat.ParserCreate().Parse(archive.read(part), True)
        types = archive.read("[Content_Types].xml").decode()
        listed = set(re.findall(r'PartName="/([^"]+)"', types))
    assert listed <= set(names)
    assert {part for part in names if part.startswith("xl/comments")} <= listed


def test_the_same_notice_gives_the_same_bytes_in_any_process():
    code = (
        "import hashlib\n"
        "from tests.specimens.receipts import FEW, MANY, receipt_of, returned\n"
        "print(hashlib.sha256(receipt_of(returned(MANY), 'bcms', returned(FEW))).hexdigest())"
    )
    told_elsewhere = subprocess.run(  # noqa: S603 – this interpreter, on words written above
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": "."},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert told_elsewhere == hashlib.sha256(receipt("many", "bcms", "few")).hexdigest()


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60).map(str.strip)


@settings(max_examples=20, deadline=None)
@given(text=WORDS.filter(bool), project=WORDS, code=st.sampled_from(["en", "bcms"]))
def test_whatever_a_member_wrote_reads_back(text: str, project: str, code: str):
    line = ResponseLine("n-0002", 2, StatementKind.REQUEST, text, project=project)
    line = replace(line, place=Place(SHEET, "D16"))
    base = read(file("few"))
    reading = replace(base, responses=(line,))
    finding = Finding("no-reference-given", Severity.NOTE, text, project, line.place)
    notice = replace(notice_of(base), problems=(finding,), held=())
    back = read(draw_receipt(*template(FORM.kind), FORM, language(code), reading, notice))
    [said] = [each for each in back.responses if each.need == "n-0002"]
    assert " ".join(said.text.split()) == " ".join(text.split())
    assert back.unplaced == ()
