"""Registers are read whole or not at all, and once."""

from pathlib import Path

import pytest

from data import store
from data.errors.cycles import NoMembersRegister
from data.errors.imports import RegisterUnreadable
from data.queries import journal, needs
from data.reference import rehearsal_registers
from tasks.registers import import_members, import_needs


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def test_importing_both_registers_twice_writes_nothing_the_second_time(registered: Path):
    members, mapped = rehearsal_registers()
    assert "; nothing has changed." in import_members.fn(str(members))
    assert "; nothing has changed." in import_needs.fn(str(mapped), "")
    assert acts() == ["members imported", "needs imported"]


def test_needs_are_not_imported_before_the_members_are_known(home: Path):
    with pytest.raises(NoMembersRegister):
        import_needs.fn(str(rehearsal_registers()[1]), "")
    assert acts() == []


def test_a_register_that_is_not_there_is_refused_with_the_folder_it_belongs_in(home: Path):
    with pytest.raises(RegisterUnreadable, match="registers"):
        import_members.fn("members of next year.xlsx")


def test_the_register_lies_in_the_folder_where_an_officer_drops_it(home: Path):
    (home / "registers").mkdir()
    (home / "registers" / "members.xlsx").write_bytes(rehearsal_registers()[0].read_bytes())
    assert import_members.fn("members.xlsx").startswith("members.xlsx: ")
    assert acts() == ["members imported"]


def test_every_need_of_the_register_is_kept_under_its_edition(registered: Path):
    with store.session() as session:
        assert needs.editions(session) == ["2025-2026"]
        kept = needs.of_edition(session, "2025-2026")
    assert len({need.number for need in kept}) == len(kept) > 50
