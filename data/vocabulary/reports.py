"""Drafts, comments and the snapshot every number of a report comes from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.vocabulary.cycles import Outline
from data.vocabulary.findings import Gap, PossibleOverlap
from data.vocabulary.members import Member
from data.vocabulary.needs import Need
from data.vocabulary.responses import LastYear, NeedReply, ResponseLine, SupportLine
from data.vocabulary.taxonomy import Pillar


class DraftKind(StrEnum):
    """The numbered Word files of a track, in the order of the year."""

    FIRST = "first draft"
    CONSULTATION = "consultation draft"
    FINAL = "final draft"
    SUMMARY = "summary"


class Disposition(StrEnum):
    """What became of a comment. A final draft is refused while one is open (rule R6)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    NOT_ACCEPTED = "not accepted"


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of one member on a draft. `place` is a need's number or a chapter, if given."""

    number: int
    member: str
    place: str
    text: str
    proposed: str
    received_on: date
    disposition: Disposition = Disposition.OPEN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplySituation:
    """Who was asked, and whether a reply came: `received_on` is None without one.

    `asked_on` is None when the member was not asked; `deadline` is the sentence people read.
    """

    member: Member
    asked_on: date | None
    deadline: str
    received_on: date | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one report says, frozen; the same snapshot gives the same bytes (R7, R20).

    `partners` are alphabetical by display name (R15). `responses`, `replies` and `support` hold
    only what was accepted; `last_year` maps need keys to the cycle before. `comments` holds the
    comments with their dispositions for a final draft, and is empty before.
    """

    cycle: str
    pillar: Pillar
    methodology: str
    reporting_from: date
    reporting_to: date
    outlook_to: date
    as_of: date
    outline: Outline
    partners: tuple[Member, ...]
    supporters: tuple[Member, ...]
    partner_situation: tuple[ReplySituation, ...]
    supporter_situation: tuple[ReplySituation, ...]
    needs: tuple[Need, ...]
    replies: tuple[NeedReply, ...]
    responses: tuple[ResponseLine, ...]
    support: tuple[tuple[str, SupportLine], ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[PossibleOverlap, ...]
    comments: tuple[Comment, ...]
    last_year: dict[str, LastYear]


@dataclass(frozen=True, slots=True)
class Draft:
    """One numbered Word file of one track, known by the SHA-256 of its bytes."""

    cycle: str
    pillar: str
    kind: DraftKind
    number: int
    sha256: str
    snapshot_sha256: str
    built_at: datetime
