"""Mapped needs and where they come from."""

from dataclasses import dataclass
from enum import StrEnum


class NeedStatus(StrEnum):
    """What the Needs Mapping report says of a need."""

    OPEN = "open"
    PARTLY_MET = "partly met"
    MET = "met"


class NeedAge(StrEnum):
    """Where a need stands against the edition before."""

    NEW = "new"
    CARRIED_OVER = "carried over"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Need:
    """One mapped need of one partner.

    `key` is its stable identity: it survives renumbering and travels hidden in workbooks.
    `replaces` holds the numbers of its predecessors in the edition before (splits and merges
    give several). `member` and `pillar` are codes, `sub_pillar` is 1 to 4.
    """

    key: str
    number: str
    member: str
    pillar: str
    sub_pillar: int
    filter: str
    title: str
    description: str = ""
    perspective: str = ""
    category: str = ""
    institution: str = ""
    eu_reference: str = ""
    status: NeedStatus = NeedStatus.OPEN
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsRegister:
    """One edition of the needs register, ready to be kept."""

    edition: str
    title: str
    needs: tuple[Need, ...]
