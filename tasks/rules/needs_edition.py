"""Which edition a needs register is, from what it was called, its tabs or its title lines."""

import re
from collections.abc import Iterator, Sequence

from data.vocabulary import Finding, Place, Severity
from tasks.rules.lettering import one_line, plain_dashes
from tasks.rules.register_tables import RegisterTable

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-/]\s*(20\d\d|\d\d)(?!\d)")


def edition_in(text: str) -> str:
    """The edition a text names ("2025/26" is 2025-2026), or nothing."""
    for first, last in _YEARS.findall(plain_dashes(text)):
        until = last if len(last) == 4 else first[:2] + last
        if int(first) <= int(until) <= int(first) + 4:
            return f"{first}-{until}"
    return ""


def edition_of(tables: Sequence[RegisterTable], named: str) -> tuple[str, list[Finding]]:
    """The edition of a register: the one named by the person, else the one the file says.

    Args:
        tables: The tables of the register; their tabs and the lines above their headings are read.
        named: What the person said, or nothing.

    Returns:
        The edition, empty when none is found, and the findings.
    """
    said = list(_said(tables))
    if named.strip():
        edition = edition_in(named) or one_line(named)
        return edition, [
            _differs(place, other, edition) for place, other in said[:1] if other != edition
        ]
    if not said:
        return "", [_no_edition(tables)] if tables else []
    edition = said[0][1]
    return edition, [_two(place, other, edition) for place, other in said[1:] if other != edition]


def _said(tables: Sequence[RegisterTable]) -> Iterator[tuple[Place, str]]:
    """What each sheet says: its tab first, else the first of its title lines that names years."""
    for table in tables:
        title = table.sheet.title
        texts = [(Place(title, ""), title)]
        texts += [(Place(title, cell.coordinate), cell.text) for cell in table.above()]
        found = [(place, edition) for place, text in texts if (edition := edition_in(text))]
        yield from found[:1]


def _no_edition(tables: Sequence[RegisterTable]) -> Finding:
    return Finding(
        code="no-edition",
        severity=Severity.BLOCKS,
        message="Nothing says which edition of the Needs Mapping this register is.",
        remedy=(
            "Write the years into the line above the headings or into the name of the sheet, for "
            "example “Needs 2025-2026”, or name them when you import the register."
        ),
        place=Place(tables[0].sheet.title, "A1"),
    )


def _differs(place: Place, found: str, edition: str) -> Finding:
    return Finding(
        code="edition-differs",
        severity=Severity.CHECK,
        message=f"The file says {found}, and it was imported as edition {edition}.",
        remedy=f"If {found} is right, import the register again as {found}.",
        place=place,
    )


def _two(place: Place, found: str, edition: str) -> Finding:
    return Finding(
        code="two-editions",
        severity=Severity.BLOCKS,
        message=f"This sheet says {found}, an earlier sheet of the file says {edition}.",
        remedy="Keep one edition in a file: move the other sheet into a workbook of its own.",
        place=place,
    )
