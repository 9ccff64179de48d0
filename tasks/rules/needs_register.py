"""The needs register: the annex to the Needs Mapping reports becomes needs, or findings."""

from collections.abc import Sequence

from data.vocabulary import (
    Aliases,
    Finding,
    Member,
    Need,
    NeedsRegister,
    Severity,
    SheetOfCells,
    Taxonomy,
)
from tasks.rules import need_lines, need_numbers, needs_edition
from tasks.rules.lettering import one_line
from tasks.rules.register_columns import find_tables
from tasks.rules.register_tables import Layout, Line, RegisterTable

_MANDATORY = ("Need No.", "Partner", "Pillar", "Sub-pillar", "Filter", "Need")


def read(
    sheets: Sequence[SheetOfCells],
    aliases: Aliases,
    taxonomy: Taxonomy,
    members: Sequence[Member],
    earlier: Sequence[Need],
    edition: str = "",
) -> tuple[NeedsRegister | None, list[Finding]]:
    """Read one edition of the needs register (Methodology I.1, step 2).

    Headings may stand in any of the first thirty rows, in any order and spelling that
    aliases.yaml knows; several sheets are read as one register.

    Args:
        sheets: The sheets as the edge read them.
        aliases: Other spellings of headings and words.
        taxonomy: Pillars, sub-pillars and filters in force.
        members: The members known; only partners own needs.
        earlier: The needs already kept, for `Replaces`; those of this edition do not count.
        edition: The edition, when the person who imports the register names it.

    Returns:
        The register and what a person should look at; no register when a finding blocks, so that
        nothing is half-imported.
    """
    layout = Layout("needs register", aliases.needs_columns, _MANDATORY)
    tables, findings = find_tables(sheets, (layout,))
    years, found = needs_edition.edition_of(tables, edition)
    findings += found
    findings += [_no_status(table) for table in tables if "Status" not in table.headings]

    lists = need_lines.need_words(aliases, taxonomy, members)
    read_needs: list[tuple[Need, Line]] = []
    for line in (line for table in tables for line in table.lines()):
        need, found = need_lines.read_need(line, years, lists)
        read_needs.append((need, line))
        findings += found
    numbered = [(need, line) for need, line in read_needs if need.number]
    findings += need_numbers.repeated(numbered)
    findings += need_numbers.succession(numbered, earlier, years)
    if tables and not read_needs:
        findings.append(_no_needs(tables[0]))

    if any(finding.severity is Severity.BLOCKS for finding in findings):
        return None, findings
    return NeedsRegister(years, _title(tables[0]), tuple(need for need, _ in read_needs)), findings


def _no_status(table: RegisterTable) -> Finding:
    return Finding(
        code="status-left-blank",
        severity=Severity.NOTE,
        message="The register has no column “Status”; every need is read as “open”.",
        remedy="Add the column if some needs are met or partly met.",
        place=table.place_of_headings(),
    )


def _no_needs(table: RegisterTable) -> Finding:
    return Finding(
        code="no-needs",
        severity=Severity.BLOCKS,
        message="There is no need under the headings.",
        remedy="Fill in the register, one need in a row, and import it again.",
        place=table.place_of_headings(),
    )


def _title(table: RegisterTable) -> str:
    above = table.above()
    return one_line(above[0].text) if above else table.sheet.title
