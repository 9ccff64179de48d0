"""The exercise itself: cycles, tracks, calendar, structure and the partners' agreement."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TrackState(StrEnum):
    """Where one pillar of a cycle stands, in the order of the year (Methodology I.1 to I.4)."""

    PLANNED = "planned"
    PREPARING = "preparing"
    STRUCTURE_AGREED = "structure agreed"
    COLLECTING = "collecting"
    FIRST_DRAFT = "first draft"
    CONSULTING = "consulting"
    FINAL_DRAFT = "final draft"
    WITH_THE_BOARD = "with the Board"
    APPROVED = "approved"
    IN_THE_DATABASE = "in the database"
    SUMMARY_PUBLISHED = "summary published"
    CLOSED = "closed"


class Subject(StrEnum):
    """What partners agree to before anything is asked of them (rule R1)."""

    CALENDAR = "calendar"
    STRUCTURE = "structure"


class Position(StrEnum):
    """What a partner said of the calendar or the structure."""

    AGREED = "agreed"
    COMMENTS = "comments"


class Step(StrEnum):
    """The dated steps of the Methodology; a calendar gives each one moment."""

    CALENDAR_AGREED = "calendar agreed"
    STRUCTURE_MEETING = "structure meeting"
    REQUEST = "request for information"
    DELIVERY = "delivery of information"
    FIRST_DRAFT = "first draft"
    SUPPORT_DELIVERY = "delivery of support information"
    CONSULTATION = "consultation draft"
    COMMENTS = "comments on the draft"
    FINAL_DRAFT = "final draft"
    BOARD = "Board"
    PUBLICATION = "publication"


DatedStep = Step | str
"""A step of a calendar: one the program knows, or the name of one a later version added."""

# The program acts on the moment of each of these, so that every calendar has them, in this order.
# The others are dates that people keep.
ACTED_ON = (
    Step.CALENDAR_AGREED,
    Step.STRUCTURE_MEETING,
    Step.DELIVERY,
    Step.SUPPORT_DELIVERY,
    Step.CONSULTATION,
    Step.COMMENTS,
    Step.BOARD,
)


def step_named(name: str) -> DatedStep:
    """The step of this name; one that the program does not know keeps its name alone."""
    return Step(name) if name in set(Step) else name


@dataclass(frozen=True, slots=True)
class Cycle:
    """One exercise. What it pins (methodology, taxonomy day, needs edition) never changes (R19)."""

    code: str
    reporting_from: date
    reporting_to: date
    outlook_to: date
    starts_on: date
    methodology: str
    taxonomy_on: date
    needs_edition: str


@dataclass(frozen=True, slots=True, order=True)
class TrackId:
    """One pillar of one cycle."""

    cycle: str
    pillar: str


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One step and its moment: an instant in UTC, read in a named zone (rule R16)."""

    step: DatedStep
    title: str
    due_at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A sub-pillar of a report and the filters under it, in order."""

    sub_pillar: int
    title: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of one report: its version and its chapters."""

    pillar: str
    number: int
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one partner said of one version of calendar or structure; the latest one counts."""

    subject: Subject
    member: str
    pillar: str
    version: int
    position: Position
    text: str
    recorded_by: str
    recorded_at: datetime
