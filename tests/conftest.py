"""Every test that asks for one gets a house of its own: an empty database and no mail server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command

from data import books, store
from data.settings import settings

ROOT = Path(__file__).parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares something dear: the played year, a database server, a file's own.

    The tests of the phases come first: one process plays the year while the other does the rest.
    """
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        together = folder if folder in ("phases", "storage") else item.path.stem
        item.add_marker(pytest.mark.xdist_group(together))
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
