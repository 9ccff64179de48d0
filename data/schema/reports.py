"""Findings, drafts, summaries and comments of a track."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class Finding(Table, table=True):
    """What a person should look at, of a return or of a track; `state` is a person's word on it."""

    __table_args__ = (UniqueConstraint("track", "return_id", "code", "sheet", "cell", "message"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int | None = Field(default=None, foreign_key="track.id", index=True)
    return_id: int | None = Field(default=None, foreign_key="return.id", index=True)
    need: str | None = Field(default=None, foreign_key="need.key")
    code: str
    severity: str
    sheet: str = ""
    cell: str = ""
    message: str
    remedy: str
    state: str = "open"  # open, confirmed or dismissed
    found_at: datetime = Field(sa_type=Moment)


class Draft(Table, table=True):
    """A numbered Word file of a track and the snapshot every word of it comes from."""

    __table_args__ = (UniqueConstraint("track", "kind", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    kind: str
    number: int
    sha256: str = Field(foreign_key="shelf_file.sha256")
    snapshot_sha256: str = Field(foreign_key="shelf_file.sha256")
    file_name: str
    built_at: datetime = Field(sa_type=Moment)


class Summary(Table, table=True):
    """The public companion of a final draft."""

    __table_args__ = (UniqueConstraint("track", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    number: int
    sha256: str = Field(foreign_key="shelf_file.sha256")
    snapshot_sha256: str = Field(foreign_key="shelf_file.sha256")
    file_name: str
    built_at: datetime = Field(sa_type=Moment)


class Comment(Table, table=True):
    """One remark of one member and what became of it (rule R6)."""

    __table_args__ = (UniqueConstraint("track", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    number: int
    member: str = Field(foreign_key="member.code")
    place: str = ""
    text: str
    proposed: str = ""
    received_on: date
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)
    disposition: str = "open"
    reason: str = ""
    disposed_by: str = ""
    disposed_at: datetime | None = Field(default=None, sa_type=Moment)
    kind: str = "remark"
    author: str = ""
    quoted: str = ""
    anchor: str = ""
    file_sha256: str | None = Field(default=None, foreign_key="shelf_file.sha256", index=True)
    file_place: str = ""
    answers: int = 0
    same_as: int = 0
    resolved: bool = False


class Narrative(Table, table=True):
    """One version of the words people wrote at one place; versions are only ever added."""

    __table_args__ = (UniqueConstraint("track", "place", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    place: str
    number: int
    text: str
    author: str
    origin: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class PossibleOverlap(Table, table=True):
    """Two reports that may speak of one project or overlap, and the Secretariat's word (R12).

    The reports are kept as they were shown to the person who decided.
    """

    __table_args__ = (UniqueConstraint("track", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    key: str
    kind: str
    first: dict[str, Any] = Field(sa_type=JSON)
    second: dict[str, Any] = Field(sa_type=JSON)
    needs: list[Any] = Field(sa_type=JSON)
    score: float
    matched: list[Any] = Field(sa_type=JSON)
    agree: list[Any] = Field(sa_type=JSON)
    clash: list[Any] = Field(sa_type=JSON)
    because: str
    state: str = "open"
    decided_by: str = ""
    reason: str = ""
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    found_at: datetime = Field(sa_type=Moment)
