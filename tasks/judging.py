"""What becomes of a file that came back: read, held against what was asked, and written down."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from data import clock
from data.queries import (
    cycles,
    journal,
    members,
    requests,
    returns,
    statement_rows,
    withheld,
)
from data.reference.screening import screening_lists
from data.store import Session
from data.vocabulary import (
    Arrival,
    Finding,
    Reading,
    Request,
    RequestKind,
    RequestState,
    ReturnState,
    Severity,
)
from data.vocabulary.conformity import Verdict
from data.vocabulary.screening import ScreenedLine
from tasks import workbooks
from tasks.edges.workbook.reading import read_return
from tasks.rules import conformity, discretion, screening, transitions
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean

_NEVER = (date.min, date.min)  # a file without a request has no period to be held against


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of a file: its state, the reason in words, and all that was found in it."""

    state: ReturnState
    reason: str
    request: Request | None = None
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()


def read(content: bytes) -> Reading:
    """Read a workbook the guard let through."""
    return read_return(content, read_date, did_you_mean, workbooks.all_languages())


def screened(reading: Reading) -> tuple[ScreenedLine, ...]:
    """The lines of a reading that no draft may show before a named person decides."""
    return screening.screen_reading(reading, screening_lists())


def judge(session: Session, arrival: Arrival, reading: Reading) -> Judged:
    """Hold a reading against the request its reference names; what is in doubt is held."""
    judged = _judge(session, arrival, reading)
    held = screened(reading)
    told = discretion.without_quotations(judged.findings, held)
    return replace(judged, findings=(*told, *screening.findings_of(held)))


def _judge(session: Session, arrival: Arrival, reading: Reading) -> Judged:
    reference = next((found for found in reading.identities.values() if found), "")
    record = requests.find(session, reference)
    stranger = _stranger(session, arrival.sender)
    if record is None:
        found = conformity.check(reading, None, [], _NEVER, _NEVER)
        # Of another file altogether it says little that every row of it is unknown.
        told = tuple(each for each in found.findings if each.severity is Severity.BLOCKS)
        return Judged(ReturnState.HELD, found.reason, None, reading, (*told, *stranger))
    asked = record.request
    cycle = cycles.get(session, asked.cycle)
    senders = members.of_address(session, arrival.sender, clock.today())
    checked = conformity.check(
        reading,
        asked,
        workbooks.asked_needs(session, asked),
        (cycle.reporting_from, cycle.reporting_to),
        (cycle.reporting_to + timedelta(days=1), cycle.outlook_to),
        member_of_sender="" if asked.member in senders else next(iter(senders), ""),
        template_version=record.template_version,
    )
    findings = (*checked.findings, *stranger)
    reason = checked.reason or (stranger[0].message if stranger else "")
    accepted = checked.verdict is Verdict.ACCEPT and not stranger
    state = ReturnState.ACCEPTED if accepted else ReturnState.HELD
    return Judged(state, reason, asked, reading, findings)


def _stranger(session: Session, sender: str) -> tuple[Finding, ...]:
    if not sender or members.of_address(session, sender, clock.today()):
        return ()
    return (
        Finding(
            "unknown-sender",
            Severity.BLOCKS,
            f"{sender} is no contact of any member.",
            "Ask the member whether the answers are its own, then settle the return by name.",
        ),
    )


def keep(session: Session, arrival: Arrival, sha256: str, judged: Judged) -> int:
    """Write down a file, what was found in it and, when it is accepted, what it says."""
    at, asked = clock.now(), judged.request
    row = returns.keep(
        session,
        sha256,
        arrival.name,
        arrival.sender,
        asked.reference if asked else None,
        judged.state,
        judged.reason,
        at,
        judged.reading.part if judged.reading else "",
    )
    returns.keep_findings(session, row, judged.findings, at)
    if judged.reading is not None and judged.state is ReturnState.ACCEPTED and asked:
        accept(session, row, asked, judged.reading)
    return row


def accept(session: Session, row: int, asked: Request, reading: Reading) -> None:
    """Put what an accepted return says into the books, and move its request on."""
    known = {need.key for need in workbooks.asked_needs(session, asked)}
    statement_rows.keep_reading(session, row, reading, known)
    withheld.keep(session, row, screening.withheld(screened(reading), known))
    _advance(session, asked, known)


def _advance(session: Session, asked: Request, known: set[str]) -> None:
    """Move a request on; a part that completes an earlier part completes it (rule R5)."""
    state = requests.state_of(session, asked.reference)
    if state is RequestState.RECEIVED:
        return
    answered = statement_rows.needs_answered(session, asked)
    complete = asked.kind is RequestKind.SUPPORT or answered >= known
    new = RequestState.RECEIVED if complete else RequestState.PARTLY_RECEIVED
    requests.set_state(session, asked.reference, transitions.move(state, new))


def report(session: Session, arrival: Arrival, sha256: str, judged: Judged) -> None:
    """Write the act into the journal."""
    reference = judged.request.reference if judged.request else "unknown"
    facts = {"file": sha256, "name": arrival.name}
    if judged.reason:
        facts["reason"] = judged.reason
    who = arrival.sender or "drop folder"
    journal.append(session, clock.now(), who, f"return {judged.state}", reference, facts)
