"""A trace leads from a draft, or an edited copy of it, to the file and the cell."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from data import snapshots, store
from data.errors.documents import DocumentUnreadable
from data.errors.tracing import (
    AnchorUnknown,
    DraftNotFound,
    DraftNotRecognised,
    SummaryNotTraced,
    WordsNotFound,
)
from data.queries import drafts
from data.vocabulary import Cycle, Draft, DraftKind, TrackId
from tasks import filing
from tasks.edges.word import write_document
from tasks.rules import anchors, report
from tasks.tracing import trace_draft
from tests.edges.one_draft import SUMMARY, TEMPLATES
from tests.rules.test_provenance import AL_CT_01, filed
from tests.rules.year_2025 import FIRST

CT = TrackId("2025", "WBCTi")
AT = datetime(2026, 3, 20, 9, tzinfo=UTC)
ROW = anchors.need(AL_CT_01)
CELL = (
    "Albania, AL-CT-01, return 2 of 2025-WBCTi-AL-response, final_v3 (2).xlsx, SHA-256 "
    f"{'a' * 64}, 1 Legal framework!F10: “The criminal code was amended.”"
)


@pytest.fixture
def draft(opened: Cycle, home: Path) -> Path:
    """The first draft of the track on record, and a copy of it in the folder `drafts`."""
    snapshot = filed(FIRST)
    content = write_document(TEMPLATES, report.compose(snapshot, DraftKind.FIRST, 1))
    with store.session() as session:
        frozen = filing.put_on_shelf(session, snapshots.to_bytes(snapshot), "snapshot.json", AT)
        sha256 = filing.put_on_shelf(session, content, "draft.docx", AT)
        known = Draft(opened.code, "WBCTi", DraftKind.FIRST, 1, sha256, frozen, AT)
        drafts.keep(session, known, "draft.docx")
    (home / "drafts").mkdir(exist_ok=True)
    file = home / "drafts" / "draft.docx"
    file.write_bytes(content)
    return file


def test_a_row_leads_to_its_file_and_its_cell(draft: Path):
    told = trace_draft.fn("draft.docx", ROW, "")
    assert told.startswith("2025 WBCTi first draft 1: 1 place traced\n")
    assert f"  - {CELL}\n" in told


def test_some_words_are_enough_to_find_the_place(draft: Path):
    told = trace_draft.fn(str(draft), "", "the CRIMINAL code was amended")
    assert ROW in told
    assert CELL in told


def test_without_a_question_everything_is_traced(draft: Path):
    told = trace_draft.fn(str(draft), "", "")
    assert told.count(" source") > 20


def test_a_copy_that_was_edited_is_known_by_what_it_says_of_itself(draft: Path):
    opened = docx.Document(str(draft))
    opened.paragraphs[-1].insert_paragraph_before("A remark.")
    saved = io.BytesIO()
    opened.save(saved)
    copy = draft.with_name("copy.docx")
    copy.write_bytes(saved.getvalue())
    assert CELL in trace_draft.fn(str(copy), ROW, "")


def test_what_cannot_be_traced_is_refused_in_a_sentence(draft: Path):
    with pytest.raises(DraftNotFound, match="cannot be found"):
        trace_draft.fn("nowhere.docx", "", "")
    with pytest.raises(AnchorUnknown, match=f"Did you mean “{ROW}”"):
        trace_draft.fn(str(draft), ROW[:-1], "")
    with pytest.raises(WordsNotFound, match="fewer words"):
        trace_draft.fn(str(draft), "", "Nobody ever said this")
    draft.write_bytes(b"no Word file")
    with pytest.raises(DocumentUnreadable):
        trace_draft.fn(str(draft), "", "")
    draft.write_bytes(write_document(TEMPLATES, replace(SUMMARY, title="Another")))
    with pytest.raises(DraftNotRecognised, match="no draft on record"):
        trace_draft.fn(str(draft), "", "")


def test_R10_a_public_summary_is_refused_for_what_it_is(draft: Path):
    content = write_document(TEMPLATES, SUMMARY)
    with store.session() as session:
        frozen = filing.put_on_shelf(session, snapshots.to_bytes(FIRST), "snapshot.json", AT)
        sha256 = filing.put_on_shelf(session, content, "summary.docx", AT)
        known = Draft("2025", "WBCTi", DraftKind.SUMMARY, 1, sha256, frozen, AT)
        drafts.keep(session, known, "summary.docx")
    draft.write_bytes(content)
    with pytest.raises(SummaryNotTraced, match="is a summary for the public"):
        trace_draft.fn(str(draft), "", "9 needs")
