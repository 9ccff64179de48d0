"""Members, their contacts and the Board, as they stand on a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlmodel import Session, col, select

from data import schema
from data.vocabulary import (
    BoardSeat,
    Contact,
    ContactRole,
    Member,
    MemberEntry,
    MemberKind,
    MembersRegister,
    Validity,
)


def on(session: Session, day: date) -> list[Member]:
    """All members under the names they bear on a day, alphabetically (rule R15)."""
    kinds = {row.code: MemberKind(row.kind) for row in session.exec(select(schema.Member))}
    rows = session.exec(select(schema.MemberName))
    named = [
        Member(row.member, row.name, kinds[row.member])
        for row in rows
        if Validity(row.since, row.until).covers(day)
    ]
    return sorted(named, key=_alphabetical)


def in_pillar(session: Session, pillar: str, day: date) -> list[Member]:
    """The members that take part in a pillar on a day, alphabetically."""
    rows = session.exec(select(schema.Membership).where(schema.Membership.pillar == pillar))
    taking_part = {row.member for row in rows if Validity(row.since, row.until).covers(day)}
    return [member for member in on(session, day) if member.code in taking_part]


def contacts_of(session: Session, member: str, pillar: str, day: date) -> list[Contact]:
    """The contacts of a member for a pillar on a day; those for all pillars included."""
    rows = session.exec(
        select(schema.Contact)
        .where(schema.Contact.member == member)
        .order_by(col(schema.Contact.role), col(schema.Contact.email))
    )
    return [
        contact
        for contact in map(_contact, rows)
        if contact.pillar in ("", pillar) and contact.validity.covers(day)
    ]


def board_on(session: Session, day: date) -> list[BoardSeat]:
    """The seats of the Board in force on a day, alphabetically."""
    names = {member.code: member.name for member in on(session, day)}
    rows = session.exec(select(schema.BoardSeat))
    seats = [
        BoardSeat(row.member, names[row.member], row.chairs)
        for row in rows
        if Validity(row.since, row.until).covers(day)
    ]
    return sorted(seats, key=_alphabetical)


def keep(session: Session, register: MembersRegister, day: date) -> int:
    """Bring the books in line with a register; returns how many rows were written.

    Nothing is deleted (rule R18): what the register no longer names ends on the day before.
    """
    written = sum(_keep_member(session, entry, day) for entry in register.members)
    written += _keep_contacts(session, register.contacts, day)
    return written


def _alphabetical(named: Member | BoardSeat) -> tuple[str, str]:
    return named.name.casefold(), named.name


def _contact(row: schema.Contact) -> Contact:
    validity = Validity(row.since, row.until)
    role = ContactRole(row.role)
    return Contact(row.member, row.pillar, row.function, role, row.email, validity)


def _keep_member(session: Session, entry: MemberEntry, day: date) -> int:
    written = 0
    if session.get(schema.Member, entry.code) is None:
        session.add(schema.Member(code=entry.code, kind=entry.kind.value))
        session.flush()
        written += 1
    written += _keep_name(session, entry, day)
    written += _keep_memberships(session, entry, day)
    return written + _keep_seat(session, entry, day)


def _keep_name(session: Session, entry: MemberEntry, day: date) -> int:
    rows = session.exec(select(schema.MemberName).where(schema.MemberName.member == entry.code))
    held = sorted(rows, key=lambda row: row.since)
    if held and held[-1].name == entry.name:
        return 0
    since = entry.validity.since
    if held:
        held[-1].until = day - timedelta(days=1)
        since = day
    session.add(schema.MemberName(member=entry.code, name=entry.name, since=since))
    return 1


def _keep_memberships(session: Session, entry: MemberEntry, day: date) -> int:
    rows = session.exec(select(schema.Membership).where(schema.Membership.member == entry.code))
    held = {row.pillar: row for row in sorted(rows, key=lambda row: row.since)}
    written = 0
    for pillar in entry.pillars:
        row = held.pop(pillar, None)
        if row is None or (row.until is not None and entry.validity.until is None):
            since = entry.validity.since if row is None else day
            session.add(
                schema.Membership(
                    member=entry.code, pillar=pillar, since=since, until=entry.validity.until
                )
            )
            written += 1
        elif row.until != entry.validity.until:
            row.until = entry.validity.until
            written += 1
    for row in held.values():
        written += _end(row, day)
    return written


def _keep_seat(session: Session, entry: MemberEntry, day: date) -> int:
    rows = session.exec(select(schema.BoardSeat).where(schema.BoardSeat.member == entry.code))
    open_seats = [row for row in rows if row.until is None]
    if not entry.has_seat:
        return sum(_end(row, day) for row in open_seats)
    if open_seats and open_seats[-1].chairs == entry.chairs:
        return 0
    since = day if open_seats else entry.validity.since
    for row in open_seats:
        _end(row, day)
    session.add(schema.BoardSeat(member=entry.code, chairs=entry.chairs, since=since))
    return 1


def _keep_contacts(session: Session, contacts: Iterable[Contact], day: date) -> int:
    rows = session.exec(select(schema.Contact))
    held = {(row.member, row.pillar, row.role, row.email): row for row in rows if not row.until}
    written = 0
    for contact in contacts:
        row = held.pop((contact.member, contact.pillar, contact.role.value, contact.email), None)
        if row is None:
            session.add(
                schema.Contact(
                    member=contact.member,
                    pillar=contact.pillar,
                    function=contact.function,
                    role=contact.role.value,
                    email=contact.email,
                    since=contact.validity.since,
                    until=contact.validity.until,
                )
            )
            written += 1
        elif (row.function, row.until) != (contact.function, contact.validity.until):
            row.function, row.until = contact.function, contact.validity.until
            written += 1
    return written + sum(_end(row, day) for row in held.values())


def _end(row: schema.Membership | schema.BoardSeat | schema.Contact, day: date) -> int:
    if row.until is not None:
        return 0
    row.until = day - timedelta(days=1)
    return 1
