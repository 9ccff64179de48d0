"""Who takes part: members, their names and memberships, board seats and contacts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MemberKind(StrEnum):
    """What a member is. Partners map their own needs; all others form the Support Group."""

    PARTNER = "wb partner"
    EU_INSTITUTION = "EU institution"
    EU_AGENCY = "EU agency"
    REGIONAL = "regional organisation"
    INTERNATIONAL = "international organisation"
    BILATERAL = "bilateral"
    IMPLEMENTER = "implementer"


class ContactRole(StrEnum):
    """Formal letters go to the coordinator with the technical contact in copy."""

    COORDINATOR = "coordinator"
    TECHNICAL = "technical"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Validity:
    """A span of days, both ends included; an open end is None."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the IISG under the display name it bears on a given day.

    `code` never changes and holds no asterisk; `name` is for people (rule R14: Kosovo*).
    """

    code: str
    name: str
    kind: MemberKind

    @property
    def is_partner(self) -> bool:
        return self.kind is MemberKind.PARTNER


@dataclass(frozen=True, slots=True)
class Contact:
    """A function that receives letters for a member; `pillar` is empty for all pillars.

    `language` is the code of the language its workbooks and receipts are written in.
    """

    member: str
    pillar: str
    function: str
    role: ContactRole
    email: str
    validity: Validity
    language: str = "en"


@dataclass(frozen=True, slots=True)
class BoardSeat:
    """One of the seven seats of the Board."""

    member: str
    name: str
    chairs: bool


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """One line of a members register, as read: names, pillars and seat of one member."""

    code: str
    name: str
    kind: MemberKind
    has_seat: bool
    chairs: bool
    pillars: tuple[str, ...]
    validity: Validity


@dataclass(frozen=True, slots=True)
class MembersRegister:
    """All that a members register says, ready to be kept."""

    members: tuple[MemberEntry, ...]
    contacts: tuple[Contact, ...]
