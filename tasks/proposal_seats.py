"""The seats of the Board on a proposal: what reached them, what they said, where it stands."""

from dataclasses import replace

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.methodology import ProposalNotBeforeTheBoard
from data.queries import journal, members, methodologies, proposal_voices, proposals
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, LetterToWrite
from data.vocabulary.board import (
    Delivery,
    DeliveryNote,
    Mode,
    Procedure,
    ProcedureState,
    Voice,
    Vote,
)
from data.vocabulary.methodology import matter_of
from tasks.patience import step
from tasks.rules import proposal_words, voting
from tasks.rules.proposal_rounds import in_its_own_words


@step("record what became of a letter on a proposal")
def record_delivery(proposal: int, seat: str, state: Delivery, recorded_by: str) -> str:
    """Append whether the letter to a seat arrived; said again it is kept once.

    Raises:
        NameMissing, ProposalNotBeforeTheBoard: see their words.
        ProposalSeatUnknown, ProposalRoundClosed: see tasks.rules.voting.
    """
    at = clock.now()
    _expect_name(recorded_by)
    with store.session() as session:
        opened = _newest(session, proposal)
        with in_its_own_words():
            voting.check_seat(opened, _seats(session, proposal, opened), seat)
        known = proposal_voices.deliveries(session, proposal, opened.number)
        last = next((each.state for each in reversed(known) if each.member == seat), None)
        if last is not state:
            note = DeliveryNote(seat, state, recorded_by, at)
            proposal_voices.record_delivery(session, proposal, opened.number, note)
            facts = {"seat": seat, "delivery": state.value}
            act = "delivery to the Board recorded"
            journal.append(session, at, recorded_by, act, _matter(opened), facts)
        return _told(session, proposal, opened)


@step("record the position of a seat on a proposal")
def record_position(
    proposal: int, seat: str, position: Vote, text: str, by_proxy: str, recorded_by: str
) -> str:
    """Append the position taken on behalf of a seat; said again it is kept once.

    Raises:
        NameMissing, ProposalNotBeforeTheBoard: see their words.
        ProposalSeatUnknown, ProposalRoundClosed, ObjectionToAProposalWithoutReason,
            ProposalProxyIsTheSeat: see tasks.rules.voting.
    """
    at = clock.now()
    _expect_name(recorded_by)
    voice = Voice(seat, position, text, by_proxy, recorded_by, at)
    with store.session() as session:
        opened = _newest(session, proposal)
        with in_its_own_words():
            voting.check_voice(opened, _seats(session, proposal, opened), voice)
        said = proposal_voices.voices(session, proposal, opened.number)
        last = next((each for each in reversed(said) if each.member == seat), None)
        if last is None or replace(last, recorded_at=at) != voice:
            proposal_voices.record_voice(session, proposal, opened.number, voice)
            facts = {"on behalf of": seat, "position": position.value, "reason": text}
            if by_proxy:
                facts["by proxy"] = by_proxy
            act = "position of a seat recorded"
            journal.append(session, at, recorded_by, act, _matter(opened), facts)
        return _told(session, proposal, opened)


@step("letters on an objection to a proposal")
def tell_of_objections(proposal: int) -> list[LetterToWrite]:
    """Letters to every seat once an objection has broken a written procedure; otherwise none."""
    with store.session() as session:
        opened = _newest(session, proposal)
        broken = _procedure(session, proposal, opened).state is ProcedureState.BROKEN
        if not broken or opened.mode is not Mode.WRITTEN:
            return []
        seats = _seats(session, proposal, opened)
        names = {each.code: each.name for each in members.on(session, clock.today())}
        voices = proposal_voices.voices(session, proposal, opened.number)
        held = proposals.find(session, proposal)
    proposer = names.get(held.member, held.member) if held else ""
    objections = tuple(
        (names.get(each.member, each.member), each.reason)
        for each in voices
        if each.position is Vote.OBJECT
    )
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
        opened = _newest(session, proposal)
        names = {each.code: each.name for each in members.on(session, clock.today())}
        return proposal_words.standing(
            opened,
            {seat: names.get(seat, seat) for seat in _seats(session, proposal, opened)},
            proposal_voices.deliveries(session, proposal, opened.number),
            proposal_voices.voices(session, proposal, opened.number),
            _procedure(session, proposal, opened),
            settings().zone,
        )


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


def _told(session: Session, proposal: int, opened: ApprovalRound) -> str:
    procedure = _procedure(session, proposal, opened)
    return proposal_words.on_procedure(opened, procedure, settings().zone)


def _procedure(session: Session, proposal: int, opened: ApprovalRound) -> Procedure:
    return voting.procedure_of(
        opened,
        _seats(session, proposal, opened),
        proposal_voices.deliveries(session, proposal, opened.number),
        proposal_voices.voices(session, proposal, opened.number),
        clock.now(),
    )


def _seats(session: Session, proposal: int, opened: ApprovalRound) -> list[str]:
    return proposal_voices.seats(session, proposal, opened.number)


def _newest(session: Session, proposal: int) -> ApprovalRound:
    opened = proposals.newest_round(session, proposal)
    if opened is None:
        raise ProposalNotBeforeTheBoard(pillar=matter_of(proposal))
    return opened


def _expect_name(recorded_by: str) -> None:
    if not recorded_by.strip():
        raise NameMissing


def _matter(opened: ApprovalRound) -> str:
    return f"{opened.cycle} {opened.pillar} round {opened.number}"
