"""Proposals to amend the Methodology, and the rounds in which the Board was sent them."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from data import schema
from data.queries.rows import number as number_of
from data.vocabulary import ApprovalRound, BoardRule, BoardSeat, RoundState
from data.vocabulary.board import Deciding, Mode
from data.vocabulary.methodology import METHODOLOGY, FileOfRecord, Proposal, matter_of


def every(session: Session) -> list[Proposal]:
    """All proposals, in the order they were recorded."""
    rows = session.exec(select(schema.Proposal).order_by(col(schema.Proposal.number)))
    return [_proposal(session, row) for row in rows]


def find(session: Session, number: int) -> Proposal | None:
    """The proposal of this number."""
    row = session.get(schema.Proposal, number)
    return None if row is None else _proposal(session, row)


def hold_still(session: Session, number: int) -> None:
    """Let no other unit of work decide on this proposal until this one has ended.

    On SQLite a unit of work holds the only lock anyhow (see data.store).
    """
    row = schema.Proposal.number == number
    session.exec(select(schema.Proposal).where(row).with_for_update()).first()


def record(session: Session, proposal: Proposal) -> None:
    """Append a proposal with its files, which lie on the shelf already."""
    session.add(
        schema.Proposal(
            number=proposal.number,
            member=proposal.member,
            text=proposal.text,
            reason=proposal.reason,
            recorded_by=proposal.recorded_by,
            recorded_at=proposal.recorded_at,
        )
    )
    session.flush()
    for file in proposal.files:
        session.add(
            schema.ProposalFile(proposal=proposal.number, name=file.name, sha256=file.sha256)
        )
    session.flush()


def names_of_files(session: Session, hashes: Iterable[str]) -> tuple[FileOfRecord, ...]:
    """Files on the shelf under the names they were kept by, each once, in the order given."""
    return tuple(
        FileOfRecord(session.get_one(schema.ShelfFile, sha256).name, sha256)
        for sha256 in dict.fromkeys(hashes)
    )


def rounds(session: Session, proposal: int) -> list[ApprovalRound]:
    """The rounds of a proposal, oldest first.

    A round has the shape of one about a report, so that the same rules decide on it: in the place
    of cycle and pillar stand “Methodology” and “proposal 3”, in the place of report, summary and
    snapshot the paper that was sent.
    """
    return [_round(row) for row in round_rows(session, proposal)]


def newest_round(session: Session, proposal: int) -> ApprovalRound | None:
    """The newest round of a proposal."""
    held = rounds(session, proposal)
    return held[-1] if held else None


def open_round(
    session: Session,
    proposal: int,
    opened: ApprovalRound,
    paper_name: str,
    seats: Iterable[BoardSeat],
) -> None:
    """Keep a round and the seats in force on the day it opens."""
    assert opened.closes_at is not None  # noqa: S101 - a round of a proposal always has its end
    row = schema.ProposalRound(
        proposal=proposal,
        number=opened.number,
        paper_sha256=opened.report_sha256,
        paper_name=paper_name,
        rule_code=opened.rule.code,
        rule_sentence=opened.rule.sentence,
        rule_reference=opened.rule.reference,
        rule_decides=opened.rule.decides.value,
        rule_quorum=opened.rule.quorum,
        mode=opened.mode.value,
        opened_at=opened.opened_at,
        closes_at=opened.closes_at,
        state=opened.state.value,
    )
    session.add(row)
    session.flush()
    for seat in seats:
        session.add(
            schema.ProposalSeat(round=number_of(row.id), member=seat.member, chairs=seat.chairs)
        )
    session.flush()


def set_round_state(
    session: Session, proposal: int, number: int, state: RoundState, at: datetime
) -> None:
    """Write down the new state of a round; a round that is no longer open is closed."""
    row = round_row(session, proposal, number)
    row.state = state.value
    row.closed_at = None if state is RoundState.OPEN else at
    session.flush()


def paper_name(session: Session, proposal: int, number: int) -> str:
    """The file name of the paper a round was opened with."""
    return round_row(session, proposal, number).paper_name


def bound_to(session: Session, sha256: str) -> str:
    """The round on a proposal a paper went before the Board in, as people say it; or empty."""
    row = session.exec(
        select(schema.ProposalRound).where(schema.ProposalRound.paper_sha256 == sha256)
    ).first()
    return "" if row is None else f"{METHODOLOGY} {matter_of(row.proposal)} round {row.number}"


def round_rows(session: Session, proposal: int) -> list[schema.ProposalRound]:
    """The rows of the rounds of a proposal, for queries that refer to them."""
    rows = session.exec(
        select(schema.ProposalRound)
        .where(schema.ProposalRound.proposal == proposal)
        .order_by(col(schema.ProposalRound.number))
    )
    return list(rows)


def round_row(session: Session, proposal: int, number: int) -> schema.ProposalRound:
    """The row of one round."""
    return next(row for row in round_rows(session, proposal) if row.number == number)


def _proposal(session: Session, row: schema.Proposal) -> Proposal:
    files = session.exec(
        select(schema.ProposalFile)
        .where(schema.ProposalFile.proposal == row.number)
        .order_by(col(schema.ProposalFile.id))
    )
    return Proposal(
        row.number,
        row.member,
        row.text,
        row.reason,
        tuple(FileOfRecord(file.name, file.sha256) for file in files),
        row.recorded_by,
        row.recorded_at,
    )


def _round(row: schema.ProposalRound) -> ApprovalRound:
    return ApprovalRound(
        cycle=METHODOLOGY,
        pillar=matter_of(row.proposal),
        number=row.number,
        report_sha256=row.paper_sha256,
        summary_sha256=row.paper_sha256,
        report_snapshot=row.paper_sha256,
        summary_snapshot=row.paper_sha256,
        rule=BoardRule(
            row.rule_code,
            row.rule_sentence,
            row.rule_reference,
            Deciding(row.rule_decides),
            row.rule_quorum,
        ),
        opened_at=row.opened_at,
        state=RoundState(row.state),
        mode=Mode(row.mode),
        closes_at=row.closes_at,
    )
