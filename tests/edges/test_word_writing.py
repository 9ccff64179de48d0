"""A draft in Word: well formed, in order, the same on any day, and it opens."""

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import docx
import openpyxl
import pytest

from data.vocabulary.documents import Bullets, Document, Heading, Paragraph, Table
from tasks.edges.archive import unpack
from tasks.edges.word import as_printed, read_document, write_document
from tests.edges.conftest import ToPdf
from tests.edges.drawn_words import W, body_of, parts_of, styled, xml
from tests.edges.one_draft import CHART, PARTNERS, REPORT, SUMMARY, TEMPLATES

HOSTILE = (
    "Tom & <Jerry>",
    "]]> <![CDATA[ <!-- --> <?xml?> &amp; {{ marking }} {% raw %}",
    "quote \" and ' apostrophe",
    "a\x00b\x07c\x0bd\x1be\ufffff\ud800g",
    "مرحبا بالعالم שלום \u200fRTL",
    "Ћирилица ѓ ќ џ љ њ – ë ç č ć đ š ž ś ź",
    "  two  spaces\tand a tab \r\n and lines\r\rend  ",
    "=1+1 %s {0} \\h \u00ad\u00a0 🙂",
)
# The order of the schema; Word repairs or refuses a file that does not keep it.
ORDER = {
    "pPr": ("pStyle", "keepNext", "tabs", "sectPr"),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tblPr": ("tblStyle", "tblW", "tblLayout", "tblLook"),
    "tc": ("tcPr", "p"),
    "tcPr": ("tcW", "tcBorders"),
    "tcBorders": ("top", "bottom"),
    "tr": ("trPr", "tc"),
    "trPr": ("cantSplit", "tblHeader"),
    "sectPr": ("headerReference", "footerReference", "type", "pgSz", "pgMar", "cols"),
    "rPr": ("rStyle",),
    "body": ("p|tbl", "sectPr"),
    "settings": (
        "zoom",
        "defaultTabStop",
        "characterSpacingControl",
        "updateFields",
        "footnotePr",
        "compat",
        "docVars",
        "themeFontLang",
        "decimalSymbol",
        "listSeparator",
    ),
}


def test_the_same_document_gives_the_same_bytes_in_another_process():
    program = (
        "from hashlib import sha256\n"
        "from tasks.edges.word import write_document\n"
        "from tests.edges.one_draft import REPORT, TEMPLATES\n"
        "print(sha256(write_document(TEMPLATES, REPORT)).hexdigest())"
    )
    run = subprocess.run(  # noqa: S603 – this very interpreter on the lines above
        [sys.executable, "-c", program],
        cwd=TEMPLATES.parents[1],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
    )
    assert run.stdout.strip() == sha256(write_document(TEMPLATES, REPORT)).hexdigest()


@pytest.mark.parametrize("document", [REPORT, SUMMARY], ids=["report", "summary"])
def test_python_docx_opens_what_was_drawn(document: Document):
    opened = docx.Document(io.BytesIO(write_document(TEMPLATES, document)))
    assert opened.core_properties.title == document.title
    assert any(p.text == "Introduction" and p.style for p in opened.paragraphs)
    assert len(opened.tables) == sum(isinstance(block, Table) for block in document.blocks)


def test_every_part_is_declared_and_every_relation_leads_to_a_part():
    parts = parts_of(REPORT)
    types = xml(parts["[Content_Types].xml"])
    declared = {t.get("PartName", "").lstrip("/") for t in types if t.get("PartName")}
    ours = {name for name in parts if name.endswith(".xml") and name != "[Content_Types].xml"}
    assert declared == ours
    for relations in (name for name in parts if name.endswith(".rels")):
        folder = Path(relations).parent.parent
        for relation in xml(parts[relations]):
            target = (Path("/root") / folder / relation.get("Target", "")).resolve()
            assert target.relative_to("/root").as_posix() in parts


@pytest.mark.parametrize("document", [REPORT, SUMMARY], ids=["report", "summary"])
def test_elements_stand_in_the_order_word_wants(document: Document):
    parts = parts_of(document)
    for name in ("document", "header", "footer", "footnotes", "settings"):
        for element in xml(parts[f"word/{name}.xml"]).iter():
            order = ORDER.get(element.tag.removeprefix(W))
            if order:
                places = [
                    next(i for i, names in enumerate(order) if tag in names.split("|"))
                    for tag in (child.tag.removeprefix(W) for child in element)
                ]
                assert places == sorted(places), element.tag


