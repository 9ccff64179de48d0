"""Mapped needs by edition, and where each one comes from."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from data import schema
from data.vocabulary import Need, NeedsRegister, NeedStatus

WITHDRAWN = 0
"""The position of a need that a corrected register no longer lists: nothing is deleted (R18)."""

_TOLD = (
    col(schema.Need.key),
    col(schema.Need.number),
    col(schema.Need.member),
    col(schema.Need.pillar),
    col(schema.Need.sub_pillar),
    col(schema.Need.filter),
    col(schema.Need.title),
    col(schema.Need.description),
    col(schema.Need.perspective),
    col(schema.Need.category),
    col(schema.Need.institution),
    col(schema.Need.eu_reference),
    col(schema.Need.status),
)


def of_edition(session: Session, edition: str, pillar: str = "") -> list[Need]:
    """The needs of one edition in the order of its register; withdrawn ones are not among them.

    Nearly every step asks this; plain columns come several times faster than rows of the table.

    Args:
        session: The unit of work.
        edition: Code of the register's edition.
        pillar: Code of the one pillar that is asked about; empty for all.
    """
    asked = columns(*_TOLD).where(
        col(schema.Need.edition) == edition, col(schema.Need.position) != WITHDRAWN
    )
    if pillar:
        asked = asked.where(col(schema.Need.pillar) == pillar)
    told = session.connection().execute(asked.order_by(col(schema.Need.position)))
    numbers = _predecessor_numbers(session, edition, pillar)
    return [_need(row, numbers.get(row.key, ())) for row in told]


def editions(session: Session) -> list[str]:
    """All editions, oldest first."""
    rows = session.exec(select(schema.NeedsMapping).order_by(col(schema.NeedsMapping.edition)))
    return [row.edition for row in rows]


def everything(session: Session) -> list[Need]:
    """The needs of all editions, oldest edition first."""
    return [need for edition in editions(session) for need in of_edition(session, edition)]


def ancestors(session: Session) -> dict[str, set[str]]:
    """For each need the keys it descends from, itself included (its lineage)."""
    parents: dict[str, set[str]] = {}
    for link in session.exec(select(schema.NeedLineage)):
        parents.setdefault(link.need, set()).add(link.predecessor)
    keys = session.exec(select(schema.Need.key)).all()
    return {key: _climb(key, parents) for key in keys}


def is_pinned(session: Session, edition: str) -> bool:
    """Whether a cycle stands on this edition, which then no longer changes (rule R19)."""
    found = session.exec(select(schema.Cycle).where(schema.Cycle.needs_edition == edition))
    return found.first() is not None


def differences(session: Session, register: NeedsRegister) -> int:
    """How many needs a register tells otherwise than the books: new, changed or left out."""
    held = {need.key: need for need in of_edition(session, register.edition)}
    earlier = _earlier(session, register.edition)
    told = {
        need.key: replace(need, replaces=tuple(sorted(set(need.replaces) & earlier.keys())))
        for need in register.needs
    }
    return sum(held.get(key) != told.get(key) for key in held.keys() | told.keys())


def keep(session: Session, register: NeedsRegister, sha256: str, at: datetime) -> int:
    """Keep an edition with its lineage; returns how many rows were written.

    A predecessor no earlier edition knows is left out; it is linked when the register is imported
    again after the edition it stands in.
    """
    mapping = session.get(schema.NeedsMapping, register.edition)
    if mapping is None:
        session.add(
            schema.NeedsMapping(
                edition=register.edition,
                title=register.title,
                register_sha256=sha256,
                imported_at=at,
            )
        )
        session.flush()
    written = 0 if mapping else 1
    for position, need in enumerate(register.needs, start=1):
        written += _keep_need(session, register.edition, position, need)
    written += _withdraw_others(session, register)
    session.flush()
    return written + _keep_lineage(session, register)


def _climb(key: str, parents: dict[str, set[str]]) -> set[str]:
    found, waiting = {key}, [key]
    while waiting:
        for parent in parents.get(waiting.pop(), set()) - found:
            found.add(parent)
            waiting.append(parent)
    return found


def _keep_need(session: Session, edition: str, position: int, need: Need) -> int:
    row = session.get(schema.Need, need.key)
    facts: dict[str, Any] = {
        "position": position,
        "number": need.number,
        "member": need.member,
        "pillar": need.pillar,
        "sub_pillar": need.sub_pillar,
        "filter": need.filter,
        "title": need.title,
        "description": need.description,
        "perspective": need.perspective,
        "category": need.category,
        "institution": need.institution,
        "eu_reference": need.eu_reference,
        "status": need.status.value,
    }
    if row is None:
        session.add(schema.Need(key=need.key, edition=edition, **facts))
        return 1
    changed = {name: value for name, value in facts.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return 1 if changed else 0


def _withdraw_others(session: Session, register: NeedsRegister) -> int:
    listed = {need.key for need in register.needs}
    rows = session.exec(
        select(schema.Need)
        .where(schema.Need.edition == register.edition)
        .where(col(schema.Need.position) != WITHDRAWN)
    )
    left_out = [row for row in rows if row.key not in listed]
    for row in left_out:
        row.position = WITHDRAWN
    return len(left_out)


def _keep_lineage(session: Session, register: NeedsRegister) -> int:
    earlier = _earlier(session, register.edition)
    keys = {need.key for need in register.needs}
    told = {
        (need.key, earlier[number])
        for need in register.needs
        for number in need.replaces
        if number in earlier
    }
    links = session.exec(select(schema.NeedLineage).where(col(schema.NeedLineage.need).in_(keys)))
    held = {(link.need, link.predecessor): link for link in links}
    for link in sorted(told - held.keys()):
        session.add(schema.NeedLineage(need=link[0], predecessor=link[1]))
    for link in held.keys() - told:
        session.delete(held[link])  # a slip in a column of the register; the register itself stays
    session.flush()
    return len(told ^ held.keys())


def _earlier(session: Session, edition: str) -> dict[str, str]:
    """The keys of needs in earlier editions by number; the latest edition counts."""
    rows = session.exec(select(schema.Need).where(col(schema.Need.edition) < edition))
    return {row.number: row.key for row in sorted(rows, key=lambda row: row.edition)}


def _predecessor_numbers(session: Session, edition: str, pillar: str) -> dict[str, tuple[str, ...]]:
    need, predecessor = aliased(schema.Need), aliased(schema.Need)
    joined = (
        columns(col(schema.NeedLineage.need), col(predecessor.number))
        .join(need, col(need.key) == col(schema.NeedLineage.need))
        .join(predecessor, col(predecessor.key) == col(schema.NeedLineage.predecessor))
        .where(col(need.edition) == edition)
    )
    if pillar:
        joined = joined.where(col(need.pillar) == pillar)
    told = session.connection().execute(joined)
    found = dict[str, tuple[str, ...]]()
    for key, number in sorted((key, number) for key, number in told):
        # sorted here, as databases sort text each in its own way
        found[key] = (*found.get(key, ()), number)
    return found


def _need(row: Row[Any], replaces: tuple[str, ...]) -> Need:
    return Need(
        row.key,
        row.number,
        row.member,
        row.pillar,
        row.sub_pillar,
        row.filter,
        row.title,
        row.description,
        row.perspective,
        row.category,
        row.institution,
        row.eu_reference,
        NeedStatus(row.status),
        replaces,
    )
