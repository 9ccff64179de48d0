"""What edge tests share: LibreOffice in its own folder, and a members' site with an account."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.vocabulary.members_site import SitePlaces
from tests.edges.one_members_site import released, with_account

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


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> SitePlaces:
    """A members' site nothing is changed at."""
    made = released(tmp_path_factory.mktemp("site"))
    with_account(made)
    return made


@pytest.fixture
def own(tmp_path: Path) -> SitePlaces:
    """A members' site for one test alone."""
    made = released(tmp_path)
    with_account(made)
    return made
