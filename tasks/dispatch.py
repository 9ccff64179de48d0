"""Dispatch: each letter is written once and held as a file until a person releases it (R17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.dispatch import (
    AddressUnchanged,
    LetterStillHeld,
    LetterUnknown,
    ResentWithoutReason,
)
from data.queries import cycles, journal, members, requests, taxonomy
from data.queries import letters as letters_on_record
from data.queries.letters import AddressedLetter
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Attachment,
    Contact,
    ContactRole,
    Cycle,
    Letter,
    LetterState,
    LetterToWrite,
    RequestState,
    Taxonomy,
    TrackId,
)
from data.vocabulary.methodology import METHODOLOGY, subject_of
from tasks import filing, seat_records, transmitting, workbooks
from tasks.edges import letters, messages, postbox, readdressing
from tasks.patience import step
from tasks.rules import naming, phrases, transitions
from tasks.rules.near_misses import did_you_mean

_CONCERNS_THE_CONTACTS = frozenset({"decision"})  # who gets a copy of what goes to the seat


@step("write and hold letters")
def hold_letters(wanted: Sequence[LetterToWrite]) -> int:
    """Write each letter once and hold it in the outbox; returns how many are new.

    The letter's bytes are on the shelf before its row is written, and its file is held after: when
    a run is killed in between, the release step finds the row and holds the same bytes again.
    """
    words = {code: _words_of(code) for code in sorted({letter.cycle for letter in wanted})}
    return sum(_hold(letter, words[letter.cycle]) for letter in wanted)


@step("write a letter again")
def write_again(cycle: str, letter: str, reason: str, recorded_by: str) -> str:
    """Hold a letter that came back once more, for the addresses the register gives by now.

    Every word and file is as it was. While the new one is held, the same command changes nothing. A
    letter on a proposal is found under “Methodology”, where others name their cycle.

    Raises:
        NameMissing, ResentWithoutReason: it is not said by whom, or why.
        LetterUnknown: the cycle has no such letter.
        LetterStillHeld: it has not left yet.
        AddressUnchanged: it went to these very addresses.
    """
    if not recorded_by.strip():
        raise NameMissing
    if not reason.strip():
        raise ResentWithoutReason(letter=letter)
    with store.session() as session:
        written = _versions(session, cycle, f"{letter.removesuffix('.eml')}.eml")
        last = written[-1]
        wanted = letters_on_record.as_wanted(session, last.first_key, len(written) + 1)
        to, copies = _addresses(session, wanted)
    unchanged = (last.to, last.copy_to) == (to, copies)
    if last.state is not LetterState.SENT:
        if len(written) == 1 or not unchanged:
            verb = f"release-letters {wanted.cycle}" if wanted.cycle else "release-proposal-letters"
            raise LetterStillHeld(letter=last.file_name, verb=verb)
        return _held_again(last.file_name, to)
    if unchanged:
        raise AddressUnchanged(letter=last.file_name, to=", ".join([*to, *copies]))
    again = Letter(wanted.key, wanted.kind, to, copies, last.subject, "", "", clock.now())
    sent = filing.take_from_shelf(last.eml_sha256)
    message_id = messages.message_id(again.key, settings().sender)
    content = readdressing.readdressed(sent, message_id, to, copies, again.written_at)
    facts = {"again": last.file_name, "reason": reason}
    with store.session() as session:
        file_name = _record_again(session, wanted, again, content, facts, recorded_by)
    postbox.hold(settings().root / "outbox", file_name, content)
    return _held_again(file_name, to)


def _record_again(
    session: Session,
    wanted: LetterToWrite,
    again: Letter,
    content: bytes,
    facts: Mapping[str, str],
    recorded_by: str,
) -> str:
    """Write the new letter down and return its file name; a request stands where it stood."""
    requests.stand_in_line(session)
    if requests.letter_exists(session, wanted.key):  # another run wrote it meanwhile
        return letters_on_record.name_of(session, wanted.key)
    order = requests.count_letters(session) + 1
    kind = f"{wanted.kind} again"
    series = wanted.cycle or METHODOLOGY
    file_name = naming.letter(series, wanted.pillar, order, wanted.member, kind)
    sha256 = filing.put_on_shelf(session, content, file_name, again.written_at)
    track = TrackId(wanted.cycle, wanted.pillar) if wanted.cycle else None
    request = wanted.request or None
    requests.keep_letter(session, again, track, wanted.member, request, file_name, sha256)
    told = {"letter": sha256, "to": ", ".join(again.to), "subject": again.subject, **facts}
    matter = f"{wanted.cycle} {wanted.pillar}".strip() or subject_of(wanted.key)
    act = f"letter held again: {wanted.kind}"
    journal.append(session, again.written_at, recorded_by, act, matter, told)
    return file_name


def _versions(session: Session, cycle: str, name: str) -> Sequence[AddressedLetter]:
    on_proposals = cycle.casefold() == METHODOLOGY.casefold()
    series = None if on_proposals else cycles.get(session, cycle).code
    written = letters_on_record.versions(session, series, name)
    if not written:
        hint = did_you_mean(name, letters_on_record.names(session, series))
        if name in letters_on_record.names(session, None):
            hint = f"It is on a proposal: name {METHODOLOGY} in place of the cycle."
        where = f"the {METHODOLOGY}" if on_proposals else cycle
        raise LetterUnknown(cycle=where, letter=name, hint=f" {hint}".rstrip())
    return written


def _held_again(file_name: str, to: Sequence[str]) -> str:
    return f"“{file_name}” is held for {', '.join(to)}"


@dataclass(frozen=True, slots=True)
class _CycleWords:
    """What all letters of a cycle share, asked once for a batch: members, pillars, templates."""

    cycle: Cycle
    names: Mapping[str, str]
    taxonomy: Taxonomy
    templates: Path


def _words_of(code: str) -> _CycleWords:
    with store.session() as session:
        cycle = cycles.get(session, code)
        names = {member.code: member.name for member in members.on(session, clock.today())}
        templates = filing.templates_of(session, code)
        return _CycleWords(cycle, names, taxonomy.on(session, cycle.taxonomy_on), templates)


@dataclass(frozen=True, slots=True)
class _Addressed:
    """What the books add to a letter: the words of its cycle, its receivers and its file name."""

    facts: Mapping[str, object]
    to: tuple[str, ...]
    copy_to: tuple[str, ...]
    order: int
    file_name: str


def _hold(wanted: LetterToWrite, words: _CycleWords) -> int:
    # In one unit of work: two runs at once must not give one number to two letters.
    with store.session() as session:
        addressed = _address(session, wanted, words)
        if addressed is None:
            return 0
        name, order = words.names[wanted.member], addressed.order
        wanted = transmitting.with_letter(
            session, wanted, addressed.to, order, name, words.templates
        )
        letter = _write(wanted, addressed, words.templates)
        content = messages.message(letter, settings().sender)
        sha256 = filing.put_on_shelf(session, content, addressed.file_name, letter.written_at)
        _record(session, wanted, letter, addressed.file_name, sha256)
    postbox.hold(settings().root / "outbox", addressed.file_name, content)
    return 1


def _address(session: Session, wanted: LetterToWrite, words: _CycleWords) -> _Addressed | None:
    """None when the letter of this act was written before."""
    requests.stand_in_line(session)
    if requests.letter_exists(session, wanted.key):
        return None
    to, copies = _addresses(session, wanted)
    order = requests.count_letters(session) + 1
    name = naming.letter(wanted.cycle, wanted.pillar, order, wanted.member, wanted.kind)
    pillar = words.taxonomy.pillar(wanted.pillar) if wanted.pillar else None
    facts = {
        **filing.letter_facts(words.cycle, pillar, workbooks.spoken(wanted.language).days),
        "member_name": _named(words.names[wanted.member], wanted.language),
    }
    return _Addressed(facts, to, copies, order, name)


def _named(member: str, language: str) -> str:
    """The article before a name is a matter of English."""
    return phrases.in_a_sentence(member) if language == "en" else member


def _write(wanted: LetterToWrite, addressed: _Addressed, templates: Path) -> Letter:
    facts = {
        **addressed.facts,
        "deadline": wanted.deadline,
        "enclosed": tuple((e.name, e.description) for e in wanted.enclosures),
        **wanted.facts,
    }
    language = workbooks.spoken(wanted.language)
    subject, text, html = letters.compose(templates, wanted.kind, facts, language)
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

    A letter on all pillars goes to the contacts of each of them, an answer to the mailbox it
    answers, one on a proposal to the Board's contacts. One without any contact goes to the
    Secretariat itself, which then sees before release that an address is missing.
    """
    if wanted.to:
        return wanted.to, ()
    if not wanted.cycle:
        return seat_records.addresses(session, wanted.member), ()
    tracks = [track.pillar for track, _ in cycles.tracks_of(session, wanted.cycle)]
    found = [
        contact
        for pillar in ([wanted.pillar] if wanted.pillar else tracks)
        for contact in members.contacts_of(session, wanted.member, pillar, clock.today())
    ]
    by_role = {role: _emails(found, role) for role in ContactRole}
    to, copies = _formal(by_role)
    if wanted.board:
        informed = (*to, *copies) if wanted.kind in _CONCERNS_THE_CONTACTS else ()
        to = by_role[ContactRole.BOARD] or to
        copies = tuple(address for address in informed if address not in to)
    return to or (parseaddr(settings().sender)[1],), copies


def _formal(
    by_role: Mapping[ContactRole, tuple[str, ...]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    coordinators, technical = by_role[ContactRole.COORDINATOR], by_role[ContactRole.TECHNICAL]
    return (coordinators, technical) if coordinators else (technical, ())


def _emails(contacts: Sequence[Contact], role: ContactRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.email for c in contacts if c.role is role))
