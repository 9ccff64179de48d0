"""Numbers of needs: how they are written, that each stands once, and whom they succeed."""

import base64
import hashlib
import re
from collections.abc import Sequence

from data.vocabulary import Finding, Need, Place, Severity
from tasks.rules.lettering import has_cyrillic, latinised, looks_latin, one_line, plain_dashes
from tasks.rules.near_misses import did_you_mean
from tasks.rules.register_tables import Line
from tasks.rules.register_words import missing

NUMBER = "Need No."
REPLACES = "Replaces"

_BETWEEN = re.compile(r"[;,\n]")
_NOBODY = frozenset({"", "-", "n/a", "none", "new"})


def key_of(edition: str, number: str) -> str:
    """The stable identity of a need: "N-" and ten letters of the SHA-256 of edition and number.

    It is the same in every run and on every machine. It stays when a title is reworded, and a
    later edition that renumbers the need leads back to it through `Replaces`. The ten letters hold
    50 bits: among a million needs two would share a key once in two thousand cases.
    """
    digest = hashlib.sha256(f"{edition}|{number}".encode()).digest()
    return f"N-{base64.b32encode(digest).decode()[:10]}"


def plain_number(text: str) -> str:
    """A number as it is compared: one line, plain hyphens, no space around them."""
    return re.sub(r"\s*-\s*", "-", plain_dashes(one_line(text)))


def read_number(line: Line) -> tuple[str, list[Finding]]:
    """The number of a line; Cyrillic letters that look Latin would make it another number."""
    written = line.word(NUMBER)
    number = plain_number(written)
    if not number:
        return "", [missing(line, NUMBER, "every need is known by its number")]
    if looks_latin(number) or (has_cyrillic(number) and _has_latin(number)):
        return number, [_cyrillic(line, number)]
    if number != written:
        return number, [_read_as(line, written, number)]
    return number, []


def _has_latin(text: str) -> bool:
    return any("a" <= letter <= "z" for letter in text.casefold())


def _cyrillic(line: Line, number: str) -> Finding:
    return Finding(
        code="cyrillic-in-number",
        severity=Severity.BLOCKS,
        message=f"The number “{number}” holds Cyrillic letters and would be another need.",
        remedy=f"Did you mean “{latinised(number)}”? Type it again in Latin letters.",
        place=line.place(NUMBER),
    )


def _read_as(line: Line, written: str, number: str) -> Finding:
    return Finding(
        code="number-read-as",
        severity=Severity.NOTE,
        message=f"The number “{written}” is read as “{number}”.",
        remedy="Nothing to do if that is the same number.",
        place=line.place(NUMBER),
    )


def read_predecessors(line: Line) -> tuple[str, ...]:
    """The numbers under `Replaces`, parted by semicolon, comma or a new line."""
    parts = (plain_number(part) for part in _BETWEEN.split(line.words(REPLACES)))
    return tuple(dict.fromkeys(part for part in parts if part.casefold() not in _NOBODY))


def repeated(needs: Sequence[tuple[Need, Line]]) -> list[Finding]:
    """Name every number that stands twice, also when only capitals tell the two apart."""
    first: dict[str, Place] = {}
    findings: list[Finding] = []
    for need, line in needs:
        place = line.place(NUMBER)
        seen = first.setdefault(latinised(need.number).casefold(), place)
        if seen is not place:
            findings.append(
                Finding(
                    code="number-twice",
                    severity=Severity.BLOCKS,
                    message=f"The number “{need.number}” stands already in {seen}.",
                    remedy="Give one of the two needs its own number, or delete the repeated row.",
                    place=place,
                )
            )
    return findings


def succession(
    needs: Sequence[tuple[Need, Line]], held: Sequence[Need], edition: str
) -> list[Finding]:
    """Hold `Replaces` against the editions before: unknown, foreign and forgotten predecessors.

    Args:
        needs: The needs of this register with their lines.
        held: All needs already kept; those of the same edition are no predecessors.
        edition: The edition of this register.
    """
    earlier = [need for need in held if need.key != key_of(edition, need.number)]
    known = {need.number: need for need in earlier}
    findings: list[Finding] = []
    for need, line in needs:
        for number in need.replaces:
            if not earlier:
                findings.append(_nothing_to_compare(line, number))
            elif number not in known:
                findings.append(_unknown_predecessor(line, number, sorted(known)))
            elif known[number].member != need.member:
                findings.append(_foreign_predecessor(line, number))
        before = known.get(need.number)
        if before is not None and not need.replaces:
            findings.append(_reused(line, before))
    return findings


def _nothing_to_compare(line: Line, number: str) -> Finding:
    return Finding(
        code="no-earlier-edition",
        severity=Severity.CHECK,
        message=f"“{number}” cannot be looked up: no earlier edition is known here.",
        remedy=(
            "Import the earlier register first (mapping import-needs), or go on: the number is "
            "kept as it stands."
        ),
        place=line.place(REPLACES),
    )


def _unknown_predecessor(line: Line, number: str, known: Sequence[str]) -> Finding:
    return Finding(
        code="unknown-predecessor",
        severity=Severity.BLOCKS,
        message=f"“{number}” is no need of an earlier edition.",
        remedy=(
            f"{did_you_mean(number, known)}Write the number as the earlier register has it, or "
            "leave the cell blank for a new need."
        ),
        place=line.place(REPLACES),
    )


def _foreign_predecessor(line: Line, number: str) -> Finding:
    return Finding(
        code="predecessor-of-another-partner",
        severity=Severity.CHECK,
        message=f"“{number}” was a need of another partner.",
        remedy="Correct the number, or leave it if the need has moved.",
        place=line.place(REPLACES),
    )


def _reused(line: Line, before: Need) -> Finding:
    return Finding(
        code="number-used-before",
        severity=Severity.CHECK,
        message=(
            f"The number “{before.number}” stood for “{before.title}” in an earlier edition, and "
            f"“{REPLACES}” is blank."
        ),
        remedy=(
            f"If the need goes on, write “{before.number}” under “{REPLACES}”; if it is another "
            "need, nothing is to be done."
        ),
        place=line.place(NUMBER),
    )
