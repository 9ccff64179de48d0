"""What was sent and what came back."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class Request(Table, table=True):
    """The workbook asked of one member for one track."""

    __table_args__ = (UniqueConstraint("track", "member", "kind"),)

    reference: str = Field(primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    member: str = Field(foreign_key="member.code", index=True)
    kind: str
    state: str
    deadline: datetime = Field(sa_type=Moment)
    zone: str
    template_version: str
    workbook_sha256: str = Field(foreign_key="shelf_file.sha256")
    file_name: str
    created_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)


class Letter(Table, table=True):
    """One letter for one act. The key is unique for ever: no act writes a second one (R17)."""

    key: str = Field(primary_key=True)
    kind: str
    cycle: str | None = Field(default=None, foreign_key="cycle.code", index=True)
    pillar: str = ""
    member: str = ""
    request: str | None = Field(default=None, foreign_key="request.reference", index=True)
    receivers: list[Any] = Field(sa_type=JSON)
    copies: list[Any] = Field(sa_type=JSON)
    subject: str
    file_name: str = Field(unique=True)
    eml_sha256: str = Field(foreign_key="shelf_file.sha256")
    state: str
    held_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)


class Return(Table, table=True):
    """A file that came back. The same bytes are one return, under whatever name they come."""

    __table_args__ = (UniqueConstraint("request", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    request: str | None = Field(default=None, foreign_key="request.reference", index=True)
    number: int | None = None  # counts the accepted returns of a request
    sha256: str = Field(foreign_key="shelf_file.sha256", unique=True)
    file_name: str
    sender: str = ""
    arrived_at: datetime = Field(sa_type=Moment)
    state: str
    reason: str = ""
    part: str = ""  # the sub-pillar, where the file is one part of a split workbook
