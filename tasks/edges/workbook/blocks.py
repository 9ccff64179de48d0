"""The sheets of needs: a locked block for each need, under it the lines a person fills in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import LastYear, Need, RequestForm
from tasks.edges.workbook.cells import (
    height_of,
    join,
    legible,
    letters_across,
    pieces,
    put,
    widths_of,
)
from tasks.edges.workbook.contract import Contract, Span
from tasks.edges.workbook.sealing import GROWING

TALLEST = 390.0  # points; Excel shows no row above 409
SPARE = "spare"
ANSWER_LABEL = "Your answer ▼"
_TITLE_SIZE, _TEXT_SIZE, _FACTS_SIZE = 11.0, 10.0, 9.0  # points, as in the template


@dataclass(slots=True)
class Page:
    """One sheet being drawn: the next free row, and the cells each drop-down list serves."""

    sheet: Worksheet
    contract: Contract
    row: int
    widths: Mapping[str, float]
    choices: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def write(self, letter: str, text: str, style: str) -> None:
        put(self.sheet, self.row, letter, text, self.contract.styles[style])

    def key(self, text: str) -> None:
        put(self.sheet, self.row, self.contract.columns["key"].letter, text)

    def spread(self, span: Span, text: str, style: str) -> None:
        """Write into the first cell of a span, paint all of it and join it."""
        for letter in _letters(span):
            self.write(letter, text if letter == span[0] else "", style)
        if span[0] != span[1]:
            join(self.sheet, f"{span[0]}{self.row}:{span[1]}{self.row}")

    def width(self, span: Span) -> float:
        return sum(self.widths[letter] for letter in _letters(span))

    def stretch(self, height: float) -> None:
        self.sheet.row_dimensions[self.row].height = min(TALLEST, max(18.0, height))


def open_page(sheet: Worksheet, contract: Contract) -> Page:
    """Begin under the headings; widths are those the template gives."""
    widths = widths_of(sheet)
    letters = [column.letter for column in contract.columns.values()]
    return Page(
        sheet, contract, contract.heading_row + 1, {a: widths.get(a, 10.0) for a in letters}
    )


def draw_need(page: Page, need: Need, form: RequestForm) -> None:
    """Draw the block of one need and its empty lines."""
    owner = form.owner_names.get(need.member, need.member)
    _draw_title(page, need, owner)
    _draw_about(page, need, form.last_year.get(need.key), owner)
    if page.contract.answer:
        _draw_answer(page, need)
    for line in range(1, page.contract.lines + 1):
        draw_line(page, f"{need.key}#{line}", f"{need.number} · {line}", owner)


def _draw_title(page: Page, need: Need, owner: str) -> None:
    page.key(f"{need.key}#need")
    page.write(page.contract.columns["number"].letter, need.number, "number")
    if "partner" in page.contract.columns:
        page.write(page.contract.columns["partner"].letter, owner, "number")
    first, *others = _rows_of(page, page.contract.title, need.title, _TITLE_SIZE)
    page.spread(page.contract.title, first, "title")
    page.stretch(height_of(first, page.width(page.contract.title), _TITLE_SIZE))
    page.row += 1
    for more in others:
        page.key(f"{need.key}#about")
        page.spread(page.contract.title, more, "title")
        page.stretch(height_of(more, page.width(page.contract.title), _TITLE_SIZE))
        page.row += 1


def _draw_about(page: Page, need: Need, before: LastYear | None, owner: str) -> None:
    """Draw description and last year; what is too long for a row goes on in the next."""
    split = {
        name: _rows_of(page, page.contract.about[name], text, _size(name))
        for name, text in _about(page.contract, need, before).items()
    }
    for line in range(max(map(len, split.values()))):
        page.key(f"{need.key}#about")
        page.write(page.contract.columns["number"].letter, "", "text")
        if "partner" in page.contract.columns:
            page.write(page.contract.columns["partner"].letter, owner, "facts")
        height = 18.0
        for name, parts in split.items():
            span = page.contract.about[name]
            text = parts[line] if line < len(parts) else ""
            page.spread(span, text, "text" if name == "description" else "facts")
            height = max(height, height_of(text, page.width(span), _size(name)))
        page.stretch(height)
        page.row += 1


def _size(name: str) -> float:
    return _TEXT_SIZE if name == "description" else _FACTS_SIZE


def _about(contract: Contract, need: Need, before: LastYear | None) -> dict[str, str]:
    facts = " · ".join(
        f"{label}: {text}"
        for label, text in (("Filter", need.filter), ("EU reference", need.eu_reference))
        if text
    )
    about = "\n".join(part for part in (need.description, facts) if part)
    reported = _bullets("Reported", before.cycle, before.reported) if before else ""
    planned = _bullets("Planned", before.cycle, before.planned) if before else ""
    if "planned" in contract.about:
        none = "" if before else "Last time: no information on record"
        return {"description": about, "reported": reported or none, "planned": planned}
    return {"description": about, "reported": "\n".join(filter(None, (reported, planned)))}


def _bullets(verb: str, cycle: str, items: tuple[str, ...]) -> str:
    if not items:
        return f"{verb} last time ({cycle}): no information on record"
    return "\n".join((f"{verb} last time ({cycle}):", *(f"• {item}" for item in items)))


def _rows_of(page: Page, span: Span, text: str, size: float) -> list[str]:
    """Split what would stand taller than a row can be; a line break may cost a whole line."""
    width, text = page.width(span), legible(text)
    if height_of(text, width, size) <= TALLEST:
        return [text]
    across, lines = int(letters_across(width, size)), int((TALLEST - 5) / (size * 1.3))
    dense = len(text) / (text.count("\n") + 1) > across
    return pieces(text, max(200, across * lines // (2 if dense else 4)))


def _draw_answer(page: Page, need: Need) -> None:
    answer = page.contract.answer
    if answer is None:
        return
    page.key(f"{need.key}#answer")
    for column in list(page.contract.columns.values())[1:]:
        page.write(column.letter, "", "label")
    page.write(page.contract.columns["number"].letter, need.number, "line_number")
    page.write(answer.state_label, ANSWER_LABEL, "label")
    page.write(answer.state, "", "answer")
    page.write(answer.later_label, "If later, by", "label")
    page.write(answer.later, "", "input")
    page.choices["answers"].append(f"{answer.state}{page.row}")
    page.sheet.row_dimensions[page.row].height = GROWING
    page.row += 1


def draw_line(page: Page, key: str, label: str, owner: str) -> None:
    """Draw one empty line; a spare line (no label) lets the person choose the need."""
    page.key(key)
    for column in list(page.contract.columns.values())[1:]:
        if column.key == "number":
            page.write(column.letter, label, "line_number" if label else "choice")
        elif column.key == "partner":
            page.write(column.letter, owner, "line_number")
        else:
            page.write(column.letter, "", "choice" if column.choices else "input")
        if column.choices:
            page.choices[column.choices].append(f"{column.letter}{page.row}")
    if not label:
        number = page.contract.columns["number"].letter
        page.choices["needs"].append(f"{number}{page.row}")
    page.sheet.row_dimensions[page.row].height = GROWING
    page.row += 1


def draw_section(page: Page, key: str, text: str, style: str) -> None:
    """Write one sentence across the whole table."""
    visible = list(page.contract.columns.values())[1:]
    page.key(key)
    page.spread((visible[0].letter, visible[-1].letter), text, style)
    page.stretch(height_of(text, page.width((visible[0].letter, visible[-1].letter))))
    page.row += 1


def _letters(span: Span) -> list[str]:
    first, last = map(column_index_from_string, span)
    return [get_column_letter(column) for column in range(first, last + 1)]
