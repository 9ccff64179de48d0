"""The partners' word on calendar and structure; the last agreement locks a version (rule R1)."""

import logging
from collections.abc import Sequence

from data import clock, store
from data.errors.cycles import NameMissing, NotAPartner, PillarNeeded, TextMissing, VersionLocked
from data.queries import cycles, journal, members, preparation
from data.store import Session
from data.vocabulary import (
    Agreement,
    Cycle,
    Enclosure,
    LetterToWrite,
    Member,
    Position,
    Step,
    Subject,
    TrackId,
    TrackState,
)
from tasks.patience import step
from tasks.rules import agreement, deadlines, transitions

log = logging.getLogger(__name__)


@step("letters on calendar and structure")
def letters_to_partners(code: str, papers: Sequence[Enclosure]) -> list[LetterToWrite]:
    """One letter to each partner, with the draft calendar in it and the papers enclosed."""
    with store.session() as session:
        cycle = cycles.get(session, code)
        version, items, locked = preparation.calendar_of(session, code)
        partners = [m for m in members.on(session, cycle.taxonomy_on) if m.is_partner]
    if locked:
        return []
    calendar = tuple((i.title, deadlines.sentence(i.due_at, i.zone)) for i in items)
    agreed_by = next(i for i in items if i.step is Step.CALENDAR_AGREED)
    return [
        LetterToWrite(
            key=f"{code}/calendar/{version}/{partner.code}",
            kind="calendar",
            cycle=code,
            pillar="",
            member=partner.code,
            facts={"calendar": calendar},
            deadline=deadlines.sentence(agreed_by.due_at, agreed_by.zone),
            enclosures=tuple(papers),
        )
        for partner in partners
    ]


@step("record the agreement")
def record(
    code: str,
    subject: Subject,
    member: str,
    pillar: str,
    position: Position,
    text: str,
    evidence_sha256: str,
    recorded_by: str,
) -> str:
    """Keep what one partner said; returns where the partners now stand, in one sentence.

    The same word recorded twice is kept once. With the last agreement the version is locked.

    Raises:
        NotAPartner: only partners are asked to agree.
        PillarNeeded: a structure belongs to one pillar.
        TextMissing: comments need words.
        NameMissing: it is not said who recorded this.
        VersionLocked: all partners have agreed already.
    """
    at = clock.now()
    if not recorded_by.strip():
        raise NameMissing
    if position is Position.COMMENTS and not text.strip():
        raise TextMissing(thing="comment")
    if subject is Subject.STRUCTURE and not pillar:
        raise PillarNeeded
    about = "" if subject is Subject.CALENDAR else pillar
    with store.session() as session:
        cycle = cycles.get(session, code)
        partners = _partners(session, cycle, about)
        _refuse_others(session, cycle, partners, member)
        version, locked = _version(session, code, subject, about)
        words = preparation.agreements_on(session, code, subject, about, version)
        said = Agreement(subject, member, about, version, position, text, recorded_by, at)
        if _is_repeated(words, said):
            return agreement.sentence(agreement.standing(words, partners, subject, about, version))
        if locked:
            raise VersionLocked(subject=subject, cycle=code, version=version)
        preparation.record_agreement(session, code, said, evidence_sha256 or None)
        facts = {"member": member, "position": position.value, "version": str(version)}
        if evidence_sha256:
            facts["evidence"] = evidence_sha256
        journal.append(
            session, at, recorded_by, f"{subject} {position}", f"{code} {about}".strip(), facts
        )
        standing = agreement.standing([*words, said], partners, subject, about, version)
        if agreement.is_agreed(standing):
            _lock(session, code, subject, about)
        return agreement.sentence(standing)


def _partners(session: Session, cycle: Cycle, pillar: str) -> list[Member]:
    present = members.on(session, cycle.taxonomy_on)
    if pillar:
        cycles.track_row(session, TrackId(cycle.code, pillar))
        present = members.in_pillar(session, pillar, cycle.taxonomy_on)
    return [member for member in present if member.is_partner]


def _refuse_others(session: Session, cycle: Cycle, partners: list[Member], member: str) -> None:
    if member not in [partner.code for partner in partners]:
        names = {m.code: m.name for m in members.on(session, cycle.taxonomy_on)}
        known = ", ".join(partner.code for partner in partners)
        raise NotAPartner(name=names.get(member, member), known=known)


def _version(session: Session, code: str, subject: Subject, pillar: str) -> tuple[int, bool]:
    if subject is Subject.CALENDAR:
        version, _, locked = preparation.calendar_of(session, code)
        return version, locked
    outline, locked = preparation.outline_of(session, TrackId(code, pillar))
    return (outline.number if outline else 0), locked


def _is_repeated(words: list[Agreement], said: Agreement) -> bool:
    of_member = [word for word in words if word.member == said.member]
    return bool(of_member) and (of_member[-1].position, of_member[-1].text) == (
        said.position,
        said.text,
    )


def _lock(session: Session, code: str, subject: Subject, pillar: str) -> None:
    at = clock.now()
    if subject is Subject.CALENDAR:
        preparation.lock_calendar(session, code, at)
    else:
        preparation.lock_outline(session, TrackId(code, pillar), at)
    journal.append(session, at, "Secretariat", f"{subject} locked", f"{code} {pillar}".strip(), {})
    _, _, calendar_locked = preparation.calendar_of(session, code)
    for track, state in cycles.tracks_of(session, code):
        _, outline_locked = preparation.outline_of(session, track)
        if calendar_locked and outline_locked and state is TrackState.PREPARING:
            agreed = transitions.move(state, TrackState.STRUCTURE_AGREED)
            cycles.set_track_state(session, track, agreed)
