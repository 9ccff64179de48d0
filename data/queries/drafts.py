"""Drafts and summaries of a track."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.queries.rows import number as number_of
from data.vocabulary import Draft, DraftKind, TrackId


def newest(session: Session, track: TrackId, kind: DraftKind) -> Draft | None:
    """The newest draft (or summary) of one kind."""
    of_kind = every(session, track, kind)
    return of_kind[-1] if of_kind else None


def every(session: Session, track: TrackId, kind: DraftKind) -> list[Draft]:
    """All drafts (or summaries) of one kind, oldest first."""
    number = cycles.track_id(session, track)
    if kind is DraftKind.SUMMARY:
        summaries = session.exec(
            select(schema.Summary)
            .where(schema.Summary.track == number)
            .order_by(col(schema.Summary.number))
        )
        return [_draft(track, kind, row) for row in summaries]
    drafts = session.exec(
        select(schema.Draft)
        .where(schema.Draft.track == number)
        .where(schema.Draft.kind == kind.value)
        .order_by(col(schema.Draft.number))
    )
    return [_draft(track, kind, row) for row in drafts]


def keep(session: Session, draft: Draft, file_name: str) -> None:
    """Keep a draft (or summary) under its number; the bytes are on the shelf."""
    number = cycles.track_id(session, TrackId(draft.cycle, draft.pillar))
    facts = {
        "track": number,
        "number": draft.number,
        "sha256": draft.sha256,
        "snapshot_sha256": draft.snapshot_sha256,
        "file_name": file_name,
        "built_at": draft.built_at,
    }
    if draft.kind is DraftKind.SUMMARY:
        session.add(schema.Summary.model_validate(facts))
    else:
        session.add(schema.Draft.model_validate({**facts, "kind": draft.kind.value}))
    session.flush()


def file_name_of(session: Session, track: TrackId, kind: DraftKind, number: int) -> str:
    """The name under which people know a draft (or summary)."""
    row = _row(session, track, kind, number)
    return row.file_name


def row_id(session: Session, track: TrackId, kind: DraftKind, number: int) -> int:
    """The number of the row of a draft (or summary)."""
    return number_of(_row(session, track, kind, number).id)


def built_at(session: Session, track: TrackId, kind: DraftKind) -> datetime | None:
    """When the newest draft of a kind was built."""
    found = newest(session, track, kind)
    return found.built_at if found else None


def _row(
    session: Session, track: TrackId, kind: DraftKind, number: int
) -> schema.Draft | schema.Summary:
    track_number = cycles.track_id(session, track)
    if kind is DraftKind.SUMMARY:
        return session.exec(
            select(schema.Summary)
            .where(schema.Summary.track == track_number)
            .where(schema.Summary.number == number)
        ).one()
    return session.exec(
        select(schema.Draft)
        .where(schema.Draft.track == track_number)
        .where(schema.Draft.kind == kind.value)
        .where(schema.Draft.number == number)
    ).one()


def _draft(track: TrackId, kind: DraftKind, row: schema.Draft | schema.Summary) -> Draft:
    return Draft(
        track.cycle, track.pillar, kind, row.number, row.sha256, row.snapshot_sha256, row.built_at
    )
