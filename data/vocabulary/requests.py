"""What is sent and what comes back: requests, letters and returns."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.vocabulary.findings import Finding
from data.vocabulary.needs import Need
from data.vocabulary.responses import (
    LastYear,
    NeedReply,
    Place,
    PlannedReply,
    ResponseLine,
    SupportLine,
)


class RequestKind(StrEnum):
    """A partner is asked for responses; any other member for support (rule R3)."""

    RESPONSE = "response"
    SUPPORT = "support"


class RequestState(StrEnum):
    """The life of a request (domain, section 7)."""

    DRAFT = "draft"
    HELD = "held"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    PARTLY_RECEIVED = "partly received"
    RECEIVED = "received"
    QUERIED = "queried"
    CONFIRMED = "confirmed"
    CLOSED_WITHOUT_REPLY = "closed without reply"
    DECLINED = "declined"


class ReturnState(StrEnum):
    """The life of a returned workbook."""

    RECEIVED = "received"
    HELD = "held"
    REJECTED = "rejected"
    READ = "read"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


class LetterState(StrEnum):
    """Letters are held as files until a person releases them."""

    HELD = "held"
    RELEASED = "released"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Request:
    """One workbook asked of one member for one track.

    `reference` is the identity that travels inside the workbook: 2025-WBCTi-AL-response.
    """

    reference: str
    cycle: str
    pillar: str
    member: str
    kind: RequestKind
    deadline: datetime
    zone: str
    state: RequestState = RequestState.DRAFT


@dataclass(frozen=True, slots=True)
class RequestForm:
    """All that a request workbook shows; the edge that draws it needs nothing else.

    `last_year` maps a need's key to what the same partner reported in the cycle before;
    `deadline` is already the sentence people read ("Friday 13 March 2026, 17:00 CET").
    `owner_names` maps member codes to display names (support workbooks list several partners).
    `language` is the code of a language file; `eu_references` is the EU reference list offered;
    `outlook_days` are the first and last day of the outlook, for the checks inside the workbook.
    """

    reference: str
    kind: RequestKind
    template_version: str
    member_name: str
    pillar: str
    pillar_name: str
    cycle: str
    period: str
    outlook: str
    deadline: str
    contact: str
    sub_pillars: tuple[tuple[int, str], ...]
    needs: tuple[Need, ...]
    owner_names: dict[str, str]
    last_year: dict[str, LastYear]
    language: str = "en"
    eu_references: tuple[str, ...] = ()
    outlook_days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a letter."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, ready to be written as a message.

    `key` says what the letter is about and is unique for ever: the same act never makes a second
    letter (rule R17). The Message-ID is derived from it.
    """

    key: str
    kind: str
    to: tuple[str, ...]
    copy_to: tuple[str, ...]
    subject: str
    text: str
    html: str
    written_at: datetime
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one returned workbook says, before anything is believed.

    `identities` maps the three places of identity (property, hidden sheet, visible cell) to the
    request reference found there, empty where nothing was found. `unplaced` lists text that stands
    outside every known cell, with its place: nothing is lost. `findings` are those of the reading.
    `part` is the sub-pillar of one part of a split workbook, empty for a whole one.
    """

    kind: RequestKind | None
    identities: dict[str, str]
    template_version: str
    replies: tuple[NeedReply, ...]
    responses: tuple[ResponseLine, ...]
    support: tuple[SupportLine, ...]
    additional: tuple[tuple[Place, str], ...]
    unplaced: tuple[tuple[Place, str], ...]
    findings: tuple[Finding, ...]
    planned: tuple[PlannedReply, ...] = ()
    part: str = ""
