"""Registers in: members and needs, read whole or not at all."""

import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data import clock, store
from data.errors.cycles import NoMembersRegister
from data.errors.imports import EditionPinned, RegisterRefused, RegisterUnreadable
from data.queries import journal, members, methodologies, needs, taxonomy
from data.reference import (
    aliases,
    dated_filters,
    dated_pillars,
    dated_sub_pillars,
    framework_references,
    methodology_versions,
    taxonomy_on,
)
from data.settings import settings
from data.vocabulary import Finding, Severity, Taxonomy
from tasks import filing
from tasks.edges.workbook.registers import read_sheets
from tasks.patience import step
from tasks.rules import members_register, needs_register
from tasks.rules.phrases import counted

log = logging.getLogger(__name__)


@step("import the members register")
def import_members(file: str) -> str:
    """Bring members, memberships, seats and contacts in line with a register.

    Returns one sentence; importing the same file again changes nothing.

    Raises:
        RegisterUnreadable: there is no such file.
        RegisterRefused: something in it must be put right; all of it is named at once.
    """
    name, content = _read(file)
    at, day = clock.now(), clock.today()
    register, found = members_register.read(read_sheets(content), aliases(), _words_on(day))
    if register is None:
        raise _refusal(name, "import-members", found)
    with store.session() as session:
        taxonomy.keep(session, dated_pillars(), dated_sub_pillars(), dated_filters())
        taxonomy.keep_framework(session, framework_references())
        taxonomy.keep_methodology(session, methodology_versions())
        written = members.keep(session, register, day)
        if written:
            sha256 = filing.put_on_shelf(session, content, name, at)
            facts = {"file": sha256, "rows": str(written)}
            journal.append(session, at, "Secretariat", "members imported", name, facts)
    told = (
        f"{counted(len(register.members), 'member')}, {counted(len(register.contacts), 'contact')}"
    )
    return _told(name, told, written, found)


@step("import the needs register")
def import_needs(file: str, edition: str) -> str:
    """Keep one edition of the needs register with its lineage.

    Returns one sentence; importing the same file again changes nothing.

    Raises:
        NoMembersRegister: the partners the needs belong to are not known yet.
        RegisterUnreadable: there is no such file.
        RegisterRefused: something in it must be put right; all of it is named at once.
        EditionPinned: a cycle stands on the edition, which then no longer changes (rule R19).
    """
    name, content = _read(file)
    at, day = clock.now(), clock.today()
    with store.session() as session:
        known, held = members.on(session, day), needs.everything(session)
    if not known:
        raise NoMembersRegister
    register, found = needs_register.read(
        read_sheets(content), aliases(), _words_on(day), known, held, edition
    )
    if register is None:
        raise _refusal(name, "import-needs", found)
    with store.session() as session:
        changed = needs.differences(session, register)
        if changed and needs.is_pinned(session, register.edition):
            raise EditionPinned(edition=register.edition, file=name, count=changed)
        if changed:
            sha256 = filing.put_on_shelf(session, content, name, at)
            needs.keep(session, register, sha256, at)
            facts = {"file": sha256, "needs": str(len(register.needs))}
            journal.append(session, at, "Secretariat", "needs imported", register.edition, facts)
    told = f"{counted(len(register.needs), 'need')} of {register.edition}"
    return _told(name, told, changed, found)


def _words_on(day: date) -> Taxonomy:
    """The taxonomy a register is read with: the adopted version's, or the one it began with."""
    with store.session() as session:
        words = methodologies.words_on(session, day)
    return words.on(day) if words else taxonomy_on(day)


def _read(file: str) -> tuple[str, bytes]:
    folder = settings().root / "registers"
    path = Path(file).expanduser()
    found = next((p for p in (path, folder / path) if p.is_file()), None)
    if found is None:
        raise RegisterUnreadable(file=file, folder=folder)
    return found.name, found.read_bytes()


def _refusal(name: str, verb: str, found: Sequence[Finding]) -> RegisterRefused:
    blocking = [finding for finding in found if finding.severity is Severity.BLOCKS]
    lines = "\n".join(f"  - {finding.severity}: {finding}" for finding in found)
    count = counted(len(blocking), "thing")
    return RegisterRefused(file=name, count=count, findings=lines, verb=verb)


def _told(name: str, told: str, written: int, found: Sequence[Finding]) -> str:
    for finding in found:
        log.warning("%s: %s: %s", name, finding.severity, finding)
    outcome = f"{counted(written, 'row')} written" if written else "nothing has changed"
    lines = "".join(f"\n  - {finding.severity}: {finding}" for finding in found)
    return f"{name}: {told}; {outcome}.{lines}"
