"""Where members may wish to talk to each other, and what both sides of a support say."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import ResponseLine, SupportLine


class PotentialKind(StrEnum):
    """Why a talk may be worth while. None of them is an assessment of anybody."""

    SAME_FILTER = "the same filter in several partners"
    SAME_SUPPORTER = "the same member supports neighbouring partners under one filter"
    SAME_QUARTER = "activities planned under one filter in the same quarter"


@dataclass(frozen=True, slots=True)
class Potential:
    """One potential for coordination. Codes and keys keep the order of the report (R15).

    `members` are the partners concerned, `needs` the keys of their needs. `supporter` is the code
    of the supporting member and `titles` are its projects; `quarter` reads “Q3 2026”; `lines` holds
    the planned statements. What does not belong to the kind stays empty.
    """

    kind: PotentialKind
    sub_pillar: int
    filter: str
    members: tuple[str, ...]
    needs: tuple[str, ...]
    supporter: str = ""
    titles: tuple[str, ...] = ()
    quarter: str = ""
    lines: tuple[ResponseLine, ...] = ()
    projects: tuple[SupportLine, ...] = ()


class Named(StrEnum):
    """Who names a support: “we support you” held against “they support us”."""

    BOTH = "named by both"
    SUPPORTER_ONLY = "named by the supporting member only"
    PARTNER_ONLY = "named by the partner only"
    PARTNER_NOT_HEARD = "named by the supporting member; no information from the partner to compare"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One support of one need as its two sides name it.

    `supporter` and `title` are empty where only the partner names it; `as_partner` holds the
    partner's own words and is empty where only the supporting member does.
    """

    need: str
    member: str
    named: Named
    supporter: str = ""
    title: str = ""
    as_partner: str = ""
    line: SupportLine | None = None
    response: ResponseLine | None = None
