"""Letters before they are written: what an act has to tell to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.documents import Document


class LettersMode(StrEnum):
    """Whether letters stay in the outbox for a person to read, or leave at once."""

    HOLD = "hold"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file on the shelf that travels with a letter."""

    name: str
    description: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class LetterToWrite:
    """One letter an act calls for. `key` names the act and is unique for ever (rule R17).

    `pillar` is empty where a letter speaks of the whole cycle; `facts` are those of its kind,
    already in the words of `language`, the code of a language file. `to` are the
    mailboxes it answers, where it answers some; else the contacts of the member. `on_paper` is the
    letter of transmittal that travels with it, which addresses nobody yet.
    """

    key: str
    kind: str
    cycle: str
    pillar: str
    member: str
    facts: Mapping[str, object]
    deadline: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    request: str = ""
    board: bool = False
    language: str = "en"
    to: tuple[str, ...] = ()
    on_paper: Document | None = None
