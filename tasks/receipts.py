"""Receipts: every sender is told what was understood, and what to look at again (I.2)."""

from data import store
from data.queries import cycles, requests, returns, statements
from data.queries.returns import ReturnOnRecord
from data.store import Session
from data.vocabulary import LetterToWrite, RequestKind, ReturnState
from tasks.patience import step
from tasks.rules import deadlines


@step("receipts for what was read")
def receipts_for(cycle: str) -> list[LetterToWrite]:
    """A receipt for each return that answers a request of the cycle, or of any cycle when empty."""
    with store.session() as session:
        codes = [cycle] if cycle else cycles.codes(session)
        return [
            receipt
            for code in codes
            for record in returns.of_cycle(session, code)
            if (receipt := _receipt(session, record)) is not None
        ]


def _receipt(session: Session, record: ReturnOnRecord) -> LetterToWrite | None:
    key = f"receipt/{record.sha256}"
    if record.request is None or requests.letter_exists(session, key):
        return None
    asked = requests.find(session, record.request)
    if asked is None:
        return None
    request = asked.request
    return LetterToWrite(
        key=key,
        kind="receipt",
        cycle=request.cycle,
        pillar=request.pillar,
        member=request.member,
        facts={
            "file": record.file_name,
            "received_on": deadlines.long_date(
                deadlines.local_day(record.arrived_at, request.zone)
            ),
            "reference": request.reference,
            "understood": _understood(session, record, request.kind),
            "findings": tuple(returns.findings_of(session, record.row)),
        },
        deadline=deadlines.sentence(request.deadline, request.zone),
        request=request.reference,
    )


def _understood(
    session: Session, record: ReturnOnRecord, kind: RequestKind
) -> tuple[tuple[str, int | str], ...]:
    if record.state is not ReturnState.ACCEPTED:
        return (("kept and held by the Secretariat", record.reason),)
    reading = statements.of_return(session, record.row, kind)
    if kind is RequestKind.SUPPORT:
        return (("projects reported for mapped needs", len(reading.support)),)
    answered = sum(reply.state is not None for reply in reading.replies)
    return (
        ("needs with an answer", answered),
        ("needs without an answer", len(reading.replies) - answered),
        ("lines on the state of play", len(reading.responses)),
    )
