"""The slow path through one sheet of an .xlsx: element by element, whatever its spelling."""

from collections.abc import Mapping, Sequence

from tasks.edges.sheets.cell_values import number_of, other_value
from tasks.edges.sheets.days import DateStyles
from tasks.edges.sheets.entities import markup_of, unescaped
from tasks.edges.sheets.markup import local, walk
from tasks.edges.sheets.model import Sheet, Unreadable, position_of
from tasks.edges.sheets.wording import Value


def walk_through(part: bytes, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> None:
    """Put the cells of a sheet's part into the sheet.

    Raises:
        Unreadable: the part is not well formed, or a cell names a text that is not there.
    """
    _Walk(sheet, shared, styles).through(part)


class _Walk:
    """Where one is in the sheet, and what was met of the cell that is open."""

    def __init__(self, sheet: Sheet, shared: Sequence[str], styles: DateStyles) -> None:
        self.sheet, self.shared, self.styles = sheet, shared, styles
        self.row = self.column = 0
        self.attributes: Mapping[str, str] = {}
        self.words: list[str] = []
        self.taken: dict[str, str] = {}
        self.is_open = False  # whether a cell is
        self.reading = 0  # inside of how a text is pronounced

    def through(self, part: bytes) -> None:
        walk(part, self.sheet.title, self._begin, self._end, self.words.append)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if self.is_open and tag in ("row", "c"):
            raise Unreadable(self.sheet.title, "a cell stands within another one")
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
        self.is_open = True
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
            self.is_open = False
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
            what = other_value(kind, markup_of(value))
        if what != "":
            self.sheet.put(self.row, self.column, what)

    def _shared(self, value: str) -> str:
        try:
            return self.shared[int(value)]
        except (ValueError, IndexError) as error:
            raise Unreadable(self.sheet.title, "a cell names a text that is not there") from error

    def _number(self, value: str, style: str) -> Value:
        try:
            number = number_of(value.strip())
        except ValueError:
            return value  # what another program meant is for a person to say
        if style in self.styles.dates and not isinstance(number, str):
            return self.styles.value(number, style)
        return number


def _place(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) < 11 else otherwise
