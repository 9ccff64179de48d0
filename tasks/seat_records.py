"""What the seats of a round are recorded with, whether it is about a report or about a proposal."""

from dataclasses import replace
from email.utils import parseaddr

from data import clock
from data.errors.cycles import NameMissing
from data.queries import journal, members, round_voices
from data.queries.round_voices import KeptRound
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, ContactRole
from data.vocabulary.board import (
    DeliveryNote,
    Mode,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)
from tasks.rules import round_words, voting


def record_delivery(
    session: Session, opened: ApprovalRound, kept: KeptRound, note: DeliveryNote
) -> None:
    """Append whether the letter to a seat arrived; said again it is kept once.

    Raises:
        NameMissing: it is not said who recorded it.
        SeatUnknown, RoundClosed: see tasks.rules.voting.
    """
    _expect_name(note.recorded_by)
    voting.check_seat(opened, round_voices.seats(session, kept), note.member)
    known = round_voices.deliveries(session, kept)
    last = next((each.state for each in reversed(known) if each.member == note.member), None)
    if last is not note.state:
        round_voices.record_delivery(session, kept, note)
        facts = {"seat": note.member, "delivery": note.state.value}
        act = "delivery to the Board recorded"
        journal.append(session, note.recorded_at, note.recorded_by, act, matter(opened), facts)


def record_position(session: Session, opened: ApprovalRound, kept: KeptRound, voice: Voice) -> None:
    """Append the position taken on behalf of a seat; said again it is kept once.

    Raises:
        NameMissing: it is not said who recorded it.
        SeatUnknown, RoundClosed, ObjectionWithoutReason, ProxyIsTheSeat: see tasks.rules.voting.
    """
    _expect_name(voice.recorded_by)
    voting.check_voice(opened, round_voices.seats(session, kept), voice)
    said = round_voices.voices(session, kept)
    last = next((each for each in reversed(said) if each.member == voice.member), None)
    if last is None or replace(last, recorded_at=voice.recorded_at) != voice:
        round_voices.record_voice(session, kept, voice)
        facts = {
            "on behalf of": voice.member,
            "position": voice.position.value,
            "reason": voice.reason,
        }
        if voice.proxy:
            facts["by proxy"] = voice.proxy
        act = "position of a seat recorded"
        journal.append(session, voice.recorded_at, voice.recorded_by, act, matter(opened), facts)


def objections(
    session: Session, opened: ApprovalRound, kept: KeptRound
) -> tuple[tuple[str, str], ...]:
    """Who objects and why, once that has broken a written procedure; otherwise nobody."""
    if opened.mode is not Mode.WRITTEN:
        return ()
    if _procedure(session, opened, kept).state is not ProcedureState.BROKEN:
        return ()
    names = _names(session)
    return tuple(
        (names.get(each.member, each.member), each.reason)
        for each in round_voices.voices(session, kept)
        if each.position is Vote.OBJECT
    )


def on_procedure(session: Session, opened: ApprovalRound, kept: KeptRound, about: str) -> str:
    """One sentence on where the round stands; `about` as `tasks.rules.round_words` takes it."""
    procedure = _procedure(session, opened, kept)
    return round_words.on_procedure(opened, about, procedure, settings().zone)


def standing(session: Session, opened: ApprovalRound, kept: KeptRound, about: str) -> str:
    """Rule, mode, moments, and for each seat its letter and its position, line by line."""
    names = _names(session)
    return round_words.standing(
        opened,
        about,
        {seat: names.get(seat, seat) for seat in round_voices.seats(session, kept)},
        round_voices.deliveries(session, kept),
        round_voices.voices(session, kept),
        _procedure(session, opened, kept),
        settings().zone,
    )


def matter(opened: ApprovalRound) -> str:
    """What the journal calls a round."""
    return f"{opened.cycle} {opened.pillar} round {opened.number}"


def _procedure(session: Session, opened: ApprovalRound, kept: KeptRound) -> Procedure:
    return voting.procedure_of(
        opened,
        round_voices.seats(session, kept),
        round_voices.deliveries(session, kept),
        round_voices.voices(session, kept),
        clock.now(),
    )


def _names(session: Session) -> dict[str, str]:
    return {each.code: each.name for each in members.on(session, clock.today())}


def _expect_name(recorded_by: str) -> None:
    if not recorded_by.strip():
        raise NameMissing


def addresses(session: Session, member: str) -> tuple[str, ...]:
    """The Board's contacts of a member; without one its coordinators, then the Secretariat."""
    found = members.contacts_of(session, member, "", clock.today())
    for role in (ContactRole.BOARD, ContactRole.COORDINATOR):
        emails = tuple(dict.fromkeys(each.email for each in found if each.role is role))
        if emails:
            return emails
    return (parseaddr(settings().sender)[1],)
