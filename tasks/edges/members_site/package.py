"""A package of one cycle for the IISG Database: tables as CSV, the released files, a manifest.

The import format of that database is not public. The package therefore explains itself: whoever
writes the import needs nothing but the package. The same releases give the same bytes (rule R7).
"""

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Iterator

from data.errors.members_site import NothingReleased
from data.vocabulary.members_site import SitePlaces
from data.vocabulary.wording import DISCLAIMERS, KOSOVO, KOSOVO_FOOTNOTE, MARKING_MEMBERS
from tasks.edges.archive import pack
from tasks.edges.members_site import downloads, reading
from tasks.edges.members_site.catalogue_tables import METHODOLOGIES, meanings
from tasks.edges.typesetting import typeset

FORMAT = 1  # of the package; the manifest names it
_FILES = {
    "report": "The report: cycle and pillar.",
    "path": "Path of the file in this package.",
    "bytes": "Size of the file.",
    "sha256": "SHA-256 of the file.",
}
_VERSIONS = {
    "code": "The version’s code.",
    "title": "Its title.",
    "agreed": "How it was agreed.",
    "agreed_from": "First day of the meetings that agreed it.",
    "agreed_to": "Last day of those meetings.",
    "since": "First day in force.",
    "until": "Last day in force; empty: in force.",
}


def build_package(places: SitePlaces, cycle: str) -> bytes:
    """Pack everything that was released of a cycle into one zip file.

    Args:
        places: Where catalogue, releases and templates are; the catalogue must be up to date.
        cycle: The cycle's code.

    Raises:
        NothingReleased: no report of the cycle has been released.
        ReleasedFileChanged: a released file is not the one its manifest names.
    """
    with reading.opened(places.catalogue) as books:
        reports = [each for each in reading.reports(books) if each["cycle"] == cycle]
        if not reports:
            raise NothingReleased(cycle=cycle)
        parts = dict(_tables(books, cycle))
        files = list(_released(books, places, cycle))
    parts |= {path: content for _, path, content in files}
    parts["tables/files.csv"] = _csv(
        tuple(_FILES), [(name, path, len(body), _sha256(body)) for name, path, body in files]
    )
    explained = meanings() | {
        "methodologies": ("The versions of the Methodology.", _VERSIONS),
        "files": ("The released files in this package.", _FILES),
    }
    parts["README.txt"] = typeset(
        places.templates / "members",
        "package.txt.j2",
        cycle=cycle,
        reports=sorted(reports, key=lambda each: str(each["pillar_name"])),
        tables=dict(sorted(explained.items())),
        marking=MARKING_MEMBERS,
        disclaimers=DISCLAIMERS,
        footnote=KOSOVO_FOOTNOTE if any(KOSOVO.encode() in body for body in parts.values()) else "",
    ).encode()
    ordered = dict(sorted(parts.items()))
    return pack({"manifest.json": _manifest(cycle, ordered), **ordered})


def _tables(books: sqlite3.Connection, cycle: str) -> Iterator[tuple[str, bytes]]:
    for name, (_, columns) in meanings().items():
        asked = f"SELECT {', '.join(columns)} FROM {name} WHERE cycle = ? ORDER BY id"  # noqa: S608 - our own names
        yield f"tables/{name}.csv", _csv(tuple(columns), books.execute(asked, (cycle,)).fetchall())
    versions = books.execute(
        "SELECT * FROM methodologies WHERE code IN "
        "(SELECT methodology FROM reports WHERE cycle = ?) ORDER BY code",
        (cycle,),
    ).fetchall()
    columns = tuple(each.split()[0] for each in METHODOLOGIES)
    yield "tables/methodologies.csv", _csv(columns, versions)


def _released(
    books: sqlite3.Connection, places: SitePlaces, cycle: str
) -> Iterator[tuple[str, str, bytes]]:
    named = books.execute(
        "SELECT r.id, r.pillar, f.name FROM files AS f JOIN reports AS r ON r.id = f.report "
        "WHERE r.cycle = ? ORDER BY r.pillar, f.name",
        (cycle,),
    ).fetchall()
    manifests = [(each, pillar, "manifest.json") for each, pillar in sorted({n[:2] for n in named})]
    for report, pillar, name in (*named, *manifests):
        content = downloads.take(places, cycle, pillar, name)
        if content is not None:
            yield report, f"files/{pillar}/{name}", content


def _csv(columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> bytes:
    """Members' words untouched: the package is read by a program, not opened in a spreadsheet."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows(rows)
    return written.getvalue().encode()


def _manifest(cycle: str, parts: dict[str, bytes]) -> bytes:
    """Canonical JSON: keys in order, no spare space, one line."""
    told = {
        "format": FORMAT,
        "cycle": cycle,
        "marking": MARKING_MEMBERS,
        "files": {
            path: {"sha256": _sha256(body), "bytes": len(body)} for path, body in parts.items()
        },
    }
    line = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return line.encode() + b"\n"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
