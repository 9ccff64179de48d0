"""What stands outside the lines of a returned workbook: kept with its place, so nothing is lost."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, takewhile

from data.vocabulary import NOWHERE, Place, Severity
from tasks.edges.sheets.model import Book, Cell, Sheet, letters_of
from tasks.edges.sheets.wording import said
from tasks.edges.workbook.headings import Headings
from tasks.edges.workbook.hearing import Hearing
from tasks.edges.workbook.identity import ADDITIONAL_LINE
from tasks.edges.workbook.keys import Role
from tasks.edges.workbook.lines import FIXED, filled
from tasks.edges.workbook.passport import Passport
from tasks.edges.workbook.rows import Known, Row
from tasks.edges.workbook.whereabouts import first_place, place_of
from tasks.edges.workbook.wording import comparable, known_in_place

Placed = list[tuple[Place, str]]
_METER = re.compile(r"=(?:SUM|REPT|[A-Z]{1,2}[0-9]+-[A-Z]{1,2}[0-9]+$)")  # how ours begin

# The columns a person fills, by the role of a row; a line is open but for its number and partner.
_NONE = frozenset[str]()
_OPEN = {
    Role.ANSWER: frozenset({"text", "reference"}),
    Role.PLANNED: frozenset({"date", "project_support"}),
}


def texts_of(cells: Iterable[Cell]) -> Placed:
    """Give cells as they read, each with its place."""
    return [(place_of(cell), cell.text) for cell in cells]


def foreign(cells: Iterable[Cell], passport: Passport) -> Placed:
    """Keep what did not stand there when the workbook was sent."""
    return [
        (place_of(cell), cell.text)
        for cell in cells
        if not (passport.knows(cell.text) or (cell.formula and passport.knows(cell.formula)))
    ]


def keep_around(row: Row, known: Known, passport: Passport, hearing: Hearing) -> None:
    """Keep what stands in the cells of a row a person was not asked to fill."""
    strange = foreign(row.others, passport) if row.others else []
    if row.role is Role.LINE:
        strange += _beside_line(row, known, passport, hearing)
    else:
        asked = _OPEN.get(row.role, _NONE)
        knows = passport.knows
        altered = [
            key for key, text in row.texts.items() if text and key not in asked and not knows(text)
        ]
        if altered:
            strange += foreign(map(row.cell, altered), passport)
    if not strange:
        return
    hearing.unplaced += strange
    if row.role is Role.LOCKED and row.texts:
        hearing.note(
            "locked-text-altered",
            Severity.NOTE,
            strange[0][0],
            "Text that was locked has been changed.",
            "The text as sent counts; what was written there is kept with the return.",
        )


def _beside_line(row: Row, known: Known, passport: Passport, hearing: Hearing) -> Placed:
    """What stands where a line names its need and its partner."""
    number, partner = row.texts.get("number", ""), row.texts.get("partner")
    strange: Placed = []
    if number and number != f"{passport.needs.get(row.need, '')} · {row.line}":
        need, _, inferred = known.find(number)
        if need and need != row.need and not inferred:
            strange.append((place_of(row.cell("number")), number))
            _tell_contradiction(row, number, hearing)
        elif not need or inferred:
            strange += foreign([row.cell("number")], passport)
    if partner:
        strange += foreign([row.cell("partner")], passport)
    return strange


def _tell_contradiction(row: Row, number: str, hearing: Hearing) -> None:
    hearing.note(
        "number-contradicts-row",
        Severity.CHECK,
        place_of(row.cell("number")),
        f"The row was made for another need than “{number[:60]}”; it was read for the need it was "
        "made for.",
        "Please use the lines of the need itself, or a spare line.",
    )


def keep_unknown(row: Row, passport: Passport, hearing: Hearing) -> None:
    """Keep a row of which nobody can tell to which need it belongs, and ask back."""
    fixed = [row.cell(key) for key in FIXED if row.texts.get(key)]
    open_cells = [row.cell(key) for key, text in row.texts.items() if text and key not in FIXED]
    kept = foreign(fixed, passport) + texts_of((*open_cells, *row.others))
    hearing.unplaced += kept
    if not filled(row):
        return
    number = row.texts.get("number", "")
    hint = hearing.hint(number, passport.needs.values()) if number else ""
    told = f"“{number[:60]}” is not the number of a need asked about here." if number else ""
    hearing.note(
        "need-not-recognised",
        Severity.CHECK,
        kept[0][0] if kept else first_place(row),
        told or "This line does not say to which need it belongs.",
        f"{hint}Please write the number of the need in the column “Need”.",
    )


def keep_above(sheet: Sheet, headings: Headings, passport: Passport, hearing: Hearing) -> None:
    """Keep what stands above and between the headings, and tell which were guessed."""
    for cells in sheet.cells():
        if cells[0].row > headings.row:
            break
        known = set(headings.columns.values()) if cells[0].row == headings.row else set[int]()
        known -= {cell.column for cell, _ in headings.guessed}  # whatever it says is kept as well
        hearing.unplaced += foreign((c for c in cells if c.column not in known), passport)
    for cell, key in headings.guessed:
        meant = passport.headings.get(key, key)
        hearing.assume(
            "heading",
            place_of(cell),
            f"The heading “{cell.text[:60]}” was taken for “{meant}”.",
            "Nothing to do if that is right; otherwise restore the heading.",
        )


def keep_start(
    sheet: Sheet, passport: Passport, hearing: Hearing, *, without_formulas: bool
) -> None:
    """Keep what was written on the first sheet; its meter is ours.

    A format without formulas shows what the meter counted as plain numbers.
    """
    written = (cell for row in sheet.cells() for cell in row if not _is_meter(cell))
    hearing.unplaced += foreign(
        (c for c in written if not (without_formulas and isinstance(c.value, int | float))),
        passport,
    )


def keep_strange(sheet: Sheet, passport: Passport, hearing: Hearing) -> None:
    """Keep what stands on a sheet without a table."""
    cells = [cell for row in sheet.cells() for cell in row]
    kept = foreign(cells, passport)
    hearing.unplaced += kept
    if any(cell.text.endswith(("#need", "#answer")) for cell in cells):
        hearing.note(
            "headings-not-found",
            Severity.CHECK,
            Place(sheet.title, ""),
            "The sheet holds lines of the form, but its headings are gone, so it was not read.",
            "Please restore the row of headings and send the file again.",
        )


def _is_meter(cell: Cell) -> bool:
    """What counts, draws a bar or links; an old format shows only the results."""
    if not cell.formula:
        return not cell.text.strip("█░ ")
    return "!" in cell.formula or _METER.match(cell.formula) is not None


def keep_lists(sheet: Sheet, passport: Passport, hearing: Hearing) -> None:
    """Keep what was written beside, below or over the lists.

    A workbook that was sent without the fingerprints of its lists is held against their form: their
    own words stand in columns with a name, without a gap.
    """
    if passport.listed:
        hearing.unplaced += texts_of(_unlisted(sheet, passport))
        return
    first = sheet.rows.get(1, {})
    ends = {c: _end_of_list(sheet, c) for c in takewhile(first.__contains__, count(1))}
    for cells in sheet.cells():
        strange = [cell for cell in cells if cell.row > ends.get(cell.column, 0)]
        hearing.unplaced += foreign(strange, passport)


def _unlisted(sheet: Sheet, passport: Passport) -> Iterator[Cell]:
    names: dict[int, str] = {}
    places: list[tuple[int, int]] = []
    under: list[tuple[str, str]] = []
    for number, values in sheet.filled_rows():
        for column in sorted(values):
            if text := said(values[column]):
                places.append((number, column))
                under.append((names.get(column, ""), text))
        if number == 1:
            names = {column: said(value) for column, value in values.items()}
    for place, (_, text), known in zip(
        places, under, known_in_place(under, passport.listed), strict=True
    ):
        if not known:
            yield sheet.cell(*place, text)


def _end_of_list(sheet: Sheet, column: int) -> int:
    row = 1
    while column in sheet.rows.get(row, {}):
        row += 1
    return row


def additional_of(sheet: Sheet, passport: Passport) -> Placed:
    """Give what was added, line by line; the need it is about stands before it."""
    numbers = {comparable(number) for number in passport.needs.values()}
    added: Placed = []
    for cells in sheet.cells():
        key = cells[0].text if cells[0].column == 1 else ""
        asked = key.startswith(ADDITIONAL_LINE)
        row = cells[1:] if asked or passport.knows(key) else cells
        kept = texts_of(row) if asked else foreign(row, passport)
        about = [text for _, text in texts_of(row) if comparable(text) in numbers]
        prefix = f"{about[0]}: " if about else ""
        added += [
            (place, f"{prefix}{text}")
            for place, text in kept
            if comparable(text) not in numbers or len(kept) == 1
        ]
    return added


def keep_comments(sheet: Sheet, passport: Passport, hearing: Hearing) -> None:
    """Keep what people noted on cells, and cells a file names twice."""
    for (row, column), text in sorted(sheet.comments.items()):
        words = said(text)
        if words and not passport.knows(words):
            place = Place(sheet.title, f"{letters_of(column)}{row}")
            hearing.unplaced.append((place, words))
    hearing.unplaced += foreign(sheet.doubled, passport)


def tell_of_file(book: Book, hearing: Hearing) -> None:
    """Point out what no reader gets at: pictures, and what a format lost."""
    if book.has_pictures:
        hearing.note(
            "pictures-not-read",
            Severity.CHECK,
            NOWHERE,
            "The workbook holds pictures, charts or text boxes, which are not read.",
            "Please write what they say into the yellow cells or on “Additional information”.",
        )
    for sentence in book.lost:
        hearing.note(
            "format-loses",
            Severity.NOTE,
            NOWHERE,
            sentence,
            "Please save the workbook as .xlsx if something is missing here.",
        )
