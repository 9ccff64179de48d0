"""The seats of the Board on a proposal: what reached them, what they said, where it stands."""

from data import clock, store
from data.errors.methodology import ProposalNotBeforeTheBoard
from data.queries import members, methodologies, proposal_voices, proposals, round_voices
from data.queries.round_voices import KeptRound
from data.store import Session
from data.vocabulary import ApprovalRound, LetterToWrite
from data.vocabulary.board import Delivery, DeliveryNote, Voice, Vote
from data.vocabulary.methodology import matter_of
from tasks import seat_records
from tasks.patience import step
from tasks.rules import proposal_words
from tasks.rules.proposal_rounds import in_its_own_words


@step("record what became of a letter on a proposal")
def record_delivery(proposal: int, seat: str, state: Delivery, recorded_by: str) -> str:
    """Append whether the letter to a seat arrived; said again it is kept once.

    Raises:
        ProposalNotBeforeTheBoard: there is no round.
        NameMissing, ProposalSeatUnknown, ProposalRoundClosed: see tasks.seat_records.
    """
    note = DeliveryNote(seat, state, recorded_by, clock.now())
    with store.session() as session:
        opened, kept = _newest(session, proposal)
        with in_its_own_words():
            seat_records.record_delivery(session, opened, kept, note)
        return seat_records.on_procedure(session, opened, kept, _about(opened))


@step("record the position of a seat on a proposal")
def record_position(
    proposal: int, seat: str, position: Vote, text: str, by_proxy: str, recorded_by: str
) -> str:
    """Append the position taken on behalf of a seat; said again it is kept once.

    Raises:
        ProposalNotBeforeTheBoard: there is no round.
        NameMissing, ProposalSeatUnknown, ProposalRoundClosed, ObjectionToAProposalWithoutReason,
            ProposalProxyIsTheSeat: see tasks.seat_records.
    """
    voice = Voice(seat, position, text, by_proxy, recorded_by, clock.now())
    with store.session() as session:
        opened, kept = _newest(session, proposal)
        with in_its_own_words():
            seat_records.record_position(session, opened, kept, voice)
        return seat_records.on_procedure(session, opened, kept, _about(opened))


@step("letters on an objection to a proposal")
def tell_of_objections(proposal: int) -> list[LetterToWrite]:
    """Letters to every seat once an objection has broken a written procedure; otherwise none."""
    with store.session() as session:
        opened, kept = _newest(session, proposal)
        objections = seat_records.objections(session, opened, kept)
        seats = round_voices.seats(session, kept) if objections else []
        names = {each.code: each.name for each in members.on(session, clock.today())}
        held = proposals.find(session, proposal)
    proposer = names.get(held.member, held.member) if held else ""
    first = f"methodology/objection/{proposal}/{opened.number}/{len(objections)}"
    return [
        LetterToWrite(
            key=f"{first}/{seat}",
            kind="proposal-objection",
            cycle="",
            pillar="",
            member=seat,
            facts={"number": proposal, "proposer": proposer, "objections": objections},
            board=True,
        )
        for seat in seats
    ]


@step("say where a proposal stands")
def standing(proposal: int) -> str:
    """Rule, mode, moments, and for each seat its letter and its position, line by line.

    For proposal 0 it is one line for each proposal on record.
    """
    with store.session() as session:
        if not proposal:
            return _every(session)
        opened, kept = _newest(session, proposal)
        return seat_records.standing(session, opened, kept, _about(opened))


def _every(session: Session) -> str:
    names = {each.code: each.name for each in members.on(session, clock.today())}
    begun = {each.laid.proposal: each for each in methodologies.in_force(session)}
    lines = [
        proposal_words.line(
            each,
            names.get(each.member, each.member),
            proposals.newest_round(session, each.number),
            begun.get(each.number),
        )
        for each in proposals.every(session)
    ]
    return "\n".join(lines) or "No proposal to amend the Methodology is on record"


def _newest(session: Session, proposal: int) -> tuple[ApprovalRound, KeptRound]:
    opened = proposals.newest_round(session, proposal)
    if opened is None:
        raise ProposalNotBeforeTheBoard(pillar=matter_of(proposal))
    return opened, proposal_voices.kept(session, proposal, opened.number)


def _about(opened: ApprovalRound) -> str:
    return f"on {opened.pillar}"
