"""What the Secretariat works out from needs and answers before it writes a word."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.board import RoundState
from data.vocabulary.cycles import TrackState
from data.vocabulary.members import Member
from data.vocabulary.needs import Need, NeedAge
from data.vocabulary.responses import NeedReply, PlannedReply, ResponseLine, SupportLine


class Standing(StrEnum):
    """Where one need stands, the four absences of rule R11 kept apart."""

    REPORTED = "statements reported"
    NOTHING_TO_REPORT = "nothing to report"
    NOT_SHAREABLE = "information not shareable"
    LATER = "information announced for later"
    NOT_APPLICABLE = "not applicable"
    NO_REPLY = "no information received"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class NeedState:
    """One need, its standing and the statements that may be shown for it.

    `statements` is empty when the partner says its information is not shareable, whatever else it
    wrote; `later_on` holds the partner's own words of when it will answer, `reply` its choice with
    the cell it was made in.
    """

    need: Need
    standing: Standing
    statements: tuple[ResponseLine, ...] = ()
    later_on: str = ""
    reply: NeedReply | None = None


@dataclass(frozen=True, slots=True)
class ReplyCount:
    """How many members of one side were asked, and how many of these had replied."""

    asked: int
    replied: int


@dataclass(frozen=True, slots=True)
class EmptyFilter:
    """A filter on which every partner concerned replied and none reports a response."""

    sub_pillar: int
    filter: str
    members: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What one partner reports under one heading (a sub-pillar, or a filter of it).

    `needs` is the sum of `reported` and the six other standings; `statements` counts lines.
    """

    member: str
    sub_pillar: int
    filter: str
    needs: int
    reported: int
    statements: int
    not_asked: int
    no_reply: int
    nothing_to_report: int
    not_shareable: int
    later: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class NeedsCount:
    """The needs of one partner under one sub-pillar, by status and by age."""

    member: str
    sub_pillar: int
    open: int
    partly_met: int
    met: int
    new: int
    carried_over: int
    replaced: int

    @property
    def total(self) -> int:
        return self.open + self.partly_met + self.met


@dataclass(frozen=True, slots=True)
class FilterCount:
    """How many needs, of how many partners, stand under one filter."""

    sub_pillar: int
    filter: str
    needs: int
    partners: int


@dataclass(frozen=True, slots=True)
class NeedsAnalysis:
    """The internal analysis of the latest needs (Methodology I.1, step 2).

    `compared` is False without an earlier edition; then every age count is 0 and `ages` is empty.
    `ages` pairs a need's key with its age; `no_longer_listed` are needs of the edition before that
    were neither carried over nor replaced.
    """

    compared: bool
    counts: tuple[NeedsCount, ...]
    filters: tuple[FilterCount, ...]
    ages: tuple[tuple[str, NeedAge], ...]
    no_longer_listed: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class AgreementStanding:
    """Where the partners stand on one version of the calendar or of a structure (rule R1).

    `commented` pairs a partner with its words. Partners are alphabetical by display name.
    """

    subject: str
    version: int
    agreed: tuple[Member, ...]
    commented: tuple[tuple[Member, str], ...]
    silent: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An older answer a newer return left blank: it stays until the partner confirms (rule R5)."""

    need: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class MergedAnswers:
    """What a member's accepted returns say together, newest first, row by row (rule R5)."""

    replies: tuple[NeedReply, ...]
    responses: tuple[ResponseLine, ...]
    support: tuple[SupportLine, ...]
    kept: tuple[KeptAnswer, ...]
    planned: tuple[PlannedReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a decision of the Board does to its round and to the track."""

    round: RoundState
    track: TrackState
