"""Drafts by the short names people type: “first:1” and “final draft:2”."""

from collections.abc import Sequence

from data.errors.editing import DraftUnknown, NothingToCompare
from data.vocabulary import Draft, DraftKind, TrackId

_KINDS = (DraftKind.FIRST, DraftKind.CONSULTATION, DraftKind.FINAL)


def two(track: TrackId, known: Sequence[Draft], first: str, second: str) -> tuple[Draft, Draft]:
    """The two drafts to compare.

    Args:
        track: The track they belong to.
        known: Its drafts, those of a kind in their order.
        first: The name of the earlier one; empty takes the newest of the earliest kind.
        second: The name of the later one; empty takes the newest of the latest kind.

    Raises:
        DraftUnknown: no draft bears that name.
        NothingToCompare: there are no two.
    """
    newest = [found[-1] for kind in _KINDS if (found := [d for d in known if d.kind is kind])]
    if not newest:
        raise NothingToCompare(cycle=track.cycle, pillar=track.pillar)
    earlier = _named(track, known, first) if first.strip() else newest[0]
    later = _named(track, known, second) if second.strip() else newest[-1]
    if earlier == later:
        raise NothingToCompare(cycle=track.cycle, pillar=track.pillar)
    return earlier, later


def title(draft: Draft) -> str:
    """A draft as a sentence names it: “first draft 1”."""
    return f"{draft.kind} {draft.number}"


def listed(known: Sequence[Draft]) -> str:
    """The names of drafts as they are typed."""
    return ", ".join(f"{_short(draft.kind)}:{draft.number}" for draft in known) or "none"


def _named(track: TrackId, known: Sequence[Draft], name: str) -> Draft:
    kind, _, number = name.strip().casefold().partition(":")
    wanted = kind.strip().removesuffix(" draft"), number.strip()
    for draft in known:
        if (_short(draft.kind), str(draft.number)) == wanted:
            return draft
    place = {"cycle": track.cycle, "pillar": track.pillar}
    raise DraftUnknown(named=name, known=listed(known), **place)


def _short(kind: DraftKind) -> str:
    return kind.value.removesuffix(" draft")
