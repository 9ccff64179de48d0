"""Findings: what a person should look at. People's data never raises; it is found."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import NOWHERE, Place, SupportLine


class Severity(StrEnum):
    """How much a finding matters. The value is the word people read."""

    BLOCKS = "blocks"
    CHECK = "please check"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a file or in the answers that a person must or may look at.

    `code` is stable (for example `unknown-partner`); `place` is where it stands, `message` what and
    why, `remedy` what to do next.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place = NOWHERE

    @property
    def is_assumption(self) -> bool:
        """Whether something was read in a way its sender is asked to confirm."""
        return self.code.startswith("assumed-")

    def __str__(self) -> str:
        where = (
            f"{self.place}: "
            if self.place.cell
            else (f"{self.place.sheet}: " if self.place.sheet else "")
        )
        return f"{where}{self.message} {self.remedy}"


class GapKind(StrEnum):
    """Gaps that only a reply can reveal (rule R11). The last one belongs to no single need."""

    NOTHING_AT_ALL = "no response and no support"
    PLANNED_ONLY = "planned only"
    WITHOUT_SUPPORT = "response without the support it asks for"
    SUPPORT_WITHOUT_RESPONSE = "support without a response"
    EMPTY_FILTER = "filter without a response in the region"


@dataclass(frozen=True, slots=True)
class Gap:
    """One need with a reply and without what it needs.

    `evidence` names what the finding rests on: `need:` and its key, then `file:` with the SHA-256
    of a returned file, `#` and the cell (`cell:` while the file is not known).
    """

    kind: GapKind
    need: str
    member: str
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PossibleOverlap:
    """Two projects of different reporters for one need: possible, never proven (rule R12)."""

    need: str
    first: str
    second: str
    because: str


class OverlapKind(StrEnum):
    """What a pair of reports may be (rule R12)."""

    SAME_PROJECT = "the same project"
    POSSIBLE_OVERLAP = "possible overlap"


class OverlapState(StrEnum):
    """The Secretariat's word on a pair; only a confirmed one reaches a draft (rule R12)."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """One member's report of one project, with the needs it names and where it stands."""

    reporter: str
    line: SupportLine
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameProject:
    """Reports a person confirmed to be of one project: told as one, never added up (rule R12).

    `reports` pair the code of each reporter with the title it gives and the needs it names.
    """

    reports: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two reports and why they are alike: for a person to decide, never proven.

    `key` is the same for the same pair in every run. `score` lies between 0 and 1. `matched` are
    the words both use, `agree` and `clash` the columns that say the same and that contradict.
    """

    key: str
    kind: OverlapKind
    first: ProjectReport
    second: ProjectReport
    needs: tuple[str, ...]
    score: float
    matched: tuple[str, ...]
    agree: tuple[str, ...]
    clash: tuple[str, ...]
    because: str
    state: OverlapState = OverlapState.OPEN
    decided_by: str = ""
    reason: str = ""
