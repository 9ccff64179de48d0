"""Keeping: a copy of the whole home while work goes on, and a home made from such a copy."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from data import clock, store
from data.books import bring_up_to_date, open_books
from data.errors.keeping import BooksKeptMoving, DatabaseNotEmpty
from data.queries import journal, whole_books
from data.settings import MARK, settings, use_home
from tasks import filing
from tasks.edges import home_archive, staging
from tasks.patience import step

_BOOKS = "mapping.sqlite"
_ACCOUNTS = "members-accounts.sqlite"
_LIVE = tuple(f"{name}{end}" for name in (_BOOKS, _ACCOUNTS) for end in ("", "-wal", "-shm"))
# Prefect's records and what is drawn from the shelf may be thrown away; first passwords in clear
# are handed over, not kept.
_LEFT_OUT = ("prefect", "members-letters", filing.TEMPLATES_IN_FORCE)
_UNFINISHED = (".part", ".staging", ".retired")  # what a running command has not put in place
_ATTEMPTS = 3


@step("back the home up")
def back_up(to: str) -> str:
    """Write books, shelf, letters, releases and accounts into one file, while others work.

    The books are copied first, as they stand at one moment. Files only come after that: the shelf
    grows and nothing on it changes, so the copy holds every file its books name. When a report was
    published or a file purged meanwhile, the copy is made anew.

    Raises:
        BackupExists: the file is there already.
        BooksKeptMoving: reports were published during every attempt.
    """
    archive = Path(to).expanduser().resolve()
    with home_archive.begun(archive) as begun:
        head, sha256 = _copied(begun)
    with store.session() as session:
        told = {"file": archive.name, "sha256": sha256, "head": head}
        journal.append(session, clock.now(), "Secretariat", "backup made", "home", told)
    return f"The backup is {archive}\nIts SHA-256 is {sha256}."


def _copied(begun: Path) -> tuple[str, str]:
    """Head of the journal in the copy, and the SHA-256 of the archive."""
    for _ in range(_ATTEMPTS):
        with tempfile.TemporaryDirectory(prefix="mapping-backup-") as aside:
            with store.session() as session:
                number, head = whole_books.newest_number(session), journal.head(session)
            _copy_books(Path(aside))
            _wait_for_releases()
            facts = {"made_at": clock.now().isoformat(), "journal_head": head}
            sha256 = home_archive.pack_home(begun, _files(Path(aside), begun), facts)
        with store.session() as session:
            if not whole_books.moved_since(session, number):
                return head, sha256
    raise BooksKeptMoving(times=_ATTEMPTS)


def restore(file: str, home: Path) -> None:
    """Make an empty home from a backup, and work in it from now on; else leave nothing behind.

    Where MAPPING_DATABASE_URL names a database, that one is filled; it must hold no rows.

    Raises:
        HomeNotEmpty, DatabaseNotEmpty: there is something already.
        BackupDamaged: a part of the file is not what was packed.
    """
    home = home.expanduser().resolve()
    with home_archive.unpacked(Path(file).expanduser(), home) as laid_out:
        elsewhere = "" if (laid_out / MARK).exists() else settings().database_url
        books = f"sqlite:///{laid_out / _BOOKS}"
        if elsewhere:
            bring_up_to_date(elsewhere)
            if filled := whole_books.first_filled(elsewhere):
                raise DatabaseNotEmpty(table=filled)
            bring_up_to_date(books)
            whole_books.pour(books, elsewhere)
            store.engine(books).dispose()
            for name in _LIVE[:3]:
                (laid_out / name).unlink(missing_ok=True)
    use_home(home)
    open_books()


def _copy_books(aside: Path) -> None:
    """Lay copies of the two databases aside, each as it stands at one moment."""
    home, copied = settings().root, aside / _BOOKS
    if settings().database_elsewhere:
        target = f"sqlite:///{copied}"
        bring_up_to_date(target)
        whole_books.pour(settings().database, target)
        store.engine(target).dispose()  # the last connection empties the write-ahead log
    else:
        whole_books.copy_sqlite(home / _BOOKS, copied)
    if (home / _ACCOUNTS).is_file():
        whole_books.copy_sqlite(home / _ACCOUNTS, aside / _ACCOUNTS)
        store.engine(f"sqlite:///{home / _ACCOUNTS}").dispose()


def _wait_for_releases() -> None:
    """What the copied books call released is put in place right after; then it is copied."""
    home = settings().root
    for parent in (home, *sorted((home / "members").glob("*/"))):
        staging.wait_for_writers(parent)


def _files(aside: Path, begun: Path) -> Iterator[tuple[str, Path]]:
    """The copied databases, then every other file of the home in the order of their names."""
    for name in (_BOOKS, _ACCOUNTS):
        if (aside / name).is_file():
            yield name, aside / name
    home = settings().root
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        if path.is_symlink() or not path.is_file() or path == begun or name.as_posix() in _LIVE:
            continue
        if name.parts[0] in _LEFT_OUT or any(map(_is_unfinished, name.parts)):
            continue
        yield name.as_posix(), path


def _is_unfinished(part: str) -> bool:
    return part.startswith(".") and part.endswith(_UNFINISHED)
