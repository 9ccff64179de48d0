"""A rehearsal: a screenplay of stations, and members who answer like people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Habit(StrEnum):
    """How a simulated member answers a request."""

    COMPLETE = "complete"
    SLOPPY = "sloppy"
    WRONG_FILE_FIRST = "wrong file first"
    NIL_RETURN = "nil return"
    LATE = "late"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Station:
    """One line of the screenplay: at a moment, a verb with its arguments.

    `number` counts through all cycles of a rehearsal; `label` is what the progress display says.
    """

    number: int
    moment: datetime
    label: str
    verb: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RehearsedCycle:
    """What a screenplay needs to know of a cycle: its days and the numbers people speak of.

    `needs` maps each pillar to pairs (partner, number of one of its needs).
    """

    code: str
    place: int
    days: Mapping[str, datetime]
    pillars: tuple[str, ...]
    partners: tuple[str, ...]
    needs: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class RehearsalLine:
    """One cycle of a rehearsal, counted."""

    cycle: str
    asked: int
    answered: int
    findings: int
    drafts: int
    decisions: int
    released: int


@dataclass(frozen=True, slots=True)
class RehearsalOutcome:
    """What a rehearsal leaves behind: counts, where to look, and one hash over every output."""

    lines: tuple[RehearsalLine, ...]
    paths: tuple[tuple[str, str], ...]
    outputs: int
    fingerprint: str
    head: str
