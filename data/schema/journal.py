"""The journal and the shelf's register. Triggers refuse to change or delete their rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from data.schema.moments import Moment
from data.schema.table import Table


class JournalEntry(Table, table=True):
    """One act, chained to the one before by its hash."""

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Moment)
    who: str
    act: str
    subject: str
    facts: dict[str, Any] = Field(sa_type=JSON)
    previous: str
    hash: str = Field(unique=True)


class ShelfFile(Table, table=True):
    """A file on the shelf, named by the SHA-256 of its bytes."""

    sha256: str = Field(primary_key=True)
    name: str
    size: int
    kept_at: datetime = Field(sa_type=Moment)
