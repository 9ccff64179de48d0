"""What accepted returns say, cell by cell."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles
from data.queries.rows import number
from data.vocabulary import (
    AnswerState,
    InstrumentKind,
    NeedReply,
    Place,
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


def keep_reading(session: Session, return_id: int, reading: Reading, known: set[str]) -> None:
    """Keep every line, reply and loose text; lines on needs we do not know become loose text."""
    for reply in reading.replies:
        if reply.need in known:
            state = reply.state.value if reply.state else ""
            session.add(
                schema.NeedReply(
                    return_id=return_id,
                    need=reply.need,
                    state=state,
                    later_on=reply.later_on,
                    sheet=reply.place.sheet,
                    cell=reply.place.cell,
                )
            )
    for line in reading.responses:
        if line.need in known:
            session.add(_response(return_id, line))
        else:
            session.add(_loose(return_id, "unplaced", line.place, line.text))
    _keep_support(session, return_id, reading.support, known)
    for kind, texts in (("additional", reading.additional), ("unplaced", reading.unplaced)):
        for place, text in texts:
            session.add(_loose(return_id, kind, place, text))
    session.flush()


def told_in(session: Session, track: TrackId, kind: RequestKind) -> list[Told]:
    """What the accepted returns of a track say, oldest first."""
    rows = session.exec(
        select(schema.Return, schema.Request.member)
        .join(schema.Request, col(schema.Request.reference) == col(schema.Return.request))
        .where(schema.Request.track == cycles.track_id(session, track))
        .where(schema.Request.kind == kind.value)
        .where(schema.Return.state == ReturnState.ACCEPTED.value)
        .order_by(col(schema.Return.arrived_at), col(schema.Return.id))
    ).all()
    return [Told(member, of_return(session, number(row.id), kind)) for row, member in rows]


def of_return(session: Session, return_id: int, kind: RequestKind) -> Reading:
    """What one return says, read back from the books."""
    # Identity, loose texts and findings did their work at the door; they are not asked for again.
    return Reading(
        kind,
        {},
        "",
        _replies(session, return_id),
        _responses(session, return_id),
        _support(session, return_id),
        (),
        (),
        (),
    )


def _loose(return_id: int, kind: str, place: Place, text: str) -> schema.ReturnedText:
    return schema.ReturnedText(
        return_id=return_id, kind=kind, sheet=place.sheet, cell=place.cell, text=text
    )


def _response(return_id: int, line: ResponseLine) -> schema.Response:
    return schema.Response(
        return_id=return_id,
        need=line.need,
        line=line.line,
        kind=line.kind.value if line.kind else "",
        text=line.text,
        instrument=line.instrument.value if line.instrument else "",
        reference=line.reference,
        date_text=line.date_text,
        on=line.on,
        with_project_support=line.with_project_support.value,
        project=line.project,
        sheet=line.place.sheet,
        cell=line.place.cell,
    )


def _keep_support(
    session: Session, return_id: int, lines: tuple[SupportLine, ...], known: set[str]
) -> None:
    projects = dict[tuple[str, ...], schema.SupportProject]()
    for line in lines:
        if line.need not in known:
            session.add(_loose(return_id, "unplaced", line.place, line.title))
            continue
        facts = {
            "title": line.title,
            "implementer": line.implementer,
            "donors": line.donors,
            "activity": line.activity,
            "start_text": line.start_text,
            "end_text": line.end_text,
            "budget": line.budget,
            "currency": line.currency,
            "status": line.status,
        }
        project = projects.get(tuple(facts.values()))
        if project is None:
            project = schema.SupportProject.model_validate({"return_id": return_id, **facts})
            projects[tuple(facts.values())] = project
            session.add(project)
            session.flush()
        session.add(
            schema.SupportLink(
                project=number(project.id),
                need=line.need,
                line=line.line,
                sheet=line.place.sheet,
                cell=line.place.cell,
            )
        )


def _replies(session: Session, return_id: int) -> tuple[NeedReply, ...]:
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
        )
        for row in rows
    )


def _responses(session: Session, return_id: int) -> tuple[ResponseLine, ...]:
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
            Place(row.sheet, row.cell),
        )
        for row in rows
    )


def _support(session: Session, return_id: int) -> tuple[SupportLine, ...]:
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
        )
        for link, project in rows
    )
