"""The review workbook comes back: renamed, sorted, re-saved by another program, as .ods or .xls."""

from collections.abc import Iterator, Mapping

from data.vocabulary import Place
from data.vocabulary.overlap_review import ReturnedReview, ReturnedWord
from tasks.edges.sheets.model import Book, Sheet, Unreadable, letters_of
from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.review_book import (
    COLUMNS,
    DECIDED_SHEET,
    IDENTITY_KEY,
    IDENTITY_SHEET,
    KEY_COLUMN,
    PROPERTY,
)
from tasks.edges.workbook.wording import bare

_HEADINGS = {bare(column.heading): column.key for column in (*COLUMNS, KEY_COLUMN)}
_NEEDED = ("word", "reason")
_NO_TABLE = "no sheet in it has the columns “Your word” and “Reason”."


def read_review(content: bytes) -> ReturnedReview:
    """Read the words and reasons of a review workbook, wherever its columns stand now.

    A row is known by its hidden key, or by the number in its first column should the key be gone.
    """
    try:
        book = open_book(content)
    except Unreadable as error:
        return ReturnedReview("", "", (), f"{error.where}: {error.why}.")
    cycle, pillar = _identity(book)
    for sheet in book.sheets:
        if sheet.title in (DECIDED_SHEET, IDENTITY_SHEET):
            continue
        for number, columns in _heading_rows(sheet):
            return ReturnedReview(cycle, pillar, tuple(_words(sheet, number, columns)))
    return ReturnedReview(cycle, pillar, (), _NO_TABLE)


def _identity(book: Book) -> tuple[str, str]:
    """Cycle and pillar, from the hidden sheet or else from the property of the file."""
    for sheet in book.sheets:
        if sheet.text(1, 1) == IDENTITY_KEY:
            told = {sheet.text(row, 1): sheet.text(row, 2) for row in sheet.rows}
            return told.get("cycle", ""), told.get("pillar", "")
    cycle, _, pillar = book.properties.get(PROPERTY, "").rpartition(" ")
    return cycle, pillar


def _heading_rows(sheet: Sheet) -> Iterator[tuple[int, Mapping[str, int]]]:
    for number, values in sheet.filled_rows():
        columns: dict[str, int] = {}
        for column in sorted(values):
            key = _HEADINGS.get(bare(sheet.text(number, column)))
            if key is not None:
                columns.setdefault(key, column)
        if all(key in columns for key in _NEEDED):
            yield number, columns


def _words(sheet: Sheet, heading: int, columns: Mapping[str, int]) -> Iterator[ReturnedWord]:
    for number, _ in sheet.filled_rows():
        if number <= heading:
            continue
        texts = {name: sheet.text(number, column).strip() for name, column in columns.items()}
        key = texts.get("key") or texts.get("number", "")
        if key or texts["word"] or texts["reason"]:
            yield ReturnedWord(
                key,
                texts["word"],
                texts["reason"],
                _place(sheet, number, columns["word"]),
                _place(sheet, number, columns["reason"]),
            )


def _place(sheet: Sheet, row: int, column: int) -> Place:
    return Place(sheet.title, f"{letters_of(column)}{row}")
