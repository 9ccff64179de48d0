"""Excel opens every workbook of the house without a repair, as far as its rules are on paper."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.vocabulary import ResponseLine
from tests.edges.excel_refusals import refusals
from tests.edges.test_request_drawing import ANSWERS, WITH_EVERYTHING, drawn
from tests.specimens.drawn_workbooks import Drawing, drawings
from tests.specimens.receipts import MANY, receipt_of, returned

ALL = drawings()
ANY_TEXT = st.text(max_size=60)
SHEET, BOOK, STYLES = "xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/styles.xml"


@pytest.mark.parametrize("drawing", ALL.values(), ids=ALL.keys())
def test_nothing_in_a_workbook_would_be_refused(drawing: Drawing):
    assert refusals(drawing()) == []


@given(title=ANY_TEXT, description=ANY_TEXT, said=ANY_TEXT, name=ANY_TEXT, number=ANY_TEXT)
@settings(max_examples=40, deadline=None)
def test_whatever_people_write_nothing_would_be_refused(
    title: str, description: str, said: str, name: str, number: str
):
    need = replace(
        WITH_EVERYTHING.needs[0], title=title, description=description, number=number or "1"
    )
    answers = replace(ANSWERS, responses=(ResponseLine("n-0001", 1, None, said),))
    form = replace(WITH_EVERYTHING, needs=(need,), member_name=name, contact=description)
    assert refusals(drawn(form, answers)) == []


@cache
def whole() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(receipt_of(returned(MANY)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged(part: str, change: Callable[[str], str]) -> bytes:
    """A receipt with one part changed."""
    before = whole()[part].decode()
    after = change(before)
    assert after != before, "the damage found nothing to change"
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in (whole() | {part: after.encode()}).items():
            archive.writestr(name, content)
    return kept.getvalue()


def instead(old: str, new: str) -> Callable[[str], str]:
    return lambda part: part.replace(old, new, 1)


DAMAGES = {
    "two lists of names": (BOOK, instead("<calcPr", "<definedNames/><calcPr"), "more than once"),
    "a title too long": (BOOK, instead("1 Legal framework", "1 Legal " * 5), "the title"),
    "a title with a colon": (BOOK, instead("1 Legal framework", "1: Legal"), "the title"),
    "two sheets of one title": (BOOK, instead("What we read", "start HERE"), "of one title"),
    "a name like a cell": (BOOK, instead('name="kinds"', 'name="AB12"'), "the name 'AB12'"),
    "a name lost": (BOOK, instead('name="kinds"', 'name="sorts"'), "the name 'kinds'"),
    "a name that leads nowhere": (BOOK, instead("'Lists'!", "'List'!"), "the sheet 'List'"),
    "a hidden sheet in front": (BOOK, instead('activeTab="0"', 'activeTab="7"'), "a hidden sheet"),
    "the filter after the joined cells": (
        SHEET,
        lambda s: s.replace("<autoFilter", "<mergeCells/><autoFilter", 1),
        "wrong order",
    ),
    "breaks before the margins": (
        SHEET,
        instead("<pageMargins", '<rowBreaks count="0"/><pageMargins'),
        "wrong order",
    ),
    "cells joined over each other": (SHEET, instead('ref="C4:J4"', 'ref="C4:J5"'), "over each"),
    "one cell joined": (SHEET, instead('mergeCell ref="C4:J4"', 'mergeCell ref="C4"'), "joined"),
    "a drop-down too long": (
        SHEET,
        instead("<formula1>kinds", f'<formula1>"{"a," * 128}"'),
        "a drop-down of",
    ),
    "a message too long": (SHEET, instead('error="Open', f'error="{"Open" * 60}'), "error of"),
    "two lists for one cell": (SHEET, instead('sqref="E9:E11', 'sqref="C9:C11'), "offer two"),
    "a look there is not": (SHEET, instead('dxfId="0"', 'dxfId="9"'), "in the look 9"),
    "a style there is not": (SHEET, instead(' s="1"', ' s="999"'), "the style 999"),
    "rows out of order": (SHEET, instead('<row r="5"', '<row r="4"'), "after row"),
    "cells out of order": (SHEET, instead('<c r="B4"', '<c r="XFD4"'), "the cell"),
    "a row too tall": (SHEET, instead('ht="26"', 'ht="410"'), "points tall"),
    "a column too wide": (SHEET, instead('width="40"', 'width="256"'), "of the width"),
    "a function of newer programs": (SHEET, instead("IFERROR(", "TEXTJOIN("), "TEXTJOIN"),
    "a formula in the program's language": (SHEET, instead("LEN(", "DÉLKA("), "the function"),
    "IF over many cells": (SHEET, instead("SUMPRODUCT((LEN", "SUMPRODUCT((IF"), "IF within"),
    "a text too long": (SHEET, instead("Align the criminal code", "x" * 32_768), "32768"),
    "a comment without a box": (
        "xl/drawings/vmlDrawing1.vml",
        instead("<x:Row>", "<x:Row>9"),
        "without a box",
    ),
    "a drawing unnamed": (SHEET, instead('r:id="iisgNotes"', 'r:id="rId9"'), "the drawing rId9"),
    "styles miscounted": (STYLES, instead('<fonts count="', '<fonts count="1'), "fonts counts"),
    "a fill there is not": (STYLES, instead('fillId="0"', 'fillId="99"'), "fillId 99"),
    "a foot with a lone ampersand": (SHEET, instead("members only", "members &amp; only"), "foot"),
    "too many breaks": (
        SHEET,
        lambda s: s.replace('<brk id="17"', '<brk id="1"/>' * 1_027 + '<brk id="17"', 1),
        "page breaks",
    ),
    "a part without a kind": (
        "[Content_Types].xml",
        instead('PartName="/xl/comments1.xml"', 'PartName="/xl/comments9.xml"'),
        "no content type",
    ),
    "a link to a part there is not": (
        "xl/_rels/workbook.xml.rels",
        instead("theme1.xml", "theme2.xml"),
        "which there is not",
    ),
    "a link to a sheet there is not": (
        "xl/worksheets/sheet1.xml",
        instead("'1 Legal framework'!", "'1 Legal'!"),
        "the sheet '1 Legal'",
    ),
}


@pytest.mark.parametrize(("part", "change", "told"), DAMAGES.values(), ids=DAMAGES.keys())
def test_the_checker_sees_what_excel_would_refuse(
    part: str, change: Callable[[str], str], told: str
):
    found = refusals(damaged(part, change))
    assert any(told in each for each in found), found
