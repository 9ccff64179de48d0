"""Where the table of a sheet begins and which column is which: by heading, wherever it moved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import Language
from tasks.edges.sheets.model import Cell, Sheet
from tasks.edges.sheets.wording import said
from tasks.edges.workbook.wording import bare

_SEARCHED = 40  # rows from the top; people put a note or a letterhead above
_BEYOND_DOUBT = 6  # known headings after which no further row is looked at
_ENOUGH = 4  # known headings that make a row the row of headings

# Known without the hidden sheet, should it be gone; a test holds them against the contracts.
KNOWN: Mapping[str, str] = {
    "Row key": "key",
    "Need": "number",
    "Kind of statement ▼": "kind",
    "State of play": "text",
    "Instrument ▼": "instrument",
    "Reference (title, number, link)": "reference",
    "Date (2025-09-30 or Q3 2025)": "date",
    "Project support ▼": "project_support",
    "Which project": "project",
    "EU reference ▼": "eu_reference",
    "Partner": "partner",
    "Project title": "title",
    "Implementer": "implementer",
    "Donors": "donors",
    "Activity for this need": "activity",
    "Start (date or quarter)": "start",
    "End (date or quarter)": "end",
    "Budget, or “not disclosed”": "budget",
    "Currency ▼": "currency",
    "Status ▼": "status",
}


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings and the column number of each key found in it.

    `guessed` are headings nobody wrote exactly so, with the key each was taken for.
    """

    row: int
    columns: Mapping[str, int]
    guessed: tuple[tuple[Cell, str], ...] = ()


def known_headings(
    written_in: Mapping[str, str], languages: Sequence[Language] = ()
) -> dict[str, str]:
    """Collect all headings that may stand over a column, folded, with the key of the column.

    Args:
        written_in: Column keys to headings, as the workbook's own hidden sheet has them.
        languages: All languages a workbook may have been sent in.
    """
    keys = {bare(heading): key for heading, key in KNOWN.items()}
    for language in languages:
        for headings in language.headings.values():
            keys |= {bare(heading): key for key, heading in headings.items()}
    return keys | {bare(heading): key for key, heading in written_in.items()}


def find_headings(
    sheet: Sheet,
    keys: Mapping[str, str],
    did_you_mean: Callable[[str, Iterable[str]], str] | None = None,
    is_ours: Callable[[str], bool] = bool,
    order: Sequence[str] = (),
) -> Headings | None:
    """Find the row of headings, or None when the sheet holds no table of ours.

    Args:
        sheet: Any sheet of any workbook.
        keys: What `known_headings` collected.
        did_you_mean: The rule that names the nearest known word; a misspelt heading is taken for
            it when the others are beyond doubt.
        is_ours: Tells texts that stood in the workbook when it was sent: they are not misspelt.
        order: The keys in the order in which the columns were sent; a column between its two
            neighbours is known by them.
    """
    best = Headings(0, {})
    for number in sorted(sheet.rows):
        cells = sheet.rows[number]
        if number > _SEARCHED or len(best.columns) > _BEYOND_DOUBT:
            break
        if len(cells) < _ENOUGH:
            continue
        columns: dict[str, int] = {}
        for column in sorted(cells):
            if key := keys.get(bare(said(cells[column]))):
                columns.setdefault(key, column)
        if len(columns) > len(best.columns):
            best = Headings(number, columns)
    if len(best.columns) < _ENOUGH:
        return _by_order(sheet, best, order)
    if did_you_mean is None:
        return best
    best = _with_neighbours(sheet, best, order, is_ours)
    strange = {
        column: text
        for column, value in sorted(sheet.rows[best.row].items())
        if column not in best.columns.values() and (text := said(value)) and not is_ours(text)
    }
    return _with_guesses(sheet, best, strange, keys, did_you_mean) if strange else best


def _by_order(sheet: Sheet, found: Headings, order: Sequence[str]) -> Headings | None:
    """Know a translated row by its hidden first heading, when none is missing after it."""
    first = found.columns.get("key")
    if first is None or tuple(order[:1]) != ("key",):
        return None
    columns = {key: first + step for step, key in enumerate(order)}
    kept = all(columns.get(key) == column for key, column in found.columns.items())
    if not kept or not all(sheet.text(found.row, column) for column in columns.values()):
        return None
    guessed = tuple(
        (sheet.cell(found.row, column, sheet.text(found.row, column)), key)
        for key, column in columns.items()
        if key not in found.columns
    )
    return Headings(found.row, columns, guessed)


def _with_neighbours(
    sheet: Sheet, found: Headings, order: Sequence[str], is_ours: Callable[[str], bool]
) -> Headings:
    """Take a column whose heading is gone for the one that was sent between the same two."""
    columns = dict(found.columns)
    guessed = list(found.guessed)
    for before, key, after in zip(order, order[1:], order[2:], strict=False):
        column = columns.get(before, 0) + 1
        text = sheet.text(found.row, column)
        if key not in columns and columns.get(after) == column + 1 and not (text and is_ours(text)):
            columns[key] = column
            guessed.append((sheet.cell(found.row, column, text), key))
    return Headings(found.row, columns, tuple(guessed))


def _with_guesses(
    sheet: Sheet,
    found: Headings,
    strange: Mapping[int, str],
    keys: Mapping[str, str],
    did_you_mean: Callable[[str, Iterable[str]], str],
) -> Headings:
    columns = dict(found.columns)
    guessed = list(found.guessed)
    missing = {words: key for words, key in keys.items() if key not in columns}
    for column, text in strange.items():
        hint = did_you_mean(bare(text), missing)
        near = max((words for words in missing if f"“{words}”" in hint), key=len, default="")
        if near and missing[near] not in columns:
            columns[missing[near]] = column
            guessed.append((sheet.cell(found.row, column, text), missing[near]))
    return Headings(found.row, columns, tuple(guessed))
