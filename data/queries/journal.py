"""The journal: appended in the transaction of the act it tells of, each entry chained."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from data import schema
from data.vocabulary import JournalEntry

BEGINNING = "0" * 64
DECISION_RECORDED = "decision recorded"


def append(
    session: Session, at: datetime, who: str, act: str, subject: str, facts: Mapping[str, str]
) -> str:
    """Write down one act and return the new head of the chain (SHA-256 hex).

    Acts are written one after the other: whoever writes waits until the act before is kept or
    given up, so the chain never forks.
    """
    _stand_in_line(session)
    last = _last(session)
    number = 1 if last is None else last.number + 1
    previous = BEGINNING if last is None else last.hash
    digest = entry_hash(number, at, who, act, subject, facts, previous)
    session.add(
        schema.JournalEntry(
            number=number,
            at=at,
            who=who,
            act=act,
            subject=subject,
            facts=dict(facts),
            previous=previous,
            hash=digest,
        )
    )
    session.flush()
    return digest


def entry_hash(
    number: int,
    at: datetime,
    who: str,
    act: str,
    subject: str,
    facts: Mapping[str, str],
    previous: str,
) -> str:
    """SHA-256 over the canonical JSON of an entry and the hash of the one before."""
    told = [number, at.astimezone(UTC).isoformat(), who, act, subject, dict(facts), previous]
    line = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(line.encode()).hexdigest()


def head(session: Session) -> str:
    """The hash of the newest entry; zeros before the first."""
    last = _last(session)
    return BEGINNING if last is None else last.hash


def hash_of_decision(session: Session, evidence_sha256: str, report_sha256: str) -> str:
    """The head of the journal right after a decision was recorded.

    It is printed in what is released on that decision, so that a rewritten history shows.
    """
    found = [
        entry.hash
        for entry in entries(session)
        if entry.act == DECISION_RECORDED
        and entry.facts["evidence"] == evidence_sha256
        and entry.facts["report"] == report_sha256
    ]
    return found[-1]


def entries(session: Session) -> list[JournalEntry]:
    """The whole journal, oldest first."""
    rows = session.exec(select(schema.JournalEntry).order_by(col(schema.JournalEntry.number)))
    return [_entry(row) for row in rows]


def entries_about(session: Session, beginning: str) -> list[JournalEntry]:
    """All entries whose subject begins with these words, oldest first."""
    rows = session.exec(
        select(schema.JournalEntry)
        .where(col(schema.JournalEntry.subject).startswith(beginning, autoescape=True))
        .order_by(col(schema.JournalEntry.number))
    )
    return [_entry(row) for row in rows]


def _entry(row: schema.JournalEntry) -> JournalEntry:
    return JournalEntry(
        row.number, row.at, row.who, row.act, row.subject, row.facts, row.previous, row.hash
    )


def _stand_in_line(session: Session) -> None:
    # On SQLite a unit of work holds the only lock from its first word on (see data.store).
    if session.get_bind().dialect.name == "postgresql":
        lock = "LOCK TABLE journal_entry IN SHARE ROW EXCLUSIVE MODE"
        session.connection().exec_driver_sql(lock)


def _last(session: Session) -> schema.JournalEntry | None:
    newest = select(schema.JournalEntry).order_by(col(schema.JournalEntry.number).desc()).limit(1)
    return session.exec(newest).first()
