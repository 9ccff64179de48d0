"""Accounts of members in a small SQLite file of their own, asked anew at every request.

Whoever is disabled is out at once, without a restart. No password, session or token can be read
from the file; lines of the access log can only be added.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from data.vocabulary.members_site import Account, Visit, VisitKind
from tasks.edges.members_site import passwords

_TABLES = """
CREATE TABLE IF NOT EXISTS account (
    name TEXT PRIMARY KEY, member TEXT NOT NULL, created_at TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0, provisional INTEGER NOT NULL DEFAULT 1,
    password TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS session (
    key TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (name),
    expires_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS token (
    key TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (name), label TEXT NOT NULL,
    created_at TEXT NOT NULL, revoked_at TEXT);
CREATE UNIQUE INDEX IF NOT EXISTS token_in_force
    ON token (account, label) WHERE revoked_at IS NULL;
CREATE TABLE IF NOT EXISTS attempt (
    name TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at TEXT NOT NULL, locked_until TEXT);
CREATE TABLE IF NOT EXISTS visit (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL,
    what TEXT NOT NULL, status INTEGER NOT NULL, address TEXT NOT NULL, token TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS visit_no_update BEFORE UPDATE ON visit
    BEGIN SELECT RAISE(ABORT, 'lines of the access log are never changed'); END;
CREATE TRIGGER IF NOT EXISTS visit_no_delete BEFORE DELETE ON visit
    BEGIN SELECT RAISE(ABORT, 'lines of the access log are never deleted'); END;
"""


class Accounts:
    """The accounts of one home."""

    def __init__(self, file: Path) -> None:
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        with self.opened() as books:
            books.executescript(_TABLES)
        with self.opened() as books:
            books.execute("PRAGMA journal_mode = WAL")  # the site reads while a command writes

    @contextmanager
    def opened(self) -> Generator[sqlite3.Connection]:
        """The books, to be read."""
        books = sqlite3.connect(self.file, timeout=10, isolation_level=None)  # seconds
        try:
            books.execute("PRAGMA foreign_keys = ON")
            yield books
        finally:
            books.close()

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """A unit of work: everything in the block is kept, or nothing is."""
        with self.opened() as books:
            books.execute("BEGIN IMMEDIATE")
            yield books
            books.execute("COMMIT")

    def add(self, name: str, member: str, password: str, at: datetime) -> bool:
        """Make an account with a provisional password; False when there is one of this name."""
        told = (name, member, at.isoformat(), passwords.scramble(password))
        with self.writing() as books:
            made = books.execute(
                "INSERT INTO account (name, member, created_at, password) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                told,
            )
            return made.rowcount == 1

    def disable(self, name: str) -> None:
        """Close an account: its sessions and tokens no longer open the door."""
        with self.writing() as books:
            books.execute("UPDATE account SET disabled = 1 WHERE name = ?", (name,))
            books.execute("DELETE FROM session WHERE account = ?", (name,))

    def enable(self, name: str) -> None:
        """Open an account again, and lift its lock."""
        with self.writing() as books:
            books.execute("UPDATE account SET disabled = 0 WHERE name = ?", (name,))
            books.execute("DELETE FROM attempt WHERE name = ?", (name,))

    def set_password(self, name: str, password: str, *, provisional: bool) -> None:
        """Give an account another password; all its sessions end, and its lock is lifted."""
        told = (passwords.scramble(password), provisional, name)
        with self.writing() as books:
            books.execute("UPDATE account SET password = ?, provisional = ? WHERE name = ?", told)
            books.execute("DELETE FROM session WHERE account = ?", (name,))
            books.execute("DELETE FROM attempt WHERE name = ?", (name,))

    def add_token(self, name: str, label: str, key: str, at: datetime) -> bool:
        """Keep an API token; False when one with this label is in force."""
        told = (passwords.fingerprint(key), name, label, at.isoformat())
        with self.writing() as books:
            made = books.execute(
                "INSERT INTO token (key, account, label, created_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                told,
            )
            return made.rowcount == 1

    def revoke_token(self, name: str, label: str, at: datetime) -> bool:
        """Take an API token out of force; False when there is none of this label."""
        with self.writing() as books:
            done = books.execute(
                "UPDATE token SET revoked_at = ? "
                "WHERE account = ? AND label = ? AND revoked_at IS NULL",
                (at.isoformat(), name, label),
            )
            return done.rowcount == 1

    def all(self) -> list[Account]:
        """Every account, by name."""
        with self.opened() as books:
            rows = books.execute(
                "SELECT name, member, created_at, disabled, provisional, "
                "(SELECT locked_until FROM attempt WHERE attempt.name = account.name) "
                "FROM account ORDER BY name"
            ).fetchall()
            held = books.execute(
                "SELECT account, label FROM token WHERE revoked_at IS NULL ORDER BY label"
            ).fetchall()
        return [
            Account(
                name,
                member,
                datetime.fromisoformat(created_at),
                bool(disabled),
                bool(provisional),
                datetime.fromisoformat(locked) if locked else None,
                tuple(label for account, label in held if account == name),
            )
            for name, member, created_at, disabled, provisional, locked in rows
        ]

    def write_visit(self, visit: Visit) -> None:
        """Add a line to the access log."""
        told = (
            visit.at.isoformat(),
            visit.account,
            visit.kind,
            visit.what[:2000],
            visit.status,
            visit.address,
            visit.token,
        )
        with self.writing() as books:
            books.execute(
                "INSERT INTO visit (at, account, kind, what, status, address, token) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                told,
            )

    def visits(self, account: str = "", newest: int = 1000) -> list[Visit]:
        """The newest lines of the access log, oldest first; of one account when it is named."""
        with self.opened() as books:
            rows = books.execute(
                "SELECT at, account, kind, what, status, address, token FROM visit "
                "WHERE ? IN ('', account) ORDER BY id DESC LIMIT ?",
                (account, newest),
            ).fetchall()
        return [
            Visit(datetime.fromisoformat(at), name, VisitKind(kind), what, status, address, token)
            for at, name, kind, what, status, address, token in reversed(rows)
        ]
