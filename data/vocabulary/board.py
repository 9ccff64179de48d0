"""What the Board decides, and what may leave the house afterwards."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class RoundState(StrEnum):
    """The life of an approval round."""

    PREPARED = "prepared"
    OPEN = "open"
    ADOPTED = "adopted"
    ADOPTED_WITH_AMENDMENTS = "adopted with amendments"
    NOT_ADOPTED = "not adopted"
    POSTPONED = "postponed"
    VOID = "void"


class Outcome(StrEnum):
    """What the chair concluded. The value is what the command line and the form take."""

    ADOPTED = "adopted"
    ADOPTED_WITH_AMENDMENTS = "adopted-with-amendments"
    NOT_ADOPTED = "not-adopted"
    POSTPONED = "postponed"


class Door(StrEnum):
    """The two ways out: the members' database and the public website."""

    MEMBERS = "members"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class BoardRule:
    """How the Board decides; not public, hence configuration. Stored with every round (R9)."""

    code: str
    sentence: str
    reference: str


@dataclass(frozen=True, slots=True)
class ApprovalRound:
    """One report with its summary before the Board, bound to exact bytes (R7, R8)."""

    cycle: str
    pillar: str
    number: int
    report_sha256: str
    summary_sha256: str
    report_snapshot: str
    summary_snapshot: str
    rule: BoardRule
    opened_at: datetime
    state: RoundState


@dataclass(frozen=True, slots=True)
class Decision:
    """What the Board said, on which bytes, and the evidence for it (rule R9)."""

    round_number: int
    outcome: Outcome
    decided_on: date
    report_sha256: str
    summary_sha256: str
    evidence_sha256: str
    text: str
    recorded_by: str
    recorded_at: datetime
