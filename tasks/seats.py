"""The seats of the Board: what reached them, what they said, and where the round stands (I.3)."""

from dataclasses import replace

from data import clock, store
from data.errors.cycles import NameMissing, NothingBeforeTheBoard
from data.queries import board, board_voices, cycles, journal, members
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, LetterToWrite, TrackId
from data.vocabulary.board import (
    Delivery,
    DeliveryNote,
    Mode,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)
from tasks.patience import step
from tasks.rules import round_words, voting


@step("record what became of a letter to the Board")
def record_delivery(track: TrackId, seat: str, state: Delivery, recorded_by: str) -> str:
    """Append whether the letter to a seat arrived; said again it is kept once.

    Raises:
        NameMissing, NothingBeforeTheBoard: see their words.
        SeatUnknown, RoundClosed: see tasks.rules.voting.
    """
    at = clock.now()
    _expect_name(recorded_by)
    with store.session() as session:
        opened = _newest(session, track)
        voting.check_seat(opened, board_voices.seats(session, track, opened.number), seat)
        known = board_voices.deliveries(session, track, opened.number)
        last = next((each.state for each in reversed(known) if each.member == seat), None)
        if last is not state:
            note = DeliveryNote(seat, state, recorded_by, at)
            board_voices.record_delivery(session, track, opened.number, note)
            facts = {"seat": seat, "delivery": state.value}
            act = "delivery to the Board recorded"
            journal.append(session, at, recorded_by, act, _matter(opened), facts)
        return round_words.on_procedure(opened, _procedure(session, track, opened), _zone())


@step("record the position of a seat")
def record_position(
    track: TrackId, seat: str, position: Vote, text: str, by_proxy: str, recorded_by: str
) -> str:
    """Append the position taken on behalf of a seat; said again it is kept once.

    Raises:
        NameMissing, NothingBeforeTheBoard: see their words.
        SeatUnknown, RoundClosed, ObjectionWithoutReason, ProxyIsTheSeat: see tasks.rules.voting.
    """
    at = clock.now()
    _expect_name(recorded_by)
    voice = Voice(seat, position, text, by_proxy, recorded_by, at)
    with store.session() as session:
        opened = _newest(session, track)
        voting.check_voice(opened, board_voices.seats(session, track, opened.number), voice)
        said = board_voices.voices(session, track, opened.number)
        last = next((each for each in reversed(said) if each.member == seat), None)
        if last is None or replace(last, recorded_at=at) != voice:
            board_voices.record_voice(session, track, opened.number, voice)
            facts = {"on behalf of": seat, "position": position.value, "reason": text}
            if by_proxy:
                facts["by proxy"] = by_proxy
            act = "position of a seat recorded"
            journal.append(session, at, recorded_by, act, _matter(opened), facts)
        return round_words.on_procedure(opened, _procedure(session, track, opened), _zone())


@step("letters on an objection")
def tell_of_objections(track: TrackId) -> list[LetterToWrite]:
    """Letters to every seat once an objection has broken a written procedure; otherwise none."""
    with store.session() as session:
        opened = _newest(session, track)
        if _procedure(session, track, opened).state is not ProcedureState.BROKEN:
            return []
        if opened.mode is not Mode.WRITTEN:
            return []
        seats = board_voices.seats(session, track, opened.number)
        names = {each.code: each.name for each in members.on(session, clock.today())}
        objections = tuple(
            (names[each.member], each.reason)
            for each in board_voices.voices(session, track, opened.number)
            if each.position is Vote.OBJECT
        )
    first = f"{track.cycle}/{track.pillar}/objection/{opened.number}/{len(objections)}"
    return [
        LetterToWrite(
            key=f"{first}/{seat}",
            kind="objection",
            cycle=track.cycle,
            pillar=track.pillar,
            member=seat,
            facts={"objections": objections},
            board=True,
        )
        for seat in seats
    ]


@step("say where the round stands")
def standing(track: TrackId) -> str:
    """Rule, mode, moments, and for each seat its letter and its position, line by line."""
    with store.session() as session:
        opened = _newest(session, track)
        names = {each.code: each.name for each in members.on(session, clock.today())}
        seats = board_voices.seats(session, track, opened.number)
        return round_words.standing(
            opened,
            {seat: names.get(seat, seat) for seat in seats},
            board_voices.deliveries(session, track, opened.number),
            board_voices.voices(session, track, opened.number),
            _procedure(session, track, opened),
            _zone(),
        )


def _procedure(session: Session, track: TrackId, opened: ApprovalRound) -> Procedure:
    return voting.procedure_of(
        opened,
        board_voices.seats(session, track, opened.number),
        board_voices.deliveries(session, track, opened.number),
        board_voices.voices(session, track, opened.number),
        clock.now(),
    )


def _newest(session: Session, track: TrackId) -> ApprovalRound:
    opened = board.newest_round(session, track)
    if opened is None:
        cycles.track_row(session, track)
        raise NothingBeforeTheBoard(cycle=track.cycle, pillar=track.pillar)
    return opened


def _expect_name(recorded_by: str) -> None:
    if not recorded_by.strip():
        raise NameMissing


def _matter(opened: ApprovalRound) -> str:
    return f"{opened.cycle} {opened.pillar} round {opened.number}"


def _zone() -> str:
    return settings().zone
