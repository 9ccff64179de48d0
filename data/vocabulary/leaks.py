"""Leaks: what a public file must not hold, and where one of them was found (rule R10)."""

from dataclasses import dataclass
from enum import StrEnum


class LeakKind(StrEnum):
    """What was found in a public file. The value is the phrase people read."""

    NEED = "words of a mapped need"
    RESPONSE = "words of a partner's response"
    SUPPORT = "words of a project of another member"
    COMMENT = "words of a comment"
    NARRATIVE = "words of the members' report"
    CONTACT = "a contact"
    NUMBER = "the number of a need"
    BUDGET = "a budget"
    ADDRESS = "an e-mail address"
    PATH = "a path of a computer"
    AUTHOR = "the name of an author or a program's user"
    REVISION = "traces of earlier versions"
    REMARK = "a remark beside the text"
    HIDDEN = "hidden text"
    PROPERTY = "a property of its own"
    THUMBNAIL = "a thumbnail"
    EXIF = "data about how a picture was made"
    ATTACHMENT = "something packed inside the file"
    ACTIVE = "something that runs or asks another server"
    UNREADABLE = "something that could not be looked into"


@dataclass(frozen=True, slots=True)
class MembersText:
    """One text only members may read, and what it is; budgets are the amount as it was typed."""

    kind: LeakKind
    text: str


@dataclass(frozen=True, slots=True)
class PublicText:
    """A run of words in a public file, with its place as a person would look for it."""

    file: str
    where: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One leak: the file, the place and the kind; what leaked is never repeated."""

    file: str
    where: str
    kind: LeakKind

    def __str__(self) -> str:
        return f"{self.file}, {self.where}: {self.kind}."


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the public files hold: every run of words, and what shows without reading them.

    `flows` holds for each file all that a reader sees of it, as one text.
    """

    texts: tuple[PublicText, ...]
    leaks: tuple[Leak, ...]
    flows: tuple[PublicText, ...] = ()
