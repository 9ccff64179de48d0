"""Receipts: every sender is told what was understood, and what to look at again (I.2)."""

import logging
from dataclasses import dataclass

from data import clock, store
from data.errors.workbooks import TemplateVersionDiffers
from data.queries import cycles, requests, returns, withheld
from data.queries.requests import RequestOnRecord
from data.queries.returns import ReturnOnRecord
from data.store import Session
from data.vocabulary import (
    Enclosure,
    Finding,
    LetterToWrite,
    Reading,
    RequestForm,
    RequestKind,
    ReturnState,
    WithheldState,
)
from data.vocabulary.receipts import ReceiptNotice
from data.vocabulary.screening import ScreenedLine
from tasks import filing, judging, workbooks
from tasks.edges.workbook.languages import in_words
from tasks.patience import step
from tasks.rules import deadlines, differences, naming

log = logging.getLogger(__name__)


@step("receipts for what was read")
def receipts_for(cycle: str) -> list[LetterToWrite]:
    """A receipt for each return that answers a request of the cycle, or of any cycle when empty."""
    with store.session() as session:
        codes = [cycle] if cycle else cycles.codes(session)
        due = [
            record
            for code in codes
            for record in returns.of_cycle(session, code)
            if not requests.letter_exists(session, _key(record))
        ]
    return [receipt for record in due if (receipt := _receipt(record)) is not None]


def _key(record: ReturnOnRecord) -> str:
    """A held return that is settled later is answered again, for then it is read."""
    accepted = record.state in (ReturnState.ACCEPTED, ReturnState.SUPERSEDED)
    return f"receipt/{record.sha256}" if accepted else f"receipt/{record.sha256}/{record.state}"


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the books hold of one return, gathered before anything is drawn."""

    record: ReturnOnRecord
    asked: RequestOnRecord
    form: RequestForm
    findings: tuple[Finding, ...]
    released: frozenset[str]
    version: int
    before: ReturnOnRecord | None


def _receipt(record: ReturnOnRecord) -> LetterToWrite | None:
    with store.session() as session:
        facts = _facts(session, record)
    if facts is None:
        return None
    if record.state not in (ReturnState.ACCEPTED, ReturnState.SUPERSEDED):
        return _letter(facts, _held(facts), ())
    reading = _read(record)
    notice = _notice(facts, reading)
    return _letter(facts, _understood(facts, reading, notice), _enclosed(facts, reading, notice))


def _held(facts: _Facts) -> tuple[tuple[str, int | str], ...]:
    """Why the return is held: in the finding's own words in English, else those of its code."""
    language, reason = workbooks.language_of(facts.form), facts.record.reason
    why = next((found for found in facts.findings if found.message == reason), None)
    told = in_words(language, why).message if why else reason
    return ((language.words["letter_receipt_held"], told),)


def _facts(session: Session, record: ReturnOnRecord) -> _Facts | None:
    asked = requests.find(session, record.request) if record.request else None
    if asked is None:
        return None
    versions = returns.versions(session, asked.request.reference)
    mine = next((number for number, each in versions.items() if each.row == record.row), 0)
    texts = withheld.of_return(session, record.row)
    return _Facts(
        record,
        asked,
        workbooks.form_of(session, asked.request),
        tuple(returns.findings_of(session, record.row)),
        frozenset(t.text_sha256 for t in texts if t.state is WithheldState.RELEASED),
        mine,
        versions.get(mine - 1),
    )


def _read(record: ReturnOnRecord) -> Reading:
    """Read the file once more: the books keep what it says, the file keeps where it stands."""
    return judging.read(filing.take_from_shelf(record.sha256))


def _notice(facts: _Facts, reading: Reading) -> ReceiptNotice:
    record, request = facts.record, facts.asked.request
    before = _read(facts.before) if facts.before else None
    mode = differences.replaces_or_adds(before, reading) if before else None
    responds = request.kind is RequestKind.RESPONSE
    language = workbooks.language_of(facts.form)
    return ReceiptNotice(
        file_name=record.file_name,
        received=deadlines.sentence(record.arrived_at, request.zone, language.days),
        sha256=record.sha256,
        version=facts.version,
        sender=record.sender or language.words["receipt_by_hand"],
        counts=(
            ("receipt_lines", len(reading.responses))
            if responds
            else ("receipt_count_projects", len(reading.support)),
            ("receipt_count_additional", len(reading.additional)),
        ),
        answered=sum(reply.state is not None for reply in reading.replies) if responds else 0,
        asked=len(facts.form.needs) if responds else 0,
        problems=tuple(each for each in facts.findings if not each.is_assumption),
        assumptions=tuple(each for each in facts.findings if each.is_assumption),
        changes=differences.compare(before, reading) if before else (),
        stated=differences.stated(mode) if mode else "",
        mode=mode,
        unplaced=reading.unplaced,
        held=_still_held(facts, reading),
        held_before=judging.screened(before) if before else (),
    )


def _still_held(facts: _Facts, reading: Reading) -> tuple[ScreenedLine, ...]:
    """A purged line stays among them, or its words would come back to the sender."""
    return tuple(
        line for line in judging.screened(reading) if line.text_sha256 not in facts.released
    )


def _enclosed(facts: _Facts, reading: Reading, notice: ReceiptNotice) -> tuple[Enclosure, ...]:
    reference = facts.asked.request.reference
    try:
        content = workbooks.draw_receipt(facts.form, reading, notice)
    except TemplateVersionDiffers as differs:
        # The template was changed while the cycle runs: the letter alone tells all of it in words.
        log.warning("%s: no receipt workbook is enclosed. %s", reference, differs)
        return ()
    name = naming.receipt(reference, facts.version)
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, name, clock.now())
    words = workbooks.language_of(facts.form).words
    short = "_short" if notice.asks_nothing else ""
    return (Enclosure(name, words[f"letter_receipt_enclosed{short}"], sha256, filing.EXCEL),)


def _letter(
    facts: _Facts,
    understood: tuple[tuple[str, int | str], ...],
    enclosed: tuple[Enclosure, ...],
) -> LetterToWrite:
    record, request = facts.record, facts.asked.request
    language = workbooks.language_of(facts.form)
    return LetterToWrite(
        key=_key(record),
        kind="receipt",
        cycle=request.cycle,
        pillar=request.pillar,
        member=request.member,
        facts={
            "file": record.file_name,
            "received_on": deadlines.long_date(
                deadlines.local_day(record.arrived_at, request.zone), language.days
            ),
            "reference": request.reference,
            "understood": understood,
            "findings": tuple(in_words(language, each) for each in facts.findings),
        },
        deadline=facts.form.deadline,
        enclosures=enclosed,
        request=request.reference,
        language=language.code,
    )


def _understood(
    facts: _Facts, reading: Reading, notice: ReceiptNotice
) -> tuple[tuple[str, int | str], ...]:
    language = workbooks.language_of(facts.form)
    words = language.words
    told: list[tuple[str, int | str]] = [
        (words["letter_receipt_answered"], notice.answered),
        (words["letter_receipt_unanswered"], notice.asked - notice.answered),
        (words["letter_receipt_lines"], len(reading.responses)),
    ]
    if facts.asked.request.kind is RequestKind.SUPPORT:
        told = [(words["letter_receipt_projects"], len(reading.support))]
    if notice.stated:
        version = words["letter_receipt_version"].format(version=facts.version)
        own = language.code == "en" or notice.mode is None
        told.append((version, notice.stated if own else words[f"receipt_mode_{notice.mode}"]))
    return tuple(told)
