"""Every part of every document keeps the order of Office XML: Word has nothing to repair."""

import io
import re
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from data.vocabulary import Document, DraftKind, Table
from tasks.edges.archive import unpack
from tasks.edges.word import as_printed, read_document, write_document
from tasks.rules import report, summary
from tests.edges.conftest import ToPdf
from tests.edges.one_draft import REPORT, SUMMARY, TEMPLATES, TRACED
from tests.edges.ooxml_order import disorders
from tests.rules.letters_2025 import ON_CONSULTATION, ON_RELEASE, TO_THE_BOARD
from tests.rules.test_calendar_paper import PAPER as CALENDAR
from tests.rules.test_response_table import PAPER as RESPONSES
from tests.rules.year_2025 import FIRST, LAST

DOCUMENTS = {
    "report": REPORT,
    "summary": SUMMARY,
    "traced": TRACED,
    "first draft": report.compose(FIRST, DraftKind.FIRST, 1),
    "final draft": report.compose(LAST, DraftKind.FINAL, 1),
    "public summary": summary.compose(LAST, 1),
    "calendar": CALENDAR,
    "comments": RESPONSES,
    "letter to the Board": TO_THE_BOARD,
    "letter on a consultation": ON_CONSULTATION,
    "letter on a release": ON_RELEASE,
}
_CHECKED = re.compile(r"word/(?!theme|_rels|embeddings|fontTable)[^_]*\.xml|docProps/custom\.xml")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_part_keeps_the_order_of_the_schema(document: Document):
    parts = unpack(write_document(TEMPLATES, document))
    found = {name: disorders(part) for name, part in parts.items() if _CHECKED.fullmatch(name)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert {"word/document.xml", "word/styles.xml", "word/settings.xml"} <= set(found)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_document_is_read_back_and_opened_by_another_library(document: Document):
    content = write_document(TEMPLATES, document)
    assert read_document(content) == as_printed(document)
    docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_names_and_ids_of_bookmarks_and_controls_stand_once(document: Document):
    body = unpack(write_document(TEMPLATES, document))["word/document.xml"].decode()
    marks = re.findall('<w:bookmarkStart w:id="([0-9]+)" w:name="([^"]+)"/>', body)
    assert len({id_ for id_, _ in marks}) == len({name for _, name in marks}) == len(marks)
    assert all(re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,39}", name) for _, name in marks)
    ends = re.findall('<w:bookmarkEnd w:id="([0-9]+)"/>', body)
    assert sorted(ends) == sorted(id_ for id_, _ in marks)
    referred = set(re.findall(r" REF (\w+) ", body))
    assert referred <= {name for _, name in marks}


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        (f"<w:pPr {W}><w:jc/><w:pStyle/></w:pPr>", "wrong order"),
        (f"<w:tcPr {W}><w:shd/><w:tcW/></w:tcPr>", "wrong order"),
        (f"<w:sdtPr {W}><w:tag/><w:alias/></w:sdtPr>", "wrong order"),
        (f"<w:rPr {W}><w:color/><w:rStyle/></w:rPr>", "wrong order"),
        (f"<w:sectPr {W}><w:pgSz/><w:type/></w:sectPr>", "wrong order"),
        (f"<w:body {W}><w:sectPr/><w:p/></w:body>", "wrong order"),
        (f"<w:tc {W}><w:p/><w:tbl/></w:tc>", "does not end with a paragraph"),
        (f"<w:p {W}><w:tbl/></w:p>", "w:p holds w:tbl"),
        (f"<w:ruby {W}><w:rt/></w:ruby>", "has no order here"),
    ],
)
def test_the_checker_sees_what_word_would_repair(part: str, wrong: str):
    assert any(wrong in each for each in disorders(part.encode()))


@pytest.mark.parametrize(
    "name",
    ["traced", "final draft", "public summary", "letter to the Board", "calendar", "comments"],
)
def test_a_composed_document_opens_in_libreoffice_and_no_word_of_a_heading_is_cut(
    office: ToPdf, tmp_path: Path, name: str
):
    document, file = DOCUMENTS[name], tmp_path / f"{name}.docx"
    file.write_bytes(write_document(TEMPLATES, document))
    pages = PdfReader(office(file)).pages
    printed = " ".join(page.extract_text() for page in pages).split()
    heads = [block.header for block in document.blocks if isinstance(block, Table)]
    words = {word for head in heads for text in head for word in text.split()}
    assert words <= {*printed}
    assert [word for word in map("".join, pairwise(printed)) if word in words] == []
