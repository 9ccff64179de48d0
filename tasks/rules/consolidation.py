"""One member's returns, whole workbooks and parts of a split one, become one answer (rule R5).

A whole workbook is a newer version of everything before it. Parts come from several contributors:
until a whole workbook follows, none of them replaces another, and the consolidator is told where
two of them contradict each other.
"""

from collections.abc import Sequence

from data.vocabulary import Conflict, MergedAnswers, Reading
from tasks.rules import parts, precedence


def consolidate(
    told: Sequence[Reading], confirmed_blank: frozenset[tuple[str, int]] = frozenset()
) -> MergedAnswers:
    """Merge the accepted returns of one request.

    Args:
        told: What they say, oldest first; at least one.
        confirmed_blank: Need and line of the rows the member confirmed it wants to be empty.
    """
    versions, open_parts = _sorted(told)
    if open_parts:
        versions.append(parts.joined(open_parts))
    return precedence.merge(versions, confirmed_blank)


def disputed(told: Sequence[Reading]) -> tuple[Conflict, ...]:
    """Where parts no whole workbook has followed contradict each other."""
    _, open_parts = _sorted(told)
    return parts.conflicts(open_parts)


def _sorted(told: Sequence[Reading]) -> tuple[list[Reading], list[Reading]]:
    versions: list[Reading] = []
    open_parts: list[Reading] = []
    for reading in told:
        if reading.part:
            open_parts.append(reading)
            continue
        if open_parts:
            versions.append(parts.joined(open_parts))
            open_parts = []
        versions.append(reading)
    return versions, open_parts
