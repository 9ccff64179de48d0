"""Whose workbook this is, found again in three places: files are renamed and re-saved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tasks.edges.sheets.model import Book, Cell, Position, Sheet
from tasks.edges.sheets.wording import Value, all_said, said
from tasks.edges.workbook.identity import (
    IDENTITY,
    LISTED,
    LISTS,
    LOCKED,
    PLACES,
    PROPERTY,
    STAMPED,
    VISIBLE_LABEL,
)
from tasks.edges.workbook.wording import known_in_place, mark

_LABEL_ROWS, _LABEL_COLUMNS = 40, 12  # where the visible reference stands, and some room
_REFERENCE = re.compile(r"[0-9]{4}-[A-Za-z]+-[A-Za-z]+-(?:response|support)")
_WIDTH = 3  # columns of the hidden sheet
OWN_CHECKS = "say_"  # how the names of the messages begin that our checks show
_KINDS = ("fact", "need", "heading")
_PRINTS = ("ours", STAMPED, LISTED, LOCKED)
_MARKS = re.compile(r"(?:\s*\b[0-9a-f]{10}\b)*\s*")


@dataclass(frozen=True, slots=True)
class Passport:
    """What the hidden sheet says; everything is empty in a workbook that is not ours.

    `needs` maps keys to numbers, `headings` column keys to headings; `messages` are the sentences
    the checks of the workbook may show. `stamped` and `listed` are the fingerprints of the lines of
    the hidden sheet and of the lists, `locked` one for the locked rows of each sheet; empty in a
    workbook that was sent without them.
    """

    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    needs: Mapping[str, str] = field(default_factory=dict[str, str])
    headings: Mapping[str, str] = field(default_factory=dict[str, str])
    ours: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    stamped: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()

    def knows(self, text: str) -> bool:
        """Whether this text stood in the workbook when it was sent."""
        return mark(text) in self.ours


def take_out_checks(sheet: Sheet) -> None:
    """Take out our own checks, wherever their row was moved: nobody wrote them."""
    rows, kept = sheet.rows, dict[Position, str]()
    for place, words in sheet.formulas.items():
        if OWN_CHECKS not in words:
            kept[place] = words
        elif place[0] in rows:
            rows[place[0]].pop(place[1], None)
    sheet.formulas = kept


def passport_sheet(book: Book) -> Sheet | None:
    """Find the hidden sheet by its key, or by its name should the key be gone."""
    named = [sheet for sheet in book.sheets if sheet.title.casefold() == "identity"]
    return next((sheet for sheet in book.sheets if key_of(sheet) == IDENTITY), *named[:1] or [None])


def read_passport(book: Book) -> Passport:
    """Read the hidden sheet; empty where there is none."""
    sheet = passport_sheet(book)
    if sheet is None:
        return Passport()
    found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    prints: dict[str, set[str]] = {kind: set() for kind in _PRINTS}
    for number, (kind, name, value) in zip(sheet.rows, _lines(sheet), strict=True):
        if number == 1:
            continue
        if kind in prints:
            prints[kind].update(value.split())
        elif kind in found:
            found[kind][name] = value
    messages = frozenset(_messages(book))
    ours, stamped, listed, locked = (frozenset(prints[kind]) for kind in _PRINTS)
    facts, needs, headings = (found[kind] for kind in _KINDS)
    return Passport(facts, needs, headings, ours, messages, stamped, listed, locked)


def _messages(book: Book) -> Iterator[str]:
    """Give the words behind the names our formulas use: they stand beside the lists."""
    for sheet in book.sheets:
        if key_of(sheet) != LISTS:
            continue
        column = next((c for c, head in sheet.rows.get(1, {}).items() if head == "values"), 0)
        yield from (sheet.text(row, column) for row, cells in sheet.rows.items() if column in cells)


def written_into_passport(sheet: Sheet, passport: Passport) -> Iterator[Cell]:
    """Give what stands in the hidden sheet and is none of its lines, or was typed over one."""
    lines = sorted(zip(sheet.rows, _lines(sheet), strict=True))
    told = [line for _, line in lines if line[0] in _KINDS]
    stamped = iter(known_in_place(told, passport.stamped))
    known = {
        number
        for number, line in lines
        if (next(stamped) or not passport.stamped if line[0] in _KINDS else _is_ours(line))
    }
    no_further = (number for number, _ in sheet.rows.side_by_side(_WIDTH))
    as_sent = known.intersection(no_further) if not sheet.formulas else ()
    for number, row in sheet.filled_rows(passed_over=as_sent):
        for column, value in row.items():
            if column > _WIDTH or number not in known:
                yield sheet.cell(number, column, said(value))


def _lines(sheet: Sheet) -> list[tuple[str, ...]]:
    """Give the three columns of the hidden sheet as they read."""
    columns = zip(*sheet.rows.first_columns(_WIDTH), strict=True)
    said_in = (all_said(["" if each is None else each for each in column]) for column in columns)
    return [*zip(*said_in, strict=True)]


def _is_ours(line: tuple[str, ...]) -> bool:
    """Whether a line is the key of the sheet, or fingerprints and nothing else."""
    kind, name, value = line
    if kind in _PRINTS:
        return not name and _MARKS.fullmatch(value) is not None
    return line == (IDENTITY, "", "")


def key_of(sheet: Sheet) -> str:
    """Give the key in the hidden first cell of a sheet, or what else stands there."""
    return sheet.text(1, 1)


def identities(book: Book, passport: Passport) -> dict[str, str]:
    """Collect the reference from its three places, empty where it is not found."""
    found: dict[str, str] = dict.fromkeys(PLACES, "")
    found["property"] = said(book.properties.get(PROPERTY, ""))
    found["hidden sheet"] = passport.facts.get("reference", "")
    hidden = passport_sheet(book)
    shown = [sheet for sheet in book.sheets if sheet is not hidden]
    ways = (find(sheet) for find in (_beside_label, _alone) for sheet in shown)
    found["visible cell"] = next(filter(None, ways), "")
    return found


def _beside_label(sheet: Sheet) -> str:
    for cells in _first_rows(sheet):
        label = next((c for c, value in cells.items() if value == VISIBLE_LABEL), None)
        if label is not None:
            beside = (said(cells.get(label + step, "")) for step in (1, 2))
            return next(filter(None, beside), "")
    return ""


def _alone(sheet: Sheet) -> str:
    """Know the reference by its form where the label stands in another language."""
    for cells in _first_rows(sheet):
        for value in cells.values():
            if isinstance(value, str) and _REFERENCE.fullmatch(value.strip()):
                return value.strip()
    return ""


def _first_rows(sheet: Sheet) -> Iterator[dict[int, Value]]:
    for number in sorted(sheet.rows):
        if number > _LABEL_ROWS:
            return
        cells = sheet.rows[number]
        yield {column: cells[column] for column in sorted(cells) if column <= _LABEL_COLUMNS}
