"""The review of possible overlaps: what the Secretariat is shown, and its word on each pair."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.findings import Likeness, OverlapState
from data.vocabulary.responses import Place


class ReviewWord(StrEnum):
    """What a person may choose for a pair in the review workbook."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    LEAVE_OPEN = "leave open"


WORD_OF = {
    OverlapState.CONFIRMED: ReviewWord.CONFIRM,
    OverlapState.DISMISSED: ReviewWord.DISMISS,
    OverlapState.OPEN: ReviewWord.LEAVE_OPEN,
}
STATE_OF = {word: state for state, word in WORD_OF.items()}


@dataclass(frozen=True, slots=True)
class ReviewedPair:
    """One pair on record; `is_reported` is False when the newest returns no longer give it."""

    likeness: Likeness
    is_reported: bool


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One pair in words. `key` is its identity; `need`, `first` and `second` may hold lines."""

    key: str
    kind: str
    need: str
    first: str
    second: str
    because: str
    score: float
    word: ReviewWord
    reason: str = ""
    decided_by: str = ""
    is_reported: bool = True


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """All that a review workbook says; `open_pairs` wait for a word, `decided` had one."""

    cycle: str
    pillar: str
    pillar_name: str
    as_of: str
    open_pairs: tuple[ReviewRow, ...]
    decided: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class ReturnedWord:
    """What stands in one row of a review workbook that came back, as it was typed."""

    key: str
    word: str
    reason: str
    word_place: Place
    reason_place: Place


@dataclass(frozen=True, slots=True)
class ReturnedReview:
    """A review workbook that came back.

    `cycle` and `pillar` are what the file itself names, empty where it does not; `why_refused` is a
    sentence when it is no review workbook at all.
    """

    cycle: str
    pillar: str
    words: tuple[ReturnedWord, ...]
    why_refused: str = ""


@dataclass(frozen=True, slots=True)
class OverlapWord:
    """The word of a person on one pair, ready to be recorded."""

    key: str
    state: OverlapState
    reason: str
