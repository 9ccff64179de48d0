"""The Board in a members register: who has a seat, and that exactly one member chairs."""

import re
from collections.abc import Sequence

from data.vocabulary import Aliases, Finding, Severity
from tasks.rules.register_tables import Line, RegisterTable
from tasks.rules.register_words import plain_words, unknown

_BETWEEN = re.compile(r"[;,/\n&+()]|\band\b")
_NO_SEAT = frozenset({"", "-", "–", "no", "none", "n/a"})


def read_seat(line: Line, aliases: Aliases) -> tuple[tuple[bool, bool], list[Finding]]:
    """Read “seat” or “seat, chair”; a blank cell is no seat.

    Returns:
        Whether the member has a seat and whether it chairs, and the findings.
    """
    text = line.word("Board")
    if text.casefold() in _NO_SEAT:
        return (False, False), []
    words = plain_words("seat on the Board", ("seat", "chair"), aliases.seats)
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    meant = {words.meant_by(part) for part in parts}
    if None in meant or not meant:
        remedy = "Write “seat”, “seat, chair”, or leave the cell blank."
        return (False, False), [unknown(line, "Board", words, remedy)]
    return (True, "chair" in meant), []


def check(
    lines: Sequence[Line], aliases: Aliases, tables: Sequence[RegisterTable]
) -> list[Finding]:
    """Find a Board without exactly one chair among the members of today.

    A line is counted whatever else is wrong in it, and nothing is said while a seat is unreadable.
    """
    seats = [(line, read_seat(line, aliases)) for line in lines]
    if not seats or any(found for _, (_, found) in seats):
        return []
    chairing = [
        line for line, ((_, chairs), _) in seats if chairs and not line.word("Member until")
    ]
    if len({line.word("Code") for line in chairing}) == 1:
        return []
    names = " and ".join(line.word("Display name") for line in chairing) or "nobody"
    return [
        Finding(
            code="not-one-chair",
            severity=Severity.BLOCKS,
            message=f"The Board has exactly one chair; by this register {names} would chair it.",
            remedy="Write “seat, chair” under “Board” for the one member that chairs the Board.",
            place=chairing[1].place("Board") if chairing else tables[0].place_of_headings(),
        )
    ]
