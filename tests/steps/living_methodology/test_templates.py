"""A version brings templates of its own, for cycles opened under it alone (rule R19)."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from data import store
from data.errors import methodology as told
from data.errors.keeping import BoundToAVersion
from data.queries import journal, methodologies
from data.settings import settings
from data.vocabulary import LetterToWrite, TrackId
from tasks import adopting, comparing, filing, methodology_check
from tasks.calendar_of_cycle import draft_calendar, write_calendar
from tasks.cycle import open_cycle
from tasks.dispatch import hold_letters
from tasks.edges import shelf
from tasks.edges.messages import open_letter
from tasks.needs import analyse_needs
from tasks.purging import purge
from tests.conftest import ROOT
from tests.steps.living_methodology.facts import adopted, by_force, go_to, version_folder

TEMPLATES = ROOT / "templates"
GREETING = "Please find the draft calendar of the amended Methodology."


def bring(folder: Path, *names: str) -> Path:
    """Copies of the program's templates, in the folder of a version."""
    for name in names:
        target = folder / "templates" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TEMPLATES / name, target)
    return folder / "templates"


def with_letter(home: Path) -> Path:
    """The version with a calendar letter worded anew."""
    folder = version_folder(home)
    brought = bring(folder, "letters/calendar.txt.j2", "letters/calendar.html.j2")
    for path in (brought / "letters").iterdir():
        text = path.read_text("utf-8")
        assert text.count("{% block details %}") == 1
        words = GREETING if path.name.endswith("txt.j2") else f"<p>{GREETING}</p>"
        path.write_text(
            text.replace("{% block details %}", f"{{% block details %}}\n{words}\n"), "utf-8"
        )
    return folder


def begin_cycles(folder: Path) -> None:
    """A cycle from before the version, and one that begins with it."""
    open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    adopting.lay.fn(1, str(folder), "Officer")
    go_to(date(2026, 6, 9))
    adopting.confirm.fn("2026", "Colleague")
    go_to(date(2026, 7, 1))
    open_cycle.fn("2026", None, None, None, None)


def calendar_letter(home: Path, cycle: str) -> str:
    """The letter on the calendar to Albania, as it is held."""
    facts = {"calendar": [("First draft", "Wednesday 1 April 2026, 17:00 CEST")]}
    letter = LetterToWrite(f"{cycle}/x", "calendar", cycle, "", "AL", facts, "a deadline")
    assert hold_letters.fn([letter]) == 1
    (path,) = (home / "outbox" / "held").glob(f"{cycle} *calendar.eml")
    return open_letter(path.read_bytes()).text


def test_letters_of_a_cycle_are_written_from_the_templates_of_its_version(june: Path):
    adopted()
    begin_cycles(with_letter(june))
    assert GREETING not in calendar_letter(june, "2025")
    assert GREETING in calendar_letter(june, "2026")
    assert methodology_check.mismatches() == []


def test_templates_a_version_does_not_bring_are_the_programs(june: Path):
    adopted()
    begin_cycles(with_letter(june))
    with store.session() as session:
        old, new = (filing.templates_of(session, code) for code in ("2025", "2026"))
    assert old == settings().templates
    theirs = {p.relative_to(new).as_posix(): p.read_bytes() for p in new.rglob("*") if p.is_file()}
    changed = {name for name, content in theirs.items() if (old / name).read_bytes() != content}
    assert changed == {"letters/calendar.txt.j2", "letters/calendar.html.j2"}
    draft_calendar.fn("2026", None)
    assert len(write_calendar.fn("2026")) == 1
    assert analyse_needs.fn(TrackId("2026", "WBCTi")).name.endswith(".docx")


def test_templates_of_a_version_lie_on_the_shelf_and_come_back_from_it(june: Path):
    adopted()
    begin_cycles(with_letter(june))
    before = calendar_letter(june, "2026")
    shutil.rmtree(june / filing.TEMPLATES_IN_FORCE)
    shutil.rmtree(june / "methodology")
    with store.session() as session:
        folder = filing.templates_of(session, "2026")
    assert GREETING in (folder / "letters" / "calendar.txt.j2").read_text("utf-8")
    assert GREETING in before


def test_what_a_version_brings_is_in_the_journal_and_verify_notices_a_change(june: Path):
    adopted()
    begin_cycles(with_letter(june))
    with store.session() as session:
        facts = journal.entries_about(session, "Methodology 2026")[0].facts
        (held,) = methodologies.every_laid(session)
    assert "templates/letters/calendar.txt.j2" in facts
    assert [file.name for file in held.files[3:]] == [
        "templates/letters/calendar.html.j2",
        "templates/letters/calendar.txt.j2",
    ]
    by_force(
        "laid_template",
        "UPDATE laid_template SET name = 'templates/letters/board.txt.j2' WHERE id = 2",
    )
    assert any("its rows are not what was laid" in each for each in methodology_check.mismatches())
    shelf.remove(june / "shelf", held.files[3].sha256)
    assert any(
        "calendar.html.j2 is not the file" in each for each in methodology_check.mismatches()
    )


