"""Letters of transmittal: checked against their snapshot, addressed, and kept beside their mail."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data import clock
from data.errors.cycles import NumbersDiffer
from data.queries import members
from data.store import Session
from data.vocabulary import Document, Enclosure, LetterToWrite, Snapshot
from tasks import filing
from tasks.edges.word import write_document
from tasks.rules import naming, recount, transmittals

_TITLE = "Letter of transmittal"


def counted_again(snapshot: Snapshot, letter: Document) -> Document:
    """The letter, once every number in it is the one its snapshot gives (rule R20).

    Raises:
        NumbersDiffer: one is not.
    """
    if wrong := recount.mismatches(snapshot, letter):
        findings = "; ".join(sentence.rstrip(".") for sentence in wrong)
        raise NumbersDiffer(cycle=snapshot.cycle, pillar=snapshot.pillar.code, findings=findings)
    return letter


def with_letter(
    session: Session,
    wanted: LetterToWrite,
    to: Sequence[str],
    order: int,
    member: str,
    templates: Path,
) -> LetterToWrite:
    """The mail with its letter of transmittal as the first enclosure; as it is where it has none.

    Args:
        session: The unit of work in which the mail is written.
        wanted: The mail.
        to: The mailboxes it goes to, whose offices are addressed.
        order: How many letters were written before it, and one.
        member: The display name of its member.
        templates: The templates of its cycle.
    """
    if wanted.on_paper is None:
        return wanted
    offices = _offices(session, wanted, to)
    letter = transmittals.addressed(wanted.on_paper, wanted.key, member, offices)
    content = write_document(templates / "drafts", letter)
    name = naming.paper(wanted.cycle, wanted.pillar, f"{_TITLE} {wanted.member}", order)
    sha256 = filing.put_on_shelf(session, content, name, clock.now())
    enclosed = Enclosure(name, "the letter of transmittal", sha256, filing.WORD)
    return replace(wanted, enclosures=(enclosed, *wanted.enclosures))


def _offices(session: Session, wanted: LetterToWrite, to: Sequence[str]) -> list[str]:
    """The functions behind the mailboxes, each once."""
    contacts = members.contacts_of(session, wanted.member, wanted.pillar, clock.today())
    return list(dict.fromkeys(each.function for each in contacts if each.email in to))
