"""One line of a needs register becomes one need, or findings in the cells that forbid it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.vocabulary import Aliases, Finding, Member, Need, NeedStatus, Severity, Taxonomy
from tasks.rules import need_numbers
from tasks.rules.lettering import comparable
from tasks.rules.near_misses import did_you_mean
from tasks.rules.register_tables import Line
from tasks.rules.register_words import (
    Wordlist,
    missing,
    partners_words,
    pillar_words,
    plain_words,
    sub_pillar_words,
    unknown,
)


@dataclass(frozen=True, slots=True)
class NeedWords:
    """The words that the columns of this register may hold."""

    taxonomy: Taxonomy
    partners: Wordlist
    pillars: Wordlist
    sub_pillars: Wordlist
    statuses: Wordlist
    partner_names: tuple[str, ...]
    partner_codes: frozenset[str]


def need_words(aliases: Aliases, taxonomy: Taxonomy, members: Sequence[Member]) -> NeedWords:
    partners = sorted((m for m in members if m.is_partner), key=lambda member: member.name)
    return NeedWords(
        taxonomy,
        partners_words(members, aliases),
        pillar_words(taxonomy, aliases),
        sub_pillar_words(taxonomy, aliases),
        plain_words("status", tuple(NeedStatus), aliases.statuses),
        tuple(partner.name for partner in partners),
        frozenset(partner.code for partner in partners),
    )


def read_need(line: Line, edition: str, lists: NeedWords) -> tuple[Need, list[Finding]]:
    """One line as a need; where a finding blocks, the need only serves the checks that follow."""
    number, findings = need_numbers.read_number(line)
    member, found = _partner(line, lists)
    findings += found
    pillar, found = _word(line, "Pillar", lists.pillars)
    findings += found
    sub_pillar, found = _word(line, "Sub-pillar", lists.sub_pillars)
    findings += found
    filter_name, found = _filter(line, pillar, int(sub_pillar or 0), lists.taxonomy)
    findings += found
    status, found = _status(line, lists.statuses)
    findings += found
    findings += _prefix(line, number, member, lists)
    if not line.word("Need"):
        findings.append(missing(line, "Need", "a need without words cannot be answered"))
    need = Need(
        key=need_numbers.key_of(edition, number),
        number=number,
        member=member,
        pillar=pillar,
        sub_pillar=int(sub_pillar or 0),
        filter=filter_name,
        title=line.word("Need"),
        description=line.words("Description"),
        perspective=line.word("Perspective"),
        category=line.word("Category"),
        institution=line.word("Competent institution"),
        eu_reference=line.word("EU reference"),
        status=status,
        replaces=need_numbers.read_predecessors(line),
    )
    return need, findings


def _word(line: Line, column: str, words: Wordlist, remedy: str = "") -> tuple[str, list[Finding]]:
    text = line.word(column)
    if not text:
        return "", [missing(line, column, f"every need has its {words.subject}")]
    word = words.meant_by(text)
    if word is None:
        return "", [unknown(line, column, words, remedy)]
    return word, []


def _partner(line: Line, lists: NeedWords) -> tuple[str, list[Finding]]:
    names = "; ".join(lists.partner_names)
    member, findings = _word(line, "Partner", lists.partners, f"Write one of: {names}.")
    if member and member not in lists.partner_codes:
        findings.append(
            Finding(
                code="not-a-partner",
                severity=Severity.BLOCKS,
                message=f"“{line.word('Partner')}” is a member and no WB partner.",
                remedy=f"Only partners own mapped needs. Write one of: {names}.",
                place=line.place("Partner"),
            )
        )
    return member, findings


def _prefix(line: Line, number: str, member: str, lists: NeedWords) -> list[Finding]:
    """A number that begins with the code of another partner is a slip, or the partner is."""
    prefix = number.split("-")[0].upper()
    if member not in lists.partner_codes or prefix not in lists.partner_codes - {member}:
        return []
    return [
        Finding(
            code="number-of-another-partner",
            severity=Severity.CHECK,
            message=f"The number “{number}” begins like those of {lists.partners.names[prefix]}.",
            remedy="Correct the number or the partner, or leave both if they are right.",
            place=line.place(need_numbers.NUMBER),
        )
    ]


def _filter(
    line: Line, pillar: str, sub_pillar: int, taxonomy: Taxonomy
) -> tuple[str, list[Finding]]:
    text = line.word("Filter")
    if not text:
        return "", [missing(line, "Filter", "every need stands under a filter of its sub-pillar")]
    if not pillar or not sub_pillar:
        return text, []  # the finding on the pillar or sub-pillar comes first
    here = {comparable(f.name): f.name for f in taxonomy.filters_of(pillar, sub_pillar)}
    if comparable(text) in here:
        return here[comparable(text)], []
    elsewhere = [
        f"{f.pillar}, sub-pillar {f.sub_pillar}"
        for f in taxonomy.filters
        if comparable(f.name) == comparable(text)
    ]
    known = f" It is one of {'; '.join(elsewhere)}." if elsewhere else ""
    return text, [
        Finding(
            code="unknown-filter",
            severity=Severity.BLOCKS,
            message=f"“{text}” is not a filter of {pillar}, sub-pillar {sub_pillar}.{known}",
            remedy=(
                f"{did_you_mean(text, here.values())}Correct it, or add the filter to "
                f"data/reference/taxonomy.yaml under {pillar}, {sub_pillar}, and import again."
            ),
            place=line.place("Filter"),
        )
    ]


def _status(line: Line, statuses: Wordlist) -> tuple[NeedStatus, list[Finding]]:
    if not line.word("Status"):
        if "Status" not in line.columns:
            return NeedStatus.OPEN, []  # said once for the whole table
        return NeedStatus.OPEN, [_blank_status(line)]
    status, findings = _word(line, "Status", statuses)
    return NeedStatus(status) if status else NeedStatus.OPEN, findings


def _blank_status(line: Line) -> Finding:
    return Finding(
        code="status-left-blank",
        severity=Severity.NOTE,
        message="The status is blank and read as “open”.",
        remedy="Nothing to do if the need is open.",
        place=line.place("Status"),
    )
