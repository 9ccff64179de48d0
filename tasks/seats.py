"""The seats of the Board: what reached them, what they said, and where the round stands (I.3)."""

from data import clock, store
from data.errors.cycles import NothingBeforeTheBoard
from data.queries import board, board_voices, cycles, round_voices
from data.queries.round_voices import KeptRound
from data.store import Session
from data.vocabulary import ApprovalRound, LetterToWrite, TrackId
from data.vocabulary.board import Delivery, DeliveryNote, Voice, Vote
from tasks import seat_records
from tasks.patience import step


@step("record what became of a letter to the Board")
def record_delivery(track: TrackId, seat: str, state: Delivery, recorded_by: str) -> str:
    """Append whether the letter to a seat arrived; said again it is kept once.

    Raises:
        NothingBeforeTheBoard: there is no round.
        NameMissing, SeatUnknown, RoundClosed: see tasks.seat_records.
    """
    note = DeliveryNote(seat, state, recorded_by, clock.now())
    with store.session() as session:
        opened, kept = _newest(session, track)
        seat_records.record_delivery(session, opened, kept, note)
        return seat_records.on_procedure(session, opened, kept, _about(track))


@step("record the position of a seat")
def record_position(
    track: TrackId, seat: str, position: Vote, text: str, by_proxy: str, recorded_by: str
) -> str:
    """Append the position taken on behalf of a seat; said again it is kept once.

    Raises:
        NothingBeforeTheBoard: there is no round.
        NameMissing, SeatUnknown, RoundClosed, ObjectionWithoutReason, ProxyIsTheSeat: see
            tasks.seat_records.
    """
    voice = Voice(seat, position, text, by_proxy, recorded_by, clock.now())
    with store.session() as session:
        opened, kept = _newest(session, track)
        seat_records.record_position(session, opened, kept, voice)
        return seat_records.on_procedure(session, opened, kept, _about(track))


@step("letters on an objection")
def tell_of_objections(track: TrackId) -> list[LetterToWrite]:
    """Letters to every seat once an objection has broken a written procedure; otherwise none."""
    with store.session() as session:
        opened, kept = _newest(session, track)
        objections = seat_records.objections(session, opened, kept)
        seats = round_voices.seats(session, kept) if objections else []
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
        opened, kept = _newest(session, track)
        return seat_records.standing(session, opened, kept, _about(track))


def _newest(session: Session, track: TrackId) -> tuple[ApprovalRound, KeptRound]:
    opened = board.newest_round(session, track)
    if opened is None:
        cycles.track_row(session, track)
        raise NothingBeforeTheBoard(cycle=track.cycle, pillar=track.pillar)
    return opened, board_voices.kept(session, track, opened.number)


def _about(track: TrackId) -> str:
    return f"of the {track.pillar} report"
