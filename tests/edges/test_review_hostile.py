"""A returned copy that lies, bursts or is something else is refused in one sentence."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors.documents import DocumentUnreadable
from tasks.edges.archive import pack, unpack
from tasks.edges.word_review import read_review
from tests.specimens.reviewed_copies import by_word, sent
from tests.specimens.reviewed_package import W

COPY = by_word()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def with_part(name: str, content: bytes) -> bytes:
    return pack(unpack(COPY) | {name: content})


def with_body(inside: str) -> bytes:
    whole = f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    return with_part("word/document.xml", whole.encode())


def unreachable() -> bytes:
    parts = unpack(COPY)
    del parts["_rels/.rels"]
    return pack(parts)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a .docx"),
        (b"%PDF-1.7 and so on", "not a .docx"),
        (b"{\\rtf1 words}", "not a .docx"),
        (COPY[: len(COPY) // 2], "not a .docx"),
        (OLD, "format before 2007"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "remove the password"),
        (pack({"hello.txt": b"hello"}), "holds no document"),
        (unreachable(), "holds no document"),
        (with_part("word/comments.xml", b"<w:comments"), "not well-formed"),
        (with_part("word/document.xml", b"<!DOCTYPE x><x/>"), "not plain XML"),
        (
            with_part("word/document.xml", b'<?xml version="1.0" encoding="x-y"?><x/>'),
            "well-formed",
        ),
        (with_body("<w:tbl>" * 5_000 + "</w:tbl>" * 5_000), "nested without end"),
        (with_body("<w:p/>" * 3_100_000), "more than a document can"),
        (with_body("<w:p/>" * 101_000), "more paragraphs than a document can"),
        (with_body(f"<w:p>{'<w:ins/>' * 101_000}</w:p>"), "more changes than a document can"),
        (with_body(f"<w:p>{'<w:ins>' * 30}{'</w:ins>' * 30}</w:p>"), "changes are nested"),
        (bytes(17 << 20), "larger than 16 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_copy_is_refused_with_its_reason(content: bytes, reason: str):
    with pytest.raises(DocumentUnreadable, match=reason):
        read_review(content, sent())


def test_the_remedy_asks_for_a_file_without_a_password():
    with pytest.raises(DocumentUnreadable, match=r"save it as a Word file .* without a password"):
        read_review(OLD, None)


def test_a_part_that_unpacks_without_end_is_refused():
    packed = io.BytesIO(COPY)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media.bin", bytes(140 << 20))
    with pytest.raises(DocumentUnreadable, match="more than a document can be"):
        read_review(packed.getvalue(), sent())


def test_an_opendocument_text_is_asked_for_as_a_word_file():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    (finding,) = read_review(packed.getvalue(), sent()).findings
    assert finding.code == "copy-in-opendocument"
    assert ".docx" in finding.remedy


def test_strict_word_files_are_read_like_all_others():
    parts = {
        name: content.replace(W.encode(), STRICT.encode()) for name, content in unpack(COPY).items()
    }
    strict = read_review(pack(parts), sent())
    assert strict.remarks == read_review(COPY, sent()).remarks


def test_numbers_that_are_none_and_marks_in_odd_places_do_no_harm():
    odd = (
        '<w:ins/><w:sym w:char="ZZZZ"/><w:tr><w:trPr><w:ins/></w:trPr></w:tr><w:tc/>'
        '<w:p><w:pPr><w:rPr><w:del w:author="" w:date="soon"/></w:rPr></w:pPr></w:p>'
        '<w:fldChar w:fldCharType="end"/><w:commentRangeEnd w:id="9"/><w:bookmarkEnd/>'
        '<w:moveFromRangeEnd w:id="3"/><w:sdtPr/><w:commentReference/><w:tcPr><w:cellIns/></w:tcPr>'
    )
    review = read_review(with_body(odd), None)
    assert review.counted["ins"] + review.counted["del"] >= 3


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(COPY) - 1), st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(place: int, value: int):
    content = COPY[:place] + bytes([value]) + COPY[place + 1 :]
    try:
        read = read_review(content, sent())
    except DocumentUnreadable:
        return
    assert read.counted["remarks"] == len(read.remarks)


_FRAGMENTS = (
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>a</w:t></w:r>",
    '<w:ins w:author="A">',
    "</w:ins>",
    '<w:del w:author="B">',
    "</w:del>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:tcPr><w:cellDel/></w:tcPr>",
    '<w:commentRangeStart w:id="0"/>',
    '<w:commentRangeEnd w:id="0"/>',
    '<w:r><w:commentReference w:id="0"/></w:r>',
    "<w:txbxContent>",
    "</w:txbxContent>",
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    "<w:pPr><w:rPr><w:ins/><w:rPrChange/></w:rPr></w:pPr>",
    '<w:moveFromRangeStart w:id="1" w:name="m"/>',
    "<w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>",
    '<w:bookmarkStart w:id="2" w:name="n_1"/>',
    "<w:sdt><w:sdtPr><w:tag w:val='n'/></w:sdtPr></w:sdt>",
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=25))
def test_elements_in_any_order_are_read_or_refused(pieces: list[str]):
    opened: list[str] = []
    inside = ""
    for piece in pieces:
        name = piece.strip("</>").split()[0]
        if piece.startswith("</"):
            while name in opened:
                last = opened.pop()
                inside += f"</{last}>"
                if last == name:
                    break
            continue
        inside += piece
        if piece.count("<") == 1 and not piece.endswith("/>"):
            opened.append(name)
    inside += "".join(f"</{name}>" for name in reversed(opened))
    review = read_review(with_body(inside), sent())
    assert review.counted["remarks"] == len(review.remarks)
