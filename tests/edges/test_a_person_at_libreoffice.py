"""A person opens the request in LibreOffice, fills it in and saves it as .xlsx, .ods and .xls."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.vocabulary import ResponseLine, Severity
from tasks.edges.guard import why_refused
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.mutations import Paper
from tests.specimens.requests import RESPONSE, response_workbook
from tests.specimens.returns import REPLIES, RESPONSES, SHEET, without_places

PERSON = Path(__file__).parents[1] / "specimens" / "libreoffice_person.py"
RENAMED = {SHEET: "Pravni okvir", "3 Capacity building": "Обука"}
NOTE, ANNEX, MORE = "ask Ms Hoxha", "see the decree", "More to say."
FORMATS = ("xlsx", "ods", "xls")
SECONDS = 90


def interpreter_with_uno() -> str | None:
    """An interpreter that knows LibreOffice: ours, the system's, or the one it brings along."""
    office = shutil.which("soffice")
    beside = str(Path(office).resolve().parent) if office else ""
    places = (os.defpath, beside)
    found = (shutil.which(name, path=path) for path in places for name in ("python3", "python"))
    for program in filter(None, (sys.executable, *found)):
        known = subprocess.run([program, "-c", "import uno"], capture_output=True)  # noqa: S603 – found on the path
        if known.returncode == 0:
            return program
    return None


def wishes() -> dict[str, object]:
    """What the person types, and where; the cells are those of the workbook as it was sent."""
    paper = Paper(load_workbook(io.BytesIO(response_workbook())))
    sheet = paper.sheet(1)
    first = paper.heading_row(sheet) + 1
    _, last = paper.row("n-0002#3")
    by = paper.column(sheet, "text")
    note = paper.cell("n-0001#need", "kind")
    extra = paper.keyed("iisg:additional")
    row = next(r for r in range(1, 60) if extra.cell(r, 1).value == "additional#1")
    return {
        "texts": [*typed_texts(paper), (extra.title, f"C{row}", MORE)],
        "typed": [(SHEET, paper.cell("n-0001#2", "date").coordinate, "2026-05-01")],
        "sorted": {
            "sheet": SHEET,
            "rows": (first, last),
            "by": by - 1,
            "last": get_column_letter(sheet.max_column),
        },
        "note": (note.coordinate, NOTE),
        "renamed": RENAMED,
        "annex": ANNEX,
    }


def typed_texts(paper: Paper) -> Iterator[tuple[str, str, str]]:
    for line in RESPONSES:
        words = {
            "kind": line.kind or "",
            "text": line.text,
            "instrument": line.instrument or "",
            "reference": line.reference,
            "date": line.date_text if line.line == 1 else "",
            "project_support": line.with_project_support.value,
            "project": line.project,
        }
        for column, word in words.items():
            if word:
                cell = paper.cell(f"{line.need}#{line.line}", column)
                yield cell.parent.title, cell.coordinate, str(word)
    for reply in REPLIES:
        if reply.state:
            cell = paper.cell(f"{reply.need}#answer", "text")
            yield cell.parent.title, cell.coordinate, reply.state.value
        if reply.later_on:
            cell = paper.cell(f"{reply.need}#answer", "reference")
            yield cell.parent.title, cell.coordinate, reply.later_on


@pytest.fixture(scope="session")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the three files the person saved."""
    office, interpreter = shutil.which("soffice"), interpreter_with_uno()
    if office is None or interpreter is None:
        pytest.skip("LibreOffice, or its bridge to Python, is not installed")
    folder = tmp_path_factory.mktemp("person")
    (folder / "request.xlsx").write_bytes(response_workbook())
    (folder / "wishes.json").write_text(json.dumps(wishes()), encoding="utf-8")
    profile = (folder / "profile").as_uri()
    work = (str(PERSON), office, profile, str(folder / "request.xlsx"), str(folder / "wishes.json"))
    done = subprocess.run(  # noqa: S603 – programs found on the path, on files this test wrote
        [interpreter, *work], capture_output=True, text=True, timeout=SECONDS
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return folder


def comparable(lines: tuple[ResponseLine, ...]) -> list[ResponseLine]:
    """The lines in the order of their keys, for the rows were sorted."""
    return sorted((replace(line) for line in lines), key=lambda line: (line.need, line.line))


@pytest.mark.parametrize("ending", FORMATS)
def test_all_answers_come_back_from(ending: str, returned: Path):
    content = (returned / f"returned.{ending}").read_bytes()
    assert why_refused(content) == ""
    reading = read_return(content, read_date, did_you_mean)
    assert [str(f) for f in reading.findings if f.severity is not Severity.NOTE] == []
    responses, replies = without_places(reading)
    assert comparable(responses) == comparable(RESPONSES)
    assert sorted(replies, key=lambda reply: reply.need) == list(REPLIES)
    assert [text for _, text in reading.additional] == [MORE]


@pytest.mark.parametrize("ending", FORMATS)
def test_what_stands_outside_the_table_is_listed_with_its_place_in(ending: str, returned: Path):
    content = (returned / f"returned.{ending}").read_bytes()
    reading = read_return(content, read_date, did_you_mean)
    found = {text: str(place) for place, text in reading.unplaced}
    assert found.pop(ANNEX) == "Annex!B2"
    assert found.pop(NOTE).startswith("Pravni okvir!")
    assert found == {}
    lost = "format-loses" in [finding.code for finding in reading.findings]
    assert lost == (ending == "xls")  # formulas, and the properties of the file


@pytest.mark.parametrize("ending", FORMATS)
def test_whose_workbook_it_is_survives_in(ending: str, returned: Path):
    content = (returned / f"returned.{ending}").read_bytes()
    reading = read_return(content, read_date, did_you_mean)
    lost = {"property"} if ending == "xls" else set[str]()
    told = {place for place, reference in reading.identities.items() if reference}
    assert set(reading.identities.values()) <= {RESPONSE.reference, ""}
    assert told >= {"property", "hidden sheet", "visible cell"} - lost
