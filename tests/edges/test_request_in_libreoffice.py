"""What the workbook says by itself, offline: LibreOffice calculates, as a member's program does."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from data.vocabulary import AnswerState, NeedReply, ResponseLine, StatementKind
from tasks.edges.archive import pack, unpack
from tasks.edges.workbook.checks import marks
from tasks.edges.workbook.contract import read_contract
from tasks.edges.workbook.languages import read_language
from tasks.edges.workbook.request import draw_request
from tests.edges.test_request_drawing import ANSWERS, WITH_EVERYTHING
from tests.specimens.requests import SUPPORT, TEMPLATES, template

RESPONSE = WITH_EVERYTHING.kind
OUTSIDE = ("2027-01-01", "2025-12-31", "Q4 2025", "Q1 2027", date(2027, 3, 1), date(2025, 12, 31))
IN_TIME = ("2026-01-01", "2026-12-31", "Q1 2026", "Q4 2026", date(2026, 12, 31), date(2026, 1, 1))
IN_TIME += ("03/04/2027", "Quarterly", "Q", "Q7 2027", "by the end of 2027", "soon-ish")
INSERTED = 11  # a row among the lines of the first need
LINES = (
    ResponseLine("n-0001", 1, StatementKind.ACHIEVED, "Adopted.", date_text="2025-06-30"),
    ResponseLine("n-0001", 2, StatementKind.ACHIEVED, "Adopted, nobody says when."),
    ResponseLine("n-0001", 3, None, "Of no kind.", date_text="2025-06-30"),
    ResponseLine("n-0001", 4, StatementKind.PLANNED, "Too late.", date_text="2027-01-01"),
    ResponseLine("n-0001", 5, StatementKind.PLANNED, "In time.", date_text="2026-12-31"),
    ResponseLine("n-0001", 6, StatementKind.PLANNED, "Too early.", date_text="Q4 2025"),
    ResponseLine("n-0001", 7, StatementKind.PLANNED, "In time.", date_text="Q4 2026"),
    ResponseLine("n-0001", 8, StatementKind.PLANNED, "Whenever.", date_text="03/04/2025"),
    ResponseLine("n-0001", 9, StatementKind.REQUEST, "Equipment, please."),
    ResponseLine("n-0001", 10, StatementKind.ONGOING, "x" * 30_001, date_text="2025-06-30"),
)
SAID = replace(
    ANSWERS,
    responses=LINES,
    replies=(
        NeedReply("n-0001", AnswerState.ANSWERED),
        NeedReply("n-0002", AnswerState.LATER),
        NeedReply("n-0003", None),
    ),
)


def uncalculated(content: bytes) -> bytes:
    """Take the results out of all formulas, so that LibreOffice has to find them."""
    parts = unpack(content)
    return pack({name: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", p) for name, p in parts.items()})


def results(book: Workbook) -> dict[tuple[str, str], object]:
    """What formulas gave: the meter and the last column of each sheet."""
    start, *sheets = (book.worksheets[place] for place in (0, 1, 3))
    cells = [*(cell for row in start["E5:I10"] for cell in row)]
    cells += [cell for sheet in sheets for cell in sheet["K"][3:]]
    return {(c.parent.title, c.coordinate): c.value for c in cells if c.value}


def with_an_inserted_row(content: bytes) -> bytes:
    """Fill a row without key and formula, and spell out beside it what would colour its cells."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[1]
    for letter in "ABCDEFGHIJK":
        sheet[f"{letter}{INSERTED}"].value = None
    sheet[f"C{INSERTED}"].value, sheet[f"D{INSERTED}"].value = "planned", "A strategy."
    contract = read_contract(template(WITH_EVERYTHING.kind)[1])
    for column, mark in enumerate(marks(contract), start=13):
        sheet.cell(2, column).value = mark.letter
        formula = re.sub(r"(\$[A-Z]+)4\b", rf"\g<1>{INSERTED}", mark.formula)
        sheet.cell(INSERTED, column).value = f"={formula}"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def with_an_inserted_plan(day: str | date) -> bytes:
    """Insert a planned item that lacks nothing, for one day."""
    book = load_workbook(io.BytesIO(draw_request(*template(RESPONSE), WITH_EVERYTHING)))
    sheet = book.worksheets[1]
    typed = {"A": None, "B": "XK-CT-01", "C": "planned", "D": "A strategy.", "G": day}
    for letter, value in typed.items():
        sheet[f"{letter}{INSERTED}"].value = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def with_an_inserted_project(title: str) -> bytes:
    """Insert a row into a support workbook, as a person does, and fill it in."""
    book = load_workbook(io.BytesIO(draw_request(*template(SUPPORT.kind), SUPPORT)))
    sheet = book.worksheets[1]
    for letter, text in {"A": None, "B": "XK-CT-01", "D": title, "G": "Training."}.items():
        sheet[f"{letter}6"].value = text
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """The workbook in each language, calculated and saved again by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("calculated")
    form = template(WITH_EVERYTHING.kind)
    for code in ("en", "bcms"):
        text = (TEMPLATES / "languages" / f"{code}.yaml").read_text(encoding="utf-8")
        drawn = draw_request(*form, WITH_EVERYTHING, read_language(text), SAID)
        (folder / f"{code}.xlsx").write_bytes(drawn)
    (folder / "fresh.xlsx").write_bytes(uncalculated(draw_request(*form, WITH_EVERYTHING)))
    (folder / "inserted.xlsx").write_bytes(
        with_an_inserted_row(draw_request(*form, WITH_EVERYTHING))
    )
    for number, day in enumerate((*OUTSIDE, *IN_TIME)):
        (folder / f"plan {number}.xlsx").write_bytes(with_an_inserted_plan(day))
    for name, title in (("project", ""), ("complete", "Border police training")):
        (folder / f"{name}.xlsx").write_bytes(with_an_inserted_project(title))
    profile = tmp_path_factory.mktemp("office").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
        [*command, "--outdir", str(folder / "again"), *map(str, folder.glob("*.xlsx"))],
        check=True,
        capture_output=True,
        timeout=120,
    )
    again = {path.stem: path for path in Path(folder / "again").glob("*.xlsx")}
    return {code: load_workbook(path, data_only=True) for code, path in again.items()}


def checks(book: Workbook, sheet: int) -> dict[str, str]:
    """The words of the last column, by the hidden key of the row."""
    rows = book.worksheets[sheet].iter_rows(min_row=4, max_col=11, values_only=True)
    return {str(row[0]): str(row[10]) for row in rows if row[10]}


def test_each_row_says_in_words_what_it_lacks(calculated: dict[str, Workbook]):
    assert checks(calculated["en"], 1) == {
        "n-0001#planned#1": "Still true?",
        "n-0001#2": "Date missing",
        "n-0001#3": "Kind missing",
        "n-0001#4": "Outside the outlook",
        "n-0001#6": "Outside the outlook",
        "n-0001#10": "Cell nearly full",
        "n-0002#answer": "Day missing",
    }
    assert checks(calculated["en"], 3) == {
        "n-0003#planned#1": "Still true?",
        "n-0003#answer": "Answer missing",
    }


def test_what_a_preview_shows_is_what_would_be_calculated(calculated: dict[str, Workbook]):
    sent = draw_request(*template(WITH_EVERYTHING.kind), WITH_EVERYTHING)
    shown = load_workbook(io.BytesIO(sent), data_only=True)
    assert results(shown) == results(calculated["fresh"])


def test_the_checks_speak_the_language_of_the_workbook(calculated: dict[str, Workbook]):
    said = checks(calculated["bcms"], 1)
    assert said.keys() == checks(calculated["en"], 1).keys()
    assert said["n-0001#4"] == "Izvan perioda"


@pytest.mark.parametrize("code", ["en", "bcms"])
def test_the_meter_counts_and_leads_to_the_first_need_without_an_answer(
    calculated: dict[str, Workbook], code: str
):
    book = calculated[code]
    start = book.worksheets[0]
    assert [cell.value for cell in start["F5:H5"][0]] == [2, 2, 0]
    assert [cell.value for cell in start["F7:H7"][0]] == [1, 0, 1]
    assert [cell.value for cell in start["F9:H9"][0]] == [3, 2, 1]
    assert str(start["E10"].value).count("█") == 13
    assert not start["I5"].value
    assert str(start["I7"].value).endswith("▸")


def test_a_row_somebody_inserts_is_coloured_where_it_lacks_something(
    calculated: dict[str, Workbook],
):
    sheet = calculated["inserted"].worksheets[1]
    beside = {
        str(sheet.cell(2, column).value): bool(sheet.cell(INSERTED, column).value)
        for column in range(13, sheet.max_column + 1)
        if sheet.cell(INSERTED, column).value
    }
    assert beside == {"B": True, "G": True}  # which need, and when


def test_the_head_of_the_column_says_that_an_inserted_row_lacks_something(
    calculated: dict[str, Workbook],
):
    sheets = {name: book.worksheets for name, book in calculated.items()}
    assert sheets["inserted"][1]["K1"].value == "Check the new rows"
    assert not sheets["inserted"][3]["K1"].value
    assert not sheets["fresh"][1]["K1"].value
    assert not sheets["en"][1]["K1"].value  # rows that were sent say it themselves


def test_a_planned_item_somebody_inserts_is_held_against_the_outlook(
    calculated: dict[str, Workbook],
):
    plans = [book for name, book in sorted(calculated.items()) if name.startswith("plan ")]
    by_number = {name: calculated[name].worksheets[1]["K1"].value for name in calculated}
    said = [by_number[f"plan {number}"] for number in range(len(plans))]
    assert said[: len(OUTSIDE)] == ["Check the new rows"] * len(OUTSIDE)
    assert not any(said[len(OUTSIDE) :]), dict(zip(IN_TIME, said[len(OUTSIDE) :], strict=True))


def test_it_says_so_for_support_as_well_and_falls_silent_once_the_row_is_complete(
    calculated: dict[str, Workbook],
):
    assert calculated["project"].worksheets[1]["M1"].value == "Check the new rows"
    assert not calculated["complete"].worksheets[1]["M1"].value


def test_the_colours_reach_from_the_first_line_to_the_last_whatever_is_inserted():
    sheet = load_workbook(
        io.BytesIO(draw_request(*template(WITH_EVERYTHING.kind), WITH_EVERYTHING))
    ).worksheets[1]
    spare = [row[0].row for row in sheet.iter_rows(max_col=1) if str(row[0].value)[:6] == "spare#"]
    for found in sheet.conditional_formatting:
        (area,) = found.cells.ranges
        assert area.min_row == 4
        assert area.max_row >= spare[-1]


def test_drop_downs_colours_and_locks_survive(calculated: dict[str, Workbook]):
    sheet = calculated["en"].worksheets[1]
    offered = {v.formula1 for v in sheet.data_validations.dataValidation}
    assert {"answers", "kinds", "follow_ups", "eu_references", "needs_1"} <= offered
    assert len([rule for found in sheet.conditional_formatting for rule in found.rules]) == 7
    assert sheet.protection.sheet
    assert not sheet.protection.formatRows
    assert not sheet.protection.insertRows
