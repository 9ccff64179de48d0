"""Nothing a person wrote is lost on the way through LibreOffice, in either of its other formats."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.edges.test_sheets_conservation import (
    HABITS,
    Planted,
    everything_in,
    plant,
    word,
)
from tests.specimens.requests import support_workbook
from tests.specimens.returns import changed, filled, read

SEED, TIMES, MOST = 7, 3, 12


def rearranged(kind: str, habit: int, planted: list[Planted]) -> bytes:
    """A workbook in which somebody wrote here and there, and did one thing to the sheets."""

    def change(book: Workbook) -> None:
        HABITS[habit](book)
        plant(book, planted)

    return changed(filled() if kind == "response" else support_workbook(), change)


def spots(dice: random.Random) -> list[Planted]:
    """Where words are planted; a cell is written into once."""
    found = {
        (dice.randrange(8), dice.randint(1, 60), dice.randint(1, 14)): dice.random() < 0.3
        for _ in range(MOST)
    }
    return [(*place, as_comment) for place, as_comment in found.items()]


@pytest.mark.endurance
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_every_word_written_anywhere_is_kept(ending: str, tmp_path: Path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    dice = random.Random(SEED)  # noqa: S311 – the same workbooks each time
    drawn = {
        f"{kind} {habit} {time}": spots(dice)
        for kind in ("response", "support")
        for habit in range(len(HABITS))
        for time in range(TIMES)
    }
    for name, planted in drawn.items():
        kind, habit, _ = name.split()
        (tmp_path / f"{name}.xlsx").write_bytes(rearranged(kind, int(habit), planted))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.xlsx")))
    command = [program, "--headless", profile, "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run(  # noqa: S603 – the program found on the path, on files this test wrote
        [*command, *files], check=True, capture_output=True, timeout=300
    )
    lost = {
        (name, planted[number])
        for name, planted in drawn.items()
        for number in lost_from(tmp_path / f"{name}.xlsx", tmp_path / f"{name}.{ending}", planted)
    }
    assert lost == set()


def lost_from(before: Path, after: Path, planted: list[Planted]) -> set[int]:
    """The words that were kept from the .xlsx, and are not from what LibreOffice made of it."""
    first, then = everything_in(read(before.read_bytes())), everything_in(read(after.read_bytes()))
    return {n for n in range(len(planted)) if word(n) in first and word(n) not in then}
