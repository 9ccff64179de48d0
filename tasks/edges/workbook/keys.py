"""The hidden key of a row: whose row it is, what it is for, and its line."""

import re
from collections.abc import Mapping
from enum import StrEnum

from tasks.edges.workbook.blocks import SPARE

_KEY = re.compile(
    r"(?P<need>.+?)#(?:planned#(?P<item>[0-9]{1,6})|(?P<part>need|about|answer|section|[0-9]{1,6}))",
    re.DOTALL,
)


class Role(StrEnum):
    """What a row is for."""

    LOCKED = "locked"
    ANSWER = "answer"
    PLANNED = "planned"
    LINE = "line"
    UNKNOWN = "unknown"


# What most keys end in, known without a closer look: the role of the row and its line.
COMMON: Mapping[str, tuple[Role, int]] = {
    "need": (Role.LOCKED, 0),
    "about": (Role.LOCKED, 0),
    "answer": (Role.ANSWER, 0),
    **{str(line): (Role.LINE, line) for line in range(1, 100)},
}


# What a key says: the need, what the row is for, its line, and whether it belongs to a block.
Key = tuple[str, Role, int, bool]


def key_in(text: str) -> Key | None:
    """Read a key; None where a text is none."""
    need, _, part = text.partition("#")
    if need and part in COMMON:
        return need, *COMMON[part], need != SPARE
    found = _KEY.fullmatch(text)
    if found is None:
        return None
    need, item, part = found.groups("")
    in_block = part != "section" and need != SPARE
    if item:
        return need, Role.PLANNED, int(item), in_block
    if part.isdigit():
        return need, Role.LINE, int(part), in_block
    return need, Role.ANSWER if part == "answer" else Role.LOCKED, 0, in_block
