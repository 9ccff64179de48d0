"""What edge tests share: LibreOffice, started in a folder of its own."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ToPdf = Callable[[Path], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """Turn an Office file into a PDF beside it; skipped where LibreOffice is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def to_pdf(path: Path) -> Path:
        command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        subprocess.run(  # noqa: S603 – the program found on the path, on files a test wrote
            [*command, "--outdir", str(path.parent), str(path)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return path.with_suffix(".pdf")

    return to_pdf
