"""A draft saved again by LibreOffice says what it said; people find their words at their place."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from data.vocabulary.documents import Block, Chart, Matrix, Narrative, Table
from tasks.edges.word import read_anchors, read_document, write_document
from tests.edges.one_draft import EMPTY, TEMPLATES, TRACED, WRITTEN


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The draft opened and saved by LibreOffice; skipped where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("again")
    file = folder / "draft.docx"
    file.write_bytes(write_document(TEMPLATES, TRACED))
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('office').as_uri()}"
    subprocess.run(  # noqa: S603 – the program found on the path, on a file a test wrote
        [
            *(program, "--headless", profile, "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(folder / "out"), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / "draft.docx").read_bytes()


def kept(block: Block) -> Block:
    """What LibreOffice keeps of a block: not the alternative text, not the mark of a prompt."""
    match block:
        case Matrix() | Chart():
            return replace(block, description="")
        case Narrative() if not block.paragraphs:
            return Narrative(block.place, "", (block.prompt,))
        case Table():
            return replace(block, widths=())
        case _:
            return block


def test_every_block_says_the_same(saved_again: bytes):
    read = read_document(saved_again)
    assert [kept(block) for block in read.blocks] == [kept(block) for block in TRACED.blocks]
    assert (read.kind, read.title, read.version) == (TRACED.kind, TRACED.title, TRACED.version)
    assert dict(read.identity) == dict(TRACED.identity)


def test_people_find_their_words_at_their_place(saved_again: bytes):
    narratives = [b for b in read_document(saved_again).blocks if isinstance(b, Narrative)]
    assert [each.place for each in narratives] == [EMPTY.place, WRITTEN.place]
    assert narratives[1] == WRITTEN


def test_every_anchor_is_still_there(saved_again: bytes):
    before = read_anchors(write_document(TEMPLATES, TRACED)).words
    assert {name for name, _ in before} == {name for name, _ in read_anchors(saved_again).words}
    assert dict(before)["gap_3"] == "1.3 | Planned only."
    assert dict(before)["statements_by_partner"] == "Responses by partner and sub-pillar"
