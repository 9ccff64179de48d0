"""The books as a whole: copied while others write, poured from one database into another."""

from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, MetaData, func, insert, text
from sqlmodel import Session, SQLModel, col, select

from data import schema, store

_AT_ONCE = 500  # rows held in memory
_COPIED_ANEW = ("released: ", "file purged")  # acts that change files a copy holds


def copy_sqlite(file: Path, to: Path) -> None:
    """Copy a SQLite file as it stands at one moment, while others read and write it."""
    connection = store.engine(f"sqlite:///{file}").raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(to),))
    finally:
        connection.close()


def pour(source: str, target: str) -> None:
    """Copy every row of one database, as it stands at one moment, into another with empty tables.

    Both are at the newest migration. All rows arrive, or none.

    Args:
        source: Address of the database that is read.
        target: Address of the database that is filled.
    """
    tables = _books().sorted_tables
    with store.engine(source).connect() as reading, store.engine(target).begin() as writing:
        if reading.dialect.name == "postgresql":
            reading.execution_options(isolation_level="REPEATABLE READ")
        for table in tables:
            told = reading.execute(sqlalchemy.select(table).order_by(*table.primary_key)).mappings()
            for rows in told.partitions(_AT_ONCE):
                writing.execute(insert(table), [dict(row) for row in rows])
        if writing.dialect.name == "postgresql":
            _count_on(writing)


def first_filled(url: str) -> str:
    """The name of a table that holds rows; empty when none does."""
    with store.engine(url).connect() as reading:
        for table in _books().sorted_tables:
            if reading.execute(sqlalchemy.select(func.count()).select_from(table)).scalar_one():
                return table.name
    return ""


def moved_since(session: Session, number: int) -> bool:
    """Whether an act after this entry of the journal changed files that a copy of a home holds."""
    later = session.exec(
        select(schema.JournalEntry).where(col(schema.JournalEntry.number) > number)
    )
    return any(entry.act.startswith(_COPIED_ANEW) for entry in later)


def newest_number(session: Session) -> int:
    """The number of the newest entry of the journal; 0 before the first."""
    newest = select(schema.JournalEntry).order_by(col(schema.JournalEntry.number).desc()).limit(1)
    last = session.exec(newest).first()
    return 0 if last is None else last.number


def _books() -> MetaData:
    assert schema.JournalEntry.__tablename__  # noqa: S101 - the tables are known once they are imported
    return SQLModel.metadata


def _count_on(writing: Connection) -> None:
    """Rows arrived with their numbers: the next one PostgreSQL gives must follow the last."""
    for table in _books().sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sentence = (
                f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', '{column.name}'), "  # noqa: S608 - our own tables
                f'max("{column.name}")) FROM "{table.name}" HAVING max("{column.name}") > 0'
            )
            writing.execute(text(sentence))
