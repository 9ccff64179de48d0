"""What a person fills in and saves in LibreOffice, in each of its formats, goes into the books."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.phases.one_return import drop, filled, receipt_of, texts

MoveIn = Callable[[str], Path]
FORMATS = ("xlsx", "ods", "xls")


def saved_again(content: bytes, ending: str, folder: Path) -> bytes:
    """The bytes of a workbook that LibreOffice opened and saved in another format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder.mkdir()
    (folder / "answers.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", ending]
    subprocess.run(  # noqa: S603 – the program found on the path, on a file this test wrote
        [*command, "--outdir", str(folder / "again"), str(folder / "answers.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "again" / f"answers.{ending}").read_bytes()


@pytest.mark.endurance
def test_answers_saved_in_every_format_are_stored_and_each_is_a_new_version(
    move_in: MoveIn, tmp_path: Path
):
    home = move_in("asked")
    for version, ending in enumerate(FORMATS, start=1):
        words = f"A law, saved as {ending}."
        content = saved_again(filled(home, words), ending, tmp_path / ending)
        drop(home, f"final_v{version} (2).{ending}", content)
        assert words in texts(home)
        letter, enclosed = receipt_of(home)
        assert f"final_v{version} (2).{ending}" in letter
        assert [each.name for each in enclosed] == [
            f"2025-WBCTi-AL-response receipt {version}.xlsx"
        ]
    assert texts(home) == {f"A law, saved as {ending}." for ending in FORMATS}
    assert sorted(path.name for path in (home / "inbox" / "read").iterdir()) == [
        f"final_v{version} (2).{ending}" for version, ending in enumerate(FORMATS, start=1)
    ]
