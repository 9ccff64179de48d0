"""A returned workbook, read: what it says, where it says it, and nothing lost.

The guard looks at the bytes before this module does. Nothing here believes anything: whose
workbook it is and what it means for the cycle is decided by the rules.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import (
    NOWHERE,
    Finding,
    Place,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    SupportLine,
)
from tasks.edges.workbook.cells import as_written, written
from tasks.edges.workbook.headings import Headings, find_headings
from tasks.edges.workbook.hearing import (
    AnyCell,
    DateReader,
    Hearing,
    Hint,
    hear_response,
    hear_support,
    place_of,
)
from tasks.edges.workbook.identity import (
    ADDITIONAL,
    ADDITIONAL_LINE,
    IDENTITY,
    LISTS,
    NEEDS,
    PLACES,
    START,
    Passport,
    identities,
    key_of,
    read_passport,
)
from tasks.edges.workbook.lines import filled, numbered, replies_of
from tasks.edges.workbook.opening import open_workbook
from tasks.edges.workbook.rows import Role, Row, rows_of

# What openpyxl raises on a damaged part depends on the part: it was written for honest files.
_DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,  # no workbook in the archive
    RecursionError,
    SyntaxError,  # XML that does not parse
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def read_return(content: bytes, read_date: DateReader, did_you_mean: Hint) -> Reading:
    """Read one returned workbook (Methodology I.2: the partners deliver).

    Args:
        content: The bytes of an .xlsx file the guard let through.
        read_date: The rule that understands dates people write (`tasks.rules.dates.read_date`).
        did_you_mean: The rule that names the nearest known word, with a closing space
            (`tasks.rules.near_misses.did_you_mean`).

    Returns:
        Everything the workbook says. A workbook that is not ours gives no identity and all its
        text as unplaced; one that cannot be opened gives a single finding that blocks.
    """
    try:
        book = open_workbook(content)
    except _DAMAGED:
        return _unreadable()
    hearing = Hearing(read_date, did_you_mean, _results(content))
    return _read(book, content, hearing)


def _read(book: Workbook, content: bytes, hearing: Hearing) -> Reading:
    passport = read_passport(book)
    tables: list[tuple[Worksheet, Headings]] = []
    additional: list[tuple[Place, str]] = []
    for sheet in book.worksheets:
        key = key_of(sheet)
        if key in (IDENTITY, LISTS):
            continue
        headings = find_headings(sheet, passport.headings) if key != START else None
        if headings:
            tables.append((sheet, headings))
        elif key == ADDITIONAL or sheet.title.casefold() == "additional information":
            additional += _additional(sheet, passport)
        else:
            hearing.unplaced += _strange(sheet, passport, is_start=key == START)
        hearing.unplaced += _notes(sheet)
    kind = _kind(passport, [headings for _, headings in tables])
    rows = [row for table in tables for row in _rows(*table, passport, hearing)]
    replies = replies_of(rows, passport, hearing) if kind is RequestKind.RESPONSE else ()
    lines = [*numbered(rows, hearing)]
    responses: tuple[ResponseLine, ...] = ()
    support: tuple[SupportLine, ...] = ()
    if kind is RequestKind.SUPPORT:
        support = tuple(hear_support(row, number, hearing) for row, number in lines)
    else:
        responses = tuple(hear_response(row, number, hearing) for row, number in lines)
    _point_out_pictures(content, hearing)
    return Reading(
        kind=kind,
        identities=identities(book, passport),
        template_version=passport.facts.get("template", ""),
        replies=replies,
        responses=responses,
        support=support,
        additional=tuple(additional),
        unplaced=tuple(hearing.unplaced),
        findings=tuple(hearing.findings),
    )


def _unreadable() -> Reading:
    finding = Finding(
        "cannot-be-opened",
        Severity.BLOCKS,
        "The file is damaged inside: Excel may repair it, the program does not guess.",
        "Please open it in Excel, save it under a new name and send it again.",
    )
    return Reading(None, dict.fromkeys(PLACES, ""), "", (), (), (), (), (), (finding,))


def _kind(passport: Passport, tables: Iterable[Headings]) -> RequestKind | None:
    """Trust the hidden sheet; without it the headings tell which workbook it was."""
    said = passport.facts.get("kind", "")
    if said in tuple(RequestKind):
        return RequestKind(said)
    columns = {key for headings in tables for key in headings.columns}
    if {"kind", "text"} <= columns:
        return RequestKind.RESPONSE
    return RequestKind.SUPPORT if {"title", "donors"} <= columns else None


def _rows(
    sheet: Worksheet, headings: Headings, passport: Passport, hearing: Hearing
) -> Iterable[Row]:
    """Give the rows with a meaning; text that has none is kept as unplaced."""
    above = (cell for row in sheet.iter_rows(max_row=headings.row) for cell in row)
    if passport.ours or not key_of(sheet).startswith(NEEDS):
        hearing.unplaced += _foreign(above, passport)
    for row in rows_of(sheet, headings, passport):
        if row.role is Role.UNKNOWN or (row.role is Role.LINE and not row.need):
            _keep_unplaced(row, passport, hearing)
            continue
        foreign = _foreign(_not_asked(row, passport), passport)
        hearing.unplaced += foreign
        if row.role is Role.LOCKED and foreign:
            hearing.note(
                "locked-text-altered",
                Severity.NOTE,
                foreign[0][0],
                "Text that was locked has been changed.",
                "The text as sent counts; what was written there is kept with the return.",
            )
        yield row


def _not_asked(row: Row, passport: Passport) -> Iterable[AnyCell]:
    """The cells of a row a person was not asked to fill.

    Without fingerprints our own text cannot be told from another's: only cells under no heading.
    """
    if not passport.ours:
        return row.others
    if row.role is Role.LOCKED:
        return row.cells
    fixed = {"number", "partner"} if row.role is Role.LINE else {*row.named} - {"text", "reference"}
    return (*(cell for key, cell in row.named.items() if key in fixed), *row.others)


def _keep_unplaced(row: Row, passport: Passport, hearing: Hearing) -> None:
    fixed = [row.named[key] for key in ("number", "partner") if key in row.named]
    foreign = _foreign(fixed, passport) + _all(cell for cell in row.cells if cell not in fixed)
    hearing.unplaced += foreign
    if not filled(row):
        return
    number = written(row.named["number"]) if "number" in row.named else ""
    hint = hearing.did_you_mean(number, passport.needs.values()) if number else ""
    said = f"“{number}” is not the number of a need asked about here." if number else ""
    hearing.note(
        "need-not-recognised",
        Severity.CHECK,
        foreign[0][0],
        said or "This line does not say to which need it belongs.",
        f"{hint}Please write the number of the need in the column “Need”.",
    )


def _all(cells: Iterable[AnyCell]) -> list[tuple[Place, str]]:
    return [(place_of(cell), written(cell)) for cell in cells if written(cell)]


def _foreign(cells: Iterable[AnyCell], passport: Passport) -> list[tuple[Place, str]]:
    """Keep what did not stand there when the workbook was sent."""
    return [(place, text) for place, text in _all(cells) if not passport.knows(text)]


def _strange(sheet: Worksheet, passport: Passport, *, is_start: bool) -> list[tuple[Place, str]]:
    cells = [cell for row in sheet.iter_rows() for cell in row if written(cell)]
    if is_start and not passport.ours:
        return []
    return _foreign((c for c in cells if not (is_start and c.data_type == "f")), passport)


def _additional(sheet: Worksheet, passport: Passport) -> list[tuple[Place, str]]:
    """Keep what was added, line by line; the need it is about stands before it."""
    added: list[tuple[Place, str]] = []
    for key, *row in sheet.iter_rows():
        asked = written(key).startswith(ADDITIONAL_LINE)
        foreign = _all(row) if asked else _foreign(row, passport)
        numbered = [written(c) for c in row if written(c) in passport.needs.values()]
        about = f"{numbered[0]}: " if numbered else ""
        added += [
            (place, f"{about}{text}")
            for place, text in foreign
            if text not in numbered or len(foreign) == 1
        ]
    return added


def _notes(sheet: Worksheet) -> list[tuple[Place, str]]:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return [(place_of(c), as_written(c.comment.text)) for c in cells if c.comment is not None]


def _results(content: bytes) -> Callable[[Place], object]:
    """Look up results of formulas in a second reading, made only when a formula is met."""

    @cache
    def results() -> Workbook:
        return load_workbook(io.BytesIO(content), data_only=True, keep_links=False)

    return lambda place: results()[place.sheet][place.cell].value


def _point_out_pictures(content: bytes, hearing: Hearing) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        drawings = [
            archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/drawings/drawing") and name.endswith(".xml")
        ]
    if any(b"Anchor" in drawing for drawing in drawings):  # LibreOffice leaves empty ones behind
        hearing.note(
            "pictures-not-read",
            Severity.CHECK,
            NOWHERE,
            "The workbook holds pictures, charts or text boxes, which are not read.",
            "Please write what they say into the yellow cells or on “Additional information”.",
        )
