"""The workbook of one request: what it shows, in whose language, from which template."""

from datetime import timedelta
from functools import cache
from pathlib import Path

from data import clock, store
from data.errors.returns import RequestOfReturnUnknown
from data.queries import cycles, history, members, needs, requests, taxonomy
from data.queries.requests import RequestOnRecord
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Contact,
    ContactRole,
    Language,
    LastYear,
    Need,
    Reading,
    Request,
    RequestForm,
    RequestKind,
    TrackId,
)
from data.vocabulary.receipts import ReceiptNotice
from tasks import filing
from tasks.edges.workbook import receipt, request
from tasks.edges.workbook.contract import read_contract
from tasks.edges.workbook.languages import completed, read_language
from tasks.rules import deadlines


def asked_needs(session: Session, asked: Request) -> tuple[Need, ...]:
    """A partner is asked about its own needs (rule R2), a supporter about those of all (R3)."""
    edition = cycles.get(session, asked.cycle).needs_edition
    return tuple(
        need
        for need in needs.of_edition(session, edition, asked.pillar)
        if asked.kind is RequestKind.SUPPORT or need.member == asked.member
    )


def request_in(session: Session, cycle: str, reference: str) -> RequestOnRecord:
    """The request of this reference.

    Raises:
        RequestOfReturnUnknown: the cycle has no such request.
    """
    asked = requests.find(session, reference)
    if asked is not None and asked.request.cycle == cycle:
        return asked
    known = [
        record.request.reference
        for track, _ in cycles.tracks_of(session, cycles.get(session, cycle).code)
        for kind in RequestKind
        for record in requests.of_track(session, track, kind)
    ]
    listed = ", ".join(known) or "none"
    raise RequestOfReturnUnknown(reference=reference, cycle=cycle, known=listed)


def form_of(session: Session, asked: Request) -> RequestForm:
    """All that the workbook of a request shows.

    A request on record keeps the version of the template it was written with (rule R19).
    """
    track = TrackId(asked.cycle, asked.pillar)
    cycle = cycles.get(session, asked.cycle)
    words = taxonomy.on(session, cycle.taxonomy_on)
    pillar = words.pillar(asked.pillar)
    days = (cycle.taxonomy_on, clock.today())
    names = {each.code: each.name for day in days for each in members.on(session, day)}
    own = asked_needs(session, asked)
    held: dict[str, LastYear] = (
        history.last_year(session, cycle, asked.pillar)
        if asked.kind is RequestKind.RESPONSE  # a supporter never sees a partner's raw answers
        else history.supported_before(session, cycle, asked.pillar, asked.member)
    )
    known = requests.find(session, asked.reference)
    outlook = cycle.reporting_to + timedelta(days=1), cycle.outlook_to
    language = spoken(language_for(session, asked.member, track))
    return RequestForm(
        reference=asked.reference,
        kind=asked.kind,
        template_version=known.template_version if known else _version(session, asked),
        member_name=names[asked.member],
        pillar=pillar.code,
        pillar_name=pillar.name,
        cycle=cycle.code,
        period=deadlines.period(cycle.reporting_from, cycle.reporting_to, language.days),
        outlook=deadlines.period(*outlook, language.days),
        deadline=deadlines.sentence(asked.deadline, asked.zone, language.days),
        contact=filing.contact_line(),
        sub_pillars=tuple((each.number, each.name) for each in words.sub_pillars),
        needs=own,
        owner_names={need.member: names[need.member] for need in own},
        last_year={need.key: held[need.key] for need in own if need.key in held},
        language=language.code,
        eu_references=taxonomy.framework_on(session, cycle.taxonomy_on),
        outlook_days=outlook,
    )


def draw(form: RequestForm, answers: Reading | None = None) -> bytes:
    """Draw the workbook of a request; `answers` are written into its open cells."""
    template, contract = _template_of(form)
    return request.draw_request(template, contract, form, language_of(form), answers)


def draw_receipt(form: RequestForm, reading: Reading, notice: ReceiptNotice) -> bytes:
    """Draw the member's own answers as a new file, with what is to be looked at again.

    Raises:
        TemplateVersionDiffers: the template is no longer the one the request was written with.
    """
    template, contract = _template_of(form)
    return receipt.draw_receipt(template, contract, form, language_of(form), reading, notice)


def draw_parts(form: RequestForm) -> dict[int, bytes]:
    """Draw one workbook for each sub-pillar with needs, all with the identity of the request."""
    template, contract = _template_of(form)
    return request.draw_parts(template, contract, form, language_of(form))


def language_of(form: RequestForm) -> Language:
    """The words a form is written in."""
    return spoken(form.language)


def spoken(code: str) -> Language:
    """The language of this code; English where its file is gone."""
    known = {language.code: language for language in languages(_folder() / "languages")}
    return known.get(code, known["en"])


def all_languages() -> tuple[Language, ...]:
    """Every language a workbook may come back in."""
    return languages(_folder() / "languages")


@cache
def languages(folder: Path) -> tuple[Language, ...]:
    """The language files of a folder by code; adding a language is adding a file.

    What a file lacks stands in English, so that one begun today can be used today.
    """
    files = sorted(folder.glob("*.yaml"))
    return tuple(completed(read_language(file.read_text(encoding="utf-8"))) for file in files)


def language_for(session: Session, member: str, track: TrackId) -> str:
    """The language of whoever the letter is addressed to: the coordinator, else the technical."""
    contacts = members.contacts_of(session, member, track.pillar, clock.today())
    by_role: dict[ContactRole, list[Contact]] = {}
    for contact in contacts:
        by_role.setdefault(contact.role, []).append(contact)
    for role in (ContactRole.COORDINATOR, ContactRole.TECHNICAL):
        if role in by_role:
            return by_role[role][0].language
    return "en"


def _version(session: Session, asked: Request) -> str:
    _, contract = _template(filing.templates_of(session, asked.cycle), asked.kind)
    return read_contract(contract).version


def _template_of(form: RequestForm) -> tuple[bytes, str]:
    with store.session() as session:
        templates = filing.templates_of(session, form.cycle)
    return _template(templates, form.kind)


def _template(templates: Path, kind: RequestKind) -> tuple[bytes, str]:
    folder = templates / "requests"
    contract = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
    return (folder / f"{kind}.xlsx").read_bytes(), contract


def _folder() -> Path:
    return settings().templates / "requests"
