"""Proposals to amend the Methodology before the Board (Methodology, final section).

The rounds of reports are bound to a track, a draft and a summary. A proposal has none of them, so
its rounds stand in tables of their own; the same rules decide on both.
"""

from datetime import date, datetime

from sqlmodel import Field, UniqueConstraint

from data.schema.moments import Moment
from data.schema.table import Table


class Proposal(Table, table=True):
    """What a partner proposes to amend, and why; never changed."""

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    member: str = Field(foreign_key="member.code")
    text: str
    reason: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class ProposalFile(Table, table=True):
    """A file a partner sent along with its proposal; never changed."""

    __table_args__ = (UniqueConstraint("proposal", "sha256"),)

    id: int | None = Field(default=None, primary_key=True)
    proposal: int = Field(foreign_key="proposal.number", index=True)
    name: str
    sha256: str = Field(foreign_key="shelf_file.sha256")


class ProposalRound(Table, table=True):
    """A proposal before the Board, bound to the paper that was sent; only its state moves."""

    __table_args__ = (UniqueConstraint("proposal", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    proposal: int = Field(foreign_key="proposal.number", index=True)
    number: int
    paper_sha256: str = Field(foreign_key="shelf_file.sha256")
    paper_name: str
    rule_code: str
    rule_sentence: str
    rule_reference: str
    rule_decides: str
    rule_quorum: int
    mode: str
    opened_at: datetime = Field(sa_type=Moment)
    closes_at: datetime = Field(sa_type=Moment)
    state: str
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class ProposalSeat(Table, table=True):
    """A seat in force on the day the round opened; never changed."""

    __table_args__ = (UniqueConstraint("round", "member"),)

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="proposal_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    chairs: bool


class ProposalVoice(Table, table=True):
    """What was said on behalf of a seat, one row each time it was said; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="proposal_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    position: str
    reason: str
    proxy: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class ProposalDelivery(Table, table=True):
    """What became of the letter to a seat, one row each time it was learnt; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="proposal_round.id", index=True)
    member: str = Field(foreign_key="member.code")
    state: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class ProposalDecision(Table, table=True):
    """What the Board said of a proposal on which bytes, and the evidence; never changed (R9)."""

    id: int | None = Field(default=None, primary_key=True)
    round: int = Field(foreign_key="proposal_round.id", index=True)
    outcome: str
    decided_on: date
    paper_sha256: str = Field(foreign_key="shelf_file.sha256")
    evidence_sha256: str = Field(foreign_key="shelf_file.sha256")
    minutes: str
    text: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class ProposalConfirmation(Table, table=True):
    """The second person who held the decision against its evidence; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    decision: int = Field(foreign_key="proposal_decision.id", index=True, unique=True)
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)


class ProposalRecall(Table, table=True):
    """A decision on a proposal taken back before a version came of it; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    decision: int = Field(foreign_key="proposal_decision.id", index=True, unique=True)
    reason: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=Moment)
