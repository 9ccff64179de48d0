"""The fast way draws what openpyxl draws: cells, styles, lists, locks, colours, names, pages."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import (
    NOWHERE,
    AnswerState,
    FollowUp,
    InstrumentKind,
    LastYear,
    NeedReply,
    PlannedReply,
    ProjectSupport,
    Reading,
    RequestForm,
    RequestKind,
    ResponseLine,
    StatementKind,
    SupportLine,
)
from tasks.edges.workbook.cells import legible
from tasks.edges.workbook.languages import english
from tasks.edges.workbook.packing import archive_of, deflated
from tasks.edges.workbook.request import draw_parts, draw_request
from tests.specimens.drawn_by_openpyxl import drawn_by_openpyxl
from tests.specimens.requests import RESPONSE, SUPPORT, template

WITH_EVERYTHING = replace(
    RESPONSE,
    eu_references=("Acquis chapter 24", "IPA III"),
    outlook_days=(date(2026, 1, 1), date(2026, 12, 31)),
    last_year={
        "n-0001": LastYear("2024", ("Draft law sent.",), ("Adoption in June.", "A unit")),
        "n-0003": LastYear("2024", (), ("Training & <exercises>",)),
    },
)
ANSWERS = Reading(
    kind=RequestKind.RESPONSE,
    identities={},
    template_version="response-2",
    replies=(
        NeedReply("n-0001", AnswerState.ANSWERED),
        NeedReply("n-0002", AnswerState.LATER, "2026-05-01"),
        NeedReply("n-0003", None),
    ),
    responses=(
        ResponseLine(
            "n-0001",
            1,
            StatementKind.ACHIEVED,
            "=1+1 is no formula",
            InstrumentKind.LAW,
            "OG 12/25",
            "Q3 2025",
            date(2025, 9, 30),
            ProjectSupport.YES,
            "EU4FAST",
            "Acquis chapter 24",
        ),
        ResponseLine("n-0001", 5, StatementKind.PLANNED, "Желим чај. " * 60),
        ResponseLine("n-0001", 5, StatementKind.REQUEST, "A second fifth line"),
    ),
    support=(),
    additional=((NOWHERE, "One thing more"),),
    unplaced=(),
    findings=(),
    planned=(PlannedReply("n-0001", 2, FollowUp.DONE, "In July"),),
)
GIVEN_SUPPORT = replace(
    ANSWERS,
    kind=RequestKind.SUPPORT,
    replies=(),
    responses=(),
    planned=(),
    support=(SupportLine("n-0101", 1, "EU4FAST-WB", "GIZ", "IPA III", "Training", currency="EUR"),),
)


def drawn(form: RequestForm, answers: Reading | None = None) -> bytes:
    return draw_request(*template(form.kind), form, answers=answers)


def seen(content: bytes) -> dict[str, object]:
    """Everything a member could notice of a workbook, as openpyxl reads it."""
    book = load_workbook(io.BytesIO(content))
    return {
        "sheets": [(sheet.title, sheet.sheet_state) for sheet in book.worksheets],
        "names": {name: defined.attr_text for name, defined in book.defined_names.items()},
        "properties": {entry.name: entry.value for entry in book.custom_doc_props},
        **{sheet.title: _seen_of(sheet) for sheet in book.worksheets},
    }


def _seen_of(sheet: Worksheet) -> dict[str, object]:
    return {
        "cells": {
            cell.coordinate: (cell.value, cell.data_type, cell.style, cell.protection.locked)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        },
        "looks": {
            cell.coordinate: tuple(
                repr(look) for look in (cell.font, cell.fill, cell.border, cell.alignment)
            )
            for row in sheet.iter_rows(max_row=30)
            for cell in row
            if cell.has_style
        },
        "heights": {
            row: (d.height, d.customHeight) for row, d in sheet.row_dimensions.items() if d.height
        },
        "widths": {key: (d.width, d.hidden) for key, d in sheet.column_dimensions.items()},
        "joined": sorted(map(str, sheet.merged_cells.ranges)),
        "lists": sorted(
            (v.formula1, str(v.sqref), v.showErrorMessage, v.errorTitle, v.error, v.allow_blank)
            for v in sheet.data_validations.dataValidation
        ),
        "colours": sorted(
            (str(found.sqref), rule.formula, rule.dxf.fill.bgColor.rgb, rule.dxf.font.color.rgb)
            for found in sheet.conditional_formatting
            for rule in found.rules
        ),
        "protection": dict(sheet.protection),
        "filter": sheet.auto_filter.ref,
        "links": {
            cell.coordinate: cell.hyperlink.location
            for row in sheet.iter_rows()
            for cell in row
            if cell.hyperlink
        },
        "page": (
            dict(sheet.page_setup),
            sheet.print_title_rows,
            [(each.id, each.man) for each in sheet.row_breaks.brk],
            sheet.oddHeader.left.text,
            sheet.oddFooter.left.text,
            sheet.oddFooter.right.text,
            sheet.freeze_panes,
            sheet.sheet_properties.tabColor,
        ),
    }


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        (RESPONSE, None),
        (WITH_EVERYTHING, None),
        (WITH_EVERYTHING, ANSWERS),
        (SUPPORT, None),
        (SUPPORT, GIVEN_SUPPORT),
    ],
    ids=["plain", "with everything", "answered", "support", "support answered"],
)
def test_the_fast_way_equals_openpyxl(form: RequestForm, answers: Reading | None):
    ours, theirs = seen(drawn(form, answers)), seen(drawn_by_openpyxl(form, english(), answers))
    for part in theirs:
        assert ours[part] == theirs[part], part


def test_the_archive_is_one_the_standard_library_reads_whole():
    content = archive_of([deflated("a.xml", b"<a/>"), deflated("ћ.xml", b"x" * 70_000)])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.xml", "ћ.xml"]
        assert archive.read("ћ.xml") == b"x" * 70_000


ANY_TEXT = st.text(max_size=40)


@given(title=ANY_TEXT, description=ANY_TEXT, said=ANY_TEXT, name=ANY_TEXT)
@settings(max_examples=25, deadline=None)
def test_whatever_people_write_the_file_opens(title: str, description: str, said: str, name: str):
    need = replace(RESPONSE.needs[0], title=title, description=description, number=name or "1")
    answers = replace(ANSWERS, responses=(ResponseLine("n-0001", 1, None, said),))
    content = drawn(replace(WITH_EVERYTHING, needs=(need,), member_name=name), answers)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            expat.ParserCreate().Parse(archive.read(part), True)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames[0] == "Start here"
    typed = [row[3] for row in book["1 Legal framework"].iter_rows(values_only=True)]
    assert legible(said).strip() in {str(each or "").strip() for each in typed}


@pytest.mark.parametrize("form", [WITH_EVERYTHING, SUPPORT], ids=["response", "support"])
def test_rows_and_cells_stand_in_the_order_excel_wants(form: RequestForm):
    with zipfile.ZipFile(io.BytesIO(drawn(form))) as archive:
        for part in (n for n in archive.namelist() if n.startswith("xl/worksheets/")):
            xml = archive.read(part).decode()
            places = [
                (int(row), len(column), column)
                for column, row in re.findall(r'<c r="([A-Z]+)([0-9]+)"', xml)
            ]
            assert places == sorted(set(places))


def test_given_answers_stand_in_the_open_cells_and_none_is_lost():
    sheet = load_workbook(io.BytesIO(drawn(WITH_EVERYTHING, ANSWERS)))["1 Legal framework"]
    rows = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=4)}
    assert rows["n-0001#answer"][3] == "answered"
    assert rows["n-0002#answer"][3:6] == ["later", "If later, by", "2026-05-01"]
    assert rows["n-0001#planned#2"][6:8] == ["done", "In July"]
    assert rows["n-0001#1"][2:10] == [
        "achieved",
        "=1+1 is no formula",
        "law or by-law",
        "OG 12/25",
        "Q3 2025",
        "yes",
        "EU4FAST",
        "Acquis chapter 24",
    ]
    assert rows["n-0001#6"][2:4] == ["request", "A second fifth line"]


def test_each_part_bears_the_identity_of_the_whole_and_names_its_sub_pillar():
    parts = draw_parts(*template(RequestKind.RESPONSE), RESPONSE)
    assert list(parts) == [1, 3]
    for number, content in parts.items():
        book = load_workbook(io.BytesIO(content))
        facts = {row[:2]: row[2] for row in book["Identity"].iter_rows(values_only=True)}
        assert facts["fact", "reference"] == RESPONSE.reference
        assert facts["fact", "part"] == str(number)
        assert {("need", need.key) for need in RESPONSE.needs} <= facts.keys()
        assert [s.title for s in book.worksheets if s.sheet_state == "visible"] == [
            "Start here",
            {1: "1 Legal framework", 3: "3 Capacity building"}[number],
            "Additional information",
        ]
        assert _meter(book) == [(number, 2 if number == 1 else 1)]
        assert f"own {2 if number == 1 else 1} mapped needs" in str(book["Start here"]["C12"].value)


def _meter(book: Workbook) -> list[tuple[int, int]]:
    rows = book["Start here"].iter_rows(min_row=5, max_row=9, min_col=5, max_col=6)
    found = [(str(label.value), count.value) for label, count in rows]
    return [(int(label[0]), int(count)) for label, count in found if label[0].isdigit()]
