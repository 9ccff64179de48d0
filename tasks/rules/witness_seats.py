"""The journal as witness of a round: its seats, and what was said on their behalf (R9, R18)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import JournalEntry
from data.vocabulary.board import Amendment, DeliveryNote, Voice

SUBMITTED = "submitted to the Board"
POSITION = "position of a seat recorded"
DELIVERY = "delivery to the Board recorded"
AMENDMENT = "amendment recorded"
TICK = "amendment ticked off"

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundInTheBooks:
    """All that a round keeps beside its decision.

    `sent` is what the Board was sent and by which rule it decides, in the words of the journal;
    it is empty in a round that carries out amendments, in which nobody was asked.
    """

    sent: Mapping[str, str]
    seats: tuple[str, ...]
    voices: tuple[Voice, ...] = ()
    deliveries: tuple[DeliveryNote, ...] = ()
    amendments: tuple[Amendment, ...] = ()


def rounds(told: Sequence[JournalEntry], kept: Mapping[str, RoundInTheBooks]) -> list[str]:
    """Hold seats, positions, deliveries and amendments on record against the journal, both ways.

    Args:
        told: The whole journal.
        kept: Each round that is looked at, by what the journal calls it.

    Returns:
        One sentence for each row that only one of the two knows so.
    """
    entries = [entry for entry in told if entry.subject in kept]
    return [
        *_apart(_sent(kept), _told_as_sent(entries, kept), "what was sent, and to whom,"),
        *_apart(_voices(kept), _told(entries, POSITION, _OF_A_VOICE), "a position"),
        *_apart(_deliveries(kept), _told(entries, DELIVERY, _OF_A_DELIVERY), "a delivery"),
        *_apart(
            _amendments(kept),
            _told(entries, AMENDMENT, _OF_AN_AMENDMENT, named=False),
            "an amendment",
        ),
        *_apart(_ticks(kept), _told(entries, TICK, _OF_A_TICK, named=False), "a tick"),
    ]


_OF_A_VOICE = ("on behalf of", "position", "reason", "by proxy")
_OF_A_DELIVERY = ("seat", "delivery")
_OF_AN_AMENDMENT = ("amendment", "text")
_OF_A_TICK = ("amendment", "report")


def _told(
    entries: Iterable[JournalEntry], act: str, names: Sequence[str], named: bool = True
) -> list[Told]:
    """Subject, who recorded it where the books keep that, and these facts of each such entry."""
    return [
        (e.subject, *([e.who] if named else []), *(e.facts.get(name, "") for name in names))
        for e in entries
        if e.act == act
    ]


def _sent(kept: Mapping[str, RoundInTheBooks]) -> list[Told]:
    return [
        (matter, *each.sent.values(), *sorted(each.seats))
        for matter, each in kept.items()
        if each.sent
    ]


def _told_as_sent(
    entries: Iterable[JournalEntry], kept: Mapping[str, RoundInTheBooks]
) -> list[Told]:
    return [
        (
            e.subject,
            *(e.facts.get(name, "") for name in kept[e.subject].sent),
            *sorted(seat for seat in e.facts.get("seats", "").split(", ") if seat),
        )
        for e in entries
        if e.act == SUBMITTED
    ]


def _voices(kept: Mapping[str, RoundInTheBooks]) -> list[Told]:
    return [
        (matter, v.recorded_by, v.member, v.position.value, v.reason, v.proxy)
        for matter, each in kept.items()
        for v in each.voices
    ]


def _deliveries(kept: Mapping[str, RoundInTheBooks]) -> list[Told]:
    return [
        (matter, note.recorded_by, note.member, note.state.value)
        for matter, each in kept.items()
        for note in each.deliveries
    ]


def _amendments(kept: Mapping[str, RoundInTheBooks]) -> list[Told]:
    return [
        (matter, str(each.number), each.text)
        for matter, held in kept.items()
        for each in held.amendments
    ]


def _ticks(kept: Mapping[str, RoundInTheBooks]) -> list[Told]:
    return [
        (matter, str(each.number), sha256)
        for matter, held in kept.items()
        for each in held.amendments
        for sha256 in each.ticked
    ]


def _apart(kept: Iterable[Told], told: Iterable[Told], what: str) -> list[str]:
    known, written = Counter(kept), Counter(told)
    return [
        *(
            f"{each[0]}: {what} on record is not in the journal (rule R18)."
            for each in known - written
        ),
        *(
            f"{each[0]}: {what} the journal tells of is not on record (rule R18)."
            for each in written - known
        ),
    ]
