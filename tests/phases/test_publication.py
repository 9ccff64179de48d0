"""Phase I.4: nothing leaves that was not decided on, byte for byte."""

import json
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from pathlib import Path
from shutil import rmtree, which

import pytest

from data.errors.base import Refusal
from data.errors.gate import NoDecisionRecorded, NotAdopted, NotTheBytesDecidedOn
from data.errors.records import RecordsDoNotMatch
from data.settings import use_home
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from flows.overview import verify
from flows.publication import publish
from tests.phases.conftest import FULL_YEAR
from tests.phases.played_year import asked, change, dump, on_shelf, tree, words_of

MoveIn = Callable[[str], Path]
PILLARS = ("WBCTi", "WBCSCi", "WBBSi")


def newest_round(home: Path, outcome: str) -> tuple[str, str, str]:
    """Pillar, report and summary of the first report with this outcome."""
    found = asked(
        home,
        "SELECT t.pillar, d.report_sha256, d.summary_sha256 FROM decision d "
        "JOIN approval_round r ON r.id = d.round JOIN track t ON t.id = r.track "
        "WHERE t.cycle = '2025' AND d.outcome = ? ORDER BY d.id",
        outcome,
    )
    pillar, report, summary = found[0]
    return str(pillar), str(report), str(summary)


def damage(path: Path) -> None:
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)


@pytest.mark.parametrize("pillar", PILLARS)
def test_r9_without_a_decision_nothing_is_published_and_nothing_is_written(
    move_in: MoveIn, pillar: str
):
    home = move_in("with the Board")
    before = tree(home), dump(home)
    with pytest.raises(NoDecisionRecorded):
        publish("2025", pillar)
    assert (tree(home), dump(home)) == before
    assert not (home / "website").exists()
    assert not (home / "members").exists()


def test_r9_a_report_the_board_returned_is_not_published(move_in: MoveIn):
    home = move_in("adopted")
    pillar, _, _ = newest_round(home, "not-adopted")
    before = tree(home), dump(home)
    with pytest.raises(NotAdopted):
        publish("2025", pillar)
    assert (tree(home), dump(home)) == before


@pytest.mark.parametrize("file", ["report", "summary"])
def test_r8_one_changed_byte_in_an_approved_file_stops_its_publication(move_in: MoveIn, file: str):
    home = move_in("adopted")
    pillar, report, summary = newest_round(home, "adopted")
    sha256 = report if file == "report" else summary
    damage(on_shelf(home, sha256))
    before = tree(home), dump(home)
    with pytest.raises(NotTheBytesDecidedOn):
        publish("2025", pillar)
    assert (tree(home), dump(home)) == before
    [(name,)] = asked(home, "SELECT name FROM shelf_file WHERE sha256 = ?", sha256)
    with pytest.raises(RecordsDoNotMatch) as found:
        verify()
    assert str(name) in str(found.value)
    assert f"the {file} is not the file that was submitted (rule R8)" in str(found.value)


def test_r18_an_edited_line_of_the_journal_is_found_by_its_number(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    change(
        home,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET who = 'Somebody else' WHERE number = 7",
    )
    with pytest.raises(RecordsDoNotMatch) as found:
        verify()
    assert "1 mismatch" in str(found.value)
    assert "Journal: entry 7 (" in str(found.value)


def test_r18_the_journal_cannot_be_edited_while_its_seal_is_on(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    with pytest.raises(Exception, match="rows of journal_entry are never changed or deleted"):
        change(home, "UPDATE journal_entry SET who = 'Somebody else' WHERE number = 7")


def test_r10_a_page_changed_by_hand_is_found(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    damage(home / "website" / "2025" / "WBCTi" / "index.html")
    with pytest.raises(RecordsDoNotMatch) as found:
        verify()
    assert "2025/WBCTi/index.html is not what was released (rule R10)" in str(found.value)


def released_pillar(home: Path) -> str:
    """Publish the first report the Board adopted; its pillar."""
    pillar, _, _ = newest_round(home, "adopted")
    publish("2025", pillar)
    return pillar


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_a_pdf_of_report_and_summary_lies_in_the_release_and_comes_back_as_it_was(
    move_in: MoveIn, monkeypatch: pytest.MonkeyPatch
):
    home = move_in("adopted")
    monkeypatch.setenv("MAPPING_PDF", "true")
    use_home(home)
    pillar = released_pillar(home)
    folder = home / "members" / "2025" / pillar
    told = json.loads((folder / "manifest.json").read_bytes())["files"]
    made = {name: facts["made_from"] for name, facts in told.items() if name.endswith(".pdf")}
    assert len(made) == 2
    for name, source in made.items():
        content = (folder / name).read_bytes()
        assert content.startswith(b"%PDF-")
        assert sha256(content).hexdigest() == told[name]["sha256"]
        assert Path(source).stem == Path(name).stem
        assert source in told
    before = tree(home / "members")
    rmtree(folder)
    publish("2025", pillar)
    assert tree(home / "members") == before
    verify()


def test_where_libreoffice_is_missing_a_report_is_released_without_a_pdf_and_that_is_said(
    move_in: MoveIn, monkeypatch: pytest.MonkeyPatch
):
    home = move_in("adopted")
    monkeypatch.setenv("MAPPING_PDF", "true")
    monkeypatch.setenv("PATH", "")
    use_home(home)
    pillar, _, _ = newest_round(home, "adopted")
    ending = publish("2025", pillar)
    assert "without a PDF: LibreOffice made none" in str(ending)
    assert list((home / "members").rglob("*.pdf")) == []
    assert len(list((home / "members" / "2025" / pillar).glob("*.docx"))) == 2


SECRETS = {
    "what a need says": "SELECT description FROM need UNION SELECT title FROM need",
    "what a partner answered": "SELECT text FROM response UNION SELECT text FROM returned_text",
    "a contact": "SELECT email FROM contact UNION SELECT function FROM contact",
    "a project": "SELECT title FROM support_project UNION SELECT activity FROM support_project",
    "a comment": "SELECT text FROM comment UNION SELECT proposed FROM comment",
}


@pytest.mark.parametrize("secret", sorted(SECRETS))
def test_r10_the_public_site_does_not_hold(rehearsed: Path, secret: str):
    kept = [str(text) for (text,) in asked(rehearsed, SECRETS[secret]) if len(str(text)) > 5]
    assert kept
    pages = {path.name: _public_words(path) for path in (rehearsed / "website").rglob("*.*")}
    assert len(pages) >= 8
    assert [(name, text) for text in kept for name, told in pages.items() if text in told] == []


def test_r14_every_public_page_that_names_kosovo_bears_the_footnote_once(rehearsed: Path):
    for path in (rehearsed / "website").rglob("*.html"):
        told = path.read_text(encoding="utf-8")
        names = "Kosovo*" in told.replace(KOSOVO_FOOTNOTE, "")
        assert told.count(KOSOVO_FOOTNOTE) == names, path


def test_a_refusal_tells_what_to_do(move_in: MoveIn):
    move_in("with the Board")
    with pytest.raises(Refusal, match="mapping record-decision"):
        publish("2025", "WBCTi")


def _public_words(path: Path) -> str:
    if path.suffix == ".docx":
        return words_of(path.read_bytes())
    return unescape(path.read_text(encoding="utf-8"))
