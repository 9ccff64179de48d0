"""The living document: proposals to amend the Methodology, and its versions as files and words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.vocabulary.members import Validity
from data.vocabulary.reference import CalendarOffset, DatedFilter, MethodologyVersion
from data.vocabulary.taxonomy import Pillar, SubPillar, Taxonomy

# What stands in the place of cycle and pillar in a round about a proposal.
METHODOLOGY = "Methodology"

LIVING_DOCUMENT = (
    "This is a living document, therefore the Methodology can be adapted at regular intervals "
    "based on the practical experience of its use. The IISG Response Mapping Methodology and any "
    "modification thereof are to be adopted by the IISG Board. The proposals for amending the "
    "Methodology can come from any IISG partner to the IISG Secretariat which will send the "
    "proposals for modifications for approval to the IISG Board."
)


def matter_of(proposal: int) -> str:
    """What a round about a proposal is called where one about a report names its pillar."""
    return f"proposal {proposal}"


def subject_of(letter_key: str) -> str:
    """What a letter on a proposal tells of, from its key: “Methodology proposal 3”."""
    return f"{METHODOLOGY} {matter_of(int(letter_key.split('/')[2]))}"


@dataclass(frozen=True, slots=True)
class FileOfRecord:
    """A file by the name people gave it and its SHA-256 on the shelf."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a partner proposes to amend, why, and the files it sent along; never changed."""

    number: int
    member: str
    text: str
    reason: str
    files: tuple[FileOfRecord, ...]
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class VersionWords:
    """What a version of the Methodology says to the program; the taxonomy with its days."""

    offsets: tuple[CalendarOffset, ...]
    pillars: tuple[tuple[Pillar, Validity], ...]
    sub_pillars: tuple[tuple[SubPillar, Validity], ...]
    filters: tuple[DatedFilter, ...]

    def on(self, day: date) -> Taxonomy:
        """Pillars, sub-pillars and filters in force on a day, in the order of the version."""
        return Taxonomy(
            tuple(pillar for pillar, span in self.pillars if span.covers(day)),
            tuple(sub_pillar for sub_pillar, span in self.sub_pillars if span.covers(day)),
            tuple(dated.filter for dated in self.filters if dated.validity.covers(day)),
        )


@dataclass(frozen=True, slots=True)
class VersionOnFile:
    """A version as its three files give it; `templates` says which templates go with it."""

    version: MethodologyVersion
    words: VersionWords
    calendar_named: str
    taxonomy_named: str
    templates: str = ""


@dataclass(frozen=True, slots=True)
class LaidVersion:
    """A version laid on record for an adopted proposal; in force only once it is confirmed.

    `adopted_on` is the day the Board decided, `since` the day the files name. `row` numbers the
    laying: a version may be laid anew until it is confirmed, and the newest counts. `files` are
    methodology.yaml, calendar.yaml and taxonomy.yaml, in this order, and after them the templates
    the version brings, by their place: “templates/letters/board.txt.j2”.
    """

    row: int
    code: str
    title: str
    agreed: str
    adopted_on: date
    since: date
    templates: str
    proposal: int
    files: tuple[FileOfRecord, ...]
    words: VersionWords
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class VersionInForce:
    """A laid version that a second person confirmed, and the day from which cycles begin with it.

    The day lies after the one of the confirmation and after every cycle opened until then, so that
    no cycle changes the version it began with (rule R19).
    """

    laid: LaidVersion
    in_force_from: date
    confirmed_by: str
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """One side of a comparison: a version, the day its taxonomy is read on, where it came from."""

    code: str
    title: str
    day: date
    standing: str
    words: VersionWords
    templates: str = ""
    files: tuple[FileOfRecord, ...] = ()


class Fate(StrEnum):
    """What became of a word from one version to the next."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class WordCompared:
    """A step, pillar, sub-pillar or filter in two versions.

    `under` is the pillar of a filter and `place` its sub-pillar, or a number or code; `before` and
    `after` are what people read, empty where it does not stand; `how` says what changed.
    """

    fate: Fate
    name: str
    before: str = ""
    after: str = ""
    how: str = ""
    place: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class VersionsCompared:
    """Everything two versions say to the program, side by side."""

    steps: tuple[WordCompared, ...]
    pillars: tuple[WordCompared, ...]
    sub_pillars: tuple[WordCompared, ...]
    filters: tuple[WordCompared, ...]
    templates: tuple[WordCompared, ...] = ()
