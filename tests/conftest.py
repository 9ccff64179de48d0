"""Every test that asks for one gets a house of its own: an empty database and no mail server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from hypothesis import settings as property_tests
from xdist.scheduler import LoadScopeScheduling

from data import books, store
from data.settings import settings

ROOT = Path(__file__).parent.parent

# How long an example takes depends on what else the machine does; that is no property of ours.
property_tests.register_profile("house", deadline=None)
property_tests.load_profile("house")


class Together(LoadScopeScheduling):
    """Keeps in one process what shares something dear: the played year, a database server, a file.

    Marks for groups are not used: with pytest 9.2 xdist 3.8 no longer finds them.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        folder = Path(file).parent.name
        return folder if folder in ("phases", "storage") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The phases come first: one process plays the year while the others do the rest."""
    items.sort(key=lambda item: "phases" not in item.path.parts)


@pytest.fixture(scope="session")
def opened_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables of the newest migration, made once and copied for each test."""
    file = tmp_path_factory.mktemp("books") / "mapping.sqlite"
    url = f"sqlite:///{file}"
    command.upgrade(books.migrations(url), "head")
    store.engine(url).dispose()  # the last connection empties the write-ahead log into the file
    return file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened_books: Path) -> Iterator[Path]:
    """A fresh MAPPING_HOME whose database has the tables of the newest migration."""
    for name in [name for name in os.environ if name.startswith("MAPPING_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MAPPING_HOME", str(tmp_path))
    settings.cache_clear()
    shutil.copyfile(opened_books, tmp_path / "mapping.sqlite")
    yield tmp_path
    store.engine(settings().database).dispose()
    settings.cache_clear()
