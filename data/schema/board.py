"""What went to the Board and what it decided."""

from datetime import date, datetime

from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class ApprovalRound(Table, table=True):
    """One report with its summary before the Board, bound to exact bytes (rules R7 to R9)."""

    __table_args__ = (UniqueConstraint("track", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    track: int = Field(foreign_key="track.id", index=True)
    number: int
    draft: int = Field(foreign_key="draft.id")
    summary: int = Field(foreign_key="summary.id")
    report_sha256: str = Field(foreign_key="shelf_file.sha256")
    summary_sha256: str = Field(foreign_key="shelf_file.sha256")
    rule_code: str
    rule_sentence: str
    rule_reference: str
    state: str
    opened_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    rule_decides: str = Field(default="chair", sa_column_kwargs={"server_default": "chair"})
    rule_quorum: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    mode: str = Field(default="meeting", sa_column_kwargs={"server_default": "meeting"})
    closes_at: datetime | None = Field(default=None, sa_type=Moment)
    amends: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class BoardPosition(Table, table=True):
    """A seat in force on the day the round opened, and the position it took."""

    __table_args__ = (UniqueConstraint("round", "member"),)

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="approval_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    chairs: bool = False
    position: str = "none"
    reason: str = ""
    recorded_by: str = ""
    recorded_at: datetime | None = Field(default=None, sa_type=Moment)


class Decision(Table, table=True):
    """What the Board said on which bytes, and the evidence for it; never changed (rule R9)."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="approval_round.id", index=True)
    outcome: str
    decided_on: date
    report_sha256: str = Field(foreign_key="shelf_file.sha256")
    summary_sha256: str = Field(foreign_key="shelf_file.sha256")
    evidence_sha256: str = Field(foreign_key="shelf_file.sha256")
    text: str = ""
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)
    minutes: str = Field(default="", sa_column_kwargs={"server_default": ""})


class DecisionConfirmation(Table, table=True):
    """The second person who held the decision against its evidence; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    decision: int = Field(foreign_key="decision.id", index=True, unique=True)
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class DecisionRecall(Table, table=True):
    """A decision taken back before publication, and why; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    decision: int = Field(foreign_key="decision.id", index=True, unique=True)
    reason: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class BoardVoice(Table, table=True):
    """What was said on behalf of a seat, one row each time it was said; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="approval_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    position: str
    reason: str
    proxy: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class BoardDelivery(Table, table=True):
    """What became of the letter to a seat, one row each time it was learnt; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="approval_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    state: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class Amendment(Table, table=True):
    """One amendment with which the Board adopted a report; never changed."""

    __table_args__ = (UniqueConstraint("round", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="approval_round.id", index=True)
    number: int
    text: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class AmendmentTick(Table, table=True):
    """A person found an amendment in a text, held against the one the Board saw; never changed."""

    __table_args__ = (UniqueConstraint("amendment", "report_sha256"),)

    id: int | None = Field(default=None, primary_key=True)
    amendment: int = Field(foreign_key="amendment.id", index=True)
    report_sha256: str = Field(foreign_key="shelf_file.sha256")
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)
