"""The PDF of a summary: its pages and nothing else, the same for the same file."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from data.vocabulary.documents import Heading, Paragraph
from data.vocabulary.leaks import Inspected
from tasks.edges.leak_inspection import inspect
from tasks.edges.portable_document import pdf_of
from tasks.edges.word.writing import write_document
from tests.edges.conftest import ToPdf
from tests.edges.one_draft import REPORT, TEMPLATES
from tests.specimens.leaks import WORD, honest_site
from tests.specimens.leaks_seeded import in_body, run_of


@pytest.fixture(scope="module")
def made(office: ToPdf) -> bytes:
    assert office  # skipped where LibreOffice is not installed
    return pdf_of(honest_site()[WORD], "Annual Response Mapping: Summary")


def test_a_pdf_names_nobody_and_no_moment(made: bytes):
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata == {"/Title": "Annual Response Mapping: Summary"}
    assert "/ID" not in reader.trailer
    assert inspect({"summary.pdf": made}, frozenset()).leaks == ()


@pytest.mark.usefixtures("office")
def test_nearly_white_words_of_a_word_file_are_hidden_words_of_its_pdf():
    seen = _seen_in_pdf_with(run_of('<w:color w:val="F4F4F4"/>'))
    assert "The meeting was cordial." in " ".join(text.text for text in seen.texts)
    assert [str(leak) for leak in seen.leaks] == ["summary.pdf, page 1: hidden text."]


@pytest.mark.usefixtures("office")
def test_white_words_on_blue_and_small_grey_words_of_a_word_file_are_seen_in_its_pdf():
    on_blue = run_of('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>')
    seen = _seen_in_pdf_with(on_blue + run_of('<w:color w:val="595959"/><w:sz w:val="12"/>'))
    assert " ".join(text.text for text in seen.texts).count("The meeting was cordial.") == 2
    assert seen.leaks == ()


def _seen_in_pdf_with(runs: str) -> Inspected:
    return inspect({"summary.pdf": pdf_of(in_body(runs)()[WORD], "Summary")}, frozenset())


def test_a_pdf_says_what_the_approved_file_says_and_can_be_heard(made: bytes):
    reader = PdfReader(io.BytesIO(made))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Legal framework and implementation" in words
    assert "Bosnia and Herzegovina" in words
    root = reader.root_object
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root


@pytest.mark.usefixtures("office")
def test_the_list_of_contents_names_the_pages_on_which_its_chapters_begin():
    headings = [f"Chapter of the {word} kind" for word in ("first", "second", "third", "fourth")]
    answer = Paragraph("The unit was set up and its officers were trained. " * 60)
    chapters = [block for each in headings for block in (Heading(1, each), *[answer] * 4)]
    report = write_document(TEMPLATES, replace(REPORT, blocks=tuple(chapters)))
    reader = PdfReader(io.BytesIO(pdf_of(report, "A report")))
    pages = [page.extract_text() for page in reader.pages]
    listed = next(page for page in pages if "Contents" in page)
    told = [int(page) for each in headings for page in re.findall(rf"{each}[ .]*(\d+)", listed)]
    found = [
        max(number for number, page in enumerate(pages, 1) if each in page) for each in headings
    ]
    assert told == found
    assert told[0] < told[-1]


def test_the_same_file_gives_the_same_pdf(made: bytes):
    assert pdf_of(honest_site()[WORD], "Annual Response Mapping: Summary") == made


def test_where_libreoffice_is_not_installed_there_is_no_pdf_and_no_complaint(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("PATH", "")
    assert pdf_of(honest_site()[WORD], "Annual Response Mapping: Summary") == b""


def test_where_libreoffice_fails_there_is_no_pdf(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("broken")
    (folder / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (folder / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    assert pdf_of(b"a file", "A title") == b""
