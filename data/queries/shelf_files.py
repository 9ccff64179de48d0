"""The register of the shelf: which files are kept under which SHA-256."""

from datetime import datetime

from sqlmodel import Session, select

from data import schema


def register(session: Session, sha256: str, name: str, size: int, at: datetime) -> None:
    """Note that a file is on the shelf; the same bytes are noted once, under their first name."""
    if session.get(schema.ShelfFile, sha256) is None:
        session.add(schema.ShelfFile(sha256=sha256, name=name, size=size, kept_at=at))
        session.flush()


def all_hashes(session: Session) -> list[tuple[str, str]]:
    """Every (SHA-256, name) that must be on the shelf."""
    rows = session.exec(select(schema.ShelfFile).order_by(schema.ShelfFile.sha256))
    return [(row.sha256, row.name) for row in rows]
