"""What the Board decides, and what may leave the house afterwards."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
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


class Deciding(StrEnum):
    """What carries a decision of the Board. Only the chair's conclusion is on by default."""

    CHAIR = "chair"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    SILENCE = "silence"


class Mode(StrEnum):
    """How the Board comes together over a report."""

    MEETING = "meeting"
    HYBRID = "hybrid"
    WRITTEN = "written"


class Vote(StrEnum):
    """The position of one seat; NONE also takes back what was said before."""

    APPROVE = "approve"
    APPROVE_WITH_COMMENTS = "approve-with-comments"
    OBJECT = "object"
    ABSTAIN = "abstain"
    NONE = "none"


class Delivery(StrEnum):
    """What became of the letter to a seat. Nothing recorded means that nobody knows."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"


class ProcedureState(StrEnum):
    """Where a written procedure stands. None of these is a decision."""

    WAITS_FOR_DELIVERY = "waits for delivery"
    STOPPED = "stopped by a bounce"
    RUNNING = "running"
    BROKEN = "broken by an objection"
    EXPIRED = "expired"


class Door(StrEnum):
    """The two ways out: the members' database and the public website."""

    MEMBERS = "members"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class BoardRule:
    """How the Board decides; not public, hence configuration. Stored with every round (R9).

    `quorum` counts the seats that must take a position; `days` is the length of a written
    procedure.
    """

    code: str
    sentence: str
    reference: str
    decides: Deciding = Deciding.CHAIR
    quorum: int = 0
    days: int = 14


@dataclass(frozen=True, slots=True)
class ApprovalRound:
    """One report with its summary before the Board, bound to exact bytes (R7, R8).

    `closes_at` is None for rounds from before it was kept. `amends` is the number of the round
    that adopted the report with the amendments this one carries out, otherwise 0.
    """

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
    mode: Mode = Mode.MEETING
    closes_at: datetime | None = None
    amends: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """A position that was taken on behalf of a seat; `proxy` names who spoke for it, or "".

    The last one recorded counts; earlier ones stay on record.
    """

    member: str
    position: Vote
    reason: str
    proxy: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryNote:
    """What is known about the letter to one seat from a moment on."""

    member: str
    state: Delivery
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Procedure:
    """Where a written procedure stands, and because of which seats (codes)."""

    state: ProcedureState
    seats: tuple[str, ...] = ()
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amendment the Board asked for; `ticked` are the hashes of the texts it was found in."""

    number: int
    text: str
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the Board said, on which bytes, and the evidence for it (rule R9).

    `minutes` is the reference of the minutes. A decision counts once somebody else than its
    recorder confirmed it, and until it is recalled.
    """

    round_number: int
    outcome: Outcome
    decided_on: date
    report_sha256: str
    summary_sha256: str
    evidence_sha256: str
    text: str
    recorded_by: str
    recorded_at: datetime
    minutes: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    recalled_by: str = ""
    recall_reason: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """What the gate reads from the clock: the moment, its zone, and how long a decision rests."""

    now: datetime
    zone: str
    quiet: timedelta
