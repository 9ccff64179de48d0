"""The memory under test twice: on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic import command
from sqlmodel import SQLModel

from data import books, store
from data.settings import settings
from tests.storage import postgres


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[str]:
    """The socket folder of a server with a database `opened` at the newest migration."""
    missing = postgres.why_missing()
    if missing:
        pytest.skip(f"PostgreSQL is not here: {missing}")
    with postgres.server() as socket:
        _say(socket, "postgres", "CREATE DATABASE opened")
        command.upgrade(books.migrations(_url(socket, "opened")), "head")
        yield socket
        store.engine(_url(socket, "opened")).dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on."""
    return request.param


@pytest.fixture
def books_open(
    dialect: str, home: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of an empty database at the newest migration; the store's door leads there."""
    if dialect == "sqlite":
        yield settings().database
        return
    socket: str = request.getfixturevalue("postgres_socket")
    _lead_to(_url(socket, "opened"), monkeypatch)
    yield settings().database
    # A replica fires no triggers: the one way to empty tables that are sealed.
    emptied = "; ".join(f"DELETE FROM {name}" for name in SQLModel.metadata.tables)  # noqa: S608 - our own tables
    _say(socket, "opened", f"SET session_replication_role = replica; {emptied}")


@pytest.fixture
def blank(
    dialect: str, home: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a database without a table."""
    if dialect == "sqlite":
        (home / "mapping.sqlite").unlink()
        yield settings().database
        return
    socket: str = request.getfixturevalue("postgres_socket")
    name = request.node.originalname
    _say(socket, "postgres", f"CREATE DATABASE {name}")
    _lead_to(_url(socket, name), monkeypatch)
    yield settings().database
    store.engine(settings().database).dispose()


def _lead_to(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPPING_DATABASE_URL", url)
    settings.cache_clear()


def _url(socket: str, name: str) -> str:
    return f"postgresql+psycopg://{postgres.USER}@/{name}?host={socket}"


def _say(socket: str, database: str, sentence: str) -> None:
    where = f"host={socket} user={postgres.USER} dbname={database}"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(sentence)
