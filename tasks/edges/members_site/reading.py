"""What the pages ask of the catalogue, besides the search: reports, needs and their history."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]  # column to value, as the templates show it


@dataclass(frozen=True, slots=True)
class Year:
    """One need in one cycle: what was answered, found and said."""

    need: Row
    standing: str
    responses: list[Row]
    support: list[Row]
    planned: list[Row]
    gaps: list[Row]
    overlaps: list[Row]


@dataclass(frozen=True, slots=True)
class Report:
    """One released report with everything its page tells."""

    report: Row
    decision: Row
    methodology: Row | None
    files: list[Row]
    situation: list[Row]
    gaps: list[Row]
    overlaps: list[Row]
    comments: list[Row]
    narratives: list[Row]


@contextmanager
def opened(catalogue: Path) -> Generator[sqlite3.Connection]:
    """The catalogue, which nobody changes: a new one takes its place."""
    address = f"{catalogue.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as books:
        yield books


def reports(books: sqlite3.Connection) -> list[Row]:
    """Every report, the newest cycle first, with the counts its entry shows."""
    return _rows(
        books,
        "SELECT r.id, r.cycle, r.pillar, r.pillar_name, d.decided_on, "
        "(SELECT COUNT(*) FROM needs WHERE report = r.id) AS needs, "
        "(SELECT COUNT(*) FROM responses WHERE report = r.id) AS responses, "
        "(SELECT COUNT(*) FROM support WHERE report = r.id) AS support "
        "FROM reports AS r LEFT JOIN decisions AS d ON d.report = r.id "
        "ORDER BY r.cycle DESC, r.pillar_name",
    )


def report(books: sqlite3.Connection, cycle: str, pillar: str) -> Report | None:
    """One report, or None where there is none."""
    found = _rows(books, "SELECT * FROM reports WHERE cycle = ? AND pillar = ?", cycle, pillar)
    if not found:
        return None
    one = found[0]
    methodology = _rows(books, "SELECT * FROM methodologies WHERE code = ?", one["methodology"])

    def of(table: str, order: str, shown: str = "x.*") -> list[Row]:
        return _rows(
            books,
            f"SELECT {shown} FROM {table} AS x LEFT JOIN needs AS n "  # noqa: S608 - our own names
            f"ON n.report = x.report AND n.key = {'x.need' if 'n.' in shown else 'NULL'} "
            f"WHERE x.report = ? ORDER BY {order}",
            one["id"],
        )

    with_need = "x.*, n.number, n.title, n.member AS partner"
    return Report(
        one,
        of("decisions", "x.id")[-1],
        methodology[0] if methodology else None,
        of("files", "x.name"),
        of("situation", "x.asked_for, x.member COLLATE NOCASE"),
        of("gaps", "n.member, n.sub_pillar, n.number, x.id", with_need),
        of("overlaps", "n.member, n.sub_pillar, n.number, x.id", with_need),
        of("comments", "x.number"),
        of("narratives", "x.id"),
    )


def history(books: sqlite3.Connection, key: str) -> list[Year]:
    """A need in every cycle it was part of, and before that the needs it replaces, newest first.

    A new edition of the Needs Mapping splits needs, merges them and numbers them anew; what was
    answered to the earlier ones is the history of this one. Empty where there is no such need.
    """
    needs: list[Row] = []
    waiting, seen = [key], set[str]()
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        found = _rows(books, "SELECT * FROM needs WHERE key = ? ORDER BY cycle DESC", one)
        needs += found
        if found:
            before, _ = relatives(books, found[-1])
            waiting += [each["key"] for each in before]
    needs.sort(key=lambda need: need["cycle"], reverse=True)
    return [_year(books, need) for need in needs]


def relatives(books: sqlite3.Connection, need: Row) -> tuple[list[Row], list[Row]]:
    """The needs this one replaces, and those that replace it, by the numbers the registers give."""
    numbers = [number.strip() for number in need["replaces"].split(",") if number.strip()]
    before = [
        found
        for number in numbers
        for found in _rows(
            books,
            "SELECT key, number, title, max(cycle) AS cycle FROM needs "
            "WHERE number = ? AND member = ? AND pillar = ? AND cycle < ? AND key <> ? "
            "GROUP BY key",
            number,
            need["member"],
            need["pillar"],
            need["cycle"],
            need["key"],
        )
    ]
    after = _rows(
        books,
        "SELECT key, number, title, min(cycle) AS cycle FROM needs "
        "WHERE ', ' || replaces || ',' LIKE '%, ' || ? || ',%' "
        "AND member = ? AND pillar = ? AND cycle > ? AND key <> ? GROUP BY key",
        need["number"],
        need["member"],
        need["pillar"],
        need["cycle"],
        need["key"],
    )
    return before, after


def _year(books: sqlite3.Connection, need: Row) -> Year:
    def of(table: str, order: str = "id") -> list[Row]:
        return _rows(
            books,
            f"SELECT * FROM {table} WHERE report = ? AND need = ? ORDER BY {order}",  # noqa: S608 - ours
            need["report"],
            need["key"],
        )

    return Year(
        need,
        _standing(books, need, of("replies")),
        of("responses", "line, id"),
        of("support", "member COLLATE NOCASE, line, id"),
        of("planned", "item"),
        of("gaps"),
        of("overlaps"),
    )


def _standing(books: sqlite3.Connection, need: Row, replies: Sequence[Row]) -> str:
    """Which of the four absences it is, or what the partner chose (rules R4 and R11)."""
    if replies and replies[0]["state"]:
        later = replies[0]["later_on"]
        return f"{replies[0]['state']}, {later}" if later else str(replies[0]["state"])
    asked = _rows(
        books,
        "SELECT asked_on, deadline, received_on FROM situation "
        "WHERE report = ? AND member = ? AND asked_for = 'responses'",
        need["report"],
        need["member"],
    )
    if not asked or not asked[0]["asked_on"]:
        return "not asked"
    if not asked[0]["received_on"]:
        return f"no information received by {asked[0]['deadline']}"
    return "no answer chosen for this need"


def _rows(books: sqlite3.Connection, question: str, *values: object) -> list[Row]:
    found = books.execute(question, values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]
