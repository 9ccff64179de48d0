"""Letters as they went out: to whom each was addressed, and which was written again for which."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from data import schema
from data.vocabulary import LetterState, LetterToWrite

AGAIN = "/again/"
_TO_A_SEAT = frozenset({"board", "objection", "decision"})


@dataclass(frozen=True, slots=True)
class AddressedLetter:
    """One letter with its addresses; `first_key` is its own key or that of the one it repeats."""

    first_key: str
    file_name: str
    eml_sha256: str
    subject: str
    to: tuple[str, ...]
    copy_to: tuple[str, ...]
    state: LetterState


def names(session: Session, cycle: str | None) -> list[str]:
    """The file names of all letters of a cycle, oldest first; None asks for those on proposals."""
    rows = select(schema.Letter.file_name).where(schema.Letter.cycle == cycle)
    return list(session.exec(rows.order_by(schema.Letter.file_name)))


def name_of(session: Session, key: str) -> str:
    """The file name of the letter of this act."""
    return session.get_one(schema.Letter, key).file_name


def versions(session: Session, cycle: str | None, file_name: str) -> list[AddressedLetter]:
    """The letter of this name and all that repeat the same act, oldest first; [] without it.

    A letter on a proposal is of no cycle: None.
    """
    row = session.exec(
        select(schema.Letter)
        .where(schema.Letter.cycle == cycle)
        .where(schema.Letter.file_name == file_name)
    ).first()
    if row is None:
        return []
    first = row.key.split(AGAIN)[0]
    repeated = col(schema.Letter.key).startswith(first + AGAIN, autoescape=True)
    rows = session.exec(
        select(schema.Letter)
        .where((col(schema.Letter.key) == first) | repeated)
        .order_by(col(schema.Letter.held_at), col(schema.Letter.key))
    )
    return [_addressed(each, first) for each in rows]


def as_wanted(session: Session, first_key: str, number: int) -> LetterToWrite:
    """The act of a letter, for its next version; what it said is on the shelf, not in the books."""
    row = session.get_one(schema.Letter, first_key)
    return LetterToWrite(
        key=f"{first_key}{AGAIN}{number}",
        kind=row.kind,
        cycle=row.cycle or "",
        pillar=row.pillar,
        member=row.member,
        facts={},
        request=row.request or "",
        board=row.kind in _TO_A_SEAT,
    )


def _addressed(row: schema.Letter, first_key: str) -> AddressedLetter:
    return AddressedLetter(
        first_key,
        row.file_name,
        row.eml_sha256,
        row.subject,
        tuple(row.receivers),
        tuple(row.copies),
        LetterState(row.state),
    )
