"""Every sentence, row and figure of a report leads back to what it rests on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from data.vocabulary import (
    Chart,
    Document,
    DraftKind,
    Matrix,
    NarrativeVersion,
    Paragraph,
    Place,
    ReturnedFile,
    Snapshot,
    Source,
    Table,
)
from data.vocabulary.tracing import TracedSource
from tasks.rules import anchors, kosovo, provenance, provenance_paper, report, traces
from tests.rules.year_2025 import FIRST, LAST, NEEDS

AL_FILE = ReturnedFile(
    "a" * 64, "AL", "2025-WBCTi-AL-response", 2, "final_v3 (2).xlsx", date(2026, 3, 10)
)
UNODC_FILE = ReturnedFile(
    "b" * 64, "UNODC", "2025-WBCTi-UNODC-support", 1, "UNODC.xlsx", date(2026, 4, 10)
)
AL_CT_01 = NEEDS[0]
DRAFTS = [
    (FIRST, DraftKind.FIRST),
    (LAST, DraftKind.CONSULTATION),
    (LAST, DraftKind.FINAL),
]


def filed(snapshot: Snapshot) -> Snapshot:
    """The snapshot with the files of Albania and UNODC, and the cells in them."""
    return replace(
        snapshot,
        files=(AL_FILE, UNODC_FILE),
        responses=tuple(
            replace(line, file_sha256="a" * 64, place=Place("1 Legal framework", f"F{9 + n}"))
            if line.need == "al-ct-01"
            else line
            for n, line in enumerate(snapshot.responses)
        ),
        replies=tuple(
            replace(reply, file_sha256="a" * 64, place=Place("1 Legal framework", "D12"))
            if reply.need == "al-ct-10"
            else reply
            for reply in snapshot.replies
        ),
        support=tuple(
            (reporter, replace(line, file_sha256="b" * 64, place=Place("Support", "C4")))
            if reporter == "UNODC"
            else (reporter, line)
            for reporter, line in snapshot.support
        ),
    )


def anchors_in(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Paragraph() | Chart() | Matrix():
                yield block.anchor
            case Table():
                yield from block.anchors
            case _:
                pass


@pytest.mark.parametrize(("snapshot", "kind"), DRAFTS)
def test_every_anchor_of_a_report_has_a_source(snapshot: Snapshot, kind: DraftKind):
    placed = [name for name in anchors_in(report.compose(snapshot, kind, 1)) if name]
    sources = provenance.sources_of(snapshot, kind)
    assert [name for name in placed if not sources.get(name)] == []


@pytest.mark.parametrize(("snapshot", "kind"), DRAFTS)
def test_every_row_and_every_figure_has_an_anchor(snapshot: Snapshot, kind: DraftKind):
    for block in report.compose(snapshot, kind, 1).blocks:
        if isinstance(block, Table):
            assert len(block.anchors) == len(block.rows), block.caption
            assert all(block.anchors), block.caption
        if isinstance(block, Chart | Matrix):
            assert block.anchor, block.caption


STANDING = ("The Methodology describes", "A number counts statements", "A gap is named only")
BARE = replace(LAST, needs=(), replies=(), responses=(), support=(), gaps=(), overlaps=())
EMPTY = replace(BARE, comments=(), last_year={}, planned=())


@pytest.mark.parametrize(("snapshot", "kind"), [*DRAFTS, (EMPTY, DraftKind.FINAL)])
def test_every_sentence_but_quotations_and_standing_words_has_an_anchor(
    snapshot: Snapshot, kind: DraftKind
):
    sources = provenance.sources_of(snapshot, kind)
    for block in report.compose(snapshot, kind, 1).blocks:
        if isinstance(block, Paragraph) and block.style != "quote":
            standing = block.text.startswith(STANDING)
            assert standing or sources[block.anchor], block.text


@pytest.mark.parametrize(("snapshot", "kind"), DRAFTS)
def test_anchors_are_names_word_keeps_and_each_stands_once(snapshot: Snapshot, kind: DraftKind):
    placed = [name for name in anchors_in(report.compose(snapshot, kind, 1)) if name]
    assert [name for name in placed if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name)] == []
    assert [name for name, times in Counter(placed).items() if times > 1] == []


def test_a_statement_leads_to_the_file_and_the_cell_it_was_read_from():
    sources = provenance.sources_of(filed(FIRST), DraftKind.FIRST)[anchors.need(AL_CT_01)]
    assert sources == (
        Source("al-ct-01", "AL", f"Needs register: AL-CT-01, {AL_CT_01.title}"),
        Source(
            "al-ct-01",
            "AL",
            "The criminal code was amended.",
            AL_FILE,
            Place("1 Legal framework", "F10"),
        ),
        Source(
            "al-ct-01",
            "AL",
            "A by-law on the protection of victims is to follow.",
            AL_FILE,
            Place("1 Legal framework", "F9"),
        ),
        Source("al-ct-01", "AL", "Cycle 2024, reported: A draft was prepared."),
        Source("al-ct-01", "AL", "Cycle 2024, planned: To amend the code in 2025."),
    )


def test_an_absence_leads_to_the_choice_or_to_the_request_nobody_answered():
    sources = provenance.sources_of(filed(FIRST), DraftKind.FIRST)
    later = next(need for need in NEEDS if need.number == "AL-CT-10")
    assert sources[anchors.need(later)][1:] == (
        Source("al-ct-10", "AL", "later June 2026", AL_FILE, Place("1 Legal framework", "D12")),
    )
    assert sources[anchors.member("partner", "BA")] == (
        Source("", "BA", "Asked on 12 January 2026; no reply on record."),
    )


def test_a_count_leads_to_everything_that_was_counted():
    sources = provenance.sources_of(filed(FIRST), DraftKind.FIRST)[anchors.chapter(1)]
    assert [(source.need, source.says) for source in sources] == [
        ("al-ct-01", "The criminal code was amended."),
        ("al-ct-01", "A by-law on the protection of victims is to follow."),
        ("al-ct-10", "later June 2026"),
        ("ba-ct-01", "Standing: no information received."),
    ]


def test_what_is_not_shareable_is_traced_to_the_choice_and_never_to_its_words():
    hidden = replace(FIRST.responses[0], need="xk-ct-02", text="Operation Sunrise.")
    snapshot = replace(FIRST, responses=(*FIRST.responses, hidden))
    sources = provenance.sources_of(snapshot, DraftKind.FIRST)
    assert "Operation Sunrise." not in {s.says for each in sources.values() for s in each}


def test_a_project_leads_to_its_reporter():
    sources = provenance.sources_of(filed(LAST), DraftKind.CONSULTATION)
    reporter, line = filed(LAST).support[0]
    assert sources[anchors.project(reporter, line)] == (
        Source("xk-ct-01", "UNODC", line.title, UNODC_FILE, Place("Support", "C4")),
    )


def test_words_of_people_lead_to_their_author():
    written = NarrativeVersion(
        "sub-pillar-1", 2, "A busy year.", "Ana", "draft 1", datetime(2026, 4, 1, tzinfo=UTC)
    )
    sources = provenance.sources_of(replace(FIRST, narratives=(written,)), DraftKind.FIRST)
    assert sources[anchors.narrative("sub-pillar-1")] == (
        Source("", "", "Words of Ana, version 2: draft 1."),
    )


def test_a_request_is_not_told_twice_where_the_file_bears_its_name():
    file = replace(AL_FILE, file_name="2025-WBCTi-AL-response final.xlsx")
    source = Source("al-ct-01", "AL", "A law.", file, Place("1 Legal framework", "F10"))
    traced = TracedSource("AL-CT-01", "Albania", source)
    assert traces.in_words(traced, with_sha256=False) == (
        "Albania, AL-CT-01, return 2, 2025-WBCTi-AL-response final.xlsx, "
        "1 Legal framework!F10: “A law.”"
    )


def test_a_trace_is_told_with_names_people_know():
    snapshot = filed(FIRST)
    sources = provenance.sources_of(snapshot, DraftKind.FIRST)
    words = [(anchors.need(AL_CT_01), "AL-CT-01 | Albania | …"), ("_Toc1", "Introduction")]
    (place,) = traces.places(words, sources, snapshot)
    assert traces.in_words(place.sources[1]) == (
        "Albania, AL-CT-01, return 2 of 2025-WBCTi-AL-response, final_v3 (2).xlsx, SHA-256 "
        f"{'a' * 64}, 1 Legal framework!F10: “The criminal code was amended.”"
    )
    assert traces.saying([place], "al-ct-01  | ALBANIA") == [place]
    assert traces.saying([place], "Serbia") == []
    assert traces.told([place], "2025 WBCTi first draft 1").startswith(
        "2025 WBCTi first draft 1: 1 place traced\n\nneed_AL_CT_01_"
    )


@pytest.mark.parametrize(("snapshot", "kind"), DRAFTS)
def test_an_internal_paper_lists_every_anchor_of_the_draft(snapshot: Snapshot, kind: DraftKind):
    placed = [name for name in anchors_in(report.compose(snapshot, kind, 1)) if name]
    paper = provenance_paper.compose(filed(snapshot), kind, 1)
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    assert [row[0] for table in tables for row in table.rows] == placed
    assert all(row[2] for table in tables for row in table.rows)
    assert paper.marking == "IISG Secretariat only – internal"
    assert kosovo.check(paper) == []