def test_paragraph_properties_come_first_and_tables_never_touch():
    body = body_of(REPORT)
    for paragraph in body.iter(f"{W}p"):
        assert [child.tag for child in paragraph].index(f"{W}pPr") == 0
    tags = [child.tag for child in body]
    assert all(tags[i + 1] == f"{W}p" for i, tag in enumerate(tags) if tag == f"{W}tbl")
    assert tags[-1] == f"{W}sectPr"


def test_a_sentence_that_leads_to_a_table_stays_on_its_page():
    lead, apart = Paragraph("Who answered."), Paragraph("Nothing follows.")
    table = Table("Partners", ("Partner",), (("Albania",),), (1.0,))
    body = body_of(replace(REPORT, blocks=(lead, table, apart)))
    kept = {
        "".join(paragraph.itertext()): paragraph.find(f"{W}pPr/{W}keepNext") is not None
        for paragraph in body.iter(f"{W}p")
    }
    assert (kept[lead.text], kept[apart.text]) == (True, False)


def test_bookmarks_have_ids_of_their_own_and_every_entry_leads_to_one():
    body = body_of(REPORT)
    marks = list(body.iter(f"{W}bookmarkStart"))
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)
    names = {mark.get(f"{W}name") for mark in marks}
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} <= names


def test_the_list_of_contents_numbers_headings_as_word_will():
    body = body_of(REPORT)
    assert styled(body, "TOC1") == [
        "1Introduction…",
        "2Legal framework and implementation…",
        "3Coordination across partners…",
        "4Annex…",
    ]
    assert styled(body, "TOC2") == ["2.1Information exchange…", "2.2Mechanisms…"]
    codes = [code.text or "" for code in body.iter(f"{W}instrText")]
    assert ' TOC \\o "1-2" \\h \\z \\u ' in codes


def test_captions_count_tables_and_figures_apart():
    body = body_of(REPORT)
    assert styled(body, "TableCaption") == [
        "Table 1: Responses under information exchange",
        "Table 2: Responses by need and partner",
        "Table 3: Requests",
    ]
    assert styled(body, "FigureCaption") == ["Figure 1: Responses by partner and sub-pillar"]
    assert len(styled(body, "TableofFigures")) == 3


def test_word_is_asked_to_update_its_fields_on_opening():
    settings = xml(parts_of(REPORT)["word/settings.xml"])
    update = settings.find(f"{W}updateFields")
    assert update is not None
    assert update.get(f"{W}val") == "true"


def test_no_person_and_no_moment_stands_in_the_file():
    content = write_document(TEMPLATES, REPORT)
    core = unpack(content)["docProps/core.xml"].decode()
    assert re.findall("<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", core) == [
        "IISG Secretariat",
        "IISG Secretariat",
    ]
    assert "dcterms" not in core
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_texts_stay_text():
    table = Table(HOSTILE[0], HOSTILE, (HOSTILE,), (0.125,) * 8)
    chart = replace(
        CHART, caption=HOSTILE[1], description="\n".join(HOSTILE), categories=HOSTILE[:6]
    )
    document = replace(
        REPORT,
        title=HOSTILE[1],
        subtitle=HOSTILE[0],
        facts=HOSTILE,
        marking=HOSTILE[6],
        version=HOSTILE[6],
        blocks=(
            *(Heading(1, text) for text in HOSTILE),
            *(Paragraph(text, "quote") for text in HOSTILE),
            Bullets(HOSTILE),
            table,
            chart,
        ),
    )
    content = write_document(TEMPLATES, document)
    assert read_document(content) == as_printed(document)
    docx.Document(io.BytesIO(content))


def test_a_chart_brings_its_numbers_along_in_a_workbook():
    workbook = openpyxl.load_workbook(
        io.BytesIO(parts_of(REPORT)["word/embeddings/workbook1.xlsx"])
    )
    rows = list(workbook["Sheet1"].iter_rows(values_only=True))
    assert rows[0][1:] == tuple(name for name, _ in CHART.series)
    assert [row[0] for row in rows[1:]] == list(PARTNERS)
    assert [row[1:] for row in rows[1:]] == list(
        zip(*(counts for _, counts in CHART.series), strict=True)
    )


def test_a_summary_bears_no_marking_and_no_list_of_contents():
    body = body_of(SUMMARY)
    assert styled(body, "CoverMarking") == []
    assert styled(body, "TOC1") == []


@pytest.mark.parametrize("document", [REPORT, SUMMARY], ids=["report", "summary"])
def test_libreoffice_opens_it_and_makes_a_pdf(document: Document, office: ToPdf, tmp_path: Path):
    file = tmp_path / f"{document.kind}.docx"
    file.write_bytes(write_document(TEMPLATES, document))
    pdf = office(file).read_bytes()
    assert pdf.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    # cover, second page, and at least one page for each chapter of a report
    assert pages >= {"report": 6, "summary": 2}[document.kind]
