"""What is read back from a Word file is what was written into it, to the last space."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import (
    Bullets,
    Chart,
    Document,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.edges.archive import pack, unpack
from tasks.edges.word import as_printed, read_document, write_document
from tests.edges.one_draft import MATRIX, NEEDS, REPORT, SUMMARY, TEMPLATES, TRACED

WRITTEN = write_document(TEMPLATES, SUMMARY)

words = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", " ", "\n", "\t", "Kosovo*", "in Kosovo* and Kosovo*", "a\r\nb\x0bc", "*"]),
)
long_words = st.builds(lambda text, times: text * times, words, st.sampled_from([1, 1, 150]))
anchors = st.sampled_from(["", "", "need_XK_CT_014", "lead_1"])
share = st.floats(0, 1, allow_subnormal=False)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[long_words] * count), max_size=3))
    return Table(
        draw(words),
        draw(st.tuples(*[words] * count)),
        tuple(rows),
        draw(st.tuples(*[share] * count)),
        tuple(draw(st.lists(st.integers(0, count - 1), max_size=2))),
        draw(st.booleans()),
        draw(st.one_of(st.just(()), st.tuples(*[anchors] * len(rows)))),
    )


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    columns = draw(st.lists(words, max_size=3))
    cell = st.one_of(st.integers(0, 10**12), st.sampled_from(["", "–", "0 / –", "07"]), words)
    row = st.tuples(words, st.tuples(*[cell] * len(columns)))
    return Matrix(
        draw(words),
        draw(words),
        draw(words),
        tuple(columns),
        tuple(draw(st.lists(row, max_size=3))),
        draw(st.booleans()),
        draw(anchors),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = draw(st.lists(words, min_size=1, max_size=3))
    counts = st.tuples(*[st.integers(0, 10**6)] * len(categories))
    series = draw(st.lists(st.tuples(words, counts), min_size=1, max_size=7))
    return Chart(draw(words), draw(words), tuple(categories), tuple(series), draw(anchors))


styles = st.sampled_from(
    ["body", "lead", "quote", "note", "label", "closing", "signature", "enclosure"]
)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 3), words),
    st.builds(Paragraph, words, styles, anchors),
    st.builds(Paragraph, st.sampled_from(["See Table 1, Table 12 and Figure 2."]), styles),
    st.builds(
        Narrative,
        st.sampled_from(["opening", "sub-pillar-1"]),
        words,
        st.lists(words, max_size=3).map(tuple),
    ),
    st.builds(Bullets, st.lists(words, max_size=3).map(tuple)),
    tables(),
    matrices(),
    charts(),
)
documents = st.builds(
    Document,
    kind=st.sampled_from(["report", "summary", "letter"]),
    title=words,
    subtitle=words,
    facts=st.lists(words, max_size=2).map(tuple),
    marking=words,
    version=words,
    disclaimers=st.lists(words, max_size=2).map(tuple),
    kosovo_footnote=st.sampled_from(["", KOSOVO_FOOTNOTE, "A note without its asterisk."]),
    blocks=st.lists(blocks, max_size=6).map(tuple),
    identity=st.sampled_from([(), (("Cycle", "2025"), ("Draft", " a\r\nb & <c> "))]),
)


@pytest.mark.parametrize("document", [REPORT, SUMMARY, TRACED], ids=["report", "summary", "traced"])
def test_a_document_is_read_back_as_it_was_written(document: Document):
    assert read_document(write_document(TEMPLATES, document)) == document


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_every_document_is_read_back_as_it_was_printed(document: Document):
    assert read_document(write_document(TEMPLATES, document)) == as_printed(document)


def test_what_is_printed_changes_nothing_in_clean_words():
    assert as_printed(REPORT) == REPORT


def test_two_lists_that_follow_each_other_stay_two():
    document = replace(SUMMARY, blocks=(Bullets(("a", "b")), Bullets(("c",))))
    assert read_document(write_document(TEMPLATES, document)).blocks == document.blocks


def test_a_file_saved_again_by_another_program_says_the_same():
    again = io.BytesIO()
    docx.Document(io.BytesIO(WRITTEN)).save(again)
    assert read_document(again.getvalue()) == SUMMARY


def test_without_its_variables_a_table_takes_the_shares_of_its_grid():
    document = replace(SUMMARY, blocks=(NEEDS, MATRIX))
    parts = unpack(write_document(TEMPLATES, document))
    start, rest = parts["word/settings.xml"].split(b"<w:docVars>")
    parts["word/settings.xml"] = start + rest.split(b"</w:docVars>")[1]
    first, second = read_document(pack(parts)).blocks
    assert first == replace(NEEDS, widths=(0.07, 0.23, 0.17, 0.333, 0.197))
    assert second == MATRIX


def broken(old: bytes, new: bytes, part: str = "word/document.xml") -> bytes:
    parts = unpack(WRITTEN)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return pack(parts)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a .docx"),
        (b"PK\x03\x04 and no more", "not a .docx"),
        (WRITTEN[: len(WRITTEN) // 2], "not a .docx"),
        (pack({"hello.txt": b"hello"}), "word/document.xml is missing"),
        (broken(b"</w:body>", b""), "not well-formed"),
        (broken(b"<w:document ", b"<!DOCTYPE x><w:document "), "not plain XML"),
        (broken(b'"Heading1"', b'"Heading9"'), "unknown style 'Heading9'"),
        (broken(b'"TableCaption"', b'"BodyText"'), "lost its caption"),
        (broken(b'"Figure"', b'"BodyText"'), "is missing"),
        (broken(b"<w:r><w:t", b'<w:ins w:id="9"/><w:r><w:t'), "tracked changes"),
        (broken(b'r:id="rIdChart1"', b'r:id="rIdChart9"'), "holds no chart"),
        (broken(b"<c:v>3</c:v>", b"<c:v>3.5</c:v>", "word/charts/chart1.xml"), "no counts"),
    ],
)
def test_a_damaged_file_is_refused_with_its_reason(content: bytes, reason: str):
    with pytest.raises(DocumentUnreadable, match=reason):
        read_document(content)


def test_a_bomb_of_empty_paragraphs_is_refused():
    parts = unpack(WRITTEN)
    start, end = parts["word/document.xml"].split(b"</w:body>")
    parts["word/document.xml"] = start + b"<w:p/>" * 3_100_000 + b"</w:body>" + end
    with pytest.raises(DocumentUnreadable, match="more than a document can"):
        read_document(pack(parts))


def test_a_part_that_unpacks_without_end_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (60 << 20))
    with pytest.raises(DocumentUnreadable, match="cannot be unpacked safely"):
        read_document(packed.getvalue())


def test_a_part_that_claims_to_begin_before_the_file_is_refused():
    where = int.from_bytes(WRITTEN[-6:-2], "little")  # of the directory, as its own end says
    with pytest.raises(DocumentUnreadable):
        read_document(WRITTEN[:-6] + (where + 0x10000).to_bytes(4, "little") + WRITTEN[-2:])


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WRITTEN) - 1), st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(place: int, value: int):
    content = WRITTEN[:place] + bytes([value]) + WRITTEN[place + 1 :]
    try:
        read = read_document(content)
    except DocumentUnreadable:
        return
    assert read == SUMMARY
