"""Asking: the request workbooks of a track, one for each member (I.2; rules R1 to R3)."""

import logging

from data import clock, store
from data.queries import cycles, journal, members, preparation, requests
from data.store import Session
from data.vocabulary import (
    CalendarItem,
    Enclosure,
    LetterToWrite,
    Member,
    Request,
    RequestKind,
    RequestState,
    Step,
    TrackId,
    TrackState,
)
from tasks import filing, workbooks
from tasks.patience import step
from tasks.rules import deadlines, naming

log = logging.getLogger(__name__)


@step("request the state of play")
def request_information(track: TrackId) -> list[LetterToWrite]:
    """Ask every partner of a pillar for its own needs, once calendar and structure are agreed."""
    with store.session() as session:
        state = cycles.track_state(session, track)
        _, _, calendar_locked = preparation.calendar_of(session, track.cycle)
        _, outline_locked = preparation.outline_of(session, track)
    if state is not TrackState.STRUCTURE_AGREED or not (calendar_locked and outline_locked):
        return []
    return _ask(track, RequestKind.RESPONSE)


@step("ask for support information")
def ask_for_support(track: TrackId) -> list[LetterToWrite]:
    """Ask the other members about their projects, from the first draft on (rule R3)."""
    with store.session() as session:
        state = cycles.track_state(session, track)
    if state is not TrackState.FIRST_DRAFT:
        return []
    return _ask(track, RequestKind.SUPPORT)


def _ask(track: TrackId, kind: RequestKind) -> list[LetterToWrite]:
    with store.session() as session:
        present = members.in_pillar(session, track.pillar, clock.today())
        already = {record.request.member for record in requests.of_track(session, track, kind)}
        due = _due(session, track, kind)
    partners = kind is RequestKind.RESPONSE
    for member in present:
        if member.is_partner is partners and member.code not in already:
            _write(_request_of(track, kind, member, due))
    with store.session() as session:
        return [
            _letter(session, record)
            for record in requests.of_track(session, track, kind)
            if record.request.state is RequestState.DRAFT
        ]


def _request_of(track: TrackId, kind: RequestKind, member: Member, due: CalendarItem) -> Request:
    reference = f"{track.cycle}-{track.pillar}-{member.code}-{kind}"
    return Request(reference, track.cycle, track.pillar, member.code, kind, due.due_at, due.zone)


def _write(asked: Request) -> None:
    """Draw the workbook of one member and keep it with its request; nobody is asked nothing."""
    with store.session() as session:
        form = workbooks.form_of(session, asked)
    if not form.needs:
        return
    content = workbooks.draw(form)
    name, at = naming.workbook(asked.reference), clock.now()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, name, at)
        requests.keep(session, asked, form.template_version, sha256, name, at)
        facts = {"workbook": sha256, "needs": str(len(form.needs))}
        journal.append(session, at, "Secretariat", "request written", asked.reference, facts)


def _letter(session: Session, record: requests.RequestOnRecord) -> LetterToWrite:
    """The letter that carries a workbook."""
    asked = record.request
    track = TrackId(asked.cycle, asked.pillar)
    language = workbooks.spoken(workbooks.language_for(session, asked.member, track))
    called = language.words["letter_workbook"]
    enclosed = Enclosure(record.file_name, called, record.workbook_sha256, filing.EXCEL)
    return LetterToWrite(
        key=f"request/{asked.reference}",
        kind=f"request-{asked.kind}",
        cycle=asked.cycle,
        pillar=asked.pillar,
        member=asked.member,
        facts={
            "workbook": record.file_name,
            "needs": len(workbooks.asked_needs(session, asked)),
            "reference": asked.reference,
        },
        deadline=deadlines.sentence(asked.deadline, asked.zone, language.days),
        enclosures=(enclosed,),
        request=asked.reference,
        language=language.code,
    )


def _due(session: Session, track: TrackId, kind: RequestKind) -> CalendarItem:
    step_due = Step.DELIVERY if kind is RequestKind.RESPONSE else Step.SUPPORT_DELIVERY
    _, items, _ = preparation.calendar_of(session, track.cycle)
    return next(item for item in items if item.step is step_due)
