"""The members register: members with their pillars and seats, and their contacts, or findings."""

import re
from collections.abc import Sequence
from itertools import combinations

from data.vocabulary import (
    KOSOVO,
    Aliases,
    Contact,
    ContactRole,
    Finding,
    MemberEntry,
    MemberKind,
    MembersRegister,
    Severity,
    SheetOfCells,
    Taxonomy,
)
from tasks.rules import board_seats, contacts_register, register_dates
from tasks.rules.lettering import comparable, has_cyrillic, latinised
from tasks.rules.register_columns import find_tables
from tasks.rules.register_tables import Layout, Line
from tasks.rules.register_words import (
    Wordlist,
    missing,
    pillar_words,
    plain_words,
    unknown,
    wordlist,
)

_MANDATORY = ("Code", "Display name", "Kind", "Board", "Pillars", "Member since")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
_BETWEEN = re.compile(r"[;,/\n&]|\band\b")


def read(
    sheets: Sequence[SheetOfCells], aliases: Aliases, taxonomy: Taxonomy
) -> tuple[MembersRegister | None, list[Finding]]:
    """Read a members register with its two sheets, members and contacts.

    Args:
        sheets: The sheets as the edge read them, under any name and in any order.
        aliases: Other spellings of headings and words.
        taxonomy: The pillars members take part in.

    Returns:
        The register and what a person should look at; no register when a finding blocks, so that
        nothing is half-imported.
    """
    members_layout = Layout("members sheet", aliases.members_columns, _MANDATORY)
    contacts_layout = Layout(
        "contacts sheet", aliases.contacts_columns, contacts_register.MANDATORY
    )
    tables, findings = find_tables(sheets, (members_layout, contacts_layout))
    pillars = pillar_words(taxonomy, aliases)
    member_tables = [table for table in tables if table.layout is members_layout]
    contact_tables = [table for table in tables if table.layout is contacts_layout]

    entries: list[tuple[MemberEntry, Line]] = []
    kinds = plain_words("kind of member", tuple(MemberKind), aliases.kinds)
    lines = [line for table in member_tables for line in table.lines()]
    for line in lines:
        entry, found = _entry(line, kinds, pillars, aliases)
        findings += found
        entries += [(entry, line)] if entry else []
    findings += _repeated(entries)
    findings += board_seats.check(lines, aliases, member_tables)

    contacts: list[tuple[Contact, Line]] = []
    names = _members_words(lines, aliases)
    roles = plain_words("role", tuple(ContactRole), aliases.roles)
    languages = plain_words("language", tuple(aliases.languages), aliases.languages)
    for line in (line for table in contact_tables for line in table.lines()):
        contact, found = contacts_register.read_contact(line, names, pillars, roles, languages)
        findings += found
        contacts += [(contact, line)] if contact else []
    findings += contacts_register.repeated(contacts)
    known = [entry for entry, _ in entries]
    given = [contact for contact, _ in contacts]

    if any(finding.severity is Severity.BLOCKS for finding in findings):
        return None, findings
    findings += contacts_register.outside_membership(contacts, known)
    findings += contacts_register.unreached(entries, given, taxonomy)
    return MembersRegister(tuple(known), tuple(given)), findings


def _members_words(lines: Sequence[Line], aliases: Aliases) -> Wordlist:
    """All members by code, name and alias, also those whose own line has another mistake."""
    names = {line.word("Code"): line.word("Display name") for line in lines if line.word("Code")}
    return wordlist("member", names, aliases.partners)


def _entry(
    line: Line, kinds: Wordlist, pillars: Wordlist, aliases: Aliases
) -> tuple[MemberEntry | None, list[Finding]]:
    code, findings = _code(line)
    name, notes = _name(line, code)
    kind, found = _kind(line, kinds)
    findings += found
    taking_part, found = _pillars(line, pillars)
    findings += found
    (has_seat, chairs), found = board_seats.read_seat(line, aliases)
    findings += found
    span, found = register_dates.validity(line, "Member since", "Member until")
    findings += found
    if not name:
        findings.append(missing(line, "Display name", "documents print the name"))
    if findings or span is None:
        return None, [*findings, *notes]
    entry = MemberEntry(code, name, MemberKind(kind), has_seat, chairs, taking_part, span)
    return entry, notes


def _code(line: Line) -> tuple[str, list[Finding]]:
    code = line.word("Code")
    if not code:
        return "", [missing(line, "Code", "every member is known by its code")]
    if _CODE.fullmatch(code):
        return code, []
    right = re.sub(r"[^A-Z0-9]+", "-", latinised(code).upper()).strip("-")
    why = " It holds Cyrillic letters." if has_cyrillic(code) else ""
    hint = f"Did you mean “{right}”? " if _CODE.fullmatch(right) else ""
    return code, [
        Finding(
            code="malformed-code",
            severity=Severity.BLOCKS,
            message=f"“{code}” cannot be the code of a member.{why}",
            remedy=f"{hint}A code is made of Latin capitals, digits and hyphens.",
            place=line.place("Code"),
        )
    ]


def _name(line: Line, code: str) -> tuple[str, list[Finding]]:
    """The display name; Kosovo* bears its asterisk, whatever the register says (rule R14)."""
    name = line.word("Display name")
    if comparable(name) != comparable(KOSOVO) or name == KOSOVO:
        return name, []
    return KOSOVO, [
        Finding(
            code="asterisk-added",
            severity=Severity.NOTE,
            message=f"The display name of {code} is written “{KOSOVO}” wherever it is printed.",
            remedy=f"Nothing to do; write “{KOSOVO}” in the register next time.",
            place=line.place("Display name"),
        )
    ]


def _kind(line: Line, kinds: Wordlist) -> tuple[str, list[Finding]]:
    text = line.word("Kind")
    if not text:
        return "", [missing(line, "Kind", "partners and the Support Group are asked differently")]
    kind = kinds.meant_by(text)
    return (kind, []) if kind else ("", [unknown(line, "Kind", kinds)])


def _pillars(line: Line, pillars: Wordlist) -> tuple[tuple[str, ...], list[Finding]]:
    """The pillars a member takes part in, in the order of the Methodology; "all" means all."""
    text = line.word("Pillars")
    if not text:
        return (), [missing(line, "Pillars", "a member takes part in at least one pillar")]
    if comparable(text) in {"all", "all pillars", "all three", "all three pillars"}:
        return tuple(pillars.names), []
    whole = pillars.meant_by(text)
    parts = (
        [text]
        if whole
        else [part for part in _BETWEEN.split(line.words("Pillars")) if part.strip()]
    )
    meant = [pillars.meant_by(part) for part in parts]
    if None in meant:
        return (), [unknown(line, "Pillars", pillars)]
    return tuple(pillar for pillar in pillars.names if pillar in meant), []


def _repeated(entries: Sequence[tuple[MemberEntry, Line]]) -> list[Finding]:
    """A code may come back under a new name, never twice on one day (names change, codes stay)."""
    return [
        Finding(
            code="member-twice",
            severity=Severity.BLOCKS,
            message=f"The member {later.code} stands already in {line.place('Code')}.",
            remedy=(
                "Delete one of the two rows, or give the older one its last day under "
                "“Member until”."
            ),
            place=later_line.place("Code"),
        )
        for (earlier, line), (later, later_line) in combinations(entries, 2)
        if earlier.code == later.code and register_dates.overlap(earlier.validity, later.validity)
    ]
