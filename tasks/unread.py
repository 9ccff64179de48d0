"""Answers to files that could not be taken in: their senders are asked for the workbook again."""

from collections.abc import Sequence

from data import clock, store
from data.queries import cycles, members, requests, returns
from data.queries.returns import ReturnOnRecord
from data.store import Session
from data.vocabulary import (
    Contact,
    Finding,
    LetterToWrite,
    RequestKind,
    ReturnState,
    Severity,
    TrackId,
)
from tasks import workbooks
from tasks.edges.workbook.languages import in_words
from tasks.patience import step
from tasks.rules import deadlines

# A message brings logos and signatures as well; only what may be meant as a workbook is answered.
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".numbers", ".zip")


@step("answers to files that could not be taken in")
def answers_to_unread(cycle: str) -> list[LetterToWrite]:
    """A letter to the very mailbox that sent a file which names no request, or cannot be read.

    Only mailboxes of the members register are written to; a stranger's file waits for a person. It
    belongs to the latest cycle in which the member was asked, or to none when `cycle` is another.
    """
    with store.session() as session:
        return [
            letter
            for record, sender in returns.without_request(session)
            if (letter := _letter(session, record, sender, cycle)) is not None
        ]


def _letter(
    session: Session, record: ReturnOnRecord, sender: str, cycle: str
) -> LetterToWrite | None:
    key = f"unread/{record.sha256}"
    contact = _contact(session, sender, record)
    asked = _asked_last(session, contact.member) if contact else None
    told = _why(session, record)
    if contact is None or asked is None or not told or cycle not in ("", asked.cycle):
        return None
    if requests.letter_exists(session, key):
        return None
    language = workbooks.spoken(contact.language)
    day = deadlines.local_day(record.arrived_at, _zone(session, asked, contact.member))
    return LetterToWrite(
        key=key,
        kind="unread",
        cycle=asked.cycle,
        pillar="",
        member=contact.member,
        facts={
            "file": record.file_name,
            "received_on": deadlines.long_date(day, language.days),
            "findings": tuple(in_words(language, each) for each in told),
        },
        language=language.code,
        to=(contact.email,),
    )


def _contact(session: Session, sender: str, record: ReturnOnRecord) -> Contact | None:
    """The contact that wrote; none for a stranger and for what is no workbook at all."""
    if not record.file_name.casefold().endswith(_WORKBOOKS):
        return None
    return members.contact_of_address(session, sender, clock.today())


def _why(session: Session, record: ReturnOnRecord) -> Sequence[Finding]:
    """What blocks; a copy of a draft that waits for its member was read, and nothing blocks it."""
    if record.state is ReturnState.REJECTED:
        return [Finding("cannot-be-opened", Severity.BLOCKS, record.reason, "")]
    found = returns.findings_of(session, record.row)
    return [each for each in found if each.severity is Severity.BLOCKS]


def _asked_last(session: Session, member: str) -> TrackId | None:
    """The track of the latest cycle in which a request went to the member."""
    for code in reversed(cycles.codes(session)):
        for track, _ in cycles.tracks_of(session, code):
            if any(_requests(session, track, member)):
                return track
    return None


def _zone(session: Session, track: TrackId, member: str) -> str:
    return next(each.request.zone for each in _requests(session, track, member))


def _requests(session: Session, track: TrackId, member: str) -> list[requests.RequestOnRecord]:
    return [
        record
        for kind in RequestKind
        for record in requests.of_track(session, track, kind)
        if record.request.member == member and record.sent_at is not None
    ]
