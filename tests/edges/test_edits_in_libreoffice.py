"""A draft edited in LibreOffice, and a comparison whose changes are settled there, for real."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tasks.edges.word import write_document
from tasks.edges.word.comparison_copies import read_copy
from tasks.rules import foreign_changes, narrative
from tests.edges.one_draft import TEMPLATES, TRACED
from tests.edges.test_a_person_at_libreoffice import interpreter_with_uno
from tests.edges.tracked_words import ACCEPT, REJECT, body, settled, texts
from tests.edges.two_drafts import LATER, compared

EDITOR = Path(__file__).parents[1] / "specimens" / "libreoffice_editor.py"
FIRST, SECOND = (write_document(TEMPLATES, each) for each in (TRACED, LATER))
WORDS = ("Three laws went to parliament.", "Four laws went to parliament.")
PROMPT = "The Secretariat may open the report here in its own words."
CELL = ("Planned only.", "Nothing at all.")


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the files LibreOffice saved."""
    office, interpreter = shutil.which("soffice"), interpreter_with_uno()
    if office is None or interpreter is None:
        pytest.skip("LibreOffice, or its bridge to Python, is not installed")
    folder = tmp_path_factory.mktemp("editor")
    (folder / "sent.docx").write_bytes(FIRST)
    (folder / "compared.docx").write_bytes(compared(FIRST, SECOND))
    jobs = [
        {"source": "sent", "target": "as sent"},
        {"source": "sent", "target": "words", "replace": [WORDS, (PROMPT, "We thank all.")]},
        {"source": "sent", "target": "foreign", "replace": [WORDS, CELL]},
        {"source": "compared", "target": "accepted", "dispatch": ".uno:AcceptAllTrackedChanges"},
        {"source": "compared", "target": "rejected", "dispatch": ".uno:RejectAllTrackedChanges"},
    ]
    for job in jobs:
        job |= {end: str(folder / f"{job[end]}.docx") for end in ("source", "target")}
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    work = (str(EDITOR), office, (folder / "profile").as_uri(), str(folder / "jobs.json"))
    done = subprocess.run(  # noqa: S603 – programs found on the path, on files this test wrote
        [interpreter, *work], capture_output=True, text=True, timeout=90
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return folder


def held_against(name: str, folder: Path) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The foreign changes and the words a file brings."""
    sent, back = read_copy(FIRST), read_copy((folder / f"{name}.docx").read_bytes())
    found = foreign_changes.find(sent, back, foreign_changes.pair(sent, back))
    return [str(each) for each in found], narrative.brought(sent, back)


def test_a_draft_that_was_only_saved_again_is_unchanged(saved: Path):
    assert held_against("as sent", saved) == ([], ())


def test_words_typed_in_libreoffice_are_found_without_their_control(saved: Path):
    assert held_against("words", saved) == (
        [],
        (
            ("opening", "We thank all."),
            ("sub-pillar-1", f"Ballistic data were the year’s theme.\n{WORDS[1]}"),
        ),
    )


def test_a_cell_typed_over_in_libreoffice_is_a_foreign_change(saved: Path):
    foreign, words = held_against("foreign", saved)
    assert foreign == [
        f"In the table “Gaps”, row “1.3”, column 2: “{CELL[0]}” was changed to “{CELL[1]}”."
    ]
    assert [place for place, _ in words] == ["sub-pillar-1"]


@pytest.mark.parametrize(
    ("name", "leaving_out", "draft"),
    [("accepted", ACCEPT, SECOND), ("rejected", REJECT, FIRST)],
)
def test_settled_in_libreoffice_a_comparison_gives_either_draft(
    name: str, leaving_out: str, draft: bytes, saved: Path
):
    content = (saved / f"{name}.docx").read_bytes()
    assert "ins" not in {each.tag.rpartition("}")[2] for each in body(content).iter()}
    said, wanted = settled(content, leaving_out), texts(body(draft))
    assert _without_spaces(said) == _without_spaces(wanted)


def _without_spaces(told: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in told]
