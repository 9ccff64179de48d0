"""The package for the existing IISG Database, made from what was released."""

import hashlib

from data import clock, store
from data.queries import cycles, journal
from data.settings import settings
from tasks.edges.members_site.package import build_package
from tasks.edges.whole_files import write_whole
from tasks.members_places import places
from tasks.patience import step


@step("export the database package")
def export_package(cycle: str) -> str:
    """Write the package of a cycle into the exports; says where, and its SHA-256.

    The same releases give the same file; a file that is there already is left alone (rule R17).

    Raises:
        CycleUnknown: there is no such cycle.
        NothingReleased: no report of the cycle has been released.
        ReleasedFileChanged: a released file is not the one its manifest names.
    """
    with store.session() as session:
        code = cycles.get(session, cycle).code
    content = build_package(places(), code)
    sha256 = hashlib.sha256(content).hexdigest()
    file = settings().root / "exports" / f"iisg-database-{code}.zip"
    if not file.is_file() or file.read_bytes() != content:
        write_whole(file, content, 0o600)
        with store.session() as session:
            act = "database package exported"
            journal.append(session, clock.now(), "Secretariat", act, code, {file.name: sha256})
    return f"The package of {code} is {file}\nIts SHA-256 is {sha256}."
