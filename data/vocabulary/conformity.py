"""Whether a returned workbook is what was asked for."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.findings import Finding


class Verdict(StrEnum):
    """What becomes of a return: taken in at once, or held for a person to look at."""

    ACCEPT = "accept"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Conformity:
    """The verdict on one return, with everything noticed.

    `reason` is the sentence that says why it is held, and empty when it is accepted. `findings`
    are those of the reading and of the check, all at once.
    """

    verdict: Verdict
    reason: str
    findings: tuple[Finding, ...]
