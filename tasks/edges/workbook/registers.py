"""Registers: an Excel workbook of the Secretariat becomes plain sheets of cells."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula

from data.errors.registers import RegisterBroken, RegisterNotOpened
from data.vocabulary import CellValue, SheetCell, SheetOfCells
from tasks.edges import guard

# What openpyxl and zipfile raise on a damaged file; they document no common base.
_DAMAGE = (
    AttributeError,
    EOFError,
    IndexError,
    InvalidFileException,
    KeyError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_sheets(content: bytes) -> tuple[SheetOfCells, ...]:
    """Read every cell that is not empty, sheet by sheet in the order of the tabs.

    Days come as days, errors as text, formulas as the value last calculated (or as their own text
    when they never were), so that nothing a person sees is lost.

    Args:
        content: The bytes of an .xlsx file.

    Raises:
        RegisterNotOpened: the guard says why: no workbook, encrypted, far too large.
        RegisterBroken: the file claims to be a workbook and cannot be read as one.
    """
    if why := guard.why_refused(content, "workbook"):
        raise RegisterNotOpened(why=why)
    try:
        calculated = _cells_of(content, calculated=True)
        if not _has_formulas(content):
            return calculated
        return _with_uncalculated(calculated, _cells_of(content, calculated=False))
    except _DAMAGE as error:
        raise RegisterBroken(found=type(error).__name__) from error


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        sheets = [archive.read(name) for name in names]
    return any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def _cells_of(content: bytes, *, calculated: bool) -> tuple[SheetOfCells, ...]:
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=calculated)
    sheets: list[SheetOfCells] = []
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # the stubs know only the writable kind
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        cells = (cell for number, row in rows for cell in _filled(number, row))
        sheets.append(SheetOfCells(sheet.title, tuple(cells)))
    return tuple(sheets)


def _filled(number: int, row: tuple[object, ...]) -> Iterator[SheetCell]:
    for column, value in enumerate(row, start=1):
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        yield SheetCell(number, column, _plain(value))


def _plain(value: object) -> CellValue:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | int | float | str | date):
        return value
    if isinstance(value, ArrayFormula):
        return value.text or ""
    return str(value)  # times of day and spans of time


def _with_uncalculated(
    calculated: tuple[SheetOfCells, ...], written: tuple[SheetOfCells, ...]
) -> tuple[SheetOfCells, ...]:
    """Put a formula's own text where no value was ever calculated for it."""
    completed: list[SheetOfCells] = []
    for values, formulas in zip(calculated, written, strict=True):
        known = {(cell.row, cell.column): cell for cell in values.cells}
        cells = [known.get((cell.row, cell.column), cell) for cell in formulas.cells]
        completed.append(SheetOfCells(values.title, tuple(cells)))
    return tuple(completed)
