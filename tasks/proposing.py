"""A partner proposes to amend the Methodology, and the Board is sent it (final section)."""

from collections.abc import Sequence
from pathlib import PurePath

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.methodology import ProposalUnknown, ProposalWithoutWords, ProposerNotAPartner
from data.queries import journal, members, proposals
from data.reference import board_rule
from data.settings import settings
from data.store import Session
from data.vocabulary import ApprovalRound, Enclosure, LetterToWrite
from data.vocabulary.board import Mode
from data.vocabulary.methodology import METHODOLOGY, Proposal, matter_of
from tasks import filing, methodology_check
from tasks.patience import step
from tasks.rules import deadlines, naming, proposal_rounds, proposal_words
from tasks.rules.phrases import counted

_KINDS = {
    ".docx": filing.WORD,
    ".xlsx": filing.EXCEL,
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}


@step("record the proposal")
def propose(member: str, text: str, reason: str, files: Sequence[str], recorded_by: str) -> str:
    """Append what a partner proposes to amend; said again it is kept once.

    Args:
        member: Code of the partner.
        text: The words it proposes.
        reason: Why.
        files: SHA-256 of the files it sent along, which lie on the shelf.
        recorded_by: Who writes this down.

    Raises:
        NameMissing: it is not said who recorded it.
        ProposerNotAPartner: proposals come from partners.
        ProposalWithoutWords: words or reason are missing.
    """
    at = clock.now()
    if not recorded_by.strip():
        raise NameMissing
    if not text.strip() or not reason.strip():
        raise ProposalWithoutWords
    with store.session() as session:
        name = _partner(session, member)
        known = proposals.every(session)
        sent = proposals.names_of_files(session, files)
        said = Proposal(len(known) + 1, member, text, reason, sent, recorded_by, at)
        held = next((each for each in known if _says_the_same(each, said)), None)
        if held is None:
            proposals.record(session, said)
            facts = methodology_check.facts_of_proposal(said)
            act = methodology_check.PROPOSED
            journal.append(session, at, recorded_by, act, _matter(said), facts)
    number = (held or said).number
    return f"Proposal {number} of {name} is on record with {counted(len(sent), 'file')}"


@step("send the proposal to the Board")
def submit(number: int, mode: Mode = Mode.MEETING) -> list[LetterToWrite]:
    """Bind a proposal with its files in one paper by its hash, and write to every seat (R8).

    Given again while the round is open it finds the same paper and the same letters.

    Raises:
        ProposalUnknown: there is no such proposal.
        ProposalModeDoesNotFit, ProposalRoundChanged, ProposalSettled: see
            tasks.rules.proposal_rounds.
    """
    at, zone = clock.now(), settings().zone
    with store.session() as session:
        proposal = _find(session, number)
        newest = proposals.newest_round(session, number)
        proposer = _display_name(session, proposal.member)
    opened = proposal_rounds.next_round(number, newest, board_rule(), mode, at)
    if opened != newest:
        paper = proposal_words.paper(proposal, proposer, zone)
        name = f"{naming.plain(paper.title)}.docx"
        kept = filing.put_document(paper, name, "the proposal with its reason")
        opened = proposal_rounds.bound(opened, kept.sha256)
        _open(proposal, opened, name)
    with store.session() as session:
        return _letters(session, proposal, opened, proposer, zone)


def _open(proposal: Proposal, opened: ApprovalRound, paper_name: str) -> None:
    with store.session() as session:
        seats = members.board_on(session, clock.today())
        proposals.open_round(session, proposal.number, opened, paper_name, seats)
        facts = {
            "paper": opened.report_sha256,
            "rule": opened.rule.code,
            "mode": opened.mode.value,
            "seats": ", ".join(seat.member for seat in seats),
        }
        matter = f"{_matter(proposal)} round {opened.number}"
        at = opened.opened_at
        act = methodology_check.SUBMITTED
        journal.append(session, at, "Secretariat", act, matter, facts)


def _letters(
    session: Session, proposal: Proposal, opened: ApprovalRound, proposer: str, zone: str
) -> list[LetterToWrite]:
    assert opened.closes_at is not None  # noqa: S101 - a round of a proposal always has its end
    paper = proposals.paper_name(session, proposal.number, opened.number)
    enclosures = (
        Enclosure(paper, "the proposal with its reason", opened.report_sha256, filing.WORD),
        *(
            Enclosure(file.name, "sent along by the partner", file.sha256, _media(file.name))
            for file in proposal.files
        ),
    )
    return [
        LetterToWrite(
            key=f"methodology/proposal/{proposal.number}/{opened.number}/{seat.member}",
            kind="proposal",
            cycle="",
            pillar="",
            member=seat.member,
            facts={
                "number": proposal.number,
                "proposer": proposer,
                "rule": opened.rule.sentence,
            },
            deadline=deadlines.sentence(opened.closes_at, zone),
            enclosures=enclosures,
            board=True,
        )
        for seat in members.board_on(session, deadlines.local_day(opened.opened_at, zone))
    ]


def _partner(session: Session, code: str) -> str:
    """The display name of a partner.

    Raises:
        ProposerNotAPartner: it is none.
    """
    present = members.on(session, clock.today())
    partners = {each.code: each.name for each in present if each.is_partner}
    if code not in partners:
        names = {each.code: each.name for each in present}
        known = ", ".join(partners) or "none, until a members register is imported"
        raise ProposerNotAPartner(name=names.get(code, code), known=known)
    return partners[code]


def _find(session: Session, number: int) -> Proposal:
    found = proposals.find(session, number)
    if found is None:
        known = ", ".join(str(each.number) for each in proposals.every(session)) or "none so far"
        raise ProposalUnknown(proposal=number, known=known)
    return found


def _display_name(session: Session, code: str) -> str:
    names = {each.code: each.name for each in members.on(session, clock.today())}
    return names.get(code, code)


def _says_the_same(held: Proposal, said: Proposal) -> bool:
    return (held.member, held.text, held.reason, held.files) == (
        said.member,
        said.text,
        said.reason,
        said.files,
    )


def _media(name: str) -> str:
    return _KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")


def _matter(proposal: Proposal) -> str:
    return f"{METHODOLOGY} {matter_of(proposal.number)}"
