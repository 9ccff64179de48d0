"""Provenance: from a sentence of a report back to the cell it was read from."""

from dataclasses import dataclass
from datetime import date

from data.vocabulary.responses import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One accepted file a report draws on. `number` counts the accepted returns of the request."""

    sha256: str
    member: str
    request: str
    number: int
    file_name: str
    received_on: date


@dataclass(frozen=True, slots=True)
class Source:
    """Where one statement of a report comes from.

    `says` is what was read there. Without a file (a need of the register, a count) `file` is None
    and `says` names the record instead.
    """

    need: str
    member: str
    says: str
    file: ReturnedFile | None = None
    place: Place = NOWHERE
