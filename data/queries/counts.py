"""A cycle in numbers: what was asked, answered, found, drafted, decided and released."""

from sqlmodel import Session, col, select

from data import schema
from data.queries import board, cycles, drafts, findings, releases, requests, returns
from data.vocabulary import DraftKind, RehearsalLine, RequestKind, ReturnState


def of_cycle(session: Session, code: str) -> RehearsalLine:
    """Count what the books hold of one cycle."""
    tracks = [track for track, _ in cycles.tracks_of(session, code)]
    asked = [r for t in tracks for kind in RequestKind for r in requests.of_track(session, t, kind)]
    came = returns.of_cycle(session, code)
    answered = {record.request for record in came if record.state is ReturnState.ACCEPTED}
    found = session.exec(
        select(schema.Finding.id).where(
            col(schema.Finding.return_id).in_([record.row for record in came])
        )
    ).all()
    return RehearsalLine(
        cycle=code,
        asked=len(asked),
        answered=len(answered),
        findings=len(found) + sum(len(findings.of_track(session, t)) for t in tracks),
        drafts=sum(len(drafts.every(session, t, kind)) for t in tracks for kind in DraftKind),
        decisions=sum(len(board.decisions_on(session, track)) for track in tracks),
        released=len(releases.of_cycle(session, code)),
    )
