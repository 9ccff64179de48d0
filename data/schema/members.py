"""Members and all that is dated about them: an old report must reprint as it was."""

from datetime import date

from sqlmodel import Field, UniqueConstraint

from data.schema.table import Table


class Member(Table, table=True):
    """A member of the IISG; the code holds no asterisk and never changes."""

    code: str = Field(primary_key=True)
    kind: str


class MemberName(Table, table=True):
    """The display name a member bears from a day on (EMCDDA became EUDA)."""

    __table_args__ = (UniqueConstraint("member", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    member: str = Field(foreign_key="member.code", index=True)
    name: str
    since: date
    until: date | None = None


class Membership(Table, table=True):
    """A member takes part in a pillar; memberships change in mid-cycle."""

    __table_args__ = (UniqueConstraint("member", "pillar", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    member: str = Field(foreign_key="member.code", index=True)
    pillar: str = Field(foreign_key="pillar.code", index=True)
    since: date
    until: date | None = None


class BoardSeat(Table, table=True):
    """One of the seven seats of the Board."""

    __table_args__ = (UniqueConstraint("member", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    member: str = Field(foreign_key="member.code")
    chairs: bool = False
    since: date
    until: date | None = None


class Contact(Table, table=True):
    """A function with a mailbox; `pillar` is empty where it serves all pillars."""

    __table_args__ = (UniqueConstraint("member", "pillar", "role", "email", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    member: str = Field(foreign_key="member.code", index=True)
    pillar: str = ""
    function: str
    role: str
    email: str
    language: str = "en"
    since: date
    until: date | None = None