def test_a_sub_pillar_a_version_adds_is_asked_about_on_a_sheet_the_version_brings(june: Path):
    adopted()
    folder = version_folder(june)
    fifth = (
        "  - {number: 5, name: Digital transformation, since: 2026-06-20, until: null}\n\nfilters:"
    )
    taxonomy = folder / "taxonomy.yaml"
    taxonomy.write_text(taxonomy.read_text("utf-8").replace("\nfilters:", fifth, 1), "utf-8")
    brought = bring(folder, "requests/response.xlsx", "requests/response.yaml")
    beside = brought / "requests/response.yaml"
    contract = yaml.safe_load(beside.read_text("utf-8"))
    contract["version"] = "response-2026"
    contract["sheets"]["needs"][5] = "5 Digital"
    (brought / "requests/response.yaml").write_text(
        yaml.safe_dump(contract, sort_keys=False), "utf-8"
    )
    book = load_workbook(brought / "requests/response.xlsx")
    sheet = book.copy_worksheet(book["4 Coordination"])
    sheet.title = "5 Digital"
    book.save(brought / "requests/response.xlsx")
    begin_cycles(folder)
    (missing,) = adopting.sheets_missing.fn("2026")
    assert missing.startswith("Please check: support.yaml has no sheet for sub-pillar 5")
    assert contract["version"] == version_of("2026")
    assert version_of("2025") == "response-2"


def version_of(cycle: str) -> str:
    with store.session() as session:
        folder = filing.templates_of(session, cycle) / "requests"
    return yaml.safe_load((folder / "response.yaml").read_text("utf-8"))["version"]


@pytest.mark.parametrize(
    ("name", "change", "sentence"),
    [
        ("letters/bord.txt.j2", "", "templates/letters/bord.txt.j2: the program draws nothing"),
        ("public/page.html.j2", "", "templates/public/page.html.j2: the program draws nothing"),
        ("requests/languages/en.yaml", "", "draws nothing from a template of this name"),
        ("letters/board.txt.j2", "{{ budget }}", "asks for “budget”, which it is not given"),
        ("letters/board.txt.j2", "{% if %}", "it cannot be read"),
        ("letters/board.txt.j2", "{{ remarks }}", "asks for “remarks”"),
        ("requests/response.yaml", "version: response-2\n", "a version of its own"),
        ("requests/response.xlsx", "no workbook", r"response.xlsx: it cannot be drawn from"),
        ("requests/response.yaml", "version: x\n", "response.yaml: The contract"),
        ("drafts/report.docx", "no document", "report.docx: it cannot be drawn from"),
        ("drafts/body/line.xml.j2", "<w:p>", "templates/drafts/body: "),
    ],
)
def test_everything_wrong_with_the_templates_of_a_version_is_named(
    june: Path, name: str, change: str, sentence: str
):
    adopted()
    folder = version_folder(june)
    path = folder / "templates" / name
    path.parent.mkdir(parents=True)
    before = (TEMPLATES / name).read_bytes() if (TEMPLATES / name).is_file() else b""
    keeps = name == "requests/response.yaml" and "response-2" in change
    path.write_bytes(before + b"\n# restyled\n" if keeps else change.encode())
    with pytest.raises(told.VersionFilesBroken, match=sentence):
        adopting.lay.fn(1, str(folder), "Officer")
    with store.session() as session:
        assert methodologies.every_laid(session) == []


def test_the_comparison_names_the_templates_a_version_brings(june: Path):
    adopted()
    adopting.lay.fn(1, str(with_letter(june)), "Officer")
    assert comparing.compare.fn("2022", "2026").endswith("templates: 2 added.")


def test_no_file_of_a_version_in_force_is_purged_and_its_cycles_are_written_as_before(june: Path):
    adopted()
    begin_cycles(with_letter(june))
    with store.session() as session:
        (held,) = methodologies.every_laid(session)
        acts = len(journal.entries(session))
    assert len(held.files) == 5
    for file in held.files:
        with pytest.raises(BoundToAVersion, match="belongs to version 2026 of the Methodology"):
            purge.fn("2026", [file.sha256], [], "it names a person", "D. D.")
    with store.session() as session:
        assert len(journal.entries(session)) == acts
    assert GREETING in calendar_letter(june, "2026")
    assert methodology_check.mismatches() == []


def test_a_file_of_a_version_nobody_confirmed_may_be_purged_and_it_stays_out_of_force(june: Path):
    adopted()
    open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    adopting.lay.fn(1, str(with_letter(june)), "Officer")
    with store.session() as session:
        (held,) = methodologies.every_laid(session)
    purge.fn("2025", [held.files[-1].sha256], [], "it names a person", "D. D.")
    go_to(date(2026, 6, 9))
    with pytest.raises(told.VersionFilesChanged, match=r"templates/letters/calendar"):
        adopting.confirm.fn("2026", "Colleague")
    assert methodology_check.mismatches() == []
