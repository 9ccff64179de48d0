"""A receipt in a member's program: opened, saved again, and still the same answers."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.edges.test_receipt_workbook import SHEET, answers, receipt
from tests.specimens.receipts import read

NAMES = ("perfect", "many")


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both receipts, opened and saved again by LibreOffice as .xlsx and as .ods."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("receipts")
    for name in NAMES:
        (folder / f"{name}.xlsx").write_bytes(receipt(name, "en", "few" if name == "many" else ""))
    profile = tmp_path_factory.mktemp("office").as_uri()
    found: dict[str, Path] = {}
    for kind in ("xlsx", "ods"):
        command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
        subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
            [*command, "--outdir", str(folder / "again"), *map(str, folder.glob("*.xlsx"))],
            check=True,
            capture_output=True,
            timeout=120,
        )
        found |= {f"{name}.{kind}": folder / "again" / f"{name}.{kind}" for name in NAMES}
    return found


def test_the_comments_show_and_the_links_lead_to_their_cells(saved_again: dict[str, Path]):
    saved = load_workbook(saved_again["many.xlsx"])
    drawn = load_workbook(io.BytesIO(receipt("many", "en", "few")))

    def comments(each: Workbook) -> dict[str, str]:
        cells = [cell for row in each[SHEET].iter_rows() for cell in row if cell.comment]
        return {cell.coordinate: cell.comment.text.strip() for cell in cells}

    def links(each: Workbook) -> list[tuple[str, str]]:
        cells = [cell for cell in each["What we read"]["G"] if cell.hyperlink]
        return [(cell.coordinate, str(cell.hyperlink.location).lstrip("#")) for cell in cells]

    assert comments(drawn)
    assert comments(saved) == comments(drawn)
    assert [cell for cell, _ in links(saved)] == [cell for cell, _ in links(drawn)]
    assert {"'1 Legal framework'!C10", "'1 Legal framework'!G15"} <= {
        place.replace(".", "!") for _, place in links(saved)
    }


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_it_reads_back_to_the_same_answers(saved_again: dict[str, Path], kind: str):
    back = read(saved_again[f"many.{kind}"].read_bytes())
    assert answers(back) == answers(read(receipt("many")))
    assert [text for _, text in back.unplaced] == ["acheived"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_short_receipt_is_known_again(saved_again: dict[str, Path], kind: str):
    back = read(saved_again[f"perfect.{kind}"].read_bytes())
    assert set(back.identities.values()) == {"2025-WBCTi-XK-response"}
    assert back.unplaced == ()
