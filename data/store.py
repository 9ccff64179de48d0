"""The one door to the database."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, create_engine

from data.settings import settings


@cache
def engine(url: str) -> Engine:
    """The engine of a database address; SQLite is set up to be shared by several processes."""
    made = create_engine(url, hide_parameters=True)  # else a failing insert prints people's data
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _set_up_sqlite)
        event.listen(made, "begin", _begin_immediate)
    return made


def _set_up_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN, see below, not the driver
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 30000")  # milliseconds; first, so that WAL can be set
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")  # with WAL, safe against a killed process
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A unit of work reads, then writes: taking the lock at once, no other one can slip between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def session() -> Generator[Session]:
    """A unit of work: everything in the block is kept, or nothing is."""
    with Session(engine(settings().database)) as opened, opened.begin():
        yield opened
