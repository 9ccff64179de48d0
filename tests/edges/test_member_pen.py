"""The simulated member's pen: what it writes into the real workbook is what is read back."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.errors.workbooks import NeedNotInWorkbook
from data.vocabulary import (
    NOWHERE,
    NeedReply,
    Place,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
)
from tasks.edges.workbook.disturbing import NOISES
from tasks.edges.workbook.filling import fill, read_asked
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.requests import RESPONSE, response_workbook, support_workbook
from tests.specimens.returns import REPLIES, RESPONSES, SHEET, SUPPORT, filled, read, without_places


def test_the_pen_and_the_reader_agree():
    reading = read(filled(additional="One thing more."))
    assert without_places(reading) == (RESPONSES, REPLIES)
    assert reading.responses[0].place == Place(SHEET, "D7")
    assert set(reading.identities.values()) == {"2025-WBCTi-XK-response"}
    assert (reading.kind, reading.template_version) == (RequestKind.RESPONSE, "response-2")
    assert [text for _, text in reading.additional] == ["One thing more."]
    assert (reading.unplaced, reading.findings) == ((), ())


def test_projects_are_read_as_they_were_written():
    reading = read(fill(support_workbook(), [], [], SUPPORT))
    assert reading.kind is RequestKind.SUPPORT
    assert {replace(line, place=NOWHERE) for line in reading.support} == set(SUPPORT)
    assert (reading.replies, reading.unplaced, reading.findings) == ((), (), ())


def test_the_workbook_tells_its_receiver_what_is_asked():
    assert read_asked(response_workbook()) == (
        "2025-WBCTi-XK-response",
        (("n-0001", "XK-CT-01"), ("n-0002", "XK-CT-02"), ("n-0003", "XK-CT-07")),
    )


@pytest.mark.parametrize("noise", NOISES)
def test_what_people_do_to_a_file_changes_nothing_of_what_it_says(noise: str):
    reading = read(filled(noise, "One thing more."))
    said = {replace(line, place=NOWHERE, line=0) for line in reading.responses}
    assert said == {replace(line, line=0) for line in RESPONSES}
    assert {replace(reply, place=NOWHERE) for reply in reading.replies} == set(REPLIES)
    assert [text for _, text in reading.additional] == ["One thing more."]
    assert reading.unplaced == ()
    assert all(finding.severity is Severity.NOTE for finding in reading.findings)


def test_the_same_filling_gives_the_same_bytes():
    assert filled() == filled()


def test_more_lines_than_the_block_has_go_on_in_spare_lines_and_below():
    many = tuple(
        ResponseLine("n-0001", line, StatementKind.ONGOING, f"Effort {line}")
        for line in range(1, 13)
    )
    reading = read(fill(response_workbook(), REPLIES, many, []))
    assert without_places(reading)[0] == many


def test_nothing_can_be_said_about_a_need_that_was_not_asked_about():
    with pytest.raises(NeedNotInWorkbook, match="n-9999"):
        fill(response_workbook(), [NeedReply("n-9999", None)], [], [])


plain = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
written = st.one_of(
    plain,
    st.text("абвгдѓжѕијкќљњџ ëçčćđšžśź\n", max_size=80),
    st.sampled_from(["=1+1", "#N/A", "=HYPERLINK(1)", "_x0041_", "ä̈", "'quoted", "+1", "x" * 1000]),
)


def as_read(text: str) -> str:
    """The same words: NFC, plain line ends, without what no workbook can hold."""
    lines = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\v\f"), "\n"))
    kept = (c for c in lines if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(written, written, written), min_size=1, max_size=6))
def test_whatever_a_member_writes_is_read_back(texts: list[tuple[str, str, str]]):
    lines = [
        ResponseLine("n-0001", number, StatementKind.ACHIEVED, text, None, reference, project=name)
        for number, (text, reference, name) in enumerate(texts, start=1)
    ]
    content = fill(response_workbook(), [], lines, [])
    reading = read_return(content, read_date, did_you_mean)
    assert [(line.text, line.reference, line.project) for line in reading.responses] == [
        tuple(map(as_read, text)) for text in texts
    ]
    assert (reading.unplaced, reading.findings) == ((), ())


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled response and a filled support workbook, saved again by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    (folder / "response.xlsx").write_bytes(filled(additional="One thing more."))
    (folder / "support.xlsx").write_bytes(fill(support_workbook(), [], [], SUPPORT))
    profile = tmp_path_factory.mktemp("office").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    files = [str(folder / "response.xlsx"), str(folder / "support.xlsx")]
    subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
        [*command, "--outdir", str(folder / "again"), *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder


@pytest.mark.parametrize("kind", RequestKind)
def test_a_file_saved_again_by_libreoffice_reads_the_same(resaved: Path, kind: RequestKind):
    before = (resaved / f"{kind}.xlsx").read_bytes()
    after = (resaved / "again" / f"{kind}.xlsx").read_bytes()
    assert before != after
    assert read(after) == read(before)


def test_libreoffice_counts_the_answers_by_the_meter_s_formulas(resaved: Path):
    for kind, counted in (("response", 2), ("support", 3)):
        book = load_workbook(resaved / "again" / f"{kind}.xlsx", data_only=True)
        assert book["Start here"]["G9"].value == counted


def test_libreoffice_keeps_drop_downs_locks_and_hidden_sheets(resaved: Path):
    book = load_workbook(resaved / "again" / "response.xlsx")
    assert len(book[SHEET].data_validations.dataValidation) == 5
    assert book[SHEET].protection.sheet
    assert [s.title for s in book.worksheets if s.sheet_state == "hidden"] == ["Lists", "Identity"]
    assert RESPONSE.reference in {entry.value for entry in book.custom_doc_props}
