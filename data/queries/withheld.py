"""Texts the screen found sensitive, and what a named person decided about each."""

from datetime import datetime

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from data import schema
from data.queries.rows import number
from data.vocabulary import Part, Place, WithheldState, WithheldText

Row = tuple[Part, str, int]


def keep(session: Session, return_id: int, texts: tuple[WithheldText, ...]) -> None:
    """Hold texts of a return from every draft.

    What a named person released before, in another return to the same request, stays released.
    """
    if not texts:
        return
    released = _released(session, return_id)
    rows = [
        {
            "return_id": return_id,
            "part": text.part.value,
            "need": text.need,
            "line": text.line,
            "sheet": text.place.sheet,
            "cell": text.place.cell,
            "reasons": list(text.reasons),
            "text_sha256": text.text_sha256,
            **_decision(released.get(text.text_sha256)),
        }
        for text in texts
    ]
    session.exec(insert(schema.WithheldText), params=rows)


def _decision(before: schema.WithheldText | None) -> dict[str, object]:
    return {
        "state": (before.state if before else WithheldState.HELD.value),
        "decided_by": before.decided_by if before else "",
        "reason": before.reason if before else "",
        "decided_at": before.decided_at if before else None,
    }


def _released(session: Session, return_id: int) -> dict[str, schema.WithheldText]:
    request = session.get_one(schema.Return, return_id).request
    rows = session.exec(
        select(schema.WithheldText)
        .join(schema.Return, col(schema.Return.id) == col(schema.WithheldText.return_id))
        .where(schema.Return.request == request)
        .where(schema.WithheldText.state == WithheldState.RELEASED.value)
    )
    return {row.text_sha256: row for row in rows}


def rows_of(session: Session, return_id: int) -> frozenset[Row]:
    """The rows of a return that no draft may show: those held, and those purged."""
    rows = session.exec(
        select(schema.WithheldText)
        .where(schema.WithheldText.return_id == return_id)
        .where(schema.WithheldText.state != WithheldState.RELEASED.value)
    )
    return frozenset((Part(row.part), row.need, row.line) for row in rows)


def find(session: Session, row: int) -> WithheldText | None:
    """One withheld text by its number."""
    found = session.get(schema.WithheldText, row)
    return None if found is None else _as_text(session, found)


def of_return(session: Session, return_id: int) -> list[WithheldText]:
    """The withheld texts of a return, in the order of the workbook."""
    rows = session.exec(
        select(schema.WithheldText)
        .where(schema.WithheldText.return_id == return_id)
        .order_by(col(schema.WithheldText.id))
    )
    return [_as_text(session, row) for row in rows]


def of_cycle(session: Session, cycle: str) -> list[WithheldText]:
    """The texts of a cycle that wait for a decision."""
    rows = session.exec(
        select(schema.WithheldText)
        .join(schema.Return, col(schema.Return.id) == col(schema.WithheldText.return_id))
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .join(schema.Track, col(schema.Track.id) == col(schema.Request.track))
        .where(schema.Track.cycle == cycle)
        .where(schema.WithheldText.state == WithheldState.HELD.value)
        .order_by(col(schema.WithheldText.id))
    )
    return [_as_text(session, row) for row in rows]


def decide(
    session: Session, row: int, state: WithheldState, by: str, reason: str, at: datetime
) -> None:
    """Record what a named person decided; a purged text leaves the tables with it."""
    held = session.get_one(schema.WithheldText, row)
    session.exec(
        update(schema.WithheldText)
        .where(col(schema.WithheldText.id) == row)
        .values(state=state.value, decided_by=by, reason=reason, decided_at=at)
    )
    if state is WithheldState.PURGED:
        _purge(session, held)


def _purge(session: Session, held: schema.WithheldText) -> None:
    """Take the words out of the row they stand in; a line without words is no line."""
    here = held.return_id, held.need
    match Part(held.part):
        case Part.RESPONSE:
            table = schema.Response
            session.exec(
                delete(table)
                .where(col(table.return_id) == here[0], col(table.need) == here[1])
                .where(col(table.line) == held.line)
            )
        case Part.SUPPORT:
            links = select(schema.SupportLink.project).where(
                col(schema.SupportLink.need) == held.need,
                col(schema.SupportLink.line) == held.line,
            )
            project = schema.SupportProject
            words = dict.fromkeys(("title", "implementer", "donors", "activity"), "")
            session.exec(
                update(project)
                .where(col(project.return_id) == held.return_id, col(project.id).in_(links))
                .values(**words)
            )
        case Part.REPLY:
            table = schema.NeedReply
            session.exec(
                update(table)
                .where(col(table.return_id) == here[0], col(table.need) == here[1])
                .values(later_on="")
            )
        case Part.PLANNED:
            table = schema.PlannedReply
            session.exec(
                update(table)
                .where(col(table.return_id) == here[0], col(table.need) == here[1])
                .where(col(table.item) == held.line)
                .values(remark="")
            )
        case Part.ADDITIONAL | Part.UNPLACED:
            table = schema.ReturnedText
            session.exec(
                delete(table)
                .where(col(table.return_id) == here[0])
                .where(col(table.sheet) == held.sheet, col(table.cell) == held.cell)
            )


def _as_text(session: Session, row: schema.WithheldText) -> WithheldText:
    came = session.get_one(schema.Return, row.return_id)
    asked = session.get(schema.Request, came.request) if came.request else None
    return WithheldText(
        Part(row.part),
        row.need,
        row.line,
        tuple(str(reason) for reason in row.reasons),
        row.text_sha256,
        Place(row.sheet, row.cell),
        number(row.id),
        WithheldState(row.state),
        came.file_name,
        asked.member if asked else "",
        came.request or "",
    )
