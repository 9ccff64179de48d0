"""Facts with a first and a last day: begun, ended, taken up again, and never deleted (rule R18)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from sqlmodel import Session, select

from data import schema
from data.schema.table import Table
from data.vocabulary import Validity


class Dated(Protocol):
    """A row that is in force on some days; both ends are included, an open end is None."""

    since: date
    until: date | None


Row = TypeVar("Row", schema.MemberName, schema.Membership, schema.BoardSeat, schema.Contact)


@dataclass(frozen=True, slots=True)
class Told:
    """One dated fact as a register tells it: its columns, and the days it gives."""

    says: Mapping[str, object]
    validity: Validity


def bring_in_line(
    session: Session,
    table: type[Row],
    group: Sequence[str],
    told: Iterable[Told],
    day: date,
) -> int:
    """Bring a table in line with what a register tells; returns how many rows were written.

    Args:
        session: The unit of work.
        table: The table that keeps the facts.
        group: The columns within which facts exclude one another: a member bears one name at a
            time. With `since` they are the table's unique key.
        told: The facts of the whole register.
        day: The day of the import. What is new without a first day of its own begins on it, what
            is no longer told ends on the day before.
    """
    held_by: dict[tuple[object, ...], list[Row]] = {}
    for row in session.exec(select(table)):
        held_by.setdefault(tuple(getattr(row, name) for name in group), []).append(row)
    told_by: dict[tuple[object, ...], list[Told]] = {}
    for fact in told:
        told_by.setdefault(tuple(fact.says[name] for name in group), []).append(fact)
    written = sum(
        _settle(session, table, held_by.get(key, []), told_by.get(key, []), day)
        for key in dict.fromkeys([*held_by, *told_by])
    )
    session.flush()
    return written


def _settle(
    session: Session, table: type[Row], held: list[Row], told: list[Told], day: date
) -> int:
    free = sorted(held, key=lambda row: row.since)
    new: list[Told] = []
    written = 0
    for fact in sorted(told, key=lambda fact: fact.validity.since):
        row = _standing_for(fact, free, day)
        if row is None:
            new.append(fact)
        else:
            free.remove(row)
            written += _correct(row, fact.validity)
    for row in free:
        if not _is_over(row, day):
            row.until = day - timedelta(days=1)
            written += 1
    for fact in new:
        _begin(session, table, held, fact, day)
    return written + len(new)


def _standing_for(fact: Told, rows: list[Row], day: date) -> Row | None:
    """The row that already stands for a fact; none when it has to be begun (again)."""
    same = [row for row in reversed(rows) if _says(row) >= fact.says.items()]
    alike = [row for row in same if row.until == fact.validity.until]
    if alike:
        return alike[0]
    over = _is_over(fact.validity, day)
    return next(
        (row for row in same if row.since == fact.validity.since and _is_over(row, day) <= over),
        next((row for row in same if not _is_over(row, day)), None),
    )


def _correct(row: Dated, validity: Validity) -> int:
    """Take over the days a register gives; a row begun by a later import keeps its first day."""
    days = (max(row.since, validity.since), validity.until)
    if (row.since, row.until) == days:
        return 0
    row.since, row.until = days
    return 1


def _begin(session: Session, table: type[Row], held: list[Row], fact: Told, day: date) -> None:
    """Begin a fact on its first day, or on the day of the import where another one stood."""
    validity = fact.validity
    taken = any(_overlap(row, validity) for row in held)
    since = max(day, validity.since) if taken and not _is_over(validity, day) else validity.since
    facts = {**fact.says, "since": since, "until": validity.until}
    row = next((row for row in held if row.since == since), None)
    if row is None:
        session.add(table.model_validate(facts))
    else:
        row.sqlmodel_update(facts)  # a slip put right on the day it was made


def _says(row: Table) -> set[tuple[str, object]]:
    return set(row.model_dump(exclude={"id", "since", "until"}).items())


def _is_over(span: Dated | Validity, day: date) -> bool:
    return span.until is not None and span.until < day


def _overlap(row: Dated, validity: Validity) -> bool:
    begins_in_time = validity.until is None or row.since <= validity.until
    return begins_in_time and (row.until is None or row.until >= validity.since)
