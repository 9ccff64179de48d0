"""Tables read back from Word: continued rows joined, shares of the width as they were given."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import Table
from tasks.edges.word.names import W
from tasks.edges.word.styles import CONTINUED_CELL, HEAD
from tasks.edges.word.words import anchor_of, style_of, text_of

_VARIABLE = re.compile(r"Table ([0-9]{1,6}) shares")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it was drawn; a cell someone broke in paragraphs is one text."""

    style: str
    text: str
    anchor: str


Lines = list[list[Cell]]


def shares_in(settings: Element) -> dict[int, tuple[float, ...]]:
    """The shares of the columns by table number, from the document's variables."""
    found: dict[int, tuple[float, ...]] = {}
    for variable in settings.iter(f"{W}docVar"):
        named = _VARIABLE.fullmatch(variable.get(f"{W}name", ""))
        if named:
            found[int(named[1])] = _numbers(variable.get(f"{W}val", ""))
    return found


def lines_of(element: Element) -> Lines:
    """The rows of a table as they were drawn, the header first."""
    return [[_cell(cell) for cell in row.findall(f"{W}tc")] for row in element.findall(f"{W}tr")]


def table_of(
    element: Element, caption: str, lines: Lines, shares: tuple[float, ...] | None
) -> Table:
    """One table; without its shares (another program re-saved the file) the grid gives them."""
    if not lines:
        raise DocumentUnreadable(reason=f"the table {caption!r} has no header")
    header, *body = lines
    if any(len(line) != len(header) for line in body):
        raise DocumentUnreadable(reason=f"the rows of the table {caption!r} differ in length")
    anchors = tuple(line[0].anchor for line in body if line and not _continues(line))
    return Table(
        caption,
        tuple(cell.text for cell in header),
        _joined(body),
        _grid(element) if shares is None else shares,
        tuple(number for number, cell in enumerate(header) if cell.style == HEAD[1]),
        anchors=anchors if any(anchors) else (),
    )


def _cell(cell: Element) -> Cell:
    paragraphs = cell.findall(f"{W}p")
    style = style_of(paragraphs[0]) if paragraphs else ""
    text = "\n".join([text_of(paragraph) for paragraph in paragraphs])
    return Cell(style, text, anchor_of(cell))


def _continues(line: list[Cell]) -> bool:
    return bool(line) and line[0].style in CONTINUED_CELL


def _joined(lines: Lines) -> tuple[tuple[str, ...], ...]:
    rows: list[list[list[str]]] = []
    for line in lines:
        if rows and _continues(line):
            for parts, cell in zip(rows[-1], line, strict=True):
                parts.append(cell.text)
        else:
            rows.append([[cell.text] for cell in line])
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
