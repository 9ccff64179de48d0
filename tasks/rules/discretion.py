"""What is held for its content is not repeated: findings about it lose their quotations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.vocabulary import Finding, Place
from data.vocabulary.screening import ScreenedLine

_QUOTED = re.compile("“[^”]*”")
_SILENT = "“…”"


def without_quotations(
    findings: Iterable[Finding], held: Sequence[ScreenedLine]
) -> tuple[Finding, ...]:
    """Take people's words out of the findings about rows the screen holds.

    A receipt says which cell and why, without repeating the text. Whole rows are meant: a name may
    stand in one cell and what it is about in the next.

    Args:
        findings: What was found in a return.
        held: The lines of the same return that are held.
    """
    rows = {_row(line.place) for line in held}
    return tuple(_silent(each) if _row(each.place) in rows else each for each in findings)


def _silent(finding: Finding) -> Finding:
    return replace(
        finding,
        message=_QUOTED.sub(_SILENT, finding.message),
        remedy=_QUOTED.sub(_SILENT, finding.remedy),
    )


def _row(place: Place) -> tuple[str, str]:
    return place.sheet, place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
