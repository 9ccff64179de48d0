"""An annotated PDF: notes, marks and replies become remarks; hostile files cost a child process."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from data.errors.documents import DocumentUnreadable
from data.vocabulary.remarks import NO_REMARK
from data.vocabulary.reports import CommentKind
from tasks.edges.annotated_pdf import read_annotations
from tests.specimens.annotated_pdfs import SECOND_LINE, note, page_of, pdf
from tests.tables import rows

ANNOTATED = page_of(
    (
        note("Text", "Which five?"),
        note("Highlight", "Is it joint?", SECOND_LINE),
        note("Text", "It is.", "/IRT 7 0 R", "Bojan"),
        note("StrikeOut", "", SECOND_LINE),
        note("Text", "Completed set by Bojan", "/IRT 6 0 R /StateModel /Review /State (Completed)"),
        note("Caret", "Serbia has a joint unit."),
        note("StrikeOut", "", f"/IRT 11 0 R /RT /Group {SECOND_LINE}"),
        note("Popup"),
        note("Link"),
        note("FreeText", "Page to be replaced"),
    )
)


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(ANNOTATED))
    writer.encrypt(password, "theirs", algorithm="AES-256")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def test_a_pdf_that_only_forbids_changes_is_read():
    assert read_annotations(locked("")).counted["remarks"] == 6


def test_every_note_is_a_remark_with_its_author_its_words_and_what_it_marks():
    told = rows("""
    | author | text                     | quoted                      | proposed                 |
    | Ana    | Which five?              |                             |                          |
    | Ana    | Is it joint?             | Serbia set up a joint unit. |                          |
    | Bojan  | It is.                   |                             |                          |
    | Ana    | [struck out]             | Serbia set up a joint unit. |                          |
    | Ana    | Serbia has a joint unit. | Serbia set up a joint unit. | Serbia has a joint unit. |
    | Ana    | Page to be replaced      |                             | Page to be replaced      |
    """)
    remarks = read_annotations(ANNOTATED).remarks
    assert [{name: getattr(each, name) for name in told[0]} for each in remarks] == told
    assert {(each.kind, each.file_place, str(each.on)) for each in remarks} == {
        (CommentKind.ANNOTATION, "page 1", "2025-03-01")
    }


def test_a_reply_names_its_note_and_a_state_settles_it_without_a_remark_of_its_own():
    first, second, third, *_ = read_annotations(ANNOTATED).remarks
    assert first.resolved
    assert not second.resolved
    assert (first.reply_to, second.reply_to, third.reply_to) == (NO_REMARK, NO_REMARK, 1)


def test_every_annotation_of_a_person_is_counted():
    assert read_annotations(ANNOTATED).counted == {
        "Caret": 1,
        "FreeText": 1,
        "Highlight": 1,
        "State": 1,
        "StrikeOut": 2,
        "Text": 2,
        "remarks": 6,
    }


def test_a_pdf_without_notes_says_so():
    assert [each.code for each in read_annotations(page_of(())).findings] == [
        "copy-without-remarks"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a PDF"),
        (b"PK\x03\x04", "not a PDF"),
        (b"%PDF-1.7" + bytes(17 << 20), "larger than 16 MB"),
        (b"%PDF-1.7 and no more", "damaged"),
        (pdf(("<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [2 0 R] /Count 1 >>")), "damaged"),
        (locked("secret"), "it has a password"),
        (page_of(["<< /Subtype /Text >>"] * 2, "6 0 R " * 30_000), "damaged, or far larger"),
    ],
    ids=["nothing", "zip", "large", "torn", "endless pages", "locked", "bomb"],
)
def test_what_is_no_honest_pdf_is_refused_with_its_reason(content: bytes, reason: str):
    with pytest.raises(DocumentUnreadable, match=reason):
        read_annotations(content)


@settings(max_examples=4, deadline=None)
@given(st.integers(0, len(ANNOTATED) - 1), st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(place: int, value: int):
    content = ANNOTATED[:place] + bytes([value]) + ANNOTATED[place + 1 :]
    try:
        review = read_annotations(content)
    except DocumentUnreadable:
        return
    assert review.counted["remarks"] == len(review.remarks)
