"""What the Secretariat configures: dated words, the calendar's distances, reminders, versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.vocabulary.cycles import DatedStep
from data.vocabulary.members import Validity
from data.vocabulary.taxonomy import Filter


@dataclass(frozen=True, slots=True)
class DatedFilter:
    """A filter and the days on which it is in force (rule R19)."""

    filter: Filter
    validity: Validity


@dataclass(frozen=True, slots=True)
class FrameworkReference:
    """One entry of the EU reference list a need or a response may be linked to.

    `name` is how registers write it, `title` the document or policy in full.
    """

    code: str
    name: str
    title: str
    validity: Validity


@dataclass(frozen=True, slots=True)
class CalendarOffset:
    """How many working days after the start of a cycle a step falls.

    `source` says where the Methodology speaks of the step and quotes it. `hour` is the full hour at
    which a meeting begins; None for a step that is a deadline, whose hour the settings name.
    A step the program does not know is a date that people keep: a version of the Methodology added
    it to the calendar.
    """

    step: DatedStep
    title: str
    working_days: int
    source: str
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class ReminderStage:
    """One rung of the reminder ladder, in working days from the deadline (before is negative)."""

    name: str
    working_days: int


@dataclass(frozen=True, slots=True)
class MethodologyVersion:
    """A version of the Methodology and what a cycle that begins under it is tied to (rule R19)."""

    code: str
    title: str
    agreed: str
    agreed_from: date
    agreed_to: date
    validity: Validity
    calendar: str
    taxonomy: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """Other ways people write a word: the word the program knows, then its other spellings.

    The order of the spellings is their rank: when two columns claim the same word, the one whose
    heading stands earlier is believed. Keys of `sub_pillars` are the numbers 1 to 4 as text.
    """

    members_columns: Mapping[str, tuple[str, ...]]
    contacts_columns: Mapping[str, tuple[str, ...]]
    needs_columns: Mapping[str, tuple[str, ...]]
    partners: Mapping[str, tuple[str, ...]]
    pillars: Mapping[str, tuple[str, ...]]
    sub_pillars: Mapping[str, tuple[str, ...]]
    statuses: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    languages: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, tuple[str, ...]]
