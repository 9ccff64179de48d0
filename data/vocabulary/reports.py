"""Drafts, comments and the snapshot every number of a report comes from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from data.vocabulary.cycles import Outline
from data.vocabulary.findings import Gap, PossibleOverlap, SameProject
from data.vocabulary.members import Member
from data.vocabulary.narratives import NarrativeVersion
from data.vocabulary.needs import Need
from data.vocabulary.provenance import ReturnedFile
from data.vocabulary.responses import (
    LastYear,
    NeedReply,
    PlannedReply,
    ResponseLine,
    SupportLine,
)
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


# What a person may say of a comment: that it is open is where it begins, and no disposition.
SaidOfComment = Literal[Disposition.ACCEPTED, Disposition.PARTLY, Disposition.NOT_ACCEPTED]


class CommentKind(StrEnum):
    """How a comment came. Every way ends in the one register."""

    REMARK = "remark"  # typed by the Secretariat: a letter, a mail, a meeting
    MARGIN = "comment in the margin"
    INSERTION = "tracked insertion"
    DELETION = "tracked deletion"
    MOVE = "tracked move"
    FORMAT = "tracked change of format"
    EDIT = "edit without tracking"
    ANNOTATION = "annotation on a PDF"
    MAIL = "mail"
    MEETING = "conclusion of a meeting"


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of one member on a draft. `place` is a need's number or a chapter, if given.

    `quoted` is the text of the draft it is about, `anchor` the bookmark of that text, `author` the
    name its file gives. `file_sha256` and `file_place` say where it stands in a returned file.
    `answers` is the number of the comment it replies to; `same_as` that of the first one that says
    the same (0: none). `resolved` is what the file says; it disposes of nothing.
    """

    number: int
    member: str
    place: str
    text: str
    proposed: str
    received_on: date
    disposition: Disposition = Disposition.OPEN
    reason: str = ""
    kind: CommentKind = CommentKind.REMARK
    author: str = ""
    quoted: str = ""
    anchor: str = ""
    file_sha256: str = ""
    file_place: str = ""
    answers: int = 0
    same_as: int = 0
    resolved: bool = False


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
    comments with their dispositions for a final draft, and is empty before. `planned` says what
    became of the items planned in the cycle before, `files` names every returned file the answers
    come from, `narratives` holds the newest words of people at each place, `same_projects` the
    reports of one project that a person confirmed as such, `neighbours` the codes of partners that
    share a land border/boundary, each pair once.
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
    planned: tuple[PlannedReply, ...] = ()
    files: tuple[ReturnedFile, ...] = ()
    narratives: tuple[NarrativeVersion, ...] = ()
    same_projects: tuple[SameProject, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()


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
