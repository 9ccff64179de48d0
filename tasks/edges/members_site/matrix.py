"""The matrix of a report as a picture: filters by partners, the number written in each cell.

It counts and explains; it does not rank (rule R15). Quantity is one hue in five steps.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LABEL, _WIDTH = 232, 860  # pixels: the column of filters, and the whole picture
_HEAD, _LINE, _PADDING = 52, 17, 14
_SIGNS_OF_LABEL, _SIGNS_OF_NAME = 33, 13
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One square: `step` 0 for nothing, 1 to 5 for a quantity, -1 for no information received."""

    x: float
    step: int
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the picture; a heading has no cells."""

    y: float
    height: float
    label: tuple[str, ...]
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture, measured; all lengths in pixels of its own width."""

    width: int
    height: float
    label: int
    cell: float
    heads: tuple[tuple[float, tuple[str, ...]], ...]
    partners: tuple[str, ...]
    lines: tuple[Line, ...]


def draw(books: sqlite3.Connection, report: str) -> Matrix:
    """Measure the matrix of one report: how many statements each partner made under each filter."""
    partners = _column(
        books,
        "SELECT member FROM needs WHERE report = :report UNION SELECT member FROM situation "
        "WHERE report = :report AND asked_for = 'responses' ORDER BY member COLLATE NOCASE",
        report,
    )
    silent = _column(
        books,
        "SELECT member FROM situation WHERE report = :report AND asked_for = 'responses' "
        "AND received_on IS NULL",
        report,
    )
    counts = _counts(books, report)
    width = (_WIDTH - _LABEL) / max(1, len(partners))
    most = max((said for _, said in counts.values()), default=0)
    lines: list[Line] = []
    y = float(_HEAD)
    for name, key in _rows_of(books, report):
        label = _wrapped(name, _SIGNS_OF_LABEL if key else 200)
        height = _PADDING + _LINE * len(label)
        cells = (
            [
                _cell(_LABEL + place * width, counts.get((*key, member)), member in silent, most)
                for place, member in enumerate(partners)
            ]
            if key
            else []
        )
        lines.append(Line(y, height, label, name, tuple(cells)))
        y += height
    heads = tuple(
        (_LABEL + (place + 0.5) * width, _wrapped(name, _SIGNS_OF_NAME))
        for place, name in enumerate(partners)
    )
    return Matrix(_WIDTH, y + 1, _LABEL, width, heads, tuple(partners), tuple(lines))


def _cell(x: float, count: tuple[int, int] | None, silent: bool, most: int) -> Cell:
    if count is None:
        return Cell(x, 0, "", "no need under this filter")
    needs, said = count
    if silent:
        return Cell(x, -1, "–", f"no information received, {_counted(needs, 'need')}")
    step = 0 if not said else max(1, -(-_STEPS * said // most))
    told = f"{_counted(said, 'statement')} on {_counted(needs, 'need')}"
    return Cell(x, step, str(said), told)


def _counts(books: sqlite3.Connection, report: str) -> dict[tuple[int, str, str], tuple[int, int]]:
    """Sub-pillar, filter and partner to the number of needs and of statements."""
    rows = books.execute(
        "SELECT n.sub_pillar, n.filter, n.member, COUNT(DISTINCT n.key), COUNT(r.id) "
        "FROM needs AS n LEFT JOIN responses AS r ON r.report = n.report AND r.need = n.key "
        "WHERE n.report = ? GROUP BY 1, 2, 3",
        (report,),
    )
    return {(number, name, member): (needs, said) for number, name, member, needs, said in rows}


def _rows_of(
    books: sqlite3.Connection, report: str
) -> Iterator[tuple[str, tuple[int, str] | None]]:
    """Headings and filters in the order of the report, then filters no chapter names."""
    ordered = books.execute(
        "SELECT sub_pillar, title, filter FROM (SELECT id, sub_pillar, title, filter "
        "FROM chapters WHERE report = :report AND filter <> '' UNION ALL "
        "SELECT 1e9, sub_pillar, sub_pillar_title, filter FROM needs WHERE report = :report) "
        "GROUP BY sub_pillar, filter ORDER BY sub_pillar, min(id), filter",
        {"report": report},
    ).fetchall()
    last = 0
    for number, title, name in ordered:
        if number != last:
            yield f"{number}. {title}", None
            last = number
        yield name, (number, name)


def _wrapped(text: str, most: int) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _column(books: sqlite3.Connection, question: str, report: str) -> Sequence[str]:
    return [str(row[0]) for row in books.execute(question, {"report": report})]
