"""Tables read back from Word: continued rows joined, shares of the width as they were given."""

import re
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import Table
from tasks.edges.word.names import W
from tasks.edges.word.styles import CONTINUED_CELL, HEAD
from tasks.edges.word.words import style_of, text_of

_VARIABLE = re.compile(r"Table ([0-9]{1,6}) shares")


def shares_in(settings: Element) -> dict[int, tuple[float, ...]]:
    """The shares of the columns by table number, from the document's variables."""
    found: dict[int, tuple[float, ...]] = {}
    for variable in settings.iter(f"{W}docVar"):
        named = _VARIABLE.fullmatch(variable.get(f"{W}name", ""))
        if named:
            found[int(named[1])] = _numbers(variable.get(f"{W}val", ""))
    return found


def table_of(element: Element, caption: str, shares: tuple[float, ...] | None) -> Table:
    """One table; without its shares (another program re-saved the file) the grid gives them."""
    lines = [_cells(row) for row in element.findall(f"{W}tr")]
    if not lines:
        raise DocumentUnreadable(reason=f"the table {caption!r} has no header")
    header, *body = lines
    if any(len(line) != len(header) for line in body):
        raise DocumentUnreadable(reason=f"the rows of the table {caption!r} differ in length")
    return Table(
        caption,
        tuple(text for _, text in header),
        _joined(body),
        _grid(element) if shares is None else shares,
        tuple(number for number, (style, _) in enumerate(header) if style == HEAD[1]),
    )


def _cells(row: Element) -> list[tuple[str, str]]:
    """The style and the text of each cell; a cell someone broke in paragraphs is one text."""
    cells: list[tuple[str, str]] = []
    for cell in row.findall(f"{W}tc"):
        paragraphs = cell.findall(f"{W}p")
        style = style_of(paragraphs[0]) if paragraphs else ""
        cells.append((style, "\n".join(text_of(paragraph) for paragraph in paragraphs)))
    return cells


def _joined(lines: list[list[tuple[str, str]]]) -> tuple[tuple[str, ...], ...]:
    rows: list[list[list[str]]] = []
    for line in lines:
        if rows and line and line[0][0] in CONTINUED_CELL:
            for parts, (_, text) in zip(rows[-1], line, strict=True):
                parts.append(text)
        else:
            rows.append([[text] for _, text in line])
    return tuple(tuple("".join(parts) for parts in row) for row in rows)


def _grid(element: Element) -> tuple[float, ...]:
    columns = [column.get(f"{W}w", "") for column in element.iter(f"{W}gridCol")]
    widths = _numbers(" ".join(columns))
    return tuple(round(width / max(sum(widths), 1.0), 3) for width in widths)


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(number) for number in text.split())
    except ValueError as error:
        raise DocumentUnreadable(reason="the widths of its tables are damaged") from error
