"""From the report back to the cell: what a trace names is what stands there."""

import io
import random
from pathlib import Path

from openpyxl import load_workbook

from data import snapshots, store
from data.queries import drafts
from data.vocabulary import NOWHERE, Draft, DraftKind, Source, TrackId
from flows.tracing import trace
from tasks.edges.word import read_anchors
from tasks.rules import provenance, traces
from tests.phases.played_year import on_shelf

CT = TrackId("2025", "WBCTi")
A_CHOICE = 30  # letters; what is longer was written by a person


def final_draft() -> Draft:
    with store.session() as session:
        draft = drafts.newest(session, CT, DraftKind.FINAL)
    assert draft is not None
    return draft


def sources(home: Path, draft: Draft) -> dict[str, tuple[Source, ...]]:
    content = on_shelf(home, draft.snapshot_sha256).read_bytes()
    return provenance.sources_of(snapshots.from_bytes(content), draft.kind)


def words_at(home: Path, source: Source) -> str:
    """What the returned file itself says in the cell and beside it, read by another library."""
    assert source.file is not None
    book = load_workbook(io.BytesIO(on_shelf(home, source.file.sha256).read_bytes()))
    row = book[source.place.sheet][book[source.place.sheet][source.place.cell].row]
    return " ".join(" ".join(str(cell.value).split()) for cell in row if cell.value is not None)


def test_every_anchor_of_the_file_leads_to_a_source(rehearsed: Path):
    draft = final_draft()
    told = sources(rehearsed, draft)
    anchored = read_anchors(on_shelf(rehearsed, draft.sha256).read_bytes())
    named = {name for name, _ in anchored.words if not name.startswith(("_", "narrative_"))}
    assert len(named) > 100
    assert named - told.keys() == set()
    assert [name for name in named if not told[name]] == []


def test_ten_sentences_of_the_final_draft_lead_to_the_cells_that_say_them(
    rehearsed: Path, tmp_path: Path
):
    draft = final_draft()
    report = tmp_path / "the report.docx"
    report.write_bytes(on_shelf(rehearsed, draft.sha256).read_bytes())
    words = dict(read_anchors(report.read_bytes()).words)
    found = [
        (name, words[name], source)
        for name, each in sources(rehearsed, draft).items()
        for source in each
        if name in words and source.place != NOWHERE and len(source.says) > A_CHOICE
    ]
    said = random.Random(10).sample(found, 10)  # noqa: S311 - a draw for a test
    for name, sentence, source in said:
        assert " ".join(source.says.split()) in words_at(rehearsed, source)
        assert source.says in sentence or not name.startswith("need_")
        assert source.file is not None
        told = str(trace(str(report), name))
        assert told.startswith(f"2025 WBCTi final draft {draft.number}: 1 place traced\n")
        where = f"{source.file.file_name}, SHA-256 {source.file.sha256}, {source.place}: "
        assert where + f"“{traces.short(source.says)}”" in told
