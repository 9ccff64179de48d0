"""The cells to look at: coloured, and commented in words, for colour alone says little."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tasks.edges.workbook.comments import Note
from tasks.edges.workbook.composing import Composition
from tasks.edges.workbook.plan import Page, Row, letters
from tasks.edges.workbook.receipt_frame import OPEN, SEVERITIES, coloured
from tasks.edges.workbook.receipt_places import Spot


@dataclass(slots=True)
class Mark:
    """What is to be said at one cell; `words` are put into it should it be empty."""

    severity: str
    said: list[str] = field(default_factory=list[str])
    words: str = ""


class Marks:
    """Collects what is to be said at the cells of a workbook, the gravest colour for each."""

    def __init__(self) -> None:
        self._marks: dict[Spot, Mark] = {}

    def add(self, spot: Spot | None, severity: str, said: str, words: str = "") -> None:
        """Say something at a cell; a whole sheet is not coloured."""
        if spot is None or not spot.letter:
            return
        mark = self._marks.setdefault(spot, Mark(severity))
        mark.severity = min(mark.severity, severity, key=SEVERITIES.index)
        mark.words = mark.words or words
        if said not in mark.said:
            mark.said.append(said)

    def colour(self, plan: Composition) -> None:
        """Colour the cells in the planned pages."""
        by_page: defaultdict[str, dict[int, dict[str, Mark]]] = defaultdict(dict)
        for spot, mark in self._marks.items():
            by_page[spot.role].setdefault(spot.row, {})[spot.letter] = mark
        names = {plan.frame.styles[name]: name for name in OPEN}
        for role, rows in by_page.items():
            page = plan.pages[role]
            page.rows = [
                _coloured(page, row, rows[row.number], names) if row.number in rows else row
                for row in page.rows
            ]

    def notes(self, role: str) -> Sequence[Note]:
        """The comments of one sheet, in the order of its cells."""
        mine = [(spot, mark) for spot, mark in self._marks.items() if spot.role == role]
        mine.sort(key=lambda each: (each[0].row, len(each[0].letter), each[0].letter))
        return [(spot.cell, "\n\n".join(mark.said)) for spot, mark in mine]


def _coloured(page: Page, row: Row, marks: Mapping[str, Mark], names: Mapping[int, str]) -> Row:
    standing = row.all_cells()
    is_planned = "#planned#" in str(standing[0][1])
    beside = _joined_with(page, marks) if is_planned else marks
    cells = [
        (letter, value or _words(marks, letter), _style(page, style, beside.get(letter), names))
        for letter, value, style in standing
    ]
    return replace(row, cells=cells, pattern=None, texts=())


def _words(marks: Mapping[str, Mark], letter: str) -> str:
    return marks[letter].words if letter in marks else ""


def _joined_with(page: Page, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """A cell that spans several columns is coloured as one."""
    planned = page.contract.planned
    spans: Iterable[tuple[str, str]] = (planned.remark,) if planned else ()
    found = dict(marks)
    for span in spans:
        if span[0] in marks:
            found |= dict.fromkeys(letters(span), marks[span[0]])
    return found


def _style(page: Page, style: int, mark: Mark | None, names: Mapping[int, str]) -> int:
    if mark is None or style not in names:
        return style
    return page.styles[coloured(names[style], mark.severity)]
