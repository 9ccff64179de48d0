"""Every anchor of a finding or count leads to cells and records, and is a name Word can bear."""

import re
from dataclasses import replace
from datetime import date

from data.vocabulary import Chart, DraftKind, Matrix, Paragraph, Place, Table
from data.vocabulary.provenance import ReturnedFile
from tasks.rules import finding_anchors, report_closing, report_overview
from tasks.rules.finding_sources import finding_sources
from tasks.rules.report_material import Material
from tests.rules.test_recount import FULL

FILE = ReturnedFile("ab" * 32, "ME", "2025-WBCTi-ME-response", 1, "ME.xlsx", date(2026, 3, 13))
SNAPSHOT = replace(
    FULL,
    files=(FILE,),
    responses=tuple(
        replace(line, file_sha256=FILE.sha256, place=Place("2 Institutions", "D6"))
        if line.need == "me-ct-01"
        else line
        for line in FULL.responses
    ),
)
MATERIAL = Material(SNAPSHOT, DraftKind.FINAL)
SOURCES = finding_sources(MATERIAL)


def anchors() -> list[str]:
    blocks = [
        *report_overview.overview(MATERIAL),
        *report_closing.findings(MATERIAL),
        *report_closing.list_of_needs(MATERIAL),
    ]
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found += block.anchors
        elif isinstance(block, Paragraph | Chart | Matrix) and block.anchor:
            found.append(block.anchor)
    return found


def test_every_anchor_of_overview_findings_and_annex_has_a_source():
    assert len(anchors()) > 50
    assert [anchor for anchor in anchors() if not SOURCES.get(anchor)] == []


def test_no_two_places_share_an_anchor_and_each_is_a_name_for_word():
    assert len(set(anchors())) == len(anchors())
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{1,39}", anchor) for anchor in anchors())


def test_every_row_of_a_table_of_findings_has_an_anchor():
    for block in report_closing.findings(MATERIAL):
        if isinstance(block, Table):
            assert len(block.anchors) in (0, len(block.rows))


def test_a_gap_leads_to_the_file_and_the_cell_it_was_read_from():
    (gap,) = SNAPSHOT.gaps
    need, choice, line = SOURCES[finding_anchors.gap(gap)]
    assert need.says == "Mapped need ME-CT-01: Staff the office of the National Coordinator"
    assert choice.says == "answered"
    assert (line.says, line.file, str(line.place)) == (
        "Three posts are to be filled.",
        FILE,
        "2 Institutions!D6",
    )


def test_a_count_leads_to_what_was_counted_and_to_every_file():
    whole, *files = SOURCES[finding_anchors.count("overview")]
    assert whole.says == (
        "Counted over 9 mapped needs, 6 statements and 4 projects reported for single needs, as of "
        "20 May 2026."
    )
    assert [source.file for source in files] == [FILE]


def test_R11_what_is_not_shareable_is_no_source():
    told = [source.says for sources in SOURCES.values() for source in sources]
    assert not any("Secret" in says for says in told)
    own = [s for s in SOURCES[finding_anchors.annex("xk-ct-02")] if s.need == "xk-ct-02"]
    assert [source.says for source in own] == [
        "Mapped need XK-CT-02: Exchange information with Europol",
        "not shareable",
    ]
