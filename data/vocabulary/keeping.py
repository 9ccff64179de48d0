"""What keeps the memory: files purged on purpose, and copies of a whole home."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Purged:
    """A file whose bytes were removed on purpose; its hash, the reason and a name stay."""

    sha256: str
    name: str
    at: datetime
    by: str
    reason: str

    def __str__(self) -> str:
        return (
            f"“{self.name}” ({self.sha256[:12]}) was purged on {self.at:%Y-%m-%d} by {self.by}, "
            f"because: {self.reason.rstrip('.')}."
        )


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a backup: its SHA-256, size in bytes and permissions as for chmod."""

    sha256: str
    size: int
    mode: int


@dataclass(frozen=True, slots=True)
class TextInAFile:
    """A withheld text, by its number, and the file on the shelf it was read from."""

    number: int
    text_sha256: str
    place: str
    member: str
    purged: bool
    file_sha256: str
    file_name: str
