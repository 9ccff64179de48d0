"""Meetings the Methodology convokes: on the structure, and to consult locally and regionally."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class About(StrEnum):
    """What a meeting is on: the structure of the report, or a draft of it."""

    CONSULTATION = "consultation"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a track. `kind` tells it from the others of its track for ever.

    `starts_at` is an instant in UTC, read in the named zone (rule R16).
    """

    kind: str
    title: str
    starts_at: datetime
    zone: str
    place: str
