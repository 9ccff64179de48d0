"""Methodology versions and the taxonomy; dated, so that a cycle keeps what it began with (R19)."""

from datetime import date, datetime

from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
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


class LaidVersion(Table, table=True):
    """A version as its files give it, laid for an adopted proposal; never changed.

    It may be laid anew until a second person confirms it; the newest row of a code counts.
    """

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(index=True)
    title: str
    proposal: int = Field(foreign_key="proposal.number", index=True)
    agreed: str
    adopted_on: date
    since: date
    templates: str
    methodology_sha256: str = Field(foreign_key="shelf_file.sha256")
    calendar_sha256: str = Field(foreign_key="shelf_file.sha256")
    taxonomy_sha256: str = Field(foreign_key="shelf_file.sha256")
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class LaidOffset(Table, table=True):
    """A step of a laid version and its working days after the start; never changed.

    `hour` is the one at which a meeting begins, None for a deadline.
    """

    __table_args__ = (UniqueConstraint("laid", "step"),)

    id: int | None = Field(default=None, primary_key=True)
    laid: int = Field(foreign_key="laid_version.id", index=True)
    step: str
    title: str
    working_days: int
    source: str
    hour: int | None = None


class LaidPillar(Table, table=True):
    """A pillar of a laid version; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    laid: int = Field(foreign_key="laid_version.id", index=True)
    code: str
    name: str
    area: str
    since: date
    until: date | None = None


class LaidSubPillar(Table, table=True):
    """A sub-pillar of a laid version; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    laid: int = Field(foreign_key="laid_version.id", index=True)
    number: int
    name: str
    since: date
    until: date | None = None


class LaidFilter(Table, table=True):
    """A filter of a laid version, in the order of its chart; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    laid: int = Field(foreign_key="laid_version.id", index=True)
    pillar: str
    sub_pillar: int
    name: str
    since: date
    until: date | None = None


class LaidTemplate(Table, table=True):
    """A template a laid version brings, by its place among the templates; never changed."""

    __table_args__ = (UniqueConstraint("laid", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    laid: int = Field(foreign_key="laid_version.id", index=True)
    name: str
    sha256: str = Field(foreign_key="shelf_file.sha256")


class VersionConfirmation(Table, table=True):
    """The second person through whom a laid version came into force; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    version: str = Field(foreign_key="methodology_version.code", unique=True, index=True)
    laid: int = Field(foreign_key="laid_version.id", unique=True, index=True)
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)
