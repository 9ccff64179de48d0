"""The parts around the body of a comparison: those of the second draft, without its identity."""

import re

from tasks.edges.word.names import IDENTITY

_LISTED_IN = ("_rels/.rels", "[Content_Types].xml")


def forget_identity(parts: dict[str, bytes]) -> None:
    """A comparison is no draft: handed back by mistake, it must not be taken for one."""
    if parts.pop(IDENTITY, None) is None:
        return
    entry = re.compile(rf'<[^<>]*"/?{re.escape(IDENTITY)}"[^<>]*/>'.encode())
    for name in _LISTED_IN:
        parts[name] = entry.sub(b"", parts[name])
