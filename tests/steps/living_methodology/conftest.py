"""A home that knows its members and needs, on a clock of its own."""

import os
import shutil
from pathlib import Path

import pytest

from data import store
from data.reference import rehearsal_registers as registers
from data.settings import settings, use_home
from tasks.registers import import_members, import_needs
from tests.steps.living_methodology.facts import begin


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory, opened_books: Path) -> Path:
    """A home whose books hold members and needs, made once and copied for each test."""
    made = tmp_path_factory.mktemp("known")
    before = os.environ.get("MAPPING_HOME")
    shutil.copyfile(opened_books, made / "mapping.sqlite")
    use_home(made)
    members, needs = registers()
    import_members.fn(str(members))
    import_needs.fn(str(needs), "")
    store.engine(settings().database).dispose()
    if before is None:
        del os.environ["MAPPING_HOME"]
    else:
        os.environ["MAPPING_HOME"] = before
    settings.cache_clear()
    return made


@pytest.fixture(autouse=True)
def june(known: Path, home: Path) -> Path:
    """A home that knows its members and needs, on a clock that stands at 1 June 2026."""
    store.engine(settings().database).dispose()
    shutil.copytree(known, home, dirs_exist_ok=True)
    begin(home)
    return home
