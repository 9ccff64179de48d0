"""Methodology versions and the taxonomy; dated, so that a cycle keeps what it began with (R19)."""

from datetime import date

from sqlmodel import Field, UniqueConstraint

from data.schema.table import Table


class MethodologyVersion(Table, table=True):
    """One version of the Methodology, in force for cycles opened from a day on."""

    code: str = Field(primary_key=True)
    title: str
    adopted_on: date
    in_force_from: date


class Pillar(Table, table=True):
    """A pillar; the small final i of its code matters."""

    code: str = Field(primary_key=True)
    name: str
    area: str
    position: int
    since: date
    until: date | None = None


class SubPillar(Table, table=True):
    """One of the sub-pillars of the Methodology."""

    __table_args__ = (UniqueConstraint("number", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(index=True)
    name: str
    since: date
    until: date | None = None


class Filter(Table, table=True):
    """A row of a sub-pillar's chart."""

    __table_args__ = (UniqueConstraint("pillar", "sub_pillar", "name", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    pillar: str = Field(foreign_key="pillar.code", index=True)
    sub_pillar: int
    name: str
    position: int
    since: date
    until: date | None = None


class FrameworkReference(Table, table=True):
    """An EU document a response may be linked to."""

    __table_args__ = (UniqueConstraint("name", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    since: date
    until: date | None = None
