"""What was done, when and by whom."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act. `hash` covers the entry and the hash of the one before it."""

    number: int
    at: datetime
    who: str
    act: str
    subject: str
    facts: dict[str, str]
    previous: str
    hash: str
