"""The rows of a sheet: their filled cells by column, parted only where somebody asks for a row."""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from itertools import chain

from tasks.edges.sheets.wording import Value

Cells = dict[int, Value]  # by the number of their column
Texts = tuple[str | None, ...]  # from the first column on; None where nothing stands
SideBySide = tuple[Value | None, ...]  # the same of a row in which anything may stand


class Rows(MutableMapping[int, Cells]):
    """Rows by number, each with its filled cells.

    Rows of plain texts are put in as they were read, and parted by columns when they are first
    looked up: of a large return most never are.
    """

    __slots__ = ("_rows", "width")

    def __init__(self) -> None:
        self._rows: dict[int, Cells | Texts] = {}
        self.width = 0  # columns of the rows of plain texts

    def __getitem__(self, number: int) -> Cells:
        row = self._rows[number]
        if isinstance(row, tuple):
            parted: Cells = {column: text for column, text in enumerate(row, 1) if text is not None}
            self._rows[number] = row = parted
        return row

    def __setitem__(self, number: int, cells: Cells) -> None:
        self._rows[number] = cells

    def __delitem__(self, number: int) -> None:
        del self._rows[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def put_texts(self, numbers: Sequence[int], columns: Sequence[Iterable[str | None]]) -> None:
        """Put in whole rows of plain texts.

        Args:
            numbers: Of the rows.
            columns: For each column, from the first on, its texts row by row; None for none. A
                sheet is read with the same number of columns from its first row to its last.

        Raises:
            ValueError: there are two rows of one number.
        """
        before, self.width = len(self._rows), len(columns)
        texts = zip(*columns, strict=True)
        told = [row for row in zip(numbers, texts, strict=True) if any(row[1])]
        self._rows.update(told)
        if len(self._rows) < before + len(told):
            raise ValueError("two rows of one number")

    def singly(self, number: int) -> Cells:
        """Give the row into which cells are put one by one, an empty one if there is none yet.

        Raises:
            ValueError: a row of plain texts bears the number.
        """
        row = self._rows.setdefault(number, {})
        if isinstance(row, tuple):
            raise ValueError("two rows of one number")
        return row

    def count_singly(self) -> int:
        """Count the cells that were put in one by one, before any row is looked up."""
        return sum([len(row) for row in self._rows.values() if type(row) is dict])

    def length(self) -> int:
        """How long all texts are together."""
        rows = self._rows.values()
        plain = filter(None, chain.from_iterable([row for row in rows if type(row) is tuple]))
        return sum(map(len, plain)) + sum(
            [
                len(text)
                for row in rows
                if type(row) is dict
                for text in row.values()
                if type(text) is str
            ]
        )

    def first_columns(self, width: int) -> list[SideBySide]:
        """Give of each row what stands in the first so many columns, None where nothing does."""
        columns, short = range(1, width + 1), (None,) * width
        return [
            (row + short)[:width] if isinstance(row, tuple) else tuple(map(row.get, columns))
            for row in self._rows.values()
        ]

    def side_by_side(self, width: int) -> Iterator[tuple[int, SideBySide]]:
        """Give each row as what stands in the first so many columns, None where nothing does.

        A row that reaches further is passed over.
        """
        columns = range(1, width + 1)
        for number, row in self._rows.items():
            if type(row) is tuple and len(row) == width:
                yield number, row
                continue
            cells = self[number]
            told = tuple(map(cells.get, columns))
            if len(cells) == width - told.count(None):
                yield number, told
