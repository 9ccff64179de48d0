"""What changed since the cycle before, need by need, and what became of intentions (rule R13)."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import PlannedReply


class Trend(StrEnum):
    """Where a need stands against the cycle before, found by its lineage."""

    ADVANCED = "advanced"
    UNCHANGED = "unchanged"
    REOPENED = "reopened"
    NEW = "new"
    MET = "met"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class NeedTrend:
    """One need and its change. `since` is the cycle compared with, empty for a new need."""

    need: str
    trend: Trend
    since: str
    because: str


class IntentionState(StrEnum):
    """What this cycle holds on something planned in the one before. An intention binds nobody."""

    DONE = "reported as done"
    STILL_PLANNED = "still planned"
    CHANGED = "changed"
    RESPONSES = "responses reported on the need"
    NOT_SHAREABLE = "information not shareable"
    NO_INFORMATION = "no information received on this item"


@dataclass(frozen=True, slots=True)
class Intention:
    """One item planned in an earlier cycle, and what is said of it now.

    `item` counts the planned items of the need from 1; `follow_up` is the partner's own choice
    with its place, None without one.
    """

    need: str
    item: int
    cycle: str
    text: str
    state: IntentionState
    remark: str = ""
    follow_up: PlannedReply | None = None
