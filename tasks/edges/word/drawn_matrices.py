"""Heat maps read back from Word: the counts as they are written in the cells."""

from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import Matrix
from tasks.edges.word.drawn_tables import Lines
from tasks.edges.word.names import W
from tasks.edges.word.printable import as_count
from tasks.edges.word.styles import MATRIX_CORNER


def is_matrix(lines: Lines) -> bool:
    """Whether the corner of a table says that it is a heat map."""
    return bool(lines and lines[0]) and lines[0][0].style == MATRIX_CORNER


def matrix_of(element: Element, caption: str, lines: Lines) -> Matrix:
    """One heat map; what its colours show in words is the table's alternative text."""
    header, *body = lines
    if any(len(line) != len(header) for line in body):
        raise DocumentUnreadable(reason=f"the rows of the table {caption!r} differ in length")
    corner, *columns = header
    described = element.find(f"{W}tblPr/{W}tblDescription")
    return Matrix(
        caption,
        "" if described is None else described.get(f"{W}val", ""),
        corner.text,
        tuple(column.text for column in columns),
        tuple((name.text, tuple(as_count(cell.text) for cell in cells)) for name, *cells in body),
        anchor=corner.anchor,
    )
