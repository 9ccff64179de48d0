"""Needs registers for tests: one taxonomy, six members and registers of one need."""

from datetime import date

from data.reference import aliases, taxonomy_on
from data.vocabulary import Finding, Member, MemberKind, Need, NeedsRegister, Severity, SheetOfCells
from tasks.rules import needs_register
from tests.rules.sheets import sheet

TAXONOMY = taxonomy_on(date(2026, 1, 1))
MEMBERS = [
    Member("AL", "Albania", MemberKind.PARTNER),
    Member("BA", "Bosnia and Herzegovina", MemberKind.PARTNER),
    Member("XK", "Kosovo*", MemberKind.PARTNER),
    Member("MK", "North Macedonia", MemberKind.PARTNER),
    Member("RS", "Serbia", MemberKind.PARTNER),
    Member("IT", "Italy", MemberKind.BILATERAL),
]
HEADINGS = "| Need No. | Partner | Pillar | Sub-pillar | Filter | Need | Status |"


def read(
    *sheets: SheetOfCells, earlier: tuple[Need, ...] = (), edition: str = ""
) -> tuple[NeedsRegister | None, list[Finding]]:
    return needs_register.read(sheets, aliases(), TAXONOMY, MEMBERS, earlier, edition)


def needs_of(table: str) -> tuple[Need, ...]:
    register, findings = read(sheet("Needs 2025-2026", table))
    assert register is not None, [str(finding) for finding in findings]
    return register.needs


def said(table: str, *, earlier: tuple[Need, ...] = ()) -> list[str]:
    register, findings = read(sheet("Needs 2025-2026", table), earlier=earlier)
    assert (register is None) == any(f.severity is Severity.BLOCKS for f in findings)
    return [f"{f.severity}: {f.code} {f.place.cell}" for f in findings]


def one_need(**cells: str) -> str:
    """A register of one need in which some cells are written differently."""
    line = {
        "Need No.": "AL-CT-01",
        "Partner": "Albania",
        "Pillar": "WBCTi",
        "Sub-pillar": "1",
        "Filter": "Criminal legislation",
        "Need": "Align the code",
        "Status": "open",
    }
    headings = {"sub_pillar": "Sub-pillar", "number": "Need No."}
    line.update({headings.get(column, column): text for column, text in cells.items()})
    return f"| {' | '.join(line)} |\n| {' | '.join(line.values())} |"
