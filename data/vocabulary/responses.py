"""What members report: responses of partners, support of others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.vocabulary.needs import NeedStatus


class StatementKind(StrEnum):
    """What a line says. Only planned lines lie in the outlook (rule R13)."""

    ACHIEVED = "achieved"
    ONGOING = "ongoing"
    PLANNED = "planned"
    REQUEST = "request"


class InstrumentKind(StrEnum):
    """With what the partner responds."""

    LAW = "law or by-law"
    STRATEGY = "strategy or action plan"
    INSTITUTION = "institution or unit"
    STAFF = "staff"
    TRAINING = "training"
    EQUIPMENT = "equipment"
    AGREEMENT = "agreement"
    OPERATION = "operation"
    OTHER = "other"


class ProjectSupport(StrEnum):
    """Whether a response had project support ("with and without project support")."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class AnswerState(StrEnum):
    """What a partner chose for one need. A blank choice is not an answer (rule R11)."""

    ANSWERED = "answered"
    NOTHING_TO_REPORT = "nothing to report"
    NOT_SHAREABLE = "not shareable"
    LATER = "later"
    NOT_APPLICABLE = "not applicable"


class FollowUp(StrEnum):
    """What a partner says of something it planned in the cycle before (rule R13)."""

    STILL_TRUE = "still true"
    CHANGED = "changed"
    DONE = "done"


class Absence(StrEnum):
    """The four absences that are never mixed up (rule R11)."""

    NOT_ASKED = "not asked"
    NO_REPLY = "asked, no reply"
    NOTHING_TO_REPORT = "nothing to report"
    NOT_SHAREABLE = "not shareable"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file, as a person sees it: sheet and cell."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


NOWHERE = Place("", "")


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """One line a partner filled in for one of its needs.

    `on` is the parsed day or the last day of the quarter named in `date_text`; None when the date
    was left blank or could not be read (then a finding says so). `file_sha256` names the returned
    file the line was read from; it is empty until the file is on the shelf.
    """

    need: str
    line: int
    kind: StatementKind | None
    text: str
    instrument: InstrumentKind | None = None
    reference: str = ""
    date_text: str = ""
    on: date | None = None
    with_project_support: ProjectSupport = ProjectSupport.UNKNOWN
    project: str = ""
    eu_reference: str = ""
    place: Place = NOWHERE
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class NeedReply:
    """The answer state of one need in one return; None when nothing was chosen."""

    need: str
    state: AnswerState | None
    later_on: str = ""
    place: Place = NOWHERE
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class PlannedReply:
    """What a partner says of one item it planned last year; None when nothing was chosen.

    `item` counts the planned items of the need from 1, in the order they were shown.
    """

    need: str
    item: int
    follow_up: FollowUp | None
    remark: str = ""
    place: Place = NOWHERE
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One project another member reports for one need. Money is never summed."""

    need: str
    line: int
    title: str
    implementer: str = ""
    donors: str = ""
    activity: str = ""
    start_text: str = ""
    end_text: str = ""
    budget: str = ""
    currency: str = ""
    status: str = ""
    place: Place = NOWHERE
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class LastYear:
    """What the cycle before holds for a need or its predecessors: what was reported and planned.

    `kinds` names the kind of each text in `reported`, in the same order. `answered` says whether
    the partner replied on it then in a way that may be told (rule R11). `status` is what the needs
    mapping of that cycle called it: met only where every predecessor was met. `numbers` are the
    numbers people knew it by. A snapshot of an older form has none of these four.
    """

    cycle: str
    reported: tuple[str, ...]
    planned: tuple[str, ...]
    kinds: tuple[StatementKind | None, ...] = ()
    answered: bool = False
    status: NeedStatus | None = None
    numbers: tuple[str, ...] = ()
