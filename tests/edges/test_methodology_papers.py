"""The papers of the living Methodology are real Word files, and the same words the same bytes."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.reference import calendar_offsets, dated_filters, dated_pillars, dated_sub_pillars
from data.vocabulary import Document, Filter, Step, Validity
from data.vocabulary.methodology import ComparedVersion, FileOfRecord, Proposal, VersionWords
from data.vocabulary.reference import DatedFilter
from tasks.edges.word import as_printed, read_document, write_document
from tasks.rules import methodology_paper, proposal_words
from tests.conftest import ROOT
from tests.edges.conftest import ToPdf

TEMPLATES = ROOT / "templates" / "drafts"
OLD = VersionWords(calendar_offsets(), dated_pillars(), dated_sub_pillars(), dated_filters())
NEW = replace(
    OLD,
    offsets=tuple(
        replace(each, working_days=70) if each.step is Step.DELIVERY else each
        for each in OLD.offsets
    ),
    filters=(
        DatedFilter(Filter("WBCTi", 1, "Unmanned aircraft"), Validity(date(2026, 6, 20))),
        *OLD.filters,
    ),
)


def comparison() -> Document:
    return methodology_paper.compose(
        ComparedVersion("2022", "Methodology", date(2026, 6, 19), "in force", OLD),
        ComparedVersion("2026", "Methodology, amended", date(2026, 6, 20), "laid", NEW),
    )


def proposal() -> Document:
    said = Proposal(
        3,
        "XK",
        "Add a filter.",
        "Three partners mapped such a need.",
        (FileOfRecord("Methodology as amended.docx", "d" * 64),),
        "Officer",
        datetime(2026, 5, 4, 9, tzinfo=UTC),
    )
    return proposal_words.paper(said, "Kosovo*", "Europe/Sarajevo")


@pytest.mark.parametrize("paper", [comparison, proposal], ids=["comparison", "proposal"])
def test_a_paper_reads_back_as_it_was_composed_and_is_the_same_bytes_again(paper):
    content = write_document(TEMPLATES, paper())
    assert write_document(TEMPLATES, paper()) == content
    assert read_document(content).blocks == as_printed(paper()).blocks


def test_libreoffice_lays_the_comparison_out_whole(office: ToPdf, tmp_path: Path):
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    path = tmp_path / "comparison.docx"
    path.write_bytes(write_document(TEMPLATES, comparison()))
    said = subprocess.run(  # noqa: S603 - the program found on the path, on a file a test wrote
        [program, "-layout", str(office(path)), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for words in ("IISG members only", "10 working days later", "Unmanned aircraft"):
        assert words in said
    assert re.search(r"page (\d) of \1", said)
