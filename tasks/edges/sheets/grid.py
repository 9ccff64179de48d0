"""The cells of one sheet of an .xlsx: a tokeniser for the common kind, expat for every other.

Of a large sheet, rows of plain texts are taken at once before. The tokeniser is exact: it is
believed only when it accounts for every value of the sheet. Anything unusual (prefixes, comments,
cells without a place, unknown attributes) goes to expat.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

from tasks.edges.sheets.cell_values import typed
from tasks.edges.sheets.days import DateStyles
from tasks.edges.sheets.entities import plain, unescaped, without_numbers
from tasks.edges.sheets.grid_walk import walk_through
from tasks.edges.sheets.markup import is_utf8
from tasks.edges.sheets.model import Position, Sheet, Unreadable, column_of
from tasks.edges.sheets.plain_rows import rows_in, take_plain_rows
from tasks.edges.sheets.strings import rich
from tasks.edges.sheets.wording import Value

_PIECES = 7  # between two cells: what stands before, and the six groups of _CELL
_BEGINNING = 8_192  # a program that writes letters as numbers does so from the first rows
_STRETCH = 200_000  # bytes of rows read at once; what fits the cache of a processor is read faster
_MOST_TEXT = 48_000_000  # characters of one sheet, each shared text as often as it is used
# A cell with something in it; empty ones are passed over. Attributes are taken whole and looked at
# once for each spelling: a sheet has thousands of cells and some dozens of spellings.
_CELL = re.compile(  # nothing is tried twice: what was taken is never given back
    r"<c r=\"([A-Z]++)([0-9]++)\"([^>]*+)><(?:"
    r"is><t(?: xml:space=\"preserve\")?>([^<]*+)</t></is>"
    r"|v>([^<]*+)</v>"
    r"|(f[^<]*+(?:</f>)?+(?:<v>[^<]*+</v>)?+|is>.*?</is>)"
    r")</c>",
    re.DOTALL,
)
_FORMULA = re.compile(r"(f[^>]*)>(?:(?<=/>)|([^<]*)</f>)(?:(<v>[^<]*)</v>)?")
_OF_CELL = re.compile(r"(?: s=\"([0-9]{1,9})\")?(?: t=\"([a-zA-Z]{1,9})\")?")
_OF_FORMULA = re.compile(r"f(?: [\w:]+=\"[^\"<>]*\")*/?")
# What is between the cells that were taken is rows and empty cells: no value, comment or prefix.
_NO_ROW_NO_EMPTY_CELL = re.compile("<(?!c r=|/c>|row|/row)")
_PREFIXED = re.compile(rb"xmlns:[^\s=\"']+\s*=\s*[\"'][^\"']*spreadsheetml(?:/2006)?/main[\"']")


def read_grid(
    part: bytes, sheet: Sheet, shared: Sequence[str], styles: DateStyles, own_checks: str = ""
) -> None:
    """Put the cells of a sheet's part into the sheet.

    Args:
        part: The part of the sheet.
        sheet: An empty sheet.
        shared: The texts cells share.
        styles: Which styles show dates.
        own_checks: A word in the formulas of checks, which may be passed over.

    Raises:
        Unreadable: the part is not well formed, a cell names a text that is not there, or the
            texts together are longer than any form.
    """
    if not (is_utf8(part) and _quickly(part, sheet, shared, styles, own_checks)):
        sheet.rows.clear()
        sheet.formulas.clear()
        sheet.errors.clear()
        walk_through(part, sheet, shared, styles)
    if shared and sheet.rows.length() > _MOST_TEXT:
        raise Unreadable(sheet.title, "its texts are longer than any form")


def _quickly(
    part: bytes, sheet: Sheet, shared: Sequence[str], styles: DateStyles, own_checks: str
) -> bool:
    try:
        begin, end = part.index(b"<sheetData>") + 11, part.rindex(b"</sheetData>")
        if part.find(b"\r", begin, end) >= 0 or _PREFIXED.search(part, 0, begin):
            return False
        rows, filled = rows_in(part, begin, end, shared, own_checks), 0
        for body in _stretches(part, begin, end):
            rest = take_plain_rows(body, sheet, rows) if rows else body
            filled += _take(rest, sheet, shared, styles) if rest else 0
        return filled == sheet.rows.count_singly()  # else two cells claim one place
    except (ValueError, IndexError):  # also what is not UTF-8; expat will say what is wrong
        return False


def _stretches(part: bytes, begin: int, end: int) -> Iterator[str]:
    """Give the rows of a sheet in stretches: what fits the cache of a processor is read faster."""
    view = memoryview(part)
    while begin < end:
        cut = part.find(b"</row>", begin + _STRETCH, end)
        stop = cut + 6 if cut > 0 else end
        yield str(view[begin:stop], "utf-8")
        begin = stop


def _take(body: str, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> int:
    """Put the cells of some rows where they stand, and count those with something in them.

    Raises:
        ValueError: there is markup that is not understood at a glance.
    """
    if "&#" in body[:_BEGINNING]:
        body = without_numbers(body)
    # No tuple for each cell, and what was passed over is at hand: the first of each seven pieces.
    pieces = cast("list[str]", _CELL.split(body))
    between = "".join(pieces[::_PIECES])
    if "xmlns" in between or _NO_ROW_NO_EMPTY_CELL.search(between):
        raise ValueError("not the common kind of cells")
    letters, places, heads = (pieces[group::_PIECES] for group in (1, 2, 3))
    rare = _Rare(sheet, styles)
    columns = {each: _column(each) for each in set(letters)}
    kinds = {each: rare.kind(each) for each in set(heads)}
    at = [*map(columns.__getitem__, letters)]
    whats = _whats(pieces, kinds, shared)
    for which in [which for which, what in enumerate(whats) if not what]:
        value, other = (pieces[which * _PIECES + group] or "" for group in (5, 6))
        of = heads[which], kinds[heads[which]]
        whats[which] = rare.value((_row(places[which]), at[which]), of, value, other, shared)
    if "e" in kinds.values():
        sheet.errors.update(
            (_row(place), column)
            for place, column, head in zip(places, at, heads, strict=True)
            if kinds[head] == "e"
        )
    rows, last, row = sheet.rows, "", dict[int, Value]()
    for place, column, what in zip(places, at, whats, strict=True):
        if place != last:
            last, row = place, rows.singly(_row(place))
        if what or what != "":
            row[column] = what
    return len(whats) - whats.count("")


def _whats(pieces: list[str], kinds: Mapping[str, str], shared: Sequence[str]) -> list[Value]:
    """Give the texts of cells, and nothing for all that are no plain text."""
    texts = pieces[4::_PIECES]
    told = "".join(filter(None, texts))
    if "&" in told or "_x" in told:
        texts = [
            unescaped(plain(text)) if text and ("&" in text or "_x" in text) else text
            for text in texts
        ]
    if not shared:
        return [*texts]
    values, heads = pieces[5::_PIECES], pieces[3::_PIECES]
    return [
        shared[int(value)] if value and kinds[head] == "s" else text
        for text, value, head in zip(texts, values, heads, strict=True)
    ]


def _column(letters: str) -> int:
    if len(letters) > 3:
        raise ValueError("no column of a sheet")
    return column_of(letters)


def _row(place: str) -> int:
    if len(place) > 10:
        raise ValueError("no row of a sheet")
    return int(place)


@lru_cache(maxsize=1024)
def _style_and_kind(head: str) -> tuple[str, str]:
    found = _OF_CELL.fullmatch(head)
    if found is None:
        raise ValueError("not the common kind of cell")
    style, kind = found.groups("")
    return style, kind


class _Rare:
    """What is looked into when it is met: numbers, formulas, rich texts, attributes of cells."""

    def __init__(self, sheet: Sheet, styles: DateStyles) -> None:
        self.sheet, self.styles = sheet, styles
        self.dates: dict[str, str] = {}  # attributes as written, and the style that shows dates
        self.heads = set[str]()  # of formulas, as written

    def kind(self, head: str) -> str:
        """Give the kind of cells with these attributes."""
        style, kind = _style_and_kind(head)
        if style in self.styles.dates:
            self.dates[head] = style
        return kind

    def value(
        self, at: Position, of: tuple[str, str], value: str, other: str, shared: Sequence[str]
    ) -> Value:
        """Give what stands in a cell of these attributes and kind, and keep its formula."""
        head, kind = of
        if other:
            if other[0] == "i":
                return rich(other[3:-5])
            value = self._result(other, kind, at)
        if not value:
            return ""
        if kind == "s":
            return shared[int(value)]
        return typed(kind, value, self.dates.get(head, ""), self.styles)

    def _result(self, other: str, kind: str, at: Position) -> str:
        """Keep a formula, and give its result as it is written."""
        head, _, rest = other.partition(">")
        if head in self.heads and rest[-11:] == "</f><v></v>":
            words, result = rest[:-11], "<v>"  # a check of ours with nothing to say
        else:
            found = _FORMULA.fullmatch(other)
            if found is None or not _OF_FORMULA.fullmatch(found[1]):
                raise ValueError("not the common kind of formula")
            head, words, result = found.groups("")
            self.heads.add(head)
        if kind != "str" or result != "<v>":  # one that gave an empty text shows nothing
            self.sheet.formulas[at] = f"={words}"  # as markup: most are never looked at
        return result[3:]
