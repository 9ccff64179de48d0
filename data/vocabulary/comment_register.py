"""The register of comments as a workbook: what goes out, and what comes back filled in."""

from dataclasses import dataclass

from data.vocabulary.findings import Finding
from data.vocabulary.reports import Comment, Disposition
from data.vocabulary.responses import NOWHERE, Place

OUTCOMES = (Disposition.ACCEPTED, Disposition.PARTLY, Disposition.NOT_ACCEPTED)
NARRATIVE_PLACES = (
    "opening",
    *(f"sub-pillar-{number}" for number in range(1, 5)),
    "findings",
)
"""Where words of people stand in a report."""

TAKEN_UP_AS = "Taken up as: "
"""Begins the words that were taken up where they differ from those that were proposed."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of the register: a comment with all that is disposed of together with it.

    `member` is the display name. `also` names the others who say the same, `replies` are the
    answers in its thread, both as people read them. `reason` and `wording` are the reason on
    record, parted where the wording begins that was taken up.
    """

    comment: Comment
    member: str
    also: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    reason: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class CommentRegister:
    """All that the workbook shows. `told` are the sentences above the table."""

    cycle: str
    pillar: str
    pillar_name: str
    told: tuple[str, ...]
    rows: tuple[RegisterRow, ...]

    @property
    def reference(self) -> str:
        """The identity that travels inside the workbook: 2025-WBCTi-comments."""
        return f"{self.cycle}-{self.pillar}-comments"


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What a person filled in beside one comment, as text; `number` is 0 where none can be read.

    `narrative` is the place of the report the wording is to be taken into.
    """

    number: int
    number_text: str
    outcome: str
    reason: str
    wording: str
    narrative: str
    at_number: Place = NOWHERE
    at_outcome: Place = NOWHERE
    at_reason: Place = NOWHERE
    at_narrative: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class FilledRegister:
    """A register workbook that came back. `reference` is empty when none was found in it."""

    reference: str
    rows: tuple[FilledRow, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Disposing:
    """What is to become of one comment; `narrative` is empty where no words are taken over."""

    number: int
    disposition: Disposition
    reason: str
    wording: str = ""
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """What one returned copy adds to the register; what came in is what is counted here.

    `came` is the number of remarks found, `as_before` of those the same member sent in an earlier
    copy, `folded` of the changes of format kept under another one. `came` is always the sum of
    `as_before`, `folded` and the number of `comments`.
    """

    comments: tuple[Comment, ...]
    came: int
    as_before: int
    folded: int
