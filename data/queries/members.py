"""Members, their contacts and the Board, as they stand on a day."""

from datetime import date, timedelta

from sqlmodel import Session, col, func, select

from data import schema
from data.queries.spans import Told, bring_in_line
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


def of_address(session: Session, address: str, day: date) -> tuple[str, ...]:
    """The codes of the members a mailbox writes for on a day, sorted; none for a stranger."""
    rows = session.exec(
        select(schema.Contact)
        .where(func.lower(schema.Contact.email) == address.strip().lower())
        .order_by(col(schema.Contact.member))
    )
    found = (_contact(row) for row in rows)
    return tuple(dict.fromkeys(c.member for c in found if c.validity.covers(day)))


def contact_of_address(session: Session, address: str, day: date) -> Contact | None:
    """The contact a mailbox belongs to on a day; the first by member where it has several."""
    rows = session.exec(
        select(schema.Contact)
        .where(func.lower(schema.Contact.email) == address.strip().lower())
        .order_by(col(schema.Contact.member), col(schema.Contact.pillar))
    )
    return next((c for c in map(_contact, rows) if c.validity.covers(day)), None)


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

    Nothing is deleted (rule R18): what the register no longer names ends on the day before. A name
    outlives the membership, so that what was sent to a former member still reads as it was.
    """
    written = sum(_keep_kind(session, entry) for entry in register.members)
    session.flush()
    names, seats, memberships = _names(register), _seats(register), _memberships(register)
    named = {entry.code for entry in register.members}
    former = session.exec(
        select(schema.MemberName).where(col(schema.MemberName.member).not_in(named))
    )
    names += [
        Told({"member": row.member, "name": row.name}, Validity(row.since, row.until))
        for row in former
    ]
    contacts = _contacts(register)
    return (
        written
        + bring_in_line(session, schema.MemberName, ("member",), names, day)
        + bring_in_line(session, schema.Membership, ("member", "pillar"), memberships, day)
        + bring_in_line(session, schema.BoardSeat, ("member",), seats, day)
        + bring_in_line(
            session, schema.Contact, ("member", "pillar", "role", "email"), contacts, day
        )
    )


def _alphabetical(named: Member | BoardSeat) -> tuple[str, str]:
    return named.name.casefold(), named.name


def _contact(row: schema.Contact) -> Contact:
    validity = Validity(row.since, row.until)
    role = ContactRole(row.role)
    return Contact(row.member, row.pillar, row.function, role, row.email, validity, row.language)


def _keep_kind(session: Session, entry: MemberEntry) -> int:
    row = session.get(schema.Member, entry.code)
    if row is None:
        session.add(schema.Member(code=entry.code, kind=entry.kind.value))
        return 1
    if row.kind == entry.kind.value:
        return 0
    row.kind = entry.kind.value
    return 1


def _names(register: MembersRegister) -> list[Told]:
    """Each name until the day before the next one; the last one stays."""
    told: list[Told] = []
    entries = sorted(register.members, key=lambda entry: entry.validity.since)
    for place, entry in enumerate(entries):
        later = [e.validity.since for e in entries[place + 1 :] if e.code == entry.code]
        until = later[0] - timedelta(days=1) if later else None
        says = {"member": entry.code, "name": entry.name}
        told.append(Told(says, Validity(entry.validity.since, until)))
    return told


def _memberships(register: MembersRegister) -> list[Told]:
    return [
        Told({"member": entry.code, "pillar": pillar}, entry.validity)
        for entry in register.members
        for pillar in entry.pillars
    ]


def _seats(register: MembersRegister) -> list[Told]:
    return [
        Told({"member": entry.code, "chairs": entry.chairs}, entry.validity)
        for entry in register.members
        if entry.has_seat
    ]


def _contacts(register: MembersRegister) -> list[Told]:
    return [
        Told(
            {
                "member": contact.member,
                "pillar": contact.pillar,
                "role": contact.role.value,
                "email": contact.email,
                "function": contact.function,
                "language": contact.language,
            },
            contact.validity,
        )
        for contact in register.contacts
    ]
