"""What will stand on a sheet, row by row, before any file is made of it.

Every sheet of a request workbook is first planned as plain values; `rendering` turns the plan into
XML, and a test lets openpyxl draw the same plan and compares the two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from openpyxl.utils import column_index_from_string, get_column_letter

from data.vocabulary.languages import Language
from tasks.edges.workbook.cells import TALLEST
from tasks.edges.workbook.contract import Contract, Span
from tasks.edges.workbook.sealing import GROWING

# Where the texts of a pattern go: characters no workbook can hold. Its formulas say {r}.
SLOTS = ("\x01", "\x02", "\x03", "\x04")


class Formula(str):
    """A formula, with its equals sign: only our own ever become one.

    `shown` is its result as the workbook goes out, for programs that show and do not calculate
    (previews, Excel before editing is allowed); None where it is not known.
    """

    shown: str | int | None

    def __new__(cls, text: str, shown: str | int | None = None) -> "Formula":
        made = super().__new__(cls, text)
        made.shown = shown
        return made


# Letter of the column, what stands in it, number of the style.
Cell = tuple[str, str | int, int]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row every need has: only the texts in its slots differ.

    `offers` are the lists its cells offer, each with the letter of its column; `joins` are the
    spans of its joined cells.
    """

    cells: tuple[Cell, ...]
    offers: tuple[tuple[str, str], ...]
    joins: tuple[Span, ...]

    def filled(self, number: int, texts: Sequence[str], *, fresh: bool = True) -> list[Cell]:
        """Give the cells of one row after this pattern; only a fresh one is sure of its results."""
        known: dict[str, str] = dict(zip(SLOTS, texts, strict=False))
        cells: list[Cell] = []
        for letter, value, style in self.cells:
            if isinstance(value, Formula):
                shown = value.shown if fresh else None
                cells.append((letter, Formula(value.replace("{r}", str(number)), shown), style))
            else:
                cells.append((letter, known.get(str(value), value), style))
        return cells


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a `growing` one has no height set by hand and grows with what is typed into it.

    A row made after a `pattern` has no cells of its own, but the `texts` of the slots.
    """

    number: int
    height: float
    growing: bool
    cells: Sequence[Cell]
    pattern: Pattern | None = None
    texts: tuple[str, ...] = ()

    def all_cells(self) -> Sequence[Cell]:
        """Give the cells, whichever way they were planned."""
        return self.pattern.filled(self.number, self.texts) if self.pattern else self.cells


@dataclass(slots=True)
class Page:
    """One sheet being planned.

    `styles` maps the contract's names to style numbers, `widths` letters to widths in characters,
    `messages` kinds of row to the formulas that check them. `joined` are ranges, `followed` maps
    patterns to rows, `links` cells to places inside the workbook. `ours` are the texts by which the
    workbook is known again. Lists in `unoffered` have no words. Rows in `kept` must not be the last
    of a printed page; a page ends after each of the rows in `breaks`.
    """

    contract: Contract
    language: Language
    styles: Mapping[str, int]
    widths: Mapping[str, float]
    messages: Mapping[str, str] = field(default_factory=dict[str, str])
    unoffered: frozenset[str] = frozenset()
    row: int = 1
    rows: list[Row] = field(default_factory=list[Row])
    joined: list[str] = field(default_factory=list[str])
    links: dict[str, str] = field(default_factory=dict[str, str])
    ours: list[str] = field(default_factory=list[str])
    patterns: dict[str, Pattern] = field(default_factory=dict[str, Pattern])
    followed: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    filtered: str = ""
    kept: list[int] = field(default_factory=list[int])
    breaks: list[int] = field(default_factory=list[int])
    _cells: list[Cell] = field(default_factory=list[Cell])
    _joins: list[Span] = field(default_factory=list[Span])
    _spans: dict[Span, float] = field(default_factory=dict[Span, float])

    def key(self, text: str) -> None:
        """Write the hidden key of the row, by which a reader knows it without a fingerprint."""
        self._cells.append((self.contract.columns["key"].letter, text, 0))

    def write(self, letter: str, value: str | int, style: str) -> None:
        """Write one of our own texts."""
        self._cells.append((letter, value, self.styles[style] if style else 0))
        if value and not isinstance(value, Formula):
            self.ours.append(str(value))

    def answer(self, letter: str, text: str, style: str) -> None:
        """Write what a member said, or leave the cell open for it."""
        self._cells.append((letter, text, self.styles[style]))

    def check(self, row: str, shown: str = "") -> None:
        """Write the formula that says in words what this kind of row lacks, into a pattern."""
        formula = Formula(f"={self.messages[row]}", shown)
        self._cells.append((self.contract.check, formula, self.styles["check"]))

    def place(self, letter: str, text: str, number: int) -> None:
        """Write a text of the template in the style it has there, by its number."""
        self._cells.append((letter, text, number))
        if text:
            self.ours.append(text)

    def offered(self) -> dict[str, tuple[str, list[int]]]:
        """Give every list with words, the column that offers it, and its rows in order."""
        found: dict[str, tuple[str, list[int]]] = {}
        for name, rows in self.followed.items():
            for choices, letter in self.patterns[name].offers:
                found.setdefault(choices, (letter, []))[1].extend(rows)
        return {
            name: (letter, sorted(rows))
            for name, (letter, rows) in found.items()
            if name not in self.unoffered
        }

    def spread(self, span: Span, text: str, style: str) -> None:
        """Write into the first cell of a span, paint all of it and join it."""
        self.spread_answer(span, text, style)
        if text:
            self.ours.append(text)

    def spread_answer(self, span: Span, text: str, style: str) -> None:
        """Open a span of cells for a member as one."""
        number = self.styles[style]
        first, *others = letters(span)
        self._cells.append((first, text, number))
        self._cells.extend([(letter, "", number) for letter in others])
        if others:
            self._joins.append(span)

    def keep(self, name: str, offers: Sequence[tuple[str, str]] = ()) -> None:
        """Keep the row written so far as a pattern, not as a row."""
        cells = tuple(_in_order(self._cells))
        self.patterns[name] = Pattern(cells, tuple(offers), tuple(self._joins))
        self._cells, self._joins = [], []
        self.ours = [text for text in self.ours if text not in SLOTS]

    def follow(
        self,
        name: str,
        texts: tuple[str, ...],
        height: float = 0.0,
        given: Mapping[str, str] | None = None,
    ) -> None:
        """Make a row after a pattern, with what a member said by column letters."""
        pattern = self.patterns[name]
        self.followed.setdefault(name, []).append(self.row)
        if not given and "" not in texts:
            for first, last in pattern.joins:
                self.joined.append(f"{first}{self.row}:{last}{self.row}")
            tall = min(TALLEST, max(18.0, height)) if height else GROWING
            self.rows.append(Row(self.row, tall, not height, (), pattern, texts))
            self.row += 1
            return
        said, cells = given or {}, pattern.filled(self.row, texts, fresh=not given)
        self._cells = [(letter, said.get(letter, value), style) for letter, value, style in cells]
        self._joins = [*pattern.joins]
        self.close(height)

    def width(self, span: Span) -> float:
        if span not in self._spans:
            self._spans[span] = sum(self.widths.get(letter, 10.0) for letter in letters(span))
        return self._spans[span]

    def close(self, height: float = 0.0) -> None:
        """End the row; without a height it grows with what is typed into it."""
        self._end(min(TALLEST, max(18.0, height)) if height else GROWING, grows=not height)

    def close_as(self, height: float) -> None:
        """End a row of the template, which keeps its height; 0 leaves it to the program."""
        self._end(height, grows=False)

    def _end(self, height: float, *, grows: bool) -> None:
        for first, last in self._joins:
            self.joined.append(f"{first}{self.row}:{last}{self.row}")
        self.rows.append(Row(self.row, height, grows, _in_order(self._cells)))
        self._cells, self._joins = [], []
        self.row += 1

    def overlay(self, row: int, cells: Sequence[tuple[str, str | int, str]]) -> None:
        """Write into a row that stands already, or begin it: (letter, value, style)."""
        before = next((each for each in self.rows if each.number == row), Row(row, 18.0, False, ()))
        standing = {cell[0]: cell for cell in before.cells}
        for letter, value, style in cells:
            standing[letter] = (letter, value, self.styles[style])
            if not isinstance(value, Formula):
                self.ours.append(str(value))
        drawn = replace(before, cells=_in_order(standing.values()))
        kept = [each for each in self.rows if each.number != row]
        self.rows = sorted([*kept, drawn], key=lambda each: each.number)
        self.row = max(self.row, row + 1)


def _in_order(cells: Iterable[Cell]) -> list[Cell]:
    """Put cells from left to right: Excel repairs a row in which they stand otherwise."""
    return sorted(cells, key=_column)


def _column(cell: Cell) -> tuple[int, str]:
    return len(cell[0]), cell[0]


@cache
def letters(span: Span) -> tuple[str, ...]:
    """Give the letters of all columns of a span."""
    first, last = map(column_index_from_string, span)
    return tuple(get_column_letter(number) for number in range(first, last + 1))
