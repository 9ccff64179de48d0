"""No parser sees a file that could hurt it, and the sender is told what to do."""

import io
import struct
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from tasks.edges.archive import pack, unpack
from tasks.edges.guard import forget, look, why_refused
from tests.specimens.requests import response_workbook, support_workbook
from tests.tables import rows


def word_file() -> bytes:
    saved = io.BytesIO()
    Document().save(saved)
    return saved.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    return pack({**unpack(response_workbook()), name: part})


def with_sheet(inside: str) -> bytes:
    return with_part("xl/worksheets/sheet2.xml", f"<worksheet>{inside}</worksheet>".encode())


def old_office(stream: str) -> bytes:
    beginning = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    return beginning + stream.encode("utf-16-le")


def lying_about_its_size() -> bytes:
    """A part that says it holds a thousand bytes and holds a million."""
    content = bytearray(with_part("xl/worksheets/sheet9.xml", b"\x20" * 1_000_000))
    honest = struct.pack("<I", 1_000_000)
    while (found := content.find(honest)) >= 0:
        content[found : found + 4] = struct.pack("<I", 1_000)
    return bytes(content)


def with_another_checksum() -> bytes:
    content = response_workbook()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        checksum = struct.pack("<I", archive.getinfo("xl/styles.xml").CRC)
    return content.replace(checksum, b"\x00\x00\x00\x00")


@pytest.mark.parametrize("content", [response_workbook(), support_workbook()])
def test_a_request_workbook_passes(content: bytes):
    assert why_refused(content) == ""


def test_a_plain_workbook_and_a_plain_document_pass():
    saved = io.BytesIO()
    Workbook().save(saved)
    assert why_refused(saved.getvalue()) == ""
    assert why_refused(word_file(), "document") == ""


FILES = {
    "nothing at all": b"",
    "a password": old_office("EncryptedPackage"),
    "an old format": old_office("Workbook"),
    "a web page": b"<html><table><tr><td>1</td></tr></table></html>",
    "a PDF": b"%PDF-1.7 ...",
    "a text": b"need;answer\n",
    "a Word document": word_file(),
    "another archive": pack({"readme.txt": b"hello"}),
    "an OpenDocument": pack({"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"}),
    "a binary workbook": pack({"xl/workbook.bin": b"\x01"}),
    "half a file": response_workbook()[:9_000],
    "a wrong checksum": with_another_checksum(),
    "a lie about sizes": lying_about_its_size(),
    "a gigabyte of zeros": with_part("xl/media/a.bin", bytes(65 << 20)),
    "a definition": with_part("xl/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "another encoding": with_part("xl/styles.xml", "<a/>".encode("utf-16")),
    "a way out": with_part("../../outside.xml", b"<a/>"),
    "a thousand parts": pack(
        {**unpack(response_workbook()), **{f"xl/media/{n}.png": b"" for n in range(400)}}
    ),
    "a cell far away": with_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a million cells": with_sheet("<row>" + "<c/>" * 250_000 + "</row>"),
    "a merged sheet": with_sheet('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "a linked sheet": with_sheet('<hyperlinks><hyperlink ref="A1:XFD9999"/></hyperlinks>'),
    "an endless attribute": with_sheet(f'<row spans="{"1" * 300_000}"/>'),
    "a shared text too often": pack(
        {
            **unpack(response_workbook()),
            "xl/sharedStrings.xml": b"<sst><si><t>" + b"x" * 900_000 + b"</t></si></sst>",
            "xl/worksheets/sheet2.xml": b'<c t="s"><v>0</v></c>' * 5_000,
        }
    ),
}
SENTENCES = rows("""
    | file                    | sentence                             |
    | nothing at all          | The file is empty.                   |
    | a password              | The file has a password.             |
    | an old format           | the format of Office before 2007     |
    | a web page              | a web page, whatever its name says   |
    | a PDF                   | The file is a PDF.                   |
    | a text                  | no Office file                       |
    | a Word document         | an Excel workbook (.xlsx) was asked  |
    | another archive         | an archive, but not an Excel         |
    | an OpenDocument         | in OpenDocument format               |
    | a binary workbook       | a binary workbook (.xlsb)            |
    | half a file             | The file is damaged.                 |
    | a wrong checksum        | The file is damaged.                 |
    | a lie about sizes       | The file is damaged.                 |
    | a gigabyte of zeros     | unpacks to far more                  |
    | a definition            | definitions no Office program writes |
    | another encoding        | an unusual encoding                  |
    | a way out               | parts outside itself                 |
    | a thousand parts        | far more than such a file needs      |
    | a cell far away         | stands very far from the others      |
    | a million cells         | unpacks to far more                  |
    | a merged sheet          | spans a whole sheet                  |
    | a linked sheet          | spans a whole sheet                  |
    | an endless attribute    | unpacks to far more                  |
    | a shared text too often | unpacks to far more                  |
""")


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["file"])
def test_a_file_is_refused_with_a_sentence_for_its_sender(row: dict[str, str]):
    assert row["sentence"] in why_refused(FILES[row["file"]], "workbook")


READ_BY_OURSELVES = {
    "an old format",
    "an OpenDocument",
    "a cell far away",
    "a merged sheet",
    "a linked sheet",
    "an endless attribute",
    "a shared text too often",
}


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["file"])
def test_a_return_is_refused_for_the_same_unless_our_own_readers_can_live_with_it(
    row: dict[str, str],
):
    sentence = why_refused(FILES[row["file"]])
    if row["file"] in READ_BY_OURSELVES:
        assert sentence == ""
    else:
        assert row["sentence"] in sentence


def test_every_planted_file_is_in_the_table():
    assert {row["file"] for row in SENTENCES} == set(FILES)


def test_a_file_larger_than_sixteen_megabytes_is_refused():
    assert "larger than 16 MB" in why_refused(b"PK\x03\x04" + bytes(16 << 20))


def test_a_document_of_a_million_empty_paragraphs_is_refused():
    parts = unpack(word_file())
    full = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 1_000_000)
    content = pack({**parts, "word/document.xml": full})
    assert "unpacks to far more" in why_refused(content, "document")


def same_words(rows_of_sheet: int) -> bytes:
    """An honest sheet that packs to a hundredth: the same words in every cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    for _ in range(rows_of_sheet):
        sheet.append(["nothing to report"] * 14)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_an_honest_and_very_compressible_return_is_accepted():
    assert why_refused(same_words(3_000)) == ""


def test_a_cell_at_the_far_corner_is_no_reason_to_refuse_a_return():
    content = with_sheet('<sheetData><row><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert why_refused(content) == ""
    assert "very far" in why_refused(content, "workbook")


def test_the_reader_is_handed_what_the_guard_inflated():
    content = response_workbook()
    forget()
    assert why_refused(content) == ""
    assert look(content).parts is look(content).parts
    assert look.cache_info().misses == 1
    forget()
    assert "xl/media/picture.png" not in look(with_part("xl/media/picture.png", b"pixels")).parts


def test_an_old_workbook_and_an_open_document_are_returns_but_no_registers():
    old = old_office("Workbook")
    assert (why_refused(old), "before 2007" in why_refused(old, "workbook")) == ("", True)
    open_document = FILES["an OpenDocument"]
    assert why_refused(open_document) == ""
    assert "OpenDocument" in why_refused(open_document, "workbook")
