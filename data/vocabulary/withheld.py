"""Texts that are held from every draft because the screen found them sensitive."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import NOWHERE, Place


class Part(StrEnum):
    """Which part of a return a text belongs to."""

    RESPONSE = "response"
    SUPPORT = "support"
    REPLY = "reply"
    PLANNED = "planned"
    ADDITIONAL = "additional"
    UNPLACED = "unplaced"


class WithheldState(StrEnum):
    """A withheld text is held until a named person releases or purges it."""

    HELD = "held"
    RELEASED = "released"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class WithheldText:
    """One text held from every draft; the text itself is never repeated here.

    `need` is the key of a need and `line` its line (of a planned item its number), both empty for
    texts that belong to no need. `text_sha256` proves later which text was released or purged.
    """

    part: Part
    need: str
    line: int
    reasons: tuple[str, ...]
    text_sha256: str
    place: Place = NOWHERE
    number: int = 0
    state: WithheldState = WithheldState.HELD
    file_name: str = ""
    member: str = ""
    request: str = ""
