"""What a return says, cell by cell: every row names the cell it was read from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class NeedReply(Table, table=True):
    """The answer state of one need; empty where the partner chose nothing (rule R11)."""

    __table_args__ = (UniqueConstraint("return_id", "need"),)

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    need: str = Field(foreign_key="need.key", index=True)
    state: str = ""
    later_on: str = ""
    sheet: str
    cell: str


class Response(Table, table=True):
    """One line of a partner's own effort on its own need; a need may have several."""

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    need: str = Field(foreign_key="need.key", index=True)
    line: int
    kind: str = ""
    text: str
    instrument: str = ""
    reference: str = ""
    date_text: str = ""
    on: date | None = None
    with_project_support: str
    project: str = ""
    eu_reference: str = ""
    sheet: str
    cell: str


class PlannedReply(Table, table=True):
    """What one return says of one item the member planned in the cycle before (rule R13)."""

    __table_args__ = (UniqueConstraint("return_id", "need", "item"),)

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    need: str = Field(foreign_key="need.key", index=True)
    item: int
    follow_up: str = ""
    remark: str = ""
    sheet: str
    cell: str


class SupportProject(Table, table=True):
    """A project as one member reports it. Budgets are text: optional and never summed."""

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    title: str
    implementer: str = ""
    donors: str = ""
    activity: str = ""
    start_text: str = ""
    end_text: str = ""
    budget: str = ""
    currency: str = ""
    status: str = ""


class SupportLink(Table, table=True):
    """A project supports a need; the place is where the reporter says so."""

    id: int | None = Field(default=None, primary_key=True)
    project: int = Field(foreign_key="support_project.id", index=True)
    need: str = Field(foreign_key="need.key", index=True)
    line: int
    sheet: str
    cell: str


class ReturnedText(Table, table=True):
    """Text from outside the known cells of a return: nothing that was written is lost."""

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    kind: str  # additional (the sheet meant for it) or unplaced
    sheet: str
    cell: str
    text: str


class WithheldText(Table, table=True):
    """A text the screen found sensitive: held from every draft until a named person decides."""

    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return.id", index=True)
    part: str  # response, support, reply, planned, additional or unplaced
    need: str = ""
    line: int = 0
    sheet: str
    cell: str
    reasons: list[Any] = Field(sa_type=JSON)
    text_sha256: str
    state: str
    decided_by: str = ""
    reason: str = ""
    decided_at: datetime | None = Field(default=None, sa_type=Moment)


class ConfirmedBlank(Table, table=True):
    """A member confirmed that a row it left blank is to be empty (rule R5)."""

    __table_args__ = (UniqueConstraint("request", "need", "line"),)

    id: int | None = Field(default=None, primary_key=True)
    request: str = Field(foreign_key="request.reference", index=True)
    need: str = Field(foreign_key="need.key", index=True)
    line: int
    confirmed_by: str
    confirmed_at: datetime = Field(sa_type=Moment)
