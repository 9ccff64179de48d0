"""The request workbook as a member opens it."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.errors.workbooks import (
    ContractIncomplete,
    SubPillarWithoutSheet,
    TemplateBroken,
    TemplateVersionDiffers,
)
from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    NO_SENSITIVE_INFORMATION,
    LastYear,
    RequestForm,
    RequestKind,
)
from tasks.edges.workbook.contract import read_contract
from tasks.edges.workbook.headings import KNOWN
from tasks.edges.workbook.languages import read_language
from tasks.edges.workbook.request import draw_request, missing_in
from tests.specimens.requests import (
    RESPONSE,
    SUPPORT,
    TEMPLATES,
    drawn,
    response_workbook,
    support_workbook,
    template,
)

FORMS = [RESPONSE, SUPPORT]
KINDS = pytest.mark.parametrize("form", FORMS, ids=["response", "support"])


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def texts(sheet: Worksheet) -> list[str]:
    return [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]


def visible(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def workbook_of(form: RequestForm) -> bytes:
    return response_workbook() if form is RESPONSE else support_workbook()


@pytest.mark.parametrize("kind", RequestKind)
def test_the_template_honours_its_contract(kind: RequestKind):
    assert missing_in(*template(kind)) == ()


@pytest.mark.parametrize("kind", RequestKind)
def test_the_reader_knows_every_heading_of_the_contract_by_heart(kind: RequestKind):
    columns = read_contract(template(kind)[1]).columns.values()
    assert {column.heading: column.key for column in columns}.items() <= KNOWN.items()


@KINDS
def test_it_has_a_sheet_for_each_sub_pillar_between_start_and_additional(form: RequestForm):
    book = opened(workbook_of(form))
    assert book.sheetnames == [
        "Start here",
        "1 Legal framework",
        "2 Institutional set-up",
        "3 Capacity building",
        "4 Coordination",
        "Additional information",
        "Lists",
        "Identity",
    ]
    assert [s.title for s in book.worksheets if s.sheet_state == "hidden"] == ["Lists", "Identity"]


@KINDS
def test_the_reference_travels_in_three_places(form: RequestForm):
    book = opened(workbook_of(form))
    properties = {entry.name: entry.value for entry in book.custom_doc_props}
    hidden = {row[:2]: row[2] for row in book["Identity"].iter_rows(values_only=True)}
    assert properties == {"IISG request reference": form.reference}
    assert hidden["fact", "reference"] == form.reference
    assert form.reference in texts(book["Start here"])


@KINDS
def test_the_first_sheet_says_who_what_and_by_when(form: RequestForm):
    said = " ".join(texts(opened(workbook_of(form))["Start here"]))
    assert form.member_name in said
    assert form.deadline in said
    assert form.contact in said
    assert NO_SENSITIVE_INFORMATION in said
    assert "{" not in said


@KINDS
def test_the_footnote_stands_on_every_visible_sheet_once(form: RequestForm):
    book = opened(workbook_of(form))
    assert {s.title: texts(s).count(KOSOVO_FOOTNOTE) for s in visible(book)} == {
        sheet.title: 1 for sheet in visible(book)
    }


def test_every_need_has_a_block_with_last_year_beside_it():
    sheet = opened(response_workbook())["1 Legal framework"]
    keys = [cell.value for cell in sheet["A"][3:]]
    assert keys[:12] == [
        "n-0001#need",
        "n-0001#about",
        "n-0001#answer",
        "n-0001#1",
        "n-0001#2",
        "n-0001#3",
        "n-0002#need",
        "n-0002#about",
        "n-0002#answer",
        "n-0002#1",
        "n-0002#2",
        "n-0002#3",
    ]
    assert sheet["C4"].value == "Align the criminal code"
    assert sheet["C5"].value == (
        "Transpose 2017/541.\nFilter: Criminal legislation · EU reference: Acquis chapter 24"
    )
    assert sheet["F5"].value == "Reported last time (2024):\n• Draft law sent to the assembly."
    assert sheet["F11"].value == "Last time: no information on record"


def test_every_item_planned_last_year_has_a_row_that_asks_what_became_of_it():
    before = LastYear("2024", (), ("Adoption in June.", "A unit of five."))
    form = replace(RESPONSE, last_year={"n-0002": before})
    book = opened(drawn(form))
    sheet = book["1 Legal framework"]
    rows = {str(row[0].value): row for row in sheet.iter_rows(min_row=4) if row[0].value}
    asked = [rows[f"n-0002#planned#{item}"] for item in (1, 2)]
    assert [row[2].value for row in asked] == ["• Adoption in June.", "• A unit of five."]
    assert [c.coordinate[0] for c in asked[0] if not c.protection.locked] == [*"GHIJ"]
    lists = {v.formula1: str(v.sqref) for v in sheet.data_validations.dataValidation}
    first, last = asked[0][0].row, asked[1][0].row
    assert lists["follow_ups"] == f"G{first}:G{last}"
    assert str(rows["n-0002#answer"][0].row) == str(last + 1)


def test_the_eu_reference_list_proposes_and_does_not_insist():
    book = opened(drawn(replace(RESPONSE, eu_references=("Acquis chapter 24", "IPA III"))))
    validations = book["1 Legal framework"].data_validations.dataValidation
    (offered,) = [v for v in validations if v.formula1 == "eu_references"]
    assert str(offered.sqref) == "J7:J9 J13:J15 J17:J20"
    assert not offered.showErrorMessage


def test_a_sheet_s_name_is_legal_everywhere_in_every_language():
    for path in sorted((TEMPLATES / "languages").glob("*.yaml")):
        language = read_language(path.read_text(encoding="utf-8"))
        book = opened(draw_request(*template(RequestKind.RESPONSE), RESPONSE, language))
        assert all(len(title) <= 31 for title in book.sheetnames)
        assert not [title for title in book.sheetnames if set(title) & set("*?/\\[]:'")]


def test_support_lists_the_needs_by_the_partner_s_name():
    sheet = opened(support_workbook())["1 Legal framework"]
    partners = [(row[1], row[2]) for row in sheet.iter_rows(min_row=4, values_only=True) if row[2]]
    assert partners[0] == ("XK-CT-01", "Kosovo*")
    assert partners[-1] == ("RS-CT-01 · 1", "Serbia")


def test_a_sub_pillar_without_needs_says_so_and_asks_nothing():
    sheet = opened(response_workbook())["2 Institutional set-up"]
    assert "No need is mapped under this sub-pillar" in str(sheet["B4"].value)
    assert [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked] == []


@KINDS
def test_only_the_input_cells_are_open_and_the_key_column_is_hidden(form: RequestForm):
    sheet = opened(workbook_of(form))["1 Legal framework"]
    contract = read_contract(template(form.kind)[1])
    openly = {c.column_letter for row in sheet["A4:L9"] for c in row if not c.protection.locked}
    fixed = {contract.columns[key].letter for key in ("key", "number")}
    assert openly
    assert openly.isdisjoint(fixed)
    assert sheet["B4"].protection.locked
    assert sheet.column_dimensions["A"].hidden


@KINDS
def test_a_protected_sheet_still_lets_people_work(form: RequestForm):
    for sheet in opened(workbook_of(form)).worksheets:
        protection = sheet.protection
        forbidden = {
            name
            for name in ("formatRows", "formatColumns", "sort", "autoFilter", "insertRows")
            if getattr(protection, name)
        }
        assert protection.sheet
        assert protection.password is None
        assert forbidden == set()


def test_every_drop_down_takes_its_words_from_the_hidden_sheet():
    book = opened(response_workbook())
    offers = {}
    for validation in book["1 Legal framework"].data_validations.dataValidation:
        where = book.defined_names[validation.formula1].attr_text
        title, cells = where.replace("$", "").replace("'", "").split("!")
        offers[str(validation.sqref).split()[0]] = [r[0].value for r in book[title][cells]]
    assert offers == {
        "D6": ["answered", "nothing to report", "not shareable", "later", "not applicable"],
        "C7:C9": ["achieved", "ongoing", "planned", "request"],
        "E7:E9": [
            "law or by-law",
            "strategy or action plan",
            "institution or unit",
            "staff",
            "training",
            "equipment",
            "agreement",
            "operation",
            "other",
        ],
        "H7:H9": ["yes", "no", "unknown"],
        "B17:B20": ["XK-CT-01", "XK-CT-02"],
    }


@KINDS
def test_it_prints_on_a4_across_one_page_with_headings_and_page_numbers(form: RequestForm):
    for sheet in visible(opened(workbook_of(form))):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert sheet.sheet_properties.tabColor is not None
    needs = opened(workbook_of(form))["1 Legal framework"]
    assert needs.freeze_panes == "C4"
    assert needs.print_title_rows == "$1:$3"


@KINDS
def test_nothing_is_cut_on_a_screen_of_1366_pixels(form: RequestForm):
    for sheet in visible(opened(workbook_of(form))):
        shown = [d for d in sheet.column_dimensions.values() if not d.hidden]
        pixels = sum((d.width * 7 + 5) * ((d.max or 1) - (d.min or 1) + 1) for d in shown)
        assert pixels <= 1366 - 45, sheet.title  # row numbers and scroll bar


def test_text_that_begins_with_an_equals_sign_stays_text():
    need = replace(RESPONSE.needs[0], title="=1+1", description="#N/A")
    sheet = opened(drawn(replace(RESPONSE, needs=(need,))))["1 Legal framework"]
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("=1+1", "s")
    assert sheet["C5"].data_type == "s"


def test_characters_no_workbook_can_hold_are_left_out():
    need = replace(RESPONSE.needs[0], title="bell\a, tab\v, null\x00", description="\ud800")
    sheet = opened(drawn(replace(RESPONSE, needs=(need,))))["1 Legal framework"]
    assert sheet["C4"].value == "bell, tab\n, null"


def test_text_too_long_for_a_cell_goes_on_in_the_next_row_in_sight():
    words = " ".join(f"word{number}" for number in range(6_000))
    need = replace(RESPONSE.needs[0], description=words)
    form = replace(RESPONSE, needs=(need,), last_year={need.key: LastYear("2024", (words,), ())})
    sheet = opened(drawn(form))["1 Legal framework"]
    rows = [row for row in sheet.iter_rows(min_row=4) if row[0].value == f"{need.key}#about"]
    said = [str(row[2].value or "") for row in rows]
    assert len(words) > 32_767
    assert " … (continued below)" in said[0]
    assert " ".join(said).replace(" … (continued below)", "").split()[:6_000] == words.split()
    assert max(sheet.row_dimensions[row[0].row].height for row in rows) <= 409


def test_the_same_request_gives_the_same_bytes_in_another_process():
    code = (
        "import hashlib, tests.specimens.requests as r;"
        "print(hashlib.sha256(r.response_workbook() + r.support_workbook()).hexdigest())"
    )
    said = {
        subprocess.run(  # noqa: S603 – this interpreter, on the code above
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(said) == 1


def test_the_file_bears_no_moment_and_no_person():
    with zipfile.ZipFile(io.BytesIO(response_workbook())) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "IISG Secretariat" in core
    assert "dcterms" not in core


def test_a_template_that_lost_a_sheet_a_style_and_a_heading_is_refused_with_all_three():
    content, contract = template(RequestKind.RESPONSE)
    book = opened(content)
    book.remove(book["Lists"])
    book["1 Legal framework"]["D3"].value = "Something else"
    broken = io.BytesIO()
    book.save(broken)
    renamed = contract.replace("input: IISG input", "input: IISG entry")
    with pytest.raises(TemplateBroken) as refused:
        draw_request(broken.getvalue(), renamed, RESPONSE)
    assert "the sheet “Lists”" in str(refused.value)
    assert "the cell style “IISG entry”" in str(refused.value)
    assert "the heading “State of play” in 1 Legal framework!D3" in str(refused.value)


def test_another_template_version_is_refused():
    with pytest.raises(TemplateVersionDiffers, match="response-1"):
        drawn(replace(RESPONSE, template_version="response-1"))


def test_a_sub_pillar_without_a_sheet_is_refused():
    need = replace(RESPONSE.needs[0], sub_pillar=5)
    with pytest.raises(SubPillarWithoutSheet, match="sub-pillar 5"):
        drawn(replace(RESPONSE, needs=(need,)))


def test_a_contract_without_a_line_is_refused_with_an_example():
    contract = template(RequestKind.RESPONSE)[1].replace("spare_lines: 4", "")
    with pytest.raises(ContractIncomplete, match="spare_lines"):
        read_contract(contract)
