"""Dispatch: each letter is written once and held as a file until a person releases it (R17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from data import clock, store
from data.queries import cycles, journal, members, requests, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Attachment,
    Contact,
    ContactRole,
    Letter,
    LetterToWrite,
    RequestState,
    TrackId,
)
from tasks import filing
from tasks.edges import letters, messages, postbox
from tasks.patience import step
from tasks.rules import naming, transitions


@step("write and hold letters")
def hold_letters(wanted: Sequence[LetterToWrite]) -> int:
    """Write each letter once and hold it in the outbox; returns how many are new.

    The letter's bytes are on the shelf before its row is written, and its file is held after: when
    a run is killed in between, the release step finds the row and holds the same bytes again.
    """
    return sum(_hold(letter) for letter in wanted)


@dataclass(frozen=True, slots=True)
class _Addressed:
    """What the books add to a letter: the words of its cycle, its receivers and its file name."""

    facts: Mapping[str, object]
    to: tuple[str, ...]
    copy_to: tuple[str, ...]
    file_name: str


def _hold(wanted: LetterToWrite) -> int:
    addressed = _address(wanted)
    if addressed is None:
        return 0
    letter = _write(wanted, addressed)
    content = messages.message(letter, settings().sender)
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, addressed.file_name, letter.written_at)
        _record(session, wanted, letter, addressed.file_name, sha256)
    postbox.hold(settings().root / "outbox", addressed.file_name, content)
    return 1


def _address(wanted: LetterToWrite) -> _Addressed | None:
    """None when the letter of this act was written before."""
    with store.session() as session:
        if requests.letter_exists(session, wanted.key):
            return None
        cycle = cycles.get(session, wanted.cycle)
        names = {member.code: member.name for member in members.on(session, clock.today())}
        words = taxonomy.on(session, cycle.taxonomy_on)
        pillar = words.pillar(wanted.pillar) if wanted.pillar else None
        to, copies = _addresses(session, wanted)
        order = requests.count_letters(session) + 1
    name = naming.letter(wanted.cycle, wanted.pillar, order, wanted.member, wanted.kind)
    facts = {**filing.letter_facts(cycle, pillar), "member_name": names[wanted.member]}
    return _Addressed(facts, to, copies, name)


def _write(wanted: LetterToWrite, addressed: _Addressed) -> Letter:
    facts = {
        **addressed.facts,
        "deadline": wanted.deadline,
        "enclosed": tuple((e.name, e.description) for e in wanted.enclosures),
        **wanted.facts,
    }
    subject, text, html = letters.compose(settings().templates, wanted.kind, facts)
    attachments = tuple(
        Attachment(e.name, filing.take_from_shelf(e.sha256), e.media_type)
        for e in wanted.enclosures
    )
    return Letter(
        wanted.key,
        wanted.kind,
        addressed.to,
        addressed.copy_to,
        subject,
        text,
        html,
        clock.now(),
        attachments,
    )


def _record(
    session: Session, wanted: LetterToWrite, letter: Letter, file_name: str, sha256: str
) -> None:
    track = TrackId(wanted.cycle, wanted.pillar)
    request = wanted.request or None
    requests.keep_letter(session, letter, track, wanted.member, request, file_name, sha256)
    if request and wanted.kind.startswith("request-"):
        state = transitions.move(requests.state_of(session, request), RequestState.HELD)
        requests.set_state(session, request, state)
    facts = {"letter": sha256, "to": ", ".join(letter.to), "subject": letter.subject}
    matter = f"{wanted.cycle} {wanted.pillar}".strip()
    act = f"letter held: {wanted.kind}"
    journal.append(session, letter.written_at, "Secretariat", act, matter, facts)


def _addresses(session: Session, wanted: LetterToWrite) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Formal letters go to the coordinator with the technical contact in copy.

    A letter on all pillars goes to the contacts of each of them. One without any contact goes to
    the Secretariat itself, which then sees before release that an address is missing.
    """
    tracks = [track.pillar for track, _ in cycles.tracks_of(session, wanted.cycle)]
    found = [
        contact
        for pillar in ([wanted.pillar] if wanted.pillar else tracks)
        for contact in members.contacts_of(session, wanted.member, pillar, clock.today())
    ]
    by_role = {role: _emails(found, role) for role in ContactRole}
    to, copies = _formal(by_role)
    if wanted.board:
        to, copies = by_role[ContactRole.BOARD] or to, ()
    return to or (parseaddr(settings().sender)[1],), copies


def _formal(
    by_role: Mapping[ContactRole, tuple[str, ...]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    coordinators, technical = by_role[ContactRole.COORDINATOR], by_role[ContactRole.TECHNICAL]
    return (coordinators, technical) if coordinators else (technical, ())


def _emails(contacts: Sequence[Contact], role: ContactRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.email for c in contacts if c.role is role))
