"""Workbooks of the Secretariat are read cell by cell; anything else is refused in a sentence."""

import contextlib
import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from data.errors.base import Refusal
from data.errors.registers import RegisterBroken, RegisterNotOpened
from data.reference import aliases, rehearsal_registers, taxonomy_on
from data.vocabulary import Member, SheetCell
from tasks.edges.workbook.registers import read_sheets
from tasks.edges.workbook.sealing import seal
from tasks.rules import members_register, needs_register


def workbook(**cells: object) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for coordinate, value in cells.items():
        sheet[coordinate] = value
    return seal(book)  # without the moment of saving: a specimen must not change between two runs


def cells(**written: object) -> tuple[SheetCell, ...]:
    return read_sheets(workbook(**written))[0].cells


def test_the_members_register_of_the_rehearsal_reads_without_a_finding():
    path, _ = rehearsal_registers()
    taxonomy = taxonomy_on(date(2026, 1, 1))
    register, findings = members_register.read(read_sheets(path.read_bytes()), aliases(), taxonomy)
    assert findings == []
    assert register is not None
    assert (len(register.members), len(register.contacts)) == (22, 74)


def test_the_needs_register_of_the_rehearsal_reads_without_a_blocking_finding():
    members_path, needs_path = rehearsal_registers()
    taxonomy = taxonomy_on(date(2026, 1, 1))
    members, _ = members_register.read(read_sheets(members_path.read_bytes()), aliases(), taxonomy)
    assert members is not None
    known = [Member(entry.code, entry.name, entry.kind) for entry in members.members]
    register, findings = needs_register.read(
        read_sheets(needs_path.read_bytes()), aliases(), taxonomy, known, []
    )
    assert [str(finding) for finding in findings if finding.code != "sheet-not-read"] == []
    assert register is not None
    assert len(register.needs) == 208
    assert len({need.key for need in register.needs}) == 208
    assert register.edition == "2025-2026"


def test_every_filled_cell_comes_with_its_place_and_blanks_do_not():
    assert cells(B2="Need", C2=" ", D40=3) == (SheetCell(2, 2, "Need"), SheetCell(40, 4, 3))


def test_days_are_days_and_errors_are_text():
    assert cells(A1=datetime(2025, 3, 31, 17, 0), B1="#REF!") == (  # noqa: DTZ001 - cells have no zone
        SheetCell(1, 1, date(2025, 3, 31)),
        SheetCell(1, 2, "#REF!"),
    )


def test_a_formula_that_was_never_calculated_is_not_lost():
    assert cells(A1='="AL"&"-01"', B1="x") == (
        SheetCell(1, 1, '="AL"&"-01"'),
        SheetCell(1, 2, "x"),
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"Need No.;Partner\nAL-CT-01;Albania\n", "no Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook", "before 2007"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"PK\x03\x04" + bytes(17 * 2**20), "larger than"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(content: bytes, why: str):
    with pytest.raises(RegisterNotOpened, match=why) as refusal:
        read_sheets(content)
    assert "Nothing was read from the register. Save the register" in str(refusal.value)


def test_a_workbook_without_its_insides_is_broken():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(RegisterBroken, match="let the program repair it"):
        read_sheets(packed.getvalue())


def test_a_cell_in_the_last_row_of_the_sheet_is_refused():
    with pytest.raises(RegisterNotOpened, match="very far"):
        read_sheets(workbook(A1048576="x"))


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(data: st.DataObject):
    whole = workbook(A1="Need No.", B1="Partner", A2="AL-CT-01")
    cut = data.draw(st.integers(4, len(whole)))
    flipped = data.draw(st.integers(4, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[flipped] ^= 0xFF
    for content in (whole[:cut], bytes(damaged)):
        with contextlib.suppress(Refusal):
            assert isinstance(read_sheets(content), tuple)
