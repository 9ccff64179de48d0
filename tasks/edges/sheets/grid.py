"""The cells of one sheet of an .xlsx: a tokeniser for the common kind, expat for every other.

The tokeniser is exact: it is believed only when it accounts for every value of the sheet. Anything
unusual (prefixes, comments, cells without a place, unknown attributes) goes to expat.
"""

import math
import re
from collections.abc import Mapping, Sequence

from tasks.edges.sheets.days import DateStyles, moment
from tasks.edges.sheets.entities import markup_of, plain, unescaped, without_numbers
from tasks.edges.sheets.markup import is_utf8, local, walk
from tasks.edges.sheets.model import Position, Sheet, Unreadable, column_of, position_of
from tasks.edges.sheets.strings import rich
from tasks.edges.sheets.wording import Value

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
_PREFIXED = re.compile(rb"xmlns:[^\s=\"']+\s*=\s*[\"'][^\"']*spreadsheetml(?:/2006)?/main[\"']")


def read_grid(part: bytes, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> None:
    """Put the cells of a sheet's part into the sheet.

    Args:
        part: The part of the sheet.
        sheet: An empty sheet.
        shared: The texts cells share.
        styles: Which styles show dates.

    Raises:
        Unreadable: the part is not well formed, a cell names a text that is not there, or the
            texts together are longer than any form.
    """
    if not (is_utf8(part) and _quickly(part, sheet, shared, styles)):
        sheet.rows.clear()
        sheet.formulas.clear()
        sheet.errors.clear()
        _Walk(sheet, shared, styles).through(part)
    if shared and _length(sheet) > _MOST_TEXT:
        raise Unreadable(sheet.title, "its texts are longer than any form")


def _length(sheet: Sheet) -> int:
    """How long the texts are together, each as often as it is used."""
    rows = sheet.rows.values()
    return sum([len(text) for cells in rows for text in cells.values() if type(text) is str])


def _quickly(part: bytes, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> bool:
    try:
        begin, end = part.index(b"<sheetData>") + 11, part.rindex(b"</sheetData>")
        if part.find(b"</sheetData>", begin) < end or _PREFIXED.search(part, 0, begin):
            return False
        data = part[begin:end]
        if _is_unusual(data):
            return False
        closed = data.count(b"</c") - data.count(b'"></c>')
        body = data.decode()
        del data
        if "&#" in body:
            body = without_numbers(body)
        cells = _CELL.findall(body)
        # Every cell that is closed was taken or is empty; none can bear a prefix here.
        return len(cells) == closed and _take(cells, sheet, shared, styles)
    except (ValueError, IndexError):  # also what is not UTF-8; expat will say what is wrong
        return False


def _is_unusual(data: bytes) -> bool:
    """Look for comments, new prefixes and such; single letters are found fast."""
    return (
        b"\r" in data
        or b"xmlns" in data
        or (b"!" in data and b"<!" in data)
        or (b"?" in data and b"<?" in data)
    )


def _take(
    cells: list[tuple[str, ...]], sheet: Sheet, shared: Sequence[str], styles: DateStyles
) -> bool:
    """Put the tokens where they stand; False when two claim one place.

    Raises:
        ValueError: there is markup that is not understood at a glance.
    """
    rows, columns, kinds = sheet.rows, dict[str, int](), dict[str, str]()
    rare = _Rare(sheet, styles)
    last, number, row, filled = "", 0, dict[int, Value](), len(cells)
    for letters, place, head, text, value, other in cells:
        if place != last:
            last, number = place, _row(place)
            row = rows.setdefault(number, {})
        try:
            column, kind = columns[letters], kinds[head]
        except KeyError:
            column = columns[letters] = _column(letters)
            kind = kinds[head] = rare.kind(head)
        what: Value = text
        if text:
            if "&" in text or "_x" in text:
                what = unescaped(plain(text))
        elif value and kind == "s":
            what = shared[int(value)]
        else:
            what = rare.value((number, column), (head, kind), value, other, shared)
        if kind == "e":
            sheet.errors.add((number, column))
        if what == "":
            filled -= 1
        else:
            row[column] = what
    return filled == sum(map(len, rows.values()))


def _column(letters: str) -> int:
    if len(letters) > 3:
        raise ValueError("no column of a sheet")
    return column_of(letters)


def _row(place: str) -> int:
    if len(place) > 10:
        raise ValueError("no row of a sheet")
    return int(place)


class _Rare:
    """What is looked into when it is met: numbers, formulas, rich texts, attributes of cells."""

    def __init__(self, sheet: Sheet, styles: DateStyles) -> None:
        self.sheet, self.styles = sheet, styles
        self.dates: dict[str, str] = {}  # attributes as written, and the style that shows dates
        self.heads = set[str]()  # of formulas, as written

    def kind(self, head: str) -> str:
        """Give the kind of cells with these attributes."""
        found = _OF_CELL.fullmatch(head)
        if found is None:
            raise ValueError("not the common kind of cell")
        style, kind = found.groups("")
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
        return _typed(kind, value, self.dates.get(head, ""), self.styles)

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


def _typed(kind: str, value: str, date_style: str, styles: DateStyles) -> Value:
    if kind not in ("", "n"):
        return _other(kind, value)
    number = _number(value)
    if date_style and not isinstance(number, str):
        return styles.value(number, date_style)
    return number


def _number(text: str) -> int | float | str:
    """Read a number; what is beyond all numbers stays as it is written."""
    if text.isdecimal():
        return int(text)
    number = float(text)
    return number if math.isfinite(number) and "_" not in text else text


def _other(kind: str, value: str) -> Value:
    if kind == "b":
        return value.strip() not in ("0", "false")
    if kind == "d":
        return moment(value)
    return unescaped(plain(value))


class _Walk:
    """The slow path: one sheet, element by element."""

    def __init__(self, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> None:
        self.sheet, self.shared, self.styles = sheet, shared, styles
        self.row = self.column = 0
        self.attributes: Mapping[str, str] = {}
        self.words: list[str] = []
        self.taken: dict[str, str] = {}
        self.inside: list[str] = []
        self.reading = 0  # inside of how a text is pronounced

    def through(self, part: bytes) -> None:
        walk(part, self.sheet.title, self._begin, self._end, self.words.append)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == "row":
            self.row = _place(attributes.get("r", ""), self.row + 1)
            self.column = 0
        elif tag == "c":
            self._open({local(key): value for key, value in attributes.items()})
        elif tag == "rPh":
            self.reading += 1
        elif tag in ("v", "f", "t"):
            self.words.clear()

    def _open(self, attributes: Mapping[str, str]) -> None:
        self.attributes = attributes
        self.taken = {}
        if "r" in attributes:
            self.row, self.column = position_of(attributes["r"])
        else:
            self.column += 1

    def _end(self, name: str) -> None:
        tag = local(name)
        if tag == "rPh":
            self.reading -= 1
        elif tag in ("v", "f", "t") and not (tag == "t" and self.reading):
            self.taken[tag] = self.taken.get(tag, "") + "".join(self.words)
        elif tag == "c":
            self._keep()
        if tag in ("v", "f", "t"):
            self.words.clear()

    def _keep(self) -> None:
        kind, style = self.attributes.get("t", ""), self.attributes.get("s", "")
        value = self.taken.get("v", "")
        gave_nothing = kind == "str" and self.taken.get("v") == ""
        if "f" in self.taken and not gave_nothing:
            self.sheet.formulas[self.row, self.column] = markup_of(f"={self.taken['f']}")
        if kind == "e":
            self.sheet.errors.add((self.row, self.column))
        what: Value = unescaped(self.taken.get("t", ""))
        if value and kind == "s":
            what = self._shared(value)
        elif value and kind in ("", "n"):
            what = self._number(value, style)
        elif value:
            what = _other(kind, markup_of(value))
        if what != "":
            self.sheet.put(self.row, self.column, what)

    def _shared(self, value: str) -> str:
        try:
            return self.shared[int(value)]
        except (ValueError, IndexError) as error:
            raise Unreadable(self.sheet.title, "a cell names a text that is not there") from error

    def _number(self, value: str, style: str) -> Value:
        try:
            number = _number(value.strip())
        except ValueError:
            return value  # what another program meant is for a person to say
        if style in self.styles.dates and not isinstance(number, str):
            return self.styles.value(number, style)
        return number


def _place(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) < 11 else otherwise
