"""The Word templates people restyle: what they promise, and what may be changed."""

import io
import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import docx
import pytest
import yaml

from data.errors.documents import (
    DraftTemplateBroken,
    DraftTemplateLacksStyles,
    DraftTemplateMissing,
)
from tasks.edges.archive import unpack
from tasks.edges.word import write_document
from tasks.edges.word.styles import every_style
from tests.edges.drawn_words import W, xml
from tests.edges.one_draft import REPORT, TEMPLATES, TRACED
from tests.rules.letters_2025 import TO_THE_BOARD

EVERYTHING = replace(REPORT, blocks=(*REPORT.blocks, *TRACED.blocks))


def test_an_unknown_kind_is_refused():
    with pytest.raises(DraftTemplateMissing, match="no Word template for a bulletin"):
        write_document(TEMPLATES, replace(REPORT, kind="bulletin"))


def test_a_template_edited_into_broken_xml_is_refused(tmp_path: Path):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    (tmp_path / "body" / "app.xml.j2").write_text(
        "<Properties><x:Company/></Properties>", encoding="utf-8"
    )
    with pytest.raises(DraftTemplateBroken, match=r"app\.xml\.j2"):
        write_document(tmp_path, REPORT)


@pytest.mark.parametrize(
    "name",
    [
        *("caption", "chapter", "contents", "document", "figure", "grid"),
        *("heat", "line", "pieces", "row", "words"),
    ],
)
@pytest.mark.parametrize(("found", "put"), [("</w:p>", ""), ("<w:pStyle ", "<x:pStyle ")])
def test_a_template_of_any_piece_edited_into_broken_xml_is_refused(
    name: str, found: str, put: str, tmp_path: Path
):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    template = tmp_path / "body" / f"{name}.xml.j2"
    text = template.read_text(encoding="utf-8")
    if name == "document":
        found, put = "</w:body>", put and "</x:body>"
    assert found in text
    template.write_text(text.replace(found, put, 1), encoding="utf-8")
    with pytest.raises(DraftTemplateBroken, match=r"document\.xml\.j2"):
        write_document(tmp_path, EVERYTHING)


def test_a_letterhead_edited_into_broken_xml_is_refused(tmp_path: Path):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    template = tmp_path / "body" / "letter.xml.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("</w:body>", "</x:body>"), encoding="utf-8")
    with pytest.raises(DraftTemplateBroken, match=r"letter\.xml\.j2"):
        write_document(tmp_path, TO_THE_BOARD)


def test_rows_that_lost_their_texts_are_refused(tmp_path: Path):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    template = tmp_path / "body" / "row.xml.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{{ text }}", ""), encoding="utf-8")
    with pytest.raises(DraftTemplateBroken, match=r"row\.xml\.j2"):
        write_document(tmp_path, REPORT)


@pytest.mark.parametrize("kind", ["letter", "paper", "report", "summary"])
def test_a_template_keeps_its_contract(kind: str):
    contract = yaml.safe_load((TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8"))
    promised = {style for group in contract["styles"].values() for style in group}
    template = (TEMPLATES / f"{kind}.docx").read_bytes()
    parts = unpack(template)
    opened = docx.Document(io.BytesIO(template))
    styles = {style.style_id: style for style in opened.styles}
    assert every_style(kind) <= promised <= set(styles)
    numbered = {
        level.get(f"{W}val") for level in xml(parts["word/numbering.xml"]).iter(f"{W}pStyle")
    }
    assert {"Heading1", "Heading2", "Heading3", "ListBullet"} <= numbered
    assert styles["Heading1"].element.find(f".//{W}numPr") is not None
    breaks = styles["Heading1"].element.find(f".//{W}pageBreakBefore") is not None
    assert breaks == contract["chapters_begin_a_page"]
    section = opened.sections[0]
    assert section.page_width.cm == pytest.approx(21.0, abs=0.01)
    assert section.left_margin.cm == pytest.approx(contract["page"]["margins_cm"], abs=0.01)
    looks = parts["word/styles.xml"].decode() + parts["word/fontTable.xml"].decode()
    assert 'w:ascii="Calibri"' in looks
    assert '<w:altName w:val="Carlito"/>' in looks
    assert f'w:lang w:val="{contract["language"]}"' in looks
    names = " ".join(parts)
    assert not re.search("vbaProject|media/|fonts/|embeddings/", names)
    assert b'TargetMode="External"' not in b"".join(parts.values())
    assert opened.core_properties.author == "IISG Secretariat"


def test_restyling_the_template_restyles_the_document(tmp_path: Path):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    opened = docx.Document(str(TEMPLATES / "report.docx"))
    opened.styles["Lead"].font.italic = True
    opened.sections[0].left_margin = opened.sections[0].right_margin = docx.shared.Cm(3)
    opened.save(str(tmp_path / "report.docx"))
    again = docx.Document(io.BytesIO(write_document(tmp_path, REPORT)))
    assert again.styles["Lead"].font.italic
    assert {round(section.left_margin.cm, 1) for section in again.sections} == {3.0}


def test_a_template_that_lost_a_style_is_refused_by_the_name_of_the_style(tmp_path: Path):
    drafts = tmp_path / "drafts"
    copytree(TEMPLATES, drafts)
    restyled = docx.Document(str(drafts / "report.docx"))
    lost = next(style for style in restyled.styles if style.style_id == "Quote")
    lost.element.getparent().remove(lost.element)
    restyled.save(str(drafts / "report.docx"))
    with pytest.raises(DraftTemplateLacksStyles, match=r"report\.docx has lost the styles Quote"):
        write_document(drafts, REPORT)
