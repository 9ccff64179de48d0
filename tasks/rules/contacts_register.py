"""The contacts of a members register: who receives letters for a member, pillar by pillar."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from data.vocabulary import (
    Contact,
    ContactRole,
    Finding,
    MemberEntry,
    Place,
    Severity,
    Taxonomy,
)
from tasks.rules import register_dates
from tasks.rules.register_tables import Line
from tasks.rules.register_words import Wordlist, missing, unknown

MANDATORY = ("Member", "Role", "E-mail", "From")
DEFAULT_LANGUAGE = "en"
ALL_PILLARS = frozenset({"", "all", "all pillars", "-", "–"})

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)


def read_contact(
    line: Line, members: Wordlist, pillars: Wordlist, roles: Wordlist, languages: Wordlist
) -> tuple[Contact | None, list[Finding]]:
    """Read one line of the contacts sheet.

    Returns:
        The contact, or None with the findings that say why there is none.
    """
    member, findings = _word(line, "Member", members)
    role, found = _word(line, "Role", roles)
    findings += found
    pillar, found = _pillar(line, pillars)
    findings += found
    email, found = _email(line)
    findings += found
    span, found = register_dates.validity(line, "From", "Until")
    findings += found
    if findings or span is None:
        return None, findings
    function = line.word("Function")
    notes = [] if function else [_no_function(line)]
    language, found = _language(line, languages)
    notes += found
    return Contact(member, pillar, function, ContactRole(role), email, span, language), notes


def _word(line: Line, column: str, words: Wordlist) -> tuple[str, list[Finding]]:
    text = line.word(column)
    if not text:
        return "", [missing(line, column, f"a contact has its {words.subject}")]
    word = words.meant_by(text)
    return (word, []) if word else ("", [unknown(line, column, words)])


def _pillar(line: Line, pillars: Wordlist) -> tuple[str, list[Finding]]:
    text = line.word("Pillar")
    if text.casefold() in ALL_PILLARS:
        return "", []
    pillar = pillars.meant_by(text)
    remedy = f"Write one of: {'; '.join(pillars.names)}; or leave it blank for all pillars."
    return (pillar, []) if pillar else ("", [unknown(line, "Pillar", pillars, remedy)])


def _language(line: Line, languages: Wordlist) -> tuple[str, list[Finding]]:
    """English unless the register names another language there is a file for."""
    text = line.word("Language")
    language = languages.meant_by(text) if text else DEFAULT_LANGUAGE
    if language:
        return language, []
    remedy = f"Write one of: {'; '.join(languages.names)}. Until then the workbook is in English."
    found = replace(unknown(line, "Language", languages, remedy), severity=Severity.CHECK)
    return DEFAULT_LANGUAGE, [found]


def _email(line: Line) -> tuple[str, list[Finding]]:
    text = line.word("E-mail")
    if not text:
        return "", [missing(line, "E-mail", "letters could not reach this contact")]
    if _ADDRESS.fullmatch(text):
        return text, []
    inside = _ADDRESS.findall(text)
    hint = f"Did you mean “{inside[0]}”? " if len(inside) == 1 else ""
    several = "Give each address a row of its own. " if len(inside) > 1 else ""
    return "", [
        Finding(
            code="malformed-e-mail",
            severity=Severity.BLOCKS,
            message=f"“{text}” is not one e-mail address.",
            remedy=f"{hint}{several}Write it as name@office.example, in Latin letters.",
            place=line.place("E-mail"),
        )
    ]


def _no_function(line: Line) -> Finding:
    return Finding(
        code="no-function",
        severity=Severity.CHECK,
        message="The contact has no function; letters will greet the member only.",
        remedy="Write the function, for example “WBCTi contact point”, not a person's name.",
        place=line.place("Function"),
    )


def repeated(contacts: Sequence[tuple[Contact, Line]]) -> list[Finding]:
    """Name every contact that stands twice for the same days: it would get each letter twice."""
    return [
        Finding(
            code="contact-twice",
            severity=Severity.CHECK,
            message=f"{later.email} stands already in {line.place('E-mail')} for the same letters.",
            remedy="Delete one of the two rows, or give the older one its last day.",
            place=later_line.place("E-mail"),
        )
        for (earlier, line), (later, later_line) in combinations(contacts, 2)
        if (earlier.member, earlier.pillar, earlier.role, earlier.email.casefold())
        == (later.member, later.pillar, later.role, later.email.casefold())
        and register_dates.overlap(earlier.validity, later.validity)
    ]


def outside_membership(
    contacts: Sequence[tuple[Contact, Line]], members: Sequence[MemberEntry]
) -> list[Finding]:
    """Name every contact for a pillar its member does not take part in."""
    taking_part = {(entry.code, pillar) for entry in members for pillar in entry.pillars}
    return [
        Finding(
            code="contact-outside-membership",
            severity=Severity.CHECK,
            message=f"{contact.member} takes no part in {contact.pillar}.",
            remedy="Add the pillar on the members sheet, or correct the contact.",
            place=line.place("Pillar"),
        )
        for contact, line in contacts
        if contact.pillar and (contact.member, contact.pillar) not in taking_part
    ]


def unreached(
    members: Sequence[tuple[MemberEntry, Line]], contacts: Sequence[Contact], taxonomy: Taxonomy
) -> list[Finding]:
    """Name every member that no letter on one of its pillars would reach."""
    reached = {(c.member, c.pillar) for c in contacts if c.role is not ContactRole.BOARD}
    findings: list[Finding] = []
    for entry, line in members:
        without = [
            pillar.code
            for pillar in taxonomy.pillars
            if pillar.code in entry.pillars
            and not reached & {(entry.code, pillar.code), (entry.code, "")}
        ]
        if without and entry.validity.until is None:
            findings.append(_nobody(entry, ", ".join(without), line.place("Code")))
    return findings


def _nobody(entry: MemberEntry, pillars: str, place: Place) -> Finding:
    return Finding(
        code="no-contact",
        severity=Severity.CHECK,
        message=f"{entry.name} has no contact for {pillars}: no request can be sent.",
        remedy="Add a technical contact on the contacts sheet before requests go out.",
        place=place,
    )
