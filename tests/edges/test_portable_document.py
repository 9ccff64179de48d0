"""The PDF of a summary: its pages and nothing else, the same for the same file."""

import io

import pytest
from pypdf import PdfReader

from tasks.edges.leak_inspection import inspect
from tasks.edges.portable_document import pdf_of
from tests.edges.conftest import ToPdf
from tests.specimens.leaks import WORD, honest_site


@pytest.fixture(scope="module")
def made(office: ToPdf) -> bytes:
    assert office  # skipped where LibreOffice is not installed
    return pdf_of(honest_site()[WORD], "Annual Response Mapping: Summary")


def test_a_pdf_names_nobody_and_no_moment(made: bytes):
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata == {"/Title": "Annual Response Mapping: Summary"}
    assert "/ID" not in reader.trailer
    assert inspect({"summary.pdf": made}, frozenset()).leaks == ()


def test_a_pdf_says_what_the_approved_file_says_and_can_be_heard(made: bytes):
    reader = PdfReader(io.BytesIO(made))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Legal framework and implementation" in words
    assert "Bosnia and Herzegovina" in words
    root = reader.root_object
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root


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
