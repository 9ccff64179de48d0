"""Heat maps laid out: one hue in five steps by quantity, with the number written in each cell.

Colour explains and never stands alone: a reader without colours reads the same numbers. What is not
a count is told apart by its look as well: “–” (no information received) is hatched, other words
stand on a tint, and a cell without a word stays white.
"""

from data.vocabulary.documents import Matrix
from tasks.edges.word.grid import parted
from tasks.edges.word.page import Page
from tasks.edges.word.pieces import Shade

STEPS = ("EAF1F8", "C3D7E9", "8FB0D0", "4A77A3", "1F4E79")
_INK, _PAPER, _TINT, _RULE = "1B2733", "FFFFFF", "F3F6F9", "D5DCE4"
_INKS = (_INK, _INK, _INK, _PAPER, _PAPER)  # 4.5 : 1 or better on its step
_ABSENT = "–"
_WIDEST, _TOGETHER = 0.18, 0.74  # shares of the text width: one column, all but the names

Rows = tuple[tuple[str, tuple[Shade, ...]], ...]


def columns_of(matrix: Matrix, page: Page) -> tuple[int, ...]:
    """The names take what the counts leave; together exactly as wide as the text."""
    many = len(matrix.columns)
    each = min(_WIDEST, _TOGETHER / many) if many else 0.0
    return parted(page.text_width, (1 - many * each, *([each] * many)))


def rows_of(matrix: Matrix) -> Rows:
    """Every row with its cells shaded; the highest count of the matrix is the darkest step."""
    counts = [cell for _, cells in matrix.rows for cell in cells if isinstance(cell, int)]
    # A few counts are few in every matrix: without a floor a single “1” would be the darkest.
    most = max(len(STEPS), *counts, 0)
    return tuple([(name, tuple([_shade(cell, most) for cell in row])) for name, row in matrix.rows])


def _shade(cell: int | str, most: int) -> Shade:
    if isinstance(cell, int):
        step = -(-cell * len(STEPS) // most)
        fill, ink = (STEPS[step - 1], _INKS[step - 1]) if step else (_PAPER, _INK)
        return "clear", "auto", fill, ink, str(cell)
    if cell.startswith(_ABSENT):
        return "thinDiagStripe", _RULE, _PAPER, _INK, cell
    return "clear", "auto", _TINT if cell else _PAPER, _INK, cell
