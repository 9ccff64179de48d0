"""Intake: what came back is kept, read, checked and answered; nothing is believed unread (I.2)."""

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from data import clock, store
from data.queries import cycles, journal, needs, requests, returns, statement_rows, statements
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Arrival,
    Finding,
    Need,
    Reading,
    Request,
    RequestKind,
    RequestState,
    ReturnState,
    TrackId,
)
from data.vocabulary.conformity import Verdict
from tasks import filing
from tasks.edges import drop_folder, guard
from tasks.edges.workbook.reading import read_return
from tasks.patience import step
from tasks.rules import conformity, transitions
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean

log = logging.getLogger(__name__)

_NEVER = (date.min, date.min)  # a file without a request has no period to be held against


@step("collect what came back")
def collect_arrivals() -> list[str]:
    """The entries of the drop folder that wait to be read, by name."""
    waiting = drop_folder.arrivals(settings().root / "inbox")
    return list(dict.fromkeys(arrival.file or arrival.name for arrival in waiting))


@step("file a return")
def file_return(entry: str) -> int:
    """Keep, read and check one entry of the drop folder; returns how many files were new.

    The same bytes are read once, under whatever name they come. What cannot be read or does not
    fit what was asked is held with a sentence, never refused into nothing; the original is kept.
    """
    inbox = settings().root / "inbox"
    arrived = [a for a in drop_folder.arrivals(inbox) if (a.file or a.name) == entry]
    states = [_file(arrival) for arrival in arrived]
    held = any(state is ReturnState.HELD or state is ReturnState.REJECTED for state in states)
    drop_folder.file_away(inbox, entry, "held" if held else "read")
    return sum(state is not None for state in states)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What becomes of a file: its state, the reason in words, and all that was found in it."""

    state: ReturnState
    reason: str
    request: Request | None
    reading: Reading | None
    findings: tuple[Finding, ...]


def _file(arrival: Arrival) -> ReturnState | None:
    at = clock.now()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, arrival.content, arrival.name, at)
        known = returns.find(session, sha256)
    if known is not None:
        log.info("%s came before as %s and was read then", arrival.name, known.file_name)
        return known.state if known.state is ReturnState.HELD else None
    verdict = _judge(arrival)
    with store.session() as session:
        _record(session, arrival, sha256, verdict)
    return verdict.state


def _judge(arrival: Arrival) -> _Verdict:
    refused = arrival.problem or guard.why_refused(arrival.content)
    if refused:
        return _Verdict(ReturnState.REJECTED, refused, None, None, ())
    reading = read_return(arrival.content, read_date, did_you_mean)
    with store.session() as session:
        reference = next((found for found in reading.identities.values() if found), "")
        record = requests.find(session, reference)
        if record is None:
            found = conformity.check(reading, None, [], _NEVER, _NEVER)
            return _Verdict(ReturnState.HELD, found.reason, None, reading, found.findings)
        asked = record.request
        mapped = _asked_needs(session, asked)
        cycle = cycles.get(session, asked.cycle)
    checked = conformity.check(
        reading,
        asked,
        mapped,
        (cycle.reporting_from, cycle.reporting_to),
        (cycle.reporting_to + timedelta(days=1), cycle.outlook_to),
        template_version=record.template_version,
    )
    accepted = checked.verdict is Verdict.ACCEPT
    state = ReturnState.ACCEPTED if accepted else ReturnState.HELD
    return _Verdict(state, checked.reason, asked, reading, checked.findings)


def _asked_needs(session: Session, asked: Request) -> list[Need]:
    edition = cycles.get(session, asked.cycle).needs_edition
    return [
        need
        for need in needs.of_edition(session, edition)
        if need.pillar == asked.pillar
        and (asked.kind is RequestKind.SUPPORT or need.member == asked.member)
    ]


def _record(session: Session, arrival: Arrival, sha256: str, verdict: _Verdict) -> None:
    at = clock.now()
    asked = verdict.request
    reference = asked.reference if asked else None
    row = returns.keep(
        session,
        sha256,
        arrival.name,
        arrival.sender,
        reference,
        verdict.state,
        verdict.reason,
        at,
    )
    returns.keep_findings(session, row, verdict.findings, at)
    if verdict.reading is not None and verdict.state is ReturnState.ACCEPTED and asked:
        known = {need.key for need in _asked_needs(session, asked)}
        statement_rows.keep_reading(session, row, verdict.reading, known)
        _advance(session, asked, verdict.reading, known)
    facts = {"file": sha256, "name": arrival.name}
    if verdict.reason:
        facts["reason"] = verdict.reason
    act = f"return {verdict.state}"
    journal.append(session, at, arrival.sender or "drop folder", act, reference or "unknown", facts)


def _advance(session: Session, asked: Request, reading: Reading, known: set[str]) -> None:
    answered = {reply.need for reply in reading.replies if reply.state is not None}
    complete = asked.kind is RequestKind.SUPPORT or answered >= known
    # A part that completes an earlier part completes the request: both stand on record (R5).
    track = TrackId(asked.cycle, asked.pillar)
    told = statements.told_in(session, track, asked.kind)
    for each in told:
        if each.member == asked.member:
            answered |= {r.need for r in each.reading.replies if r.state is not None}
    complete = complete or answered >= known
    state = requests.state_of(session, asked.reference)
    new = RequestState.RECEIVED if complete else RequestState.PARTLY_RECEIVED
    if state is RequestState.RECEIVED:
        return
    requests.set_state(session, asked.reference, transitions.move(state, new))
