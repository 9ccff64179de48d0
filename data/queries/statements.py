"""What accepted returns say, cell by cell, without the texts that are withheld."""

from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles, withheld
from data.queries.rows import number
from data.vocabulary import (
    AnswerState,
    FollowUp,
    InstrumentKind,
    NeedReply,
    Part,
    Place,
    PlannedReply,
    ProjectSupport,
    Reading,
    RequestKind,
    ResponseLine,
    ReturnState,
    StatementKind,
    SupportLine,
    TrackId,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one accepted return of a member says; several are merged by rule R5."""

    member: str
    reading: Reading
    request: str


def told_in(session: Session, track: TrackId, kind: RequestKind) -> list[Told]:
    """What the accepted returns of a track say, oldest first."""
    rows = session.exec(
        select(schema.Return, schema.Request)
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .where(schema.Request.track == cycles.track_id(session, track))
        .where(schema.Request.kind == kind.value)
        .where(schema.Return.state == ReturnState.ACCEPTED.value)
        .order_by(col(schema.Return.arrived_at), col(schema.Return.id))
    ).all()
    return [
        Told(asked.member, of_return(session, number(row.id), kind), asked.reference)
        for row, asked in rows
    ]


def of_return(session: Session, return_id: int, kind: RequestKind) -> Reading:
    """What one return says, read back from the books; what is withheld is left out.

    Identity, loose texts and findings did their work at the door; they are not asked for again.
    Every line names the file it was read from, which is the first step back to its cell.
    """
    came = session.get_one(schema.Return, return_id)
    told = Reading(
        kind,
        {},
        "",
        _replies(session, return_id, came.sha256),
        _responses(session, return_id, came.sha256),
        _support(session, return_id, came.sha256),
        (),
        (),
        (),
        _planned(session, return_id, came.sha256),
        came.part,
    )
    return _without(told, withheld.rows_of(session, return_id))


def _without(told: Reading, rows: frozenset[withheld.Row]) -> Reading:
    """Leave out every line that is withheld; of a choice only the words beside it."""
    return replace(
        told,
        responses=tuple(r for r in told.responses if (Part.RESPONSE, r.need, r.line) not in rows),
        support=tuple(s for s in told.support if (Part.SUPPORT, s.need, s.line) not in rows),
        replies=tuple(
            replace(r, later_on="") if (Part.REPLY, r.need, 0) in rows else r for r in told.replies
        ),
        planned=tuple(
            replace(p, remark="") if (Part.PLANNED, p.need, p.item) in rows else p
            for p in told.planned
        ),
    )


def _replies(session: Session, return_id: int, sha256: str) -> tuple[NeedReply, ...]:
    rows = session.exec(
        select(schema.NeedReply)
        .where(schema.NeedReply.return_id == return_id)
        .order_by(col(schema.NeedReply.id))
    )
    return tuple(
        NeedReply(
            row.need,
            AnswerState(row.state) if row.state else None,
            row.later_on,
            Place(row.sheet, row.cell),
            sha256,
        )
        for row in rows
    )


def _responses(session: Session, return_id: int, sha256: str) -> tuple[ResponseLine, ...]:
    rows = session.exec(
        select(schema.Response)
        .where(schema.Response.return_id == return_id)
        .order_by(col(schema.Response.id))
    )
    return tuple(
        ResponseLine(
            row.need,
            row.line,
            StatementKind(row.kind) if row.kind else None,
            row.text,
            InstrumentKind(row.instrument) if row.instrument else None,
            row.reference,
            row.date_text,
            row.on,
            ProjectSupport(row.with_project_support),
            row.project,
            row.eu_reference,
            Place(row.sheet, row.cell),
            sha256,
        )
        for row in rows
    )


def _support(session: Session, return_id: int, sha256: str) -> tuple[SupportLine, ...]:
    rows = session.exec(
        select(schema.SupportLink, schema.SupportProject)
        .join(
            schema.SupportProject, col(schema.SupportProject.id) == col(schema.SupportLink.project)
        )
        .where(schema.SupportProject.return_id == return_id)
        .order_by(col(schema.SupportLink.id))
    )
    return tuple(
        SupportLine(
            link.need,
            link.line,
            project.title,
            project.implementer,
            project.donors,
            project.activity,
            project.start_text,
            project.end_text,
            project.budget,
            project.currency,
            project.status,
            Place(link.sheet, link.cell),
            sha256,
        )
        for link, project in rows
    )


def _planned(session: Session, return_id: int, sha256: str) -> tuple[PlannedReply, ...]:
    rows = session.exec(
        select(schema.PlannedReply)
        .where(schema.PlannedReply.return_id == return_id)
        .order_by(col(schema.PlannedReply.id))
    )
    return tuple(
        PlannedReply(
            row.need,
            row.item,
            FollowUp(row.follow_up) if row.follow_up else None,
            row.remark,
            Place(row.sheet, row.cell),
            sha256,
        )
        for row in rows
    )
