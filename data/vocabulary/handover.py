"""What an officer who takes a cycle over is told."""

from dataclasses import dataclass

from data.vocabulary.cycles import CalendarItem, Cycle
from data.vocabulary.members import BoardSeat, Contact
from data.vocabulary.status import TrackStatus


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """A letter of the cycle: its kind, its file in the outbox, and whether it went out."""

    kind: str
    file_name: str
    state: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FileOnRecord:
    """A file of the cycle: what it is, its name, its state and its place on the shelf."""

    what: str
    name: str
    state: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A cycle as it stands; contacts pair a member's display name with its function."""

    cycle: Cycle
    statuses: tuple[TrackStatus, ...]
    calendar: tuple[CalendarItem, ...]
    contacts: tuple[tuple[str, Contact], ...]
    seats: tuple[BoardSeat, ...]
    letters: tuple[HeldLetter, ...]
    files: tuple[FileOnRecord, ...]
    acts: tuple[tuple[str, str, str, str], ...]
    on: str
    head: str
