"""A register of comments that came back: what is filled in, beside which comment.

Rows are known by their number and columns by their heading, so that sorting, moving and renaming
do no harm.
"""

import re
from collections.abc import Iterator, Mapping

from data.vocabulary import Finding, Place, Severity
from data.vocabulary.comment_register import FilledRegister, FilledRow
from tasks.edges.sheets.model import Book, Sheet, Unreadable, letters_of
from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.register_layout import COLUMNS, LISTS, OPEN, PROPERTY, plain

_KNOWN = {plain(column.heading): column.key for column in COLUMNS}
_ENOUGH = {"number", "outcome"}  # without these two nothing can be said of a row
_REFERENCE = re.compile(r"[\w.-]+-comments")
_NUMBER = re.compile(r"[0-9]{1,6}")
_KEY_COLUMN = 1


def read_register(content: bytes) -> FilledRegister:
    """Read what is filled in; nothing is believed yet.

    Args:
        content: The bytes of an .xlsx, .ods or .xls.

    Returns:
        The rows that have a number or something filled in. A file that cannot be opened, or is no
        register, gives a finding that blocks and no row.
    """
    try:
        book = open_book(content)
    except Unreadable as stopped:
        return FilledRegister("", (), (_not_opened(stopped),))
    for sheet in book.sheets:
        if sheet.title == LISTS:
            continue
        found = _headings(sheet)
        if found is not None:
            rows = tuple(_rows(sheet, *found))
            return FilledRegister(_reference(book, sheet), rows, ())
    return FilledRegister(_reference(book, None), (), (_no_register(),))


def _headings(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    for number, values in sheet.filled_rows():
        columns: dict[str, int] = {}
        for column in sorted(values):
            key = _KNOWN.get(plain(sheet.text(number, column)))
            if key:
                columns.setdefault(key, column)
        if columns.keys() >= _ENOUGH and len(columns) > len(OPEN):
            return number, columns
    return None


def _reference(book: Book, sheet: Sheet | None) -> str:
    """The identity, from the property or from the hidden column; they never differ unless typed."""
    told = [book.properties.get(PROPERTY, "")]
    if sheet is not None:
        told += [sheet.text(row, _KEY_COLUMN) for row in (2,)]
    return next((each for each in told if _REFERENCE.fullmatch(each)), "")


def _rows(sheet: Sheet, heading: int, columns: Mapping[str, int]) -> Iterator[FilledRow]:
    for row, _ in sheet.filled_rows():
        if row <= heading:
            continue
        texts = {key: sheet.text(row, column) for key, column in columns.items()}
        number = texts["number"]
        filled = any(texts.get(column.key) for column in OPEN)
        if filled or _NUMBER.fullmatch(number):
            places = {key: _place(sheet, row, column) for key, column in columns.items()}
            yield _filled(texts, places)


def _filled(texts: Mapping[str, str], places: Mapping[str, Place]) -> FilledRow:
    number = texts["number"]
    return FilledRow(
        number=int(number) if _NUMBER.fullmatch(number) else 0,
        number_text=number,
        outcome=texts["outcome"],
        reason=texts.get("reason", ""),
        wording=texts.get("wording", ""),
        narrative=texts.get("narrative", ""),
        at_number=places["number"],
        at_outcome=places["outcome"],
        at_reason=places.get("reason", places["outcome"]),
        at_narrative=places.get("narrative", places["outcome"]),
    )


def _place(sheet: Sheet, row: int, column: int) -> Place:
    return Place(sheet.title, f"{letters_of(column)}{row}")


def _not_opened(stopped: Unreadable) -> Finding:
    return Finding(
        "cannot-be-opened",
        Severity.BLOCKS,
        f"Reading stopped at {stopped.where}: {stopped.why}.",
        "Open the file in Excel, save it under a new name and hand it back again.",
        Place(stopped.where, ""),
    )


def _no_register() -> Finding:
    return Finding(
        "no-register",
        Severity.BLOCKS,
        "The workbook has no sheet with the headings of the register of comments.",
        "Hand back the workbook that mapping comment-register wrote.",
    )
