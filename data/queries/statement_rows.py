"""A reading becomes rows: everything a return says, put into the books in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from data import schema
from data.schema.table import Table
from data.vocabulary import Place, Reading, Request, ReturnState, SupportLine

Rows = list[dict[str, Any]]


def keep_reading(session: Session, return_id: int, reading: Reading, known: set[str]) -> None:
    """Keep every line, reply and loose text; lines on needs we do not know become loose text.

    Rows are put in by one statement for each table: that is several times quicker than one object
    for each row, and a thousand returns come in one afternoon.
    """
    _put(session, schema.NeedReply, _replies(return_id, reading, known))
    _put(session, schema.Response, _responses(return_id, reading, known))
    _put(session, schema.PlannedReply, _planned(return_id, reading, known))
    _keep_support(session, return_id, [s for s in reading.support if s.need in known])
    _put(session, schema.ReturnedText, list(_loose_texts(return_id, reading, known)))


def needs_answered(session: Session, asked: Request) -> set[str]:
    """The needs of a request that any of its accepted returns answers (rule R5).

    One question, whatever came before: reading every earlier return again would make the thousandth
    a thousand times as dear as the first.
    """
    return set(
        session.exec(
            select(schema.NeedReply.need)
            .join(schema.Return, col(schema.Return.id) == col(schema.NeedReply.return_id))
            .where(schema.Return.request == asked.reference)
            .where(schema.Return.state == ReturnState.ACCEPTED.value)
            .where(schema.NeedReply.state != "")
            .distinct()
        )
    )


def _put(session: Session, table: type[Table], rows: Rows) -> None:
    if rows:
        # The bare table: the mapper would look at every value again and take half as long more.
        session.exec(insert(table.metadata.tables[str(table.__tablename__)]), params=rows)


def _at(place: Place) -> dict[str, str]:
    return {"sheet": place.sheet, "cell": place.cell}


def _replies(return_id: int, reading: Reading, known: set[str]) -> Rows:
    return [
        {
            "return_id": return_id,
            "need": reply.need,
            "state": reply.state.value if reply.state else "",
            "later_on": reply.later_on,
            **_at(reply.place),
        }
        for reply in reading.replies
        if reply.need in known
    ]


def _responses(return_id: int, reading: Reading, known: set[str]) -> Rows:
    return [
        {
            "return_id": return_id,
            "need": line.need,
            "line": line.line,
            "kind": line.kind.value if line.kind else "",
            "text": line.text,
            "instrument": line.instrument.value if line.instrument else "",
            "reference": line.reference,
            "date_text": line.date_text,
            "on": line.on,
            "with_project_support": line.with_project_support.value,
            "project": line.project,
            "eu_reference": line.eu_reference,
            **_at(line.place),
        }
        for line in reading.responses
        if line.need in known
    ]


def _planned(return_id: int, reading: Reading, known: set[str]) -> Rows:
    return [
        {
            "return_id": return_id,
            "need": reply.need,
            "item": reply.item,
            "follow_up": reply.follow_up.value if reply.follow_up else "",
            "remark": reply.remark,
            **_at(reply.place),
        }
        for reply in reading.planned
        if reply.need in known
    ]


def _loose_texts(return_id: int, reading: Reading, known: set[str]) -> Iterator[dict[str, Any]]:
    unknown: Iterable[tuple[Place, str]] = (
        *((line.place, line.text) for line in reading.responses if line.need not in known),
        *((line.place, line.title) for line in reading.support if line.need not in known),
    )
    for kind, texts in (
        ("unplaced", unknown),
        ("additional", reading.additional),
        ("unplaced", reading.unplaced),
    ):
        for place, text in texts:
            yield {"return_id": return_id, "kind": kind, "text": text, **_at(place)}


def _keep_support(session: Session, return_id: int, lines: Sequence[SupportLine]) -> None:
    """One row for each project, however many needs it answers, and a link for each need."""
    projects = {_facts(line): line for line in lines}
    if not projects:
        return
    ids: Sequence[int | None] = session.scalars(
        insert(schema.SupportProject).returning(
            col(schema.SupportProject.id),
            sort_by_parameter_order=True,
        ),
        [{"return_id": return_id, **dict(facts)} for facts in projects],
    ).all()
    numbers = dict(zip(projects, ids, strict=True))
    links: Rows = [
        {
            "project": numbers[_facts(line)],
            "need": line.need,
            "line": line.line,
            **_at(line.place),
        }
        for line in lines
    ]
    _put(session, schema.SupportLink, links)


def _facts(line: SupportLine) -> tuple[tuple[str, str], ...]:
    return (
        ("title", line.title),
        ("implementer", line.implementer),
        ("donors", line.donors),
        ("activity", line.activity),
        ("start_text", line.start_text),
        ("end_text", line.end_text),
        ("budget", line.budget),
        ("currency", line.currency),
        ("status", line.status),
    )
