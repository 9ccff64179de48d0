"""Where a place in a file is found again in the new workbook, and what must stay unsaid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from openpyxl.utils import column_index_from_string, get_column_letter

from data.vocabulary import NOWHERE, Part, Place, Reading, ResponseLine, SupportLine
from data.vocabulary.screening import ScreenedLine
from tasks.edges.workbook.cells import LONGEST, legible, pieces
from tasks.edges.workbook.composing import Composition
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.identity import ADDITIONAL_LINE
from tasks.edges.workbook.plan import Row

# The column a finding is about; others are about the cell they stand at.
_ABOUT = {
    "achieved-outside-period": "date",
    "planned-outside-outlook": "date",
    "line-without-date": "date",
    "line-without-kind": "kind",
    "line-without-text": "text",
    "no-reference-given": "reference",
    "project-without-title": "title",
    "end-before-start": "end",
    "budget-without-currency": "currency",
}
BESIDE = "text-outside-cells"
_SECOND = frozenset({"later_on", "remark"})  # fields that stand in the second open cell of a row
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the new workbook; an empty `letter` means the sheet as a whole."""

    role: str
    row: int
    letter: str

    @property
    def cell(self) -> str:
        return f"{self.letter or 'B'}{self.row}"


class Unsaid:
    """What the screen holds: its words are repeated nowhere."""

    def __init__(self, held: Iterable[ScreenedLine]) -> None:
        lines = tuple(held)
        self.keys = {key for line in lines if (key := key_of_row(line.part, line.need, line.line))}
        self._places = {line.place for line in lines if not line.need and line.place != NOWHERE}
        self._hashes = {line.text_sha256 for line in lines}

    def holds(self, key: str, place: Place = NOWHERE) -> bool:
        return key in self.keys or place in self._places

    def holds_words(self, words: str) -> bool:
        return sha256(words.encode("utf-8", errors="surrogatepass")).hexdigest() in self._hashes

    def left_in(self, reading: Reading) -> Reading:
        """Give the reading without what is held; cells and lines that held it stay empty."""
        return replace(
            reading,
            replies=tuple(
                replace(each, later_on="") if f"{each.need}#answer" in self.keys else each
                for each in reading.replies
            ),
            responses=tuple(
                ResponseLine(each.need, each.line, None, "", place=each.place)
                if f"{each.need}#{each.line}" in self.keys
                else each
                for each in reading.responses
            ),
            support=tuple(
                SupportLine(each.need, each.line, "", place=each.place)
                if f"{each.need}#{each.line}" in self.keys
                else each
                for each in reading.support
            ),
            planned=tuple(
                replace(each, remark="")
                if f"{each.need}#planned#{each.item}" in self.keys
                else each
                for each in reading.planned
            ),
            additional=tuple(
                (place, "" if self._is_loose(place, text) else text)
                for place, text in reading.additional
            ),
            unplaced=tuple(each for each in reading.unplaced if not self._is_loose(*each)),
        )

    def _is_loose(self, place: Place, text: str) -> bool:
        return self.holds("", place) or self.holds_words(text)


def key_of_row(part: Part, need: str, line: int) -> str:
    """The hidden key of the row in which something was said; empty for loose texts."""
    if not need:
        return ""
    if part is Part.REPLY:
        return f"{need}#answer"
    return f"{need}#planned#{line}" if part is Part.PLANNED else f"{need}#{line}"


