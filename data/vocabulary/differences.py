"""What two returns of one member say differently, and what parts of one return contradict."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import NOWHERE, Place
from data.vocabulary.withheld import Part


class ChangeKind(StrEnum):
    """What happened to a cell between two returns."""

    ADDED = "added"
    CHANGED = "changed"
    EMPTIED = "emptied"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that a newer return words differently; a moved row is one change of its line.

    `older_line` and `newer_line` are the row's numbers in either file, None where it has no such
    row; both are 0 for answers and loose texts. `place` is in the newer file, for emptied cells in
    the older one. `kept` says of an emptied cell that rule R5 keeps its words until the member
    confirms the blank.
    """

    kind: ChangeKind
    part: Part
    need: str
    older_line: int | None
    newer_line: int | None
    field: str
    older: str
    newer: str
    place: Place = NOWHERE
    kept: bool = False

    @property
    def line(self) -> int:
        """The number by which the row is known: that in the newer file, if it is there."""
        return self.newer_line if self.newer_line is not None else self.older_line or 0


class Mode(StrEnum):
    """What a newer return does to an older one."""

    REPLACES = "replaces"
    ADDS = "adds"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one part of a split workbook says; `source` counts the parts from 1 as handed in."""

    source: int
    words: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different words of several contributors for one cell: all are kept, a person decides.

    `line` is 0 where the answer to a need itself is in dispute. `claims` are in the order of the
    parts, each wording once.
    """

    part: Part
    need: str
    line: int
    field: str
    claims: tuple[Claim, ...]
