"""What a named person decides about a return or a text that is held."""

from enum import StrEnum


class Settlement(StrEnum):
    """What becomes of a held return."""

    ACCEPT = "accept"
    REJECT = "reject"


class TextDecision(StrEnum):
    """What becomes of a text the screen holds."""

    RELEASE = "release"
    PURGE = "purge"
