"""One catalogue over all released files, searchable in both scripts and without diacritics.

It says nothing of its own: every row comes from a release file, whose SHA-256 is held against the
manifest first. The same releases give the same bytes (rules R7 and R17).
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from data.errors.members_site import ReleasedFileChanged
from data.vocabulary.reference import MethodologyVersion
from data.vocabulary.released_tables import RELEASED_TABLES, ReleasedTable
from tasks.edges.members_site.catalogue_tables import (
    METHODOLOGIES,
    SEARCHED,
    catalogue_columns,
    catalogue_name,
)
from tasks.edges.members_site.finds import spellings

_WRITTEN_BY = slice(96, 100)  # of a SQLite file: the version of the library that wrote it
Value = str | int | None
Fold = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Release:
    """One folder of the members' store."""

    cycle: str
    pillar: str
    files: dict[str, dict[str, str | int]]
    database: Path

    @property
    def name(self) -> str:
        return f"{self.cycle}-{self.pillar}"


def build_catalogue(
    members: Path, methodologies: Sequence[MethodologyVersion], fold: Fold
) -> bytes:
    """Gather all releases below a folder into one SQLite file.

    Args:
        members: The folder that holds `<cycle>/<pillar>/manifest.json` and what it names.
        methodologies: The versions of the Methodology, in the order they came into force.
        fold: What makes two spellings of one word alike; asked for every text that can be found.

    Raises:
        ReleasedFileChanged: a file is not the one its manifest names.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with closing(connection):
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        _make_tables(connection)
        _fill_methodologies(connection, methodologies)
        for release in _releases(members):
            _gather(connection, release)
        _make_searchable(connection, fold)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    content[_WRITTEN_BY] = bytes(4)  # nothing reads it, and it differs from machine to machine
    return bytes(content)


def _releases(members: Path) -> Iterator[_Release]:
    for path in sorted(members.glob("[!.]*/[!.]*/manifest.json")):
        told = json.loads(path.read_bytes())
        for name, facts in told["files"].items():
            found = hashlib.sha256((path.parent / name).read_bytes()).hexdigest()
            if found != facts["sha256"]:
                file = (path.parent / name).relative_to(members)
                raise ReleasedFileChanged(file=file, found=found, told=facts["sha256"])
        database = path.parent / f"{told['cycle']}-{told['pillar']}.sqlite"
        yield _Release(told["cycle"], told["pillar"], told["files"], database)


def _make_tables(connection: sqlite3.Connection) -> None:
    for table in RELEASED_TABLES:
        if name := catalogue_name(table):
            columns = [f"{column.name} {column.kind}" for column in catalogue_columns(table)]
            if name != "reports":
                columns.append("FOREIGN KEY (report) REFERENCES reports (id)")
            connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            if name != "reports":
                connection.execute(f"CREATE INDEX {name}_by_report ON {name} (report)")
    connection.execute("CREATE INDEX needs_by_key ON needs (key, report)")
    for name in ("replies", "responses", "support", "gaps", "overlaps", "planned"):
        connection.execute(f"CREATE INDEX {name}_by_need ON {name} (need)")
    connection.execute(f"CREATE TABLE methodologies ({', '.join(METHODOLOGIES)})")
    connection.execute(
        "CREATE TABLE files (id INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id), "
        "name TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL)"
    )


def _fill_methodologies(
    connection: sqlite3.Connection, versions: Sequence[MethodologyVersion]
) -> None:
    rows = [
        (
            each.code,
            each.title,
            each.agreed,
            each.agreed_from.isoformat(),
            each.agreed_to.isoformat(),
            each.validity.since.isoformat(),
            each.validity.until.isoformat() if each.validity.until else None,
        )
        for each in versions
    ]
    connection.executemany("INSERT INTO methodologies VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _gather(connection: sqlite3.Connection, release: _Release) -> None:
    address = f"{release.database.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as released:
        for table in RELEASED_TABLES:
            if catalogue_name(table):
                _copy(released, connection, release, table)
    connection.executemany(
        "INSERT INTO files (report, name, bytes, sha256) VALUES (?, ?, ?, ?)",
        [(release.name, name, f["bytes"], f["sha256"]) for name, f in release.files.items()],
    )


def _copy(
    released: sqlite3.Connection, into: sqlite3.Connection, release: _Release, table: ReleasedTable
) -> None:
    """Copy a table; a column that an older release does not have stays empty."""
    held = {row[1] for row in released.execute(f"PRAGMA table_info({table.name})")}
    own = [column for column in table.columns if column.name != "id"]
    asked = ", ".join(
        column.name if column.name in held else ("''" if "NOT NULL" in column.kind else "NULL")
        for column in own
    )
    rows = (
        released.execute(f"SELECT {asked} FROM {table.name} ORDER BY rowid")  # noqa: S608 - ours
        if held
        else ()
    )
    name = catalogue_name(table)
    if name == "reports":
        first: tuple[Value, ...] = (release.name,)
    else:
        first = (None, release.name, release.cycle, release.pillar)
    marks = ", ".join("?" * (len(first) + len(own)))
    insert = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 - our own table names
    into.executemany(insert, [(*first, *row) for row in rows])


def _make_searchable(connection: sqlite3.Connection, fold: Fold) -> None:
    """A row of `texts` for every row that says something, and its folded words in `search`."""
    connection.execute(
        "CREATE TABLE texts (id INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id), "
        "cycle TEXT NOT NULL, pillar TEXT NOT NULL, source TEXT NOT NULL, row INTEGER NOT NULL, "
        "need TEXT, member TEXT NOT NULL, text TEXT NOT NULL)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, content = '', tokenize = 'unicode61')"
    )
    for source, need, member, columns in SEARCHED:
        asked = f"SELECT id, report, cycle, pillar, {need}, {member}, {', '.join(columns)} "
        for row in connection.execute(f"{asked} FROM {source} ORDER BY id").fetchall():
            number, report, cycle, pillar, key, name, *values = row
            text = " · ".join(str(value).strip() for value in values if value)
            if not text:
                continue
            told = (report, cycle, pillar, source, number, key, name or "", text)
            placed = connection.execute(
                "INSERT INTO texts (report, cycle, pillar, source, row, need, member, text) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                told,
            )
            words = spellings(f"{name or ''} {text}", fold)
            connection.execute(
                "INSERT INTO search (rowid, words) VALUES (?, ?)", (placed.lastrowid, words)
            )
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
