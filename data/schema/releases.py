"""What left the house, through which door, on which decision."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class Release(Table, table=True):
    """One release; `files` maps each released path to its SHA-256."""

    __table_args__ = (UniqueConstraint("decision", "door"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    decision: int = Field(foreign_key="decision.id")
    door: str
    files: dict[str, Any] = Field(sa_type=JSON)
    released_at: datetime = Field(sa_type=Moment)
