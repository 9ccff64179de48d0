"""A proposal in words: the paper the Board is sent, and where its round stands."""

from collections.abc import Sequence

from data.vocabulary import (
    DISCLAIMERS,
    KOSOVO_FOOTNOTE,
    MARKING_MEMBERS,
    ApprovalRound,
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
)
from data.vocabulary.methodology import (
    LIVING_DOCUMENT,
    FileOfRecord,
    Proposal,
    VersionInForce,
)
from tasks.rules import deadlines, kosovo
from tasks.rules.phrases import counted


def paper(proposal: Proposal, member: str, zone: str) -> Document:
    """The proposal as the Board is sent it: the partner's words whole, and its files by hash.

    Args:
        proposal: What was proposed.
        member: The display name of the partner.
        zone: The zone in which the day of the record is told.
    """
    day = deadlines.long_date(deadlines.local_day(proposal.recorded_at, zone))
    blocks: list[Block] = [
        Paragraph(
            f"{member} proposes to amend the Methodology. The Board is asked to decide on the "
            "words below; no cycle that runs already is touched by them.",
            "lead",
        ),
        Paragraph(LIVING_DOCUMENT, "quote"),
        Heading(1, "What is proposed"),
        *_paragraphs(proposal.text),
        Heading(1, "Why"),
        *_paragraphs(proposal.reason),
        Heading(1, "What comes with it"),
        _enclosed(proposal.files),
        Heading(1, "What follows from a decision"),
        Paragraph(
            "A version of the Methodology that the Board adopted is in force for cycles opened "
            "afterwards, once its decision is confirmed. A cycle keeps the version it began with."
        ),
    ]
    return Document(
        kind="paper",
        title=f"Proposal {proposal.number} to amend the Methodology",
        subtitle=f"Proposed by {member}",
        facts=(f"Received {day}",),
        marking=MARKING_MEMBERS,
        version=f"Proposal {proposal.number}, {day}",
        disclaimers=DISCLAIMERS,
        kosovo_footnote=KOSOVO_FOOTNOTE if _names_kosovo(member, blocks) else "",
        blocks=tuple(blocks),
    )


def line(
    proposal: Proposal,
    member: str,
    opened: ApprovalRound | None,
    in_force: VersionInForce | None,
) -> str:
    """One line on a proposal: whose it is, where it stands, and what came of it.

    Args:
        proposal: What was proposed.
        member: The display name of the partner.
        opened: Its newest round, None before the Board was sent it.
        in_force: The version that came of it, if any.
    """
    first = f"Proposal {proposal.number} of {member}"
    if opened is None:
        return f"{first}: not sent to the Board yet"
    if in_force is None:
        return f"{first}: round {opened.number} is {opened.state}"
    day = deadlines.long_date(in_force.in_force_from)
    return f"{first}: version {in_force.laid.code}, in force from {day}"


def _paragraphs(text: str) -> list[Block]:
    """A member's own words, a paragraph for each of its lines."""
    return [Paragraph(line.strip(), "note") for line in text.splitlines() if line.strip()]


def _enclosed(files: Sequence[FileOfRecord]) -> Block:
    if not files:
        return Paragraph("The proposal came without files.")
    return Table(
        caption=f"{counted(len(files), 'file')} enclosed, each bound by its SHA-256",
        header=("File", "SHA-256"),
        rows=tuple((file.name, file.sha256) for file in files),
        widths=(0.28, 0.72),
    )


def _names_kosovo(member: str, blocks: Sequence[Block]) -> bool:
    return kosovo.occurs([member, *kosovo.texts_of(blocks)])
