"""Needs mappings, needs and where each need comes from."""

from datetime import datetime

from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class NeedsMapping(Table, table=True):
    """One edition of the (biennial) Needs Mapping report, as imported from its register."""

    edition: str = Field(primary_key=True)
    title: str
    register_sha256: str = Field(foreign_key="shelf_file.sha256")
    imported_at: datetime = Field(sa_type=Moment)


class Need(Table, table=True):
    """One mapped need. `key` is its identity; the number is what people call it in an edition."""

    __table_args__ = (UniqueConstraint("edition", "number"),)

    key: str = Field(primary_key=True)
    edition: str = Field(foreign_key="needs_mapping.edition", index=True)
    position: int  # the order of the register, kept for people who know it by heart
    number: str
    member: str = Field(foreign_key="member.code", index=True)
    pillar: str = Field(foreign_key="pillar.code", index=True)
    sub_pillar: int
    filter: str
    title: str
    description: str = ""
    perspective: str = ""
    category: str = ""
    institution: str = ""
    eu_reference: str = ""
    status: str


class NeedLineage(Table, table=True):
    """A need replaces another one; splits and merges give several rows."""

    need: str = Field(foreign_key="need.key", primary_key=True)
    predecessor: str = Field(foreign_key="need.key", primary_key=True)
