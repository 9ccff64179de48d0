"""Drop-down lists: the words they offer, drawn from a hidden sheet, and words typed over them.

A list written into the validation itself corrupts the file beyond 255 characters, so every list is
a named range on the hidden sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import AnswerState, InstrumentKind, ProjectSupport, StatementKind
from tasks.edges.workbook.cells import legible, put

NOT_DISCLOSED = "not disclosed"
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "ALL", "BAM", "MKD", "RSD")
STATUSES = ("planned", "ongoing", "completed", "on hold")

WORDS: Mapping[str, tuple[str, ...]] = {
    "answers": tuple(AnswerState),
    "kinds": tuple(StatementKind),
    "instruments": tuple(InstrumentKind),
    "project_support": tuple(ProjectSupport),
    "currencies": (*CURRENCIES, NOT_DISCLOSED),
    "statuses": STATUSES,
}

Word = TypeVar("Word", bound=StrEnum)


def draw_lists(book: Workbook, sheet: Worksheet, needs: Mapping[int, Sequence[str]]) -> None:
    """Write every list into a column of the hidden sheet and name its range.

    Args:
        book: The workbook being drawn.
        sheet: The hidden sheet of lists.
        needs: For each sub-pillar the numbers of its needs, offered on spare lines.
    """
    lists = {**WORDS, **{f"needs_{number}": numbers for number, numbers in needs.items()}}
    for column, (name, words) in enumerate(lists.items(), start=2):
        letter = get_column_letter(column)
        put(sheet, 1, letter, name)
        for row, word in enumerate(words, start=2):
            put(sheet, row, letter, legible(word))
        last = max(2, len(words) + 1)
        where = f"{quote_sheetname(sheet.title)}!${letter}$2:${letter}${last}"
        book.defined_names[name] = DefinedName(name, attr_text=where)


def offer(sheet: Worksheet, cells: Mapping[str, Sequence[str]], sub_pillar: int) -> None:
    """Hang the lists on the cells that offer them."""
    for name, places in cells.items():
        source = f"needs_{sub_pillar}" if name == "needs" else name
        validation = DataValidation(
            type="list",
            formula1=source,
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Please choose from the list",
            error="Open the list with the arrow beside the cell, or press Alt and the down arrow.",
            sqref=" ".join(_runs(places)),
        )
        sheet.add_data_validation(validation)


def _runs(places: Sequence[str]) -> Iterable[str]:
    """Write cells of one column that stand under each other as one range."""
    letter = places[0].rstrip("0123456789")
    rows = [int(place.removeprefix(letter)) for place in places]
    first = rows[0]
    for row, below in zip(rows, [*rows[1:], 0], strict=True):
        if below != row + 1:
            yield f"{letter}{first}" if first == row else f"{letter}{first}:{letter}{row}"
            first = below


def chosen(words: type[Word], text: str) -> Word | None:
    """Find the word a person chose or typed, whatever its case and spacing."""
    return next((word for word in words if _bare(word.value) == _bare(text)), None)


def listed(words: Iterable[str], text: str) -> str | None:
    """Find a word of a plain list, whatever its case and spacing."""
    return next((word for word in words if _bare(word) == _bare(text)), None)


def _bare(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split()).rstrip(" .")
