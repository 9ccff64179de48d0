"""A released report for the members' database: Word files, PDFs, the data behind them, a manifest.

The data are one SQLite file any member can open. The same release gives the same bytes on any day
and in any process: no clock, no file name and no library version is in it (rules R7 and R20).
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from data.errors.publication import NeedOutsideTheSnapshot, NotTheDecidedBytes
from data.vocabulary.publication import ReleasedReport
from data.vocabulary.released_tables import RELEASED_TABLES, ReleasedTable
from data.vocabulary.reports import Snapshot
from data.vocabulary.wording import KOSOVO, KOSOVO_FOOTNOTE, MARKING_MEMBERS
from tasks.edges.released_rows import Row, rows_of

MANIFEST = "manifest.json"

_FORMAT = 2  # of the tables; readers find it as PRAGMA user_version
_WRITTEN_BY = slice(96, 100)  # of a SQLite file: the version of the library that wrote it


def build_release(release: ReleasedReport) -> dict[str, bytes]:
    """Compose every file of one release (Methodology I.4, rules R8 to R10, R14, R18).

    No contact, no name of a person and no cell of a workbook is in it, and no statement on a need
    the partner called not shareable.

    Returns:
        File name to content: report, summary, a PDF of each where there is one,
        `<cycle>-<pillar>.sqlite` and `manifest.json`.

    Raises:
        NotTheDecidedBytes: a Word file is not the one the Board decided on.
        NeedOutsideTheSnapshot: an answer or finding is about a need the snapshot does not hold.
    """
    decision = release.decision
    _refuse_other_bytes(release.report_file_name, release.report_docx, release.report_sha256)
    _refuse_other_bytes(release.report_file_name, release.report_docx, decision.report_sha256)
    _refuse_other_bytes(release.summary_file_name, release.summary_docx, release.summary_sha256)
    _refuse_other_bytes(release.summary_file_name, release.summary_docx, decision.summary_sha256)
    _refuse_unknown_needs(release.snapshot)
    files = {
        release.report_file_name: release.report_docx,
        release.summary_file_name: release.summary_docx,
        f"{release.snapshot.cycle}-{release.snapshot.pillar.code}.sqlite": _database(release),
    }
    made = _made_from(release)
    files |= {name: content for name, (_, content) in made.items()}
    sources = {name: source for name, (source, _) in made.items()}
    return files | {MANIFEST: _manifest(release, files, sources)}


def pdf_name(file_name: str) -> str:
    """What the PDF of a Word file is called."""
    return f"{PurePosixPath(file_name).stem}.pdf"


def _made_from(release: ReleasedReport) -> dict[str, tuple[str, bytes]]:
    """The PDFs there are: name to the Word file each was made from, and its content."""
    pairs = (
        (release.report_file_name, release.report_pdf),
        (release.summary_file_name, release.summary_pdf),
    )
    return {pdf_name(source): (source, content) for source, content in pairs if content}


def head_in_manifest(content: bytes) -> str:
    """The head of the journal a manifest prints; empty where it is none of ours."""
    try:
        return str(json.loads(content)["journal_head"])
    except (ValueError, KeyError, TypeError):
        return ""


def _refuse_other_bytes(file_name: str, content: bytes, decided: str) -> None:
    found = hashlib.sha256(content).hexdigest()
    if found != decided:
        raise NotTheDecidedBytes(file_name=file_name, found=found, decided=decided)


def _refuse_unknown_needs(snapshot: Snapshot) -> None:
    lines = (
        *snapshot.replies,
        *snapshot.responses,
        *(line for _, line in snapshot.support),
        *snapshot.gaps,
        *snapshot.overlaps,
        *snapshot.planned,
    )
    unknown = {line.need for line in lines} - {need.key for need in snapshot.needs}
    if unknown:
        raise NeedOutsideTheSnapshot(
            cycle=snapshot.cycle, pillar=snapshot.pillar.code, needs=", ".join(sorted(unknown))
        )


def _database(release: ReleasedReport) -> bytes:
    rows = rows_of(release)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA user_version = {_FORMAT}")
        connection.execute("BEGIN")
        for table in RELEASED_TABLES:
            _fill(connection, table, rows[table.name])
        _make_searchable(connection)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_WRITTEN_BY] = bytes(4)  # nothing reads it, and it differs from machine to machine
    return bytes(content)


def _fill(connection: sqlite3.Connection, table: ReleasedTable, rows: Sequence[Row]) -> None:
    columns = [f"{column.name} {column.kind}" for column in table.columns]
    referring = [column for column in table.columns if column.refers_to]
    for column in referring:
        parent, key = column.refers_to.split(".")
        columns.append(f"FOREIGN KEY ({column.name}) REFERENCES {parent} ({key})")
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 - our own table names
    connection.executemany(insert, rows)
    for column in referring:
        index = f"{table.name}_by_{column.name}"
        connection.execute(f"CREATE INDEX {index} ON {table.name} ({column.name})")


def _make_searchable(connection: sqlite3.Connection) -> None:
    """Words are found with and without diacritics; the texts themselves keep them."""
    connection.execute("CREATE INDEX needs_by_filter ON needs (sub_pillar, filter)")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text, content = 'texts', content_rowid = 'id', "
        "tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _manifest(
    release: ReleasedReport, files: Mapping[str, bytes], sources: Mapping[str, str]
) -> bytes:
    """Canonical JSON: keys in order, no spare space, one line. `sources`: what PDFs are made of."""
    decision, rule = release.decision, release.rule
    told: dict[str, object] = {
        "format": _FORMAT,
        "cycle": release.snapshot.cycle,
        "pillar": release.snapshot.pillar.code,
        "marking": MARKING_MEMBERS,
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            | ({"made_from": sources[name]} if name in sources else {})
            for name, content in files.items()
        },
        "decision": {
            "round": decision.round_number,
            "outcome": decision.outcome,
            "decided_on": decision.decided_on.isoformat(),
            "recorded_at": decision.recorded_at.isoformat(),
            "report_sha256": decision.report_sha256,
            "summary_sha256": decision.summary_sha256,
            "evidence_sha256": decision.evidence_sha256,
            "text": decision.text,
        },
        "rule": {"code": rule.code, "sentence": rule.sentence, "reference": rule.reference},
        "journal_head": release.head,
    }
    if KOSOVO in decision.text:
        told["footnote"] = KOSOVO_FOOTNOTE
    line = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return line.encode() + b"\n"
