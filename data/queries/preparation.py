"""What is agreed before anything is asked: calendar, structure and the partners' word."""

from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.queries.rows import number as number_of
from data.vocabulary import (
    Agreement,
    CalendarItem,
    Chapter,
    Outline,
    Position,
    Subject,
    TrackId,
)
from data.vocabulary.cycles import step_named
from data.vocabulary.meetings import Meeting


def calendar_of(session: Session, cycle: str) -> tuple[int, tuple[CalendarItem, ...], bool]:
    """The newest calendar: its version (0 when none), its items in order, whether it is locked."""
    row = _newest_calendar(session, cycle)
    if row is None:
        return 0, (), False
    items = session.exec(
        select(schema.CalendarItem)
        .where(schema.CalendarItem.version == row.id)
        .order_by(col(schema.CalendarItem.id))
    )
    read = tuple(CalendarItem(step_named(i.step), i.title, i.due_at, i.zone) for i in items)
    return row.number, read, row.locked_at is not None


def propose_calendar(
    session: Session, cycle: str, items: tuple[CalendarItem, ...], at: datetime
) -> int:
    """Keep a new version of the calendar and return its number."""
    newest = _newest_calendar(session, cycle)
    number = 1 if newest is None else newest.number + 1
    row = schema.CalendarVersion(cycle=cycle, number=number, proposed_at=at)
    session.add(row)
    session.flush()
    for item in items:
        session.add(
            schema.CalendarItem(
                version=number_of(row.id),
                step=str(item.step),
                title=item.title,
                due_at=item.due_at,
                zone=item.zone,
            )
        )
    session.flush()
    return number


def lock_calendar(session: Session, cycle: str, at: datetime) -> None:
    """With the last agreement the calendar no longer changes."""
    row = _newest_calendar(session, cycle)
    if row is not None and row.locked_at is None:
        row.locked_at = at
        session.flush()


def outline_of(session: Session, track: TrackId) -> tuple[Outline | None, bool]:
    """The newest structure of a track's report, and whether it is locked."""
    row = _newest_structure(session, track)
    if row is None:
        return None, False
    chapters = tuple(Chapter(number, title, tuple(names)) for number, title, names in row.chapters)
    return Outline(track.pillar, row.number, chapters), row.locked_at is not None


def propose_outline(session: Session, track: TrackId, outline: Outline, at: datetime) -> None:
    """Keep a new version of the structure under the number it bears."""
    chapters = [[c.sub_pillar, c.title, list(c.filters)] for c in outline.chapters]
    session.add(
        schema.StructureVersion(
            track=cycles.track_id(session, track),
            number=outline.number,
            chapters=chapters,
            proposed_at=at,
        )
    )
    session.flush()


def lock_outline(session: Session, track: TrackId, at: datetime) -> None:
    """With the last agreement the structure no longer changes."""
    row = _newest_structure(session, track)
    if row is not None and row.locked_at is None:
        row.locked_at = at
        session.flush()


def agreements_on(
    session: Session, cycle: str, subject: Subject, pillar: str, version: int
) -> list[Agreement]:
    """What partners said of one version, oldest first; the calendar has no pillar."""
    rows = session.exec(
        select(schema.Agreement)
        .where(schema.Agreement.cycle == cycle)
        .where(schema.Agreement.subject == subject.value)
        .where(schema.Agreement.pillar == pillar)
        .where(schema.Agreement.version == version)
        .order_by(col(schema.Agreement.id))
    )
    return [
        Agreement(
            subject,
            row.member,
            row.pillar,
            row.version,
            Position(row.position),
            row.text,
            row.recorded_by,
            row.recorded_at,
        )
        for row in rows
    ]


def record_agreement(
    session: Session, cycle: str, agreement: Agreement, evidence_sha256: str | None
) -> None:
    """Append what a partner said; earlier words of the same partner stay on record (R18)."""
    session.add(
        schema.Agreement(
            cycle=cycle,
            subject=agreement.subject.value,
            pillar=agreement.pillar,
            version=agreement.version,
            member=agreement.member,
            position=agreement.position.value,
            text=agreement.text,
            evidence_sha256=evidence_sha256,
            recorded_by=agreement.recorded_by,
            recorded_at=agreement.recorded_at,
        )
    )
    session.flush()


def convoke(session: Session, track: TrackId, meeting: Meeting) -> bool:
    """Keep a meeting; False when one of its kind was convoked before."""
    if meeting.kind in meetings_of(session, track):
        return False
    session.add(
        schema.Meeting(
            cycle=track.cycle,
            pillar=track.pillar,
            kind=meeting.kind,
            title=meeting.title,
            starts_at=meeting.starts_at,
            zone=meeting.zone,
            place=meeting.place,
        )
    )
    session.flush()
    return True


def move(session: Session, track: TrackId, meeting: Meeting) -> None:
    """Give a meeting that was convoked another moment and place; the journal keeps the earlier."""
    row = session.exec(
        select(schema.Meeting)
        .where(schema.Meeting.cycle == track.cycle)
        .where(schema.Meeting.pillar == track.pillar)
        .where(schema.Meeting.kind == meeting.kind)
    ).one()
    row.starts_at, row.zone, row.place = meeting.starts_at, meeting.zone, meeting.place
    session.flush()


def meetings_of(session: Session, track: TrackId) -> dict[str, Meeting]:
    """The meetings of a track that were convoked, by their kind."""
    rows = session.exec(
        select(schema.Meeting)
        .where(schema.Meeting.cycle == track.cycle)
        .where(schema.Meeting.pillar == track.pillar)
    )
    return {
        row.kind: Meeting(row.kind, row.title, row.starts_at, row.zone, row.place) for row in rows
    }


def _newest_calendar(session: Session, cycle: str) -> schema.CalendarVersion | None:
    return session.exec(
        select(schema.CalendarVersion)
        .where(schema.CalendarVersion.cycle == cycle)
        .order_by(col(schema.CalendarVersion.number).desc())
    ).first()


def _newest_structure(session: Session, track: TrackId) -> schema.StructureVersion | None:
    return session.exec(
        select(schema.StructureVersion)
        .where(schema.StructureVersion.track == cycles.track_id(session, track))
        .order_by(col(schema.StructureVersion.number).desc())
    ).first()
