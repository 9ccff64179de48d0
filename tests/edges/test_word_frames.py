"""Samples of frames are checked in place of the whole; the whole is then well formed too."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.errors.documents import DraftTemplateBroken
from data.vocabulary.documents import Block, Document, Narrative, Paragraph, Table
from tasks.edges.archive import unpack
from tasks.edges.word import write_document
from tests.edges.drawn_words import with_blocks
from tests.edges.one_draft import CHART, HEAT, REPORT, TEMPLATES
from tests.edges.test_word_reading import documents

AWKWARD = "a \"b\" <c> & 'd' ]]> %s"
_ROW = Table("Gaps", ("No.",), (("1.1",),), (1.0,), anchors=(AWKWARD,))
_BLOCKS: tuple[Block, ...] = (
    _ROW,
    Paragraph(AWKWARD, anchor=AWKWARD),
    replace(CHART, description=AWKWARD, anchor=AWKWARD),
    replace(HEAT, description=AWKWARD, anchor=AWKWARD),
    Narrative(AWKWARD, AWKWARD),
)
anchored = st.one_of(st.sampled_from(_BLOCKS), st.builds(Paragraph, st.text(), anchor=st.text()))
rows = st.lists(st.text(), min_size=1, max_size=3).map(
    lambda names: replace(_ROW, rows=(("1.1",),) * len(names), anchors=tuple(names))
)


def broken_parts(content: bytes) -> list[str]:
    """Each part a reader of XML refuses, those of embedded workbooks too, and why."""
    found: list[str] = []
    for name, part in unpack(content).items():
        if name.endswith(".xlsx"):
            found += broken_parts(part)
            continue
        try:
            expat.ParserCreate(namespace_separator=" ").Parse(part, True)
        except expat.ExpatError as error:
            found.append(f"{name}: {error}")
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, st.lists(st.one_of(anchored, rows), max_size=4))
@example(REPORT, [*_BLOCKS])
def test_every_document_is_well_formed_as_a_whole(document: Document, more: list[Block]):
    blocks = (*document.blocks, *more)
    assert broken_parts(write_document(TEMPLATES, replace(document, blocks=blocks))) == []


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: type(block).__name__)
def test_signs_of_xml_in_a_name_break_nothing(block: Block):
    assert broken_parts(write_document(TEMPLATES, with_blocks(block))) == []


@pytest.mark.parametrize(("name", "cut"), [("chart", "</c:plotArea>"), ("sheet", "</sheetData>")])
def test_a_chart_of_a_broken_template_is_refused(name: str, cut: str, tmp_path: Path):
    copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    template = tmp_path / "body" / f"{name}.xml.j2"
    text = template.read_text(encoding="utf-8")
    assert cut in text
    template.write_text(text.replace(cut, ""), encoding="utf-8")
    with pytest.raises(DraftTemplateBroken, match=rf"{name}\.xml\.j2"):
        write_document(tmp_path, REPORT)
