"""Cells, in and out: text that stays text, long text split where one sees it, values as written."""

import hashlib
import re
import unicodedata
from datetime import date, datetime, time

from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767  # characters in one cell; openpyxl cuts what is longer without a word
TALLEST = 390.0  # points; Excel shows no row above 409
CONTINUED = " … (continued below)"

# What XML 1.0 cannot carry: most control characters, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c]")  # Word's soft break is a vertical tab
_ESCAPED_BREAK = re.compile("_x000[dD]_\n?")  # how Excel writes a carriage return
_CYRILLIC = re.compile("[\u0400-\u04ff]")  # letters a tenth wider than Latin ones, in Calibri
_LOOKS_ESCAPED = re.compile("_(?=x[0-9a-fA-F]{4}_)")


def legible(text: str) -> str:
    """Drop what no workbook can hold; the words stay untouched."""
    if text.isprintable():  # nothing of either kind in it, and most texts are
        return text
    return _ILLEGAL.sub("", _LINE_BREAKS.sub("\n", text))


def put(sheet: Worksheet, row: int, letter: str, text: str, style: str = "") -> Cell:
    """Write text that stays text, whatever it begins with.

    openpyxl would make a formula of "=1+1" and an error of "#N/A"; a formula a member's words turn
    into would run on somebody's machine.
    """
    if len(text) > LONGEST:
        raise ValueError("split long text into pieces() first: Excel would cut it")
    escaped = unescapable(text)
    cell = sheet.cell(row, column_index_from_string(letter), escaped or None)
    if escaped:
        cell.data_type = "s"
    if style:
        cell.style = style
    return cell


def unescapable(text: str) -> str:
    """Keep Excel from reading words like _x0041_ as an escaped letter."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def join(sheet: Worksheet, where: str) -> None:
    """Join a range of cells without the border work openpyxl does in merge_cells()."""
    sheet.merged_cells.add(where)  # pyright: ignore[reportUnknownMemberType] # untyped in the stubs


def pieces(text: str, limit: int, mark: str = CONTINUED) -> list[str]:
    """Split text longer than `limit` characters between words, and say that it goes on."""
    split: list[str] = []
    while len(text) > limit:
        room = limit - len(mark)
        cut = max(text.rfind("\n", room // 2, room), text.rfind(" ", room // 2, room))
        cut = room if cut < 0 else cut
        split.append(text[:cut].rstrip() + mark)
        text = text[cut:].lstrip()
    return [*split, text]


def height_of(text: str, width: float, size: float = 10.0) -> float:
    """Estimate the points a wrapped text of a type size needs in `width` characters."""
    across = max(1, int(letters_across(width, size)))
    if not text.isascii() and _CYRILLIC.search(text):
        across = max(1, across * 9 // 10)
    if len(text) <= across and "\n" not in text:
        return size * 1.3 + 5
    lines = sum([max(1, -(-len(part) // across)) for part in text.split("\n")])
    return lines * size * 1.3 + 5


def letters_across(width: float, size: float = 10.0) -> float:
    """How many letters fit: a width counts zeros of eleven points, and letters are narrower."""
    return width * 1.2 * 10.0 / size


def widths_of(sheet: Worksheet) -> dict[str, float]:
    """Give the width of each column by letter; a file keeps equal neighbours as one entry."""
    widths: dict[str, float] = {}
    for dimension in sheet.column_dimensions.values():
        first = dimension.min or column_index_from_string(dimension.index or "A")
        for column in range(first, (dimension.max or first) + 1):
            widths[get_column_letter(column)] = dimension.width
    return widths


def written(cell: Cell | MergedCell) -> str:
    """Give the value of a cell as a person reads it: NFC, plain line ends, no blank edges."""
    return as_written(cell.value)


def as_written(value: object) -> str:
    """Turn any cell value into text; a whole number bears no ".0", a midnight no time."""
    if value is None:
        return ""
    if isinstance(value, ArrayFormula):
        return tidy(str(value.text))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return tidy(str(value))


def tidy(text: str) -> str:
    """Undo what programs do to text in cells; never touch a letter a person typed."""
    if "_x" in text:
        text = _ESCAPED_BREAK.sub("\n", text.replace("_x005F_x", "_x"))
    return unicodedata.normalize("NFC", legible(text)).strip()


def fingerprint(text: str) -> str:
    """Ten characters by which a text of ours is known again, however lines and blanks moved."""
    return hashlib.sha256(" ".join(tidy(text).split()).encode()).hexdigest()[:10]
