"""What was purged on purpose. The journal is the record: it outlives what was removed."""

from datetime import datetime

from sqlmodel import Session, col, or_, select

from data import schema
from data.queries import journal, withheld
from data.vocabulary import WithheldState
from data.vocabulary.keeping import Purged, TextInAFile

FILE_PURGED = "file purged"


def of_files(session: Session) -> dict[str, Purged]:
    """Every purged file by its SHA-256."""
    entries = session.exec(
        select(schema.JournalEntry)
        .where(schema.JournalEntry.act == FILE_PURGED)
        .order_by(col(schema.JournalEntry.number))
    )
    return {
        entry.facts["file"]: Purged(
            entry.facts["file"], entry.facts["name"], entry.at, entry.who, entry.facts["reason"]
        )
        for entry in entries
    }


def record_file(
    session: Session, cycle: str, sha256: str, name: str, reason: str, by: str, at: datetime
) -> None:
    """Append that a file is purged; once is enough."""
    if sha256 not in of_files(session):
        facts = {"file": sha256, "name": name, "reason": reason}
        journal.append(session, at, by, FILE_PURGED, cycle, facts)


def files_named(session: Session, beginning: str) -> list[tuple[str, str]]:
    """(SHA-256, name) of the files on the shelf whose SHA-256 begins so."""
    rows = session.exec(
        select(schema.ShelfFile)
        .where(col(schema.ShelfFile.sha256).startswith(beginning, autoescape=True))
        .order_by(schema.ShelfFile.sha256)
    )
    return [(row.sha256, row.name) for row in rows]


def bound_round(session: Session, sha256: str) -> str:
    """The approval round a file went before the Board in, as people say it; empty for none."""
    table = schema.ApprovalRound
    found = session.exec(
        select(table, schema.Track)
        .join(schema.Track, col(schema.Track.id) == col(table.track))
        .where(or_(table.report_sha256 == sha256, table.summary_sha256 == sha256))
        .order_by(col(table.id))
    ).first()
    return "" if found is None else f"{found[1].cycle} {found[1].pillar} round {found[0].number}"


def texts_of(session: Session, cycle: str) -> dict[int, TextInAFile]:
    """Every text of a cycle the screen held, in whatever state, with the file it came in."""
    rows = session.exec(
        select(schema.WithheldText, schema.Return, schema.Request)
        .join(schema.Return, col(schema.Return.id) == col(schema.WithheldText.return_id))
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .join(schema.Track, col(schema.Track.id) == col(schema.Request.track))
        .where(schema.Track.cycle == cycle)
        .order_by(col(schema.WithheldText.id))
    )
    return {
        text.id or 0: TextInAFile(
            text.id or 0,
            text.text_sha256,
            f"{text.sheet}!{text.cell}",
            asked.member,
            text.state == WithheldState.PURGED.value,
            came.sha256,
            came.file_name,
        )
        for text, came, asked in rows
    }


def record_text(
    session: Session, cycle: str, text: TextInAFile, reason: str, by: str, at: datetime
) -> None:
    """Take a text out of the books and append that it is purged; once is enough."""
    if text.purged:
        return
    withheld.decide(session, text.number, WithheldState.PURGED, by, reason, at)
    facts = {"text": text.text_sha256, "place": text.place, "reason": reason}
    journal.append(session, at, by, "text purged", f"{cycle} {text.member}", facts)
