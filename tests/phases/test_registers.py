"""A cycle keeps the needs it began with (rule R19)."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from data.errors.imports import EditionPinned
from data.reference import rehearsal_registers
from flows.registers import import_members, import_needs
from tests.phases.conftest import FULL_YEAR
from tests.phases.played_year import asked, dump, tree

MoveIn = Callable[[str], Path]


def test_r17_the_same_registers_again_change_nothing(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    members, needs = rehearsal_registers()
    before = tree(home), dump(home)
    assert "nothing has changed" in str(import_members(str(members)))
    assert "nothing has changed" in str(import_needs(str(needs)))
    assert (tree(home), dump(home)) == before


def test_r19_a_changed_register_of_a_pinned_edition_is_refused(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    [(title,)] = asked(home, "SELECT title FROM need ORDER BY position LIMIT 1")
    changed = home / "needs, corrected.xlsx"
    changed.write_bytes(_with(rehearsal_registers()[1].read_bytes(), str(title), "Another need"))
    before = tree(home), dump(home)
    with pytest.raises(EditionPinned) as refused:
        import_needs(str(changed))
    assert "would change 1 of them" in str(refused.value)
    assert (tree(home), dump(home)) == before


def _with(register: bytes, old: str, new: str) -> bytes:
    """The register with the words of its first such cell replaced."""
    book = openpyxl.load_workbook(io.BytesIO(register))
    cell = next(
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == old
    )
    cell.value = new
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
