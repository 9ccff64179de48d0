"""Asking: the request workbooks of a track, one for each member (I.2; rules R1 to R3)."""

import logging
from datetime import timedelta

from data import clock, store
from data.queries import cycles, history, journal, members, needs, preparation, requests, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    CalendarItem,
    Enclosure,
    LetterToWrite,
    Member,
    Need,
    Request,
    RequestForm,
    RequestKind,
    RequestState,
    Step,
    TrackId,
    TrackState,
)
from tasks import filing
from tasks.edges.workbook import contract, request
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
    asked = _AskedOf(track, kind)
    for member in asked.members:
        if member.code not in asked.already and asked.needs_for(member):
            asked.write(member)
    with store.session() as session:
        unsent = [
            record
            for record in requests.of_track(session, track, kind)
            if record.request.state is RequestState.DRAFT
        ]
    return [asked.letter(record) for record in unsent]


class _AskedOf:
    """All that the requests of one kind in one track have in common."""

    def __init__(self, track: TrackId, kind: RequestKind) -> None:
        self.track, self.kind = track, kind
        with store.session() as session:
            self.cycle = cycles.get(session, track.cycle)
            self.words = taxonomy.on(session, self.cycle.taxonomy_on)
            self.pillar = self.words.pillar(track.pillar)
            self.needs = [
                need
                for need in needs.of_edition(session, self.cycle.needs_edition)
                if need.pillar == track.pillar
            ]
            present = members.in_pillar(session, track.pillar, clock.today())
            partners = kind is RequestKind.RESPONSE
            self.members = [member for member in present if member.is_partner is partners]
            self.names = {member.code: member.name for member in present}
            self.already = {r.request.member for r in requests.of_track(session, track, kind)}
            self.held = history.last_year(session, self.cycle, track.pillar)
            self.due = _due(session, track, kind)
        folder = settings().templates / "requests"
        self.template = (folder / f"{kind}.xlsx").read_bytes()
        self.contract = (folder / f"{kind}.yaml").read_text(encoding="utf-8")

    def needs_for(self, member: Member) -> tuple[Need, ...]:
        """A partner sees only its own needs (rule R2); a supporter those of all partners."""
        if self.kind is RequestKind.SUPPORT:
            return tuple(self.needs)
        return tuple(need for need in self.needs if need.member == member.code)

    def write(self, member: Member) -> None:
        """Draw the workbook of one member and keep it with its request."""
        asked = Request(
            f"{self.track.cycle}-{self.track.pillar}-{member.code}-{self.kind}",
            self.track.cycle,
            self.track.pillar,
            member.code,
            self.kind,
            self.due.due_at,
            self.due.zone,
        )
        form = self._form(member, asked)
        content = request.draw_request(self.template, self.contract, form)
        name, at = naming.workbook(asked.reference), clock.now()
        with store.session() as session:
            sha256 = filing.put_on_shelf(session, content, name, at)
            requests.keep(session, asked, form.template_version, sha256, name, at)
            facts = {"workbook": sha256, "needs": str(len(form.needs))}
            journal.append(session, at, "Secretariat", "request written", asked.reference, facts)

    def letter(self, record: requests.RequestOnRecord) -> LetterToWrite:
        """The letter that carries a workbook."""
        asked = record.request
        member = next(m for m in self.members if m.code == asked.member)
        return LetterToWrite(
            key=f"request/{asked.reference}",
            kind=f"request-{self.kind}",
            cycle=asked.cycle,
            pillar=asked.pillar,
            member=asked.member,
            facts={
                "workbook": record.file_name,
                "needs": len(self.needs_for(member)),
                "reference": asked.reference,
            },
            deadline=deadlines.sentence(asked.deadline, asked.zone),
            enclosures=(
                Enclosure(record.file_name, "the workbook", record.workbook_sha256, filing.EXCEL),
            ),
            request=asked.reference,
        )

    def _form(self, member: Member, asked: Request) -> RequestForm:
        own = self.needs_for(member)
        held = self.held if self.kind is RequestKind.RESPONSE else {}
        cycle = self.cycle
        return RequestForm(
            reference=asked.reference,
            kind=self.kind,
            template_version=contract.read_contract(self.contract).version,
            member_name=member.name,
            pillar=self.pillar.code,
            pillar_name=self.pillar.name,
            cycle=cycle.code,
            period=deadlines.period(cycle.reporting_from, cycle.reporting_to),
            outlook=deadlines.period(cycle.reporting_to + timedelta(days=1), cycle.outlook_to),
            deadline=deadlines.sentence(asked.deadline, asked.zone),
            contact=filing.contact_line(),
            sub_pillars=tuple((each.number, each.name) for each in self.words.sub_pillars),
            needs=own,
            owner_names={need.member: self.names[need.member] for need in own},
            last_year={need.key: held[need.key] for need in own if need.key in held},
        )


def _due(session: Session, track: TrackId, kind: RequestKind) -> CalendarItem:
    step_due = Step.DELIVERY if kind is RequestKind.RESPONSE else Step.SUPPORT_DELIVERY
    _, items, _ = preparation.calendar_of(session, track.cycle)
    return next(item for item in items if item.step is step_due)
