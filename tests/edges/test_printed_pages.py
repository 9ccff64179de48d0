"""What a printed page may hold: no title alone at its foot, no spare line alone at its head."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from data.vocabulary import RequestForm
from tasks.edges.workbook.cells import height_of
from tasks.edges.workbook.paging import breaks_between
from tasks.edges.workbook.plan import Row
from tasks.edges.workbook.request import draw_request
from tests.edges.test_receipt_workbook import receipt
from tests.specimens.requests import OF_KOSOVO, RESPONSE, SUPPORT, template

ROOM, HEADINGS = 500.0, 20.0
MORE = "More lines: choose the number of the need first"


def with_needs(count: int, form: RequestForm = RESPONSE) -> RequestForm:
    """The request with so many needs in its first sub-pillar."""
    needs = (
        replace(OF_KOSOVO[0], key=f"n-{number:04}", number=f"XK-CT-{number:02}")
        for number in range(1, count + 1)
    )
    return replace(form, needs=tuple(needs))


def first_sheet(form: RequestForm) -> Worksheet:
    return load_workbook(io.BytesIO(draw_request(*template(form.kind), form))).worksheets[1]


def ends(sheet: Worksheet) -> list[int]:
    return [each.id for each in sheet.row_breaks.brk]


def rows(*heights: float) -> list[Row]:
    return [Row(number, height, False, ()) for number, height in enumerate(heights, start=1)]


def test_a_title_that_would_end_a_page_begins_the_next():
    assert breaks_between(rows(200, 200, 30, 200, 30, 30), {3}, ROOM, HEADINGS) == [2]
    assert breaks_between(rows(200, 200, 30, 200, 30, 30), (), ROOM, HEADINGS) == [3]


def test_nothing_is_cut_where_everything_fits():
    assert breaks_between(rows(200, 200, 30), {3}, ROOM, HEADINGS) == []


@given(
    st.lists(st.floats(8, 400), min_size=1, max_size=60),
    st.sets(st.integers(1, 60), max_size=20),
)
def test_no_page_is_fuller_than_paper_and_none_ends_with_a_title(
    heights: list[float], kept: set[int]
):
    drawn = rows(*heights)
    found = breaks_between(drawn, kept, ROOM, HEADINGS)
    pages = [drawn[start:end] for start, end in zip([0, *found], [*found, len(drawn)], strict=True)]
    for number, page in enumerate(pages):
        used = sum(row.height for row in page) + (HEADINGS if number else 0)
        titles = all(row.number in kept for row in page[:-1])
        assert used <= ROOM or len(page) == 1 or titles
        if number < len(pages) - 1:
            assert page[-1].number not in kept or titles


def test_a_sheet_of_one_page_is_not_cut():
    assert ends(first_sheet(with_needs(2))) == []
    assert ends(first_sheet(with_needs(2, SUPPORT))) == []


@pytest.mark.parametrize("form", [RESPONSE, SUPPORT], ids=["response", "support"])
def test_the_spare_lines_of_a_longer_sheet_begin_a_page(form: RequestForm):
    sheet = first_sheet(with_needs(12, form))
    (end,) = ends(sheet)
    assert sheet[f"A{end + 1}"].value == "more#section"


def test_a_section_of_a_receipt_begins_on_the_page_of_its_first_row():
    sheet = load_workbook(io.BytesIO(receipt("many", "en", "few"))).worksheets[0]
    assert ends(sheet) == [27]
    assert sheet["B28"].value == "Held, because it may be sensitive"


def test_no_rule_stands_above_the_headings_where_nothing_is_said():
    sheet = first_sheet(RESPONSE)
    assert sheet["K1"].border.bottom is None
    assert sheet["K8"].border.bottom.style == "thin"


def test_cyrillic_words_are_given_the_lines_they_need():
    latin = "Usvojena je strategija. " * 20
    cyrillic = "Усвојена је стратегија. " * 20  # noqa: RUF001 – Serbian in its own script
    assert height_of(cyrillic, 40) > height_of(latin, 40)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """The lines of every page, as LibreOffice prints a receipt and requests of growing length."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    (folder / "receipt.xlsx").write_bytes(receipt("many", "en", "few"))
    for count in range(3, 7):
        form = with_needs(count)
        (folder / f"{count}.xlsx").write_bytes(draw_request(*template(form.kind), form))
    profile = tmp_path_factory.mktemp("office").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
        [*command, "--outdir", str(folder), *map(str, folder.glob("*.xlsx"))],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {path.stem: _pages_of(path) for path in folder.glob("*.pdf")}


def _pages_of(path: Path) -> list[list[str]]:
    return [page.extract_text().splitlines() for page in PdfReader(path).pages]


def test_libreoffice_prints_the_section_where_its_rows_are(printed: dict[str, list[list[str]]]):
    first, second, *_ = ("\n".join(lines) for lines in printed["receipt"])
    assert "Held, because it may be sensitive" not in first
    assert "Held, because it may be sensitive" in second
    assert "How much it matters" in second


@pytest.mark.parametrize("count", range(3, 7))
def test_libreoffice_prints_the_spare_lines_whole(printed: dict[str, list[list[str]]], count: int):
    mine = [
        "\n".join(lines)
        for lines in printed[str(count)]
        if any("1  Legal framework" in line for line in lines)
    ]
    assert MORE in mine[-1]
    assert "This designation is without prejudice" in mine[-1]
    assert sum(MORE in page for page in mine) == 1
