"""Letters that belong to no cycle: those on proposals to amend the Methodology."""

from sqlmodel import Session, col, select

from data import schema
from data.queries.requests import LetterOnRecord
from data.vocabulary import LetterState


def waiting(session: Session) -> list[LetterOnRecord]:
    """The letters on proposals that are held or on their way, oldest first."""
    rows = session.exec(
        select(schema.Letter)
        .where(col(schema.Letter.kind).startswith("proposal"))
        .where(col(schema.Letter.state).in_([LetterState.HELD.value, LetterState.RELEASED.value]))
        .order_by(col(schema.Letter.file_name))
    )
    return [
        LetterOnRecord(
            row.key, row.kind, row.file_name, row.eml_sha256, row.request, LetterState(row.state)
        )
        for row in rows
    ]
