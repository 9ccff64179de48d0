"""Findings, drafts, summaries and comments of a track."""

from datetime import date, datetime

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
