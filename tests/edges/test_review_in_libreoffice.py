"""Copies that LibreOffice really saved: nothing it keeps is lost, nothing it does is an edit."""

import shutil
import subprocess
from pathlib import Path

import pytest

from data.vocabulary.remarks import Review
from tasks.edges.annotated_pdf import read_annotations
from tasks.edges.archive import unpack
from tasks.edges.word import write_document
from tasks.edges.word_review import read_review
from tests.edges.one_draft import REPORT, TEMPLATES
from tests.specimens.reviewed_at_random import marks_in
from tests.specimens.reviewed_copies import by_word, sent

_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_OWN = ("edit", "remarks")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copies, saved as .odt and back as .docx, and one printed with its notes."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("saved")
    written = {"word": by_word(), "sent": sent(), "report": write_document(TEMPLATES, REPORT)}
    for name, content in written.items():
        (folder / f"{name}.docx").write_bytes(content)

    def convert(kind: str, place: str, names: list[str]) -> None:
        profile = (folder / "profile").as_uri()
        command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
        files = [str(folder / name) for name in names]
        subprocess.run(  # noqa: S603 – the program found on the path, on files a test wrote
            [*command, "--outdir", str(folder / place), *files],
            check=True,
            capture_output=True,
            timeout=120,
        )

    convert("odt", "odt", [f"{name}.docx" for name in written])
    convert("docx", "back", [f"odt/{name}.odt" for name in written])
    convert(_NOTES, "pdf", ["word.docx"])
    return folder


def read(saved: Path, name: str, draft: bytes) -> Review:
    return read_review((saved / "back" / f"{name}.docx").read_bytes(), draft)


def test_a_draft_saved_again_holds_no_edit(saved: Path):
    assert read(saved, "sent", sent()).counted == {"edit": 0, "remarks": 0}


def test_a_whole_report_saved_again_holds_no_edit(saved: Path):
    draft = (saved / "report.docx").read_bytes()
    assert read(saved, "report", draft).counted == {"edit": 0, "remarks": 0}


def test_a_reviewed_copy_saved_again_says_what_it_said(saved: Path):
    def told(review: Review) -> set[tuple[str, str, str, str, str, str]]:
        return {
            (each.kind.name, each.author, each.text, each.quoted, each.anchor, each.place)
            for each in review.remarks
            if each.kind.name != "FORMAT"  # this program keeps no note of who made words bold
        }

    assert told(read(saved, "word", sent())) == told(read_review(by_word(), sent()))


def test_every_mark_the_program_wrote_is_counted(saved: Path):
    content = (saved / "back" / "word.docx").read_bytes()
    counted = read_review(content, None).counted
    marks = {name: number for name, number in counted.items() if name not in _OWN}
    assert marks == marks_in(unpack(content))


def test_a_pdf_with_notes_holds_the_comments_as_annotations(saved: Path):
    review = read_annotations((saved / "pdf" / "word.pdf").read_bytes())
    told = {(each.author, each.text, each.resolved) for each in review.remarks}
    assert told == {
        ("Ana Hoxha", "Please check\nthe number.", True),
        ("Ana Hoxha", "Which protocol?", False),
        ("Bojan Petrović", "It is five.", False),
    }
    assert {each.file_place for each in review.remarks} == {"page 1"}
