"""Reminders: who is reminded today; few, polite, never twice (rule R17)."""

from data import clock, store
from data.queries import cycles, needs, requests, statements
from data.queries.requests import RequestOnRecord
from data.reference import reminder_ladder
from data.store import Session
from data.vocabulary import LetterToWrite, RequestKind, TrackId, TrackState
from tasks import workbooks
from tasks.edges import public_holidays
from tasks.patience import step
from tasks.rules import deadlines, reminder_days

# Nobody is reminded of what the next draft no longer waits for; it may still come and is read.
_AWAITED = {
    TrackState.COLLECTING: (RequestKind.RESPONSE,),
    TrackState.FIRST_DRAFT: (RequestKind.RESPONSE, RequestKind.SUPPORT),
}


@step("who is reminded today")
def reminders_due(cycle: str) -> list[LetterToWrite]:
    """One polite letter for each request that waits and whose next rung is reached today."""
    with store.session() as session:
        codes = [cycles.get(session, cycle).code] if cycle else cycles.codes(session)
        return [
            reminder
            for code in codes
            for track, state in cycles.tracks_of(session, code)
            for kind in _AWAITED.get(state, ())
            for record in requests.of_track(session, track, kind)
            if (reminder := _reminder(session, track, record)) is not None
        ]


def _reminder(session: Session, track: TrackId, record: RequestOnRecord) -> LetterToWrite | None:
    request, today = record.request, clock.today()
    if record.sent_at is None:
        return None
    ladder = [(stage.name, stage.working_days) for stage in reminder_ladder()]
    keys = {name: f"reminder/{request.reference}/{name}" for name, _ in ladder}
    reminded = [name for name, key in keys.items() if requests.letter_exists(session, key)]
    stage = reminder_days.due(
        request,
        ladder,
        reminded,
        deadlines.local_day(record.sent_at, request.zone),
        today,
        public_holidays.holidays_of(request.member, (today.year - 1, today.year, today.year + 1)),
    )
    if stage is None:
        return None
    language = workbooks.spoken(workbooks.language_for(session, request.member, track))
    return LetterToWrite(
        key=keys[stage],
        kind="reminder",
        cycle=request.cycle,
        pillar=request.pillar,
        member=request.member,
        facts={
            "stage": stage,
            "workbook": record.file_name,
            "reference": request.reference,
            "missing": _missing(session, track, record),
        },
        deadline=deadlines.sentence(request.deadline, request.zone, language.days),
        request=request.reference,
        language=language.code,
    )


def _missing(session: Session, track: TrackId, record: RequestOnRecord) -> tuple[str, ...]:
    """The numbers of the partner's needs that no accepted return answers yet."""
    request = record.request
    if request.kind is RequestKind.SUPPORT:
        return ()
    edition = cycles.get(session, request.cycle).needs_edition
    answered = {
        reply.need
        for told in statements.told_in(session, track, request.kind)
        if told.member == request.member
        for reply in told.reading.replies
        if reply.state is not None
    }
    return tuple(
        need.number
        for need in needs.of_edition(session, edition, request.pillar)
        if need.member == request.member and need.key not in answered
    )
