"""What a trace shows: the words of a draft and what they rest on."""

from dataclasses import dataclass

from data.vocabulary.provenance import Source


@dataclass(frozen=True, slots=True)
class TracedSource:
    """One source with the names people know: the need's number and the member's name."""

    need: str
    member: str
    source: Source


@dataclass(frozen=True, slots=True)
class TracedPlace:
    """One place of a draft. `says` are the words that stand there now, in this copy."""

    anchor: str
    says: str
    sources: tuple[TracedSource, ...]
