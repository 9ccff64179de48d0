"""Which draft a returned copy is a copy of: by its identity, its bytes, its name or its words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import Draft, DraftKind, TrackId
from tasks.rules.transmittals import ABOUT

_DRAFT = re.compile(r"\b(first|consultation|final) draft\D{0,3}(\d{1,3})\b", re.IGNORECASE)
_PARTING = re.compile(r"[\s_.,:;+()\[\]–-]+")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a copy says of itself.

    `identity` are the properties that travel inside it, `words` its subject and its first words.
    """

    sha256: str
    file_name: str
    identity: Mapping[str, str]
    words: str = ""


def draft_of(hints: Hints, known: Sequence[Draft]) -> Draft | None:
    """The draft a copy was made from, or None where it names none that is known.

    Args:
        hints: What the copy says.
        known: Every draft that may have been sent.
    """
    told = _by_identity(hints.identity, known)
    if told is not None or hints.identity.get("draft"):
        return told
    same = [each for each in known if each.sha256 == hints.sha256]
    return same[0] if same else _by_name(hints.file_name, known)


def draft_it_goes_with(identity: Mapping[str, str], known: Sequence[Draft]) -> Draft | None:
    """The draft a letter of transmittal goes with; a letter is no copy of it."""
    return _by_identity({**identity, "draft": identity.get(ABOUT, "")}, known)


def tracks_named(hints: Hints, tracks: Iterable[TrackId]) -> list[TrackId]:
    """The tracks whose pillar stands in the name or the words of a copy or a mail."""
    words = _spaced(f"{hints.file_name} {hints.words}").split()
    return [track for track in tracks if track.pillar.casefold() in words]


def _by_identity(identity: Mapping[str, str], known: Sequence[Draft]) -> Draft | None:
    told = {name.casefold(): value.strip() for name, value in identity.items()}
    named = _DRAFT.search(told.get("draft", ""))
    if named is None:
        return None
    kind, number = DraftKind(f"{named[1].lower()} draft"), int(named[2])
    return next(
        (
            each
            for each in known
            if (each.cycle, each.pillar) == (told.get("cycle"), told.get("pillar"))
            and (each.kind, each.number) == (kind, number)
        ),
        None,
    )


def _by_name(name: str, known: Sequence[Draft]) -> Draft | None:
    """By the name it was sent under; “1” is not “12”."""
    spaced = f" {_spaced(name)} "
    return next(
        (
            each
            for each in known
            if f" {_spaced(f'{each.cycle} {each.pillar} {each.kind} {each.number}')} " in spaced
        ),
        None,
    )


def _spaced(text: str) -> str:
    return _PARTING.sub(" ", text.casefold()).strip()