class Whereabouts:
    """Finds the cell of the new workbook that stands for a cell of the member's file."""

    def __init__(self, plan: Composition, reading: Reading) -> None:
        self._plan, self._contract = plan, plan.contract
        self._rows = _rows_by_key(plan)
        self._theirs: dict[tuple[str, str], str] = {}
        self._moved: dict[str, int] = {}
        self._sheets: dict[str, str] = {}
        for key, place, is_text in _read_rows(reading):
            if place == NOWHERE or key not in self._rows:
                continue
            self._theirs.setdefault((place.sheet, _row(place)), key)
            self._sheets.setdefault(place.sheet, self._rows[key][0])
            if is_text:
                found = column_index_from_string(_column(place))
                meant = column_index_from_string(_saying(self._contract))
                self._moved.setdefault(place.sheet, found - meant)

    def key(self, place: Place) -> str:
        """The hidden key of the row a place stands in, empty where no answer was read from it."""
        return self._theirs.get((place.sheet, _row(place)), "")

    def find(self, place: Place, code: str = "") -> Spot | None:
        """Find the cell a finding is about, else the sheet; None where neither is known."""
        if key := self.key(place):
            spot = self.of_row(key, self._letter(key, place, code))
            # What stands beside the cells for answers says nothing about an answer.
            return replace(spot, letter="") if spot and code == BESIDE else spot
        titles = {sheet.title: role for role, sheet in self._plan.frame.sheets.items()}
        role = self._sheets.get(place.sheet) or titles.get(place.sheet, "")
        hidden = role in ("", "lists", "identity", "receipt")
        return None if hidden else Spot(role, 1, "")

    def of_row(self, key: str, letter: str = "") -> Spot | None:
        """Find a row by its key; its most telling cell where no other is named."""
        if key not in self._rows:
            return None
        role, row = self._rows[key]
        return Spot(role, row.number, letter or open_letters(key, self._contract)[0])

    def of_field(self, key: str, field: str) -> Spot | None:
        """Find the cell of a row in which a field stands, by the name of its column."""
        letters = open_letters(key, self._contract)
        column = self._contract.columns.get(field)
        if field in _SECOND and len(letters) > 1:
            return self.of_row(key, letters[1])
        return self.of_row(key, column.letter if column and column.letter in letters else "")

    def standing(self, spot: Spot, key: str) -> str:
        """What stands in a cell of the new workbook."""
        cells = self._rows[key][1].all_cells() if key in self._rows else ()
        return next((str(value) for letter, value, _ in cells if letter == spot.letter), "")

    def location(self, spot: Spot) -> str:
        """The cell as links inside the workbook name it."""
        title = self._plan.frame.sheets[spot.role].title.replace("'", "''")
        return f"'{title}'!{spot.cell}"

    def _letter(self, key: str, place: Place, code: str) -> str:
        letters = open_letters(key, self._contract)
        if code == "later-without-date" and key.endswith("#answer"):
            return letters[1]
        about = self._contract.columns.get(_ABOUT.get(code, ""))
        if about and about.letter in letters:
            return about.letter
        number = column_index_from_string(_column(place)) - self._moved.get(place.sheet, 0)
        meant = get_column_letter(number) if number > 0 else ""
        return meant if meant in letters else letters[0]


def open_letters(key: str, contract: Contract) -> Sequence[str]:
    """The letters of the cells a member fills in a row, the most telling one first."""
    if key.startswith(ADDITIONAL_LINE):
        return (contract.additional["text"],)
    if contract.answer and key.endswith("#answer"):
        return contract.answer.state, contract.answer.later
    if contract.planned and "#planned#" in key:
        return contract.planned.follow_up, contract.planned.remark[0]
    first = _saying(contract)
    fixed = ("key", "number", "partner")
    others = (column.letter for column in contract.columns.values() if column.key not in fixed)
    return first, *(letter for letter in others if letter != first)


def _saying(contract: Contract) -> str:
    return contract.columns["text" if "text" in contract.columns else "title"].letter


def _rows_by_key(plan: Composition) -> Mapping[str, tuple[str, Row]]:
    found: dict[str, tuple[str, Row]] = {}
    for role, page in plan.pages.items():
        if role != "additional" and not role.startswith("needs "):
            continue
        for row in page.rows:
            key = row.texts[0] if row.pattern else (row.cells[0][1] if row.cells else "")
            found.setdefault(str(key), (role, row))
    return found


def _read_rows(reading: Reading) -> Iterator[tuple[str, Place, bool]]:
    """The rows of a reading by hidden key, and whether the place is that of the saying cell."""
    for said in reading.responses:
        yield f"{said.need}#{said.line}", said.place, bool(said.text)
    for project in reading.support:
        yield f"{project.need}#{project.line}", project.place, bool(project.title)
    for reply in reading.replies:
        yield f"{reply.need}#answer", reply.place, reply.state is not None
    for planned in reading.planned:
        yield f"{planned.need}#planned#{planned.item}", planned.place, False
    line = 1
    for place, text in reading.additional:
        yield f"{ADDITIONAL_LINE}{line}", place, False
        line += len(pieces(legible(text), LONGEST))


def _row(place: Place) -> str:
    return place.cell.lstrip(_LETTERS)


def _column(place: Place) -> str:
    return place.cell.rstrip(_DIGITS) or "A"
