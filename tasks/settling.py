"""What is held waits for a named person: returns in doubt, withheld texts, rows left blank (R5)."""

from collections.abc import Iterable

from data import clock, store
from data.errors.returns import (
    ReturnNotFound,
    ReturnStaysUnreadable,
    RowNotBlank,
    SettledWithoutReason,
    TextDecided,
    TextNotWithheld,
    VersionUnknown,
)
from data.queries import cycles, journal, returns, statements, withheld
from data.queries.returns import ReturnOnRecord
from data.store import Session
from data.vocabulary import Reading, ReturnState, TrackId, WithheldState
from data.vocabulary.settling import Settlement, TextDecision
from tasks import filing, judging, workbooks
from tasks.edges import guard
from tasks.patience import step
from tasks.rules import consolidation, transitions
from tasks.rules.phrases import counted


@step("settle a held return")
def settle_return(
    cycle: str, file: str, outcome: Settlement, request: str, reason: str, recorded_by: str
) -> str:
    """Accept a held return under a request, or reject it; returns the sentence on what was done.

    Raises:
        SettledWithoutReason: no reason is given.
        ReturnNotFound: nothing that is held bears that name, or several files do.
        RequestOfReturnUnknown: the cycle has no such request.
        ReturnStaysUnreadable: the file cannot be opened, whoever answers for it.
    """
    _expect(reason, file)
    with store.session() as session:
        held = _held(session, cycle, file)
        asked = None
        if outcome is Settlement.ACCEPT:
            asked = workbooks.request_in(session, cycle, request or held.request or "")
    content = filing.take_from_shelf(held.sha256)
    reading = _read(held, content) if asked else None
    state = ReturnState.ACCEPTED if asked else ReturnState.REJECTED
    transitions.move(held.state, state)
    with store.session() as session:
        reference = asked.request.reference if asked else held.request
        part = reading.part if reading else None
        returns.settle(session, held.row, state, reason, reference, part)
        if asked and reading:
            judging.accept(session, held.row, asked.request, reading)
        facts = {"file": held.sha256, "name": held.file_name, "reason": reason}
        at = clock.now()
        journal.append(session, at, recorded_by, f"return {state}", reference or cycle, facts)
    return f"“{held.file_name}” is {state}" + (f" as an answer to {reference}" if asked else "")


@step("restore an earlier version of a return")
def restore_return(cycle: str, request: str, version: int, reason: str, recorded_by: str) -> str:
    """Let an earlier version of an answer count again; later ones are kept and superseded.

    Raises:
        SettledWithoutReason: no reason is given.
        RequestOfReturnUnknown: the cycle has no such request.
        VersionUnknown: the request has no such version.
    """
    _expect(reason, request)
    with store.session() as session:
        asked = workbooks.request_in(session, cycle, request)
        known = returns.versions(session, asked.request.reference)
        if version not in known:
            raise VersionUnknown(reference=request, version=version, known=_listed(known))
        changed = 0
        for number, came in known.items():
            state = ReturnState.ACCEPTED if number <= version else ReturnState.SUPERSEDED
            if came.state is not state:
                returns.settle(session, came.row, transitions.move(came.state, state), reason)
                changed += 1
        if changed:
            facts = {"version": str(version), "reason": reason}
            journal.append(session, clock.now(), recorded_by, "version restored", request, facts)
    later = counted(sum(number > version for number in known), "later version")
    return f"Version {version} of {request} counts; {later} kept and superseded"


@step("confirm a row left blank")
def confirm_blank(cycle: str, request: str, need: str, line: int, recorded_by: str) -> str:
    """Record that a member wants a row of its answer to be empty (rule R5).

    Raises:
        RequestOfReturnUnknown: the cycle has no such request.
        RowNotBlank: the newest return does not leave that row blank.
    """
    with store.session() as session:
        asked = workbooks.request_in(session, cycle, request).request
        keys = {mapped.number: mapped.key for mapped in workbooks.asked_needs(session, asked)}
        numbers = {key: number for number, key in keys.items()}
        told = statements.told_in(session, TrackId(asked.cycle, asked.pillar), asked.kind)
        mine = [each.reading for each in told if each.member == asked.member]
        confirmed = returns.confirmed_blanks(session, asked.reference)
        kept = {(row.need, row.line) for row in consolidation.consolidate(mine).kept}
        row = (keys.get(need, need), line)
        if row not in kept | confirmed:
            known = [f"{numbers[key]} line {each}" for key, each in sorted(kept)]
            raise RowNotBlank(line=line, need=need, reference=request, known=_listed(known))
        if returns.confirm_blank(session, asked.reference, *row, recorded_by, clock.now()):
            facts = {"need": need, "line": str(line)}
            journal.append(session, clock.now(), recorded_by, "blank confirmed", request, facts)
    return f"Line {line} of need {need} is empty, as {asked.member} confirmed"


@step("settle a withheld text")
def settle_text(
    cycle: str, text: int, decision: TextDecision, reason: str, recorded_by: str
) -> str:
    """Release a text the screen holds, or purge it from the books with a record of the act.

    Raises:
        SettledWithoutReason: no reason is given.
        TextNotWithheld: no such text of the cycle is withheld.
        TextDecided: the text was released or purged before.
    """
    _expect(reason, str(text))
    released = decision is TextDecision.RELEASE
    state = WithheldState.RELEASED if released else WithheldState.PURGED
    with store.session() as session:
        waiting = {each.number: each for each in withheld.of_cycle(session, cycle)}
        found = withheld.find(session, text)
        if found is not None and found.state is state:
            return f"Text {text} is {state}"
        if found is not None and found.state is not WithheldState.HELD:
            raise TextDecided(text=text, state=found.state)
        if text not in waiting:
            raise TextNotWithheld(cycle=cycle, text=text, known=_listed(waiting))
        withheld.decide(session, text, state, recorded_by, reason, clock.now())
        kept = waiting[text]
        facts = {"text": kept.text_sha256, "place": str(kept.place), "reason": reason}
        at, act = clock.now(), f"text {state}"
        journal.append(session, at, recorded_by, act, f"{cycle} {kept.member}", facts)
    return f"Text {text} is {state}"


def _expect(reason: str, subject: str) -> None:
    if not reason.strip():
        raise SettledWithoutReason(subject=subject)


def _held(session: Session, cycle: str, file: str) -> ReturnOnRecord:
    """The one held return of that name, or whose SHA-256 begins so."""
    cycles.get(session, cycle)
    held = returns.held_in(session, cycle)
    named = [each for each in held if each.file_name == file]
    found = named or [each for each in held if len(file) >= 6 and each.sha256.startswith(file)]
    if len(found) != 1:
        known = [f"{each.file_name} ({each.sha256[:8]})" for each in held]
        raise ReturnNotFound(cycle=cycle, file=file, known=_listed(known))
    return found[0]


def _read(held: ReturnOnRecord, content: bytes) -> Reading:
    refused = guard.why_refused(content)
    reading = None if refused else judging.read(content)
    if reading is None or reading.kind is None:
        raise ReturnStaysUnreadable(
            file=held.file_name, reason=refused or "It is no workbook of this exercise."
        )
    return reading


def _listed(known: Iterable[object]) -> str:
    return ", ".join(str(each) for each in known) or "none"
