"""Answers to files that could not be taken in: their senders are asked for the workbook again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data import clock, store
from data.queries import cycles, members, requests, returns
from data.queries.returns import ReturnOnRecord
from data.store import Session
from data.vocabulary import (
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
_REFERENCE = re.compile(r"[0-9A-Za-z]+-[A-Za-z]+-[A-Za-z]+-(?:response|support)")


@step("answers to files that could not be taken in")
def answers_to_unread(cycle: str) -> list[LetterToWrite]:
    """A letter to whoever sent a file which names no request, or cannot be read.

    It goes to the very mailbox that sent it, if the members register knows it, in the latest cycle
    in which its member was asked; for a file laid in by hand to the contacts of the request that
    stands in its name. A stranger's file waits for a person, and so does what nothing leads to.
    """
    with store.session() as session:
        return [
            letter
            for record in returns.without_request(session)
            if (letter := _letter(session, record, cycle)) is not None
        ]


@dataclass(frozen=True, slots=True)
class _Addressee:
    """Who is written to; without a mailbox the contacts for the pillar are."""

    member: str
    track: TrackId
    language: str
    mailbox: str = ""


def _letter(session: Session, record: ReturnOnRecord, cycle: str) -> LetterToWrite | None:
    key = f"unread/{record.sha256}"
    if requests.letter_exists(session, key):
        return None
    who, told = _addressee(session, record), _why(session, record)
    if who is None or not told or cycle not in ("", who.track.cycle):
        return None
    language = workbooks.spoken(who.language)
    day = deadlines.local_day(record.arrived_at, _zone(session, who.track, who.member))
    return LetterToWrite(
        key=key,
        kind="unread",
        cycle=who.track.cycle,
        pillar="" if who.mailbox else who.track.pillar,
        member=who.member,
        facts={
            "file": record.file_name,
            "received_on": deadlines.long_date(day, language.days),
            "findings": tuple(in_words(language, each) for each in told),
        },
        language=language.code,
        to=(who.mailbox,) if who.mailbox else (),
    )


def _addressee(session: Session, record: ReturnOnRecord) -> _Addressee | None:
    """Whom the file came from; nobody for a stranger and for what is no workbook at all."""
    if not record.file_name.casefold().endswith(_WORKBOOKS):
        return None
    if not record.sender:
        return _named_by_the_file(session, record.file_name)
    contact = members.contact_of_address(session, record.sender, clock.today())
    asked = _asked_last(session, contact.member) if contact else None
    if contact is None or asked is None:
        return None
    return _Addressee(contact.member, asked, contact.language, contact.email)


def _named_by_the_file(session: Session, file_name: str) -> _Addressee | None:
    """The contacts of the request whose reference the file bears in its name."""
    named = [
        found for text in _REFERENCE.findall(file_name) if (found := requests.find(session, text))
    ]
    if len(named) != 1 or named[0].sent_at is None:
        return None
    asked = named[0].request
    track = TrackId(asked.cycle, asked.pillar)
    return _Addressee(asked.member, track, workbooks.language_for(session, asked.member, track))


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
