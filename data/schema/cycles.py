"""Cycles and what is agreed before anything is asked (Methodology I.1)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class Cycle(Table, table=True):
    """One exercise and what it pins for good (rule R19)."""

    code: str = Field(primary_key=True)
    reporting_from: date
    reporting_to: date
    outlook_to: date
    starts_on: date
    methodology: str = Field(foreign_key="methodology_version.code")
    taxonomy_on: date  # pillars, sub-pillars, filters and names as of this day
    needs_edition: str = Field(foreign_key="needs_mapping.edition")
    opened_at: datetime = Field(sa_type=Moment)


class Track(Table, table=True):
    """One pillar of a cycle; tracks advance on their own."""

    __table_args__ = (UniqueConstraint("cycle", "pillar"),)

    id: int | None = Field(default=None, primary_key=True)
    cycle: str = Field(foreign_key="cycle.code", index=True)
    pillar: str = Field(foreign_key="pillar.code")
    state: str


class CalendarVersion(Table, table=True):
    """A draft calendar; locked when every partner has agreed to it."""

    __table_args__ = (UniqueConstraint("cycle", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    cycle: str = Field(foreign_key="cycle.code", index=True)
    number: int
    proposed_at: datetime = Field(sa_type=Moment)
    locked_at: datetime | None = Field(default=None, sa_type=Moment)


class CalendarItem(Table, table=True):
    """One step of the Methodology and its one moment (rule R16)."""

    __table_args__ = (UniqueConstraint("version", "step"),)

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(foreign_key="calendar_version.id", index=True)
    step: str
    title: str
    due_at: datetime = Field(sa_type=Moment)
    zone: str


class StructureVersion(Table, table=True):
    """The proposed or agreed chapters of one report: [[sub-pillar, title, [filters]], ...]."""

    __table_args__ = (UniqueConstraint("track", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    number: int
    chapters: list[Any] = Field(sa_type=JSON)
    proposed_at: datetime = Field(sa_type=Moment)
    locked_at: datetime | None = Field(default=None, sa_type=Moment)


class Agreement(Table, table=True):
    """What one partner said of one version; never changed, the latest row counts."""

    id: int | None = Field(default=None, primary_key=True)
    cycle: str = Field(foreign_key="cycle.code", index=True)
    subject: str
    pillar: str = ""  # empty for the calendar, which all pillars share
    version: int
    member: str = Field(foreign_key="member.code")
    position: str
    text: str = ""
    evidence_sha256: str | None = Field(default=None, foreign_key="shelf_file.sha256")
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class Meeting(Table, table=True):
    """A meeting that is convoked: on the structure, local, regional, or of the Board."""

    __table_args__ = (UniqueConstraint("cycle", "pillar", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    cycle: str = Field(foreign_key="cycle.code", index=True)
    pillar: str = ""
    kind: str
    title: str
    starts_at: datetime = Field(sa_type=Moment)
    zone: str
    place: str = ""
