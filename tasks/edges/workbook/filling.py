"""A member's pen for rehearsals: fills in the real workbook, the way people do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.errors.workbooks import NeedNotInWorkbook
from data.vocabulary import NeedReply, PlannedReply, ProjectSupport, ResponseLine, SupportLine
from tasks.edges.sheets.model import Book, Sheet
from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.blocks import SPARE
from tasks.edges.workbook.cells import (
    TALLEST,
    height_of,
    legible,
    pieces,
    put,
    widths_of,
    written,
)
from tasks.edges.workbook.disturbing import disturb
from tasks.edges.workbook.headings import Headings, find_headings, known_headings
from tasks.edges.workbook.identity import ADDITIONAL, ADDITIONAL_LINE
from tasks.edges.workbook.opening import open_to_fill_in
from tasks.edges.workbook.passport import Passport, read_passport
from tasks.edges.workbook.sealing import GROWING, seal

_ROOM = 16_000  # characters typed into one cell; what is longer goes on in a further line


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What a member writes into a workbook; `noise` is one of `disturbing.NOISES`.

    `planned` may speak of more items than the workbook shows: a member answers what it sees.
    """

    replies: Sequence[NeedReply] = ()
    responses: Sequence[ResponseLine] = ()
    support: Sequence[SupportLine] = ()
    additional: str = ""
    noise: str = ""
    planned: Sequence[PlannedReply] = ()


# What a workbook asks: the reference of the request, and the (key, number) of each need.
Asked = tuple[tuple[str, str], ...]
Answering = Callable[[str, Asked], FilledIn]


def read_asked(content: bytes) -> tuple[str, Asked]:
    """Tell what a workbook asks, as a member receives it.

    Args:
        content: The bytes of a request workbook.

    Returns:
        The reference of the request, and the (key, number) of each need in the order of the sheets.
    """
    book = open_book(content)
    passport = read_passport(book)
    keys = (_keys(sheet, headings) for sheet, headings in _seen(book, passport))
    return passport.facts.get("reference", ""), _asked(passport, keys)


def fill(
    content: bytes,
    replies: Sequence[NeedReply],
    responses: Sequence[ResponseLine],
    support: Sequence[SupportLine],
    additional: str = "",
    noise: str = "",
    planned: Sequence[PlannedReply] = (),
) -> bytes:
    """Fill in a request workbook with what was decided before it was opened; see `answer`."""
    words = FilledIn(replies, responses, support, additional, noise, planned)
    return answer(content, lambda _reference, _asked: words)


def answer(content: bytes, answering: Answering) -> bytes:
    """Open a request workbook, see what it asks, and fill it in as a simulated member does.

    A line goes into the empty line of its number; where there is none, into a spare line, and below
    the table when those are used up.

    Args:
        content: The bytes of the request workbook.
        answering: What the member writes, given the reference and the needs it is asked about.

    Returns:
        The bytes of the return; the same arguments give the same bytes.

    Raises:
        NeedNotInWorkbook: something is said about a need this workbook does not ask about.
    """
    book = open_to_fill_in(content)
    seen = open_book(content)
    passport = read_passport(seen)
    tables = [*_tables(book, seen, passport)]
    asked = _asked(passport, (table.rows for table in tables))
    words = answering(passport.facts.get("reference", ""), asked)
    pen = _Pen(passport, tables, "  " if words.noise == "trailing spaces" else "")
    for reply in words.replies:
        table = pen.table_of(reply.need)
        state = reply.state.value if reply.state else ""
        chosen = {"text": state, "reference": reply.later_on}
        pen.write(table, table.rows[f"{reply.need}#answer"], chosen)
    for item in words.planned:
        pen.follow_up(item)
    for line in words.responses:
        pen.write_line(line.need, line.line, _words_of_response(line), "text")
    for project in words.support:
        pen.write_line(project.need, project.line, _words_of_support(project), "activity")
    _write_additional(book, words.additional, pen.blanks)
    disturb(book, [(table.sheet, table.headings) for table in tables], words.noise)
    return seal(book)


@dataclass(slots=True)
class _Table:
    """A sheet of needs; `rows` maps hidden keys to rows, `below` is the first row under it."""

    sheet: Worksheet
    headings: Headings
    rows: Mapping[str, int]
    below: int
    widths: Mapping[str, float]
    spare_used: int = 0


@dataclass(slots=True)
class _Pen:
    passport: Passport
    tables: Sequence[_Table]
    blanks: str
    used: set[str] = field(default_factory=set[str])

    def table_of(self, need: str) -> _Table:
        for table in self.tables:
            if f"{need}#need" in table.rows:
                return table
        raise NeedNotInWorkbook(reference=self.passport.facts.get("reference", ""), need=need)

    def write_line(self, need: str, line: int, words: dict[str, str], longest: str) -> None:
        table = self.table_of(need)
        for text in pieces(words[longest], _ROOM):
            key = f"{need}#{line}"
            if key in table.rows and key not in self.used:
                self.used.add(key)
                self.write(table, table.rows[key], {**words, longest: text})
            else:
                number = {"number": self.passport.needs[need]}
                self.write(table, _free_row(table), {**number, **words, longest: text})

    def follow_up(self, item: PlannedReply) -> None:
        table = self.table_of(item.need)
        row = table.rows.get(f"{item.need}#planned#{item.item}")
        if row is not None:
            chosen = item.follow_up.value if item.follow_up else ""
            self.write(table, row, {"date": chosen, "project_support": item.remark})

    def write(self, table: _Table, row: int, words: Mapping[str, str]) -> None:
        tallest = GROWING
        for key, text in words.items():
            if text:
                letter = get_column_letter(table.headings.columns[key])
                put(table.sheet, row, letter, legible(text) + self.blanks)
                tallest = max(tallest, height_of(text, table.widths.get(letter, 10.0)))
        table.sheet.row_dimensions[row].height = min(TALLEST, tallest)


def _free_row(table: _Table) -> int:
    table.spare_used += 1
    spare = table.rows.get(f"{SPARE}#{table.spare_used}")
    if spare is None:
        spare, table.below = table.below, table.below + 1
    return spare


def _seen(book: Book, passport: Passport) -> Iterator[tuple[Sheet, Headings]]:
    """Find the sheets of needs as a reader sees them."""
    keys = known_headings(passport.headings)
    for sheet in book.sheets:
        headings = find_headings(sheet, keys)
        if headings and "key" in headings.columns:
            yield sheet, headings


def _tables(book: Workbook, seen: Book, passport: Passport) -> Iterator[_Table]:
    for sheet, headings in _seen(seen, passport):
        page = book[sheet.title]
        yield _Table(page, headings, _keys(sheet, headings), page.max_row + 1, widths_of(page))


def _keys(sheet: Sheet, headings: Headings) -> dict[str, int]:
    """Map the hidden keys to their rows; the first row of a key counts."""
    column = headings.columns["key"]
    found: dict[str, int] = {}
    for row in sorted(sheet.rows):
        key = sheet.text(row, column) if row > headings.row else ""
        if key:
            found.setdefault(key, row)
    return found


def _asked(passport: Passport, tables: Iterable[Mapping[str, int]]) -> Asked:
    return tuple(
        (need, passport.needs.get(need, ""))
        for rows in tables
        for key in rows
        for need, _, part in (key.rpartition("#"),)
        if part == "need"
    )


def _words_of_response(line: ResponseLine) -> dict[str, str]:
    support = line.with_project_support
    return {
        "kind": line.kind.value if line.kind else "",
        "text": line.text,
        "instrument": line.instrument.value if line.instrument else "",
        "reference": line.reference,
        "date": line.date_text or (line.on.isoformat() if line.on else ""),
        "project_support": "" if support is ProjectSupport.UNKNOWN else support.value,
        "project": line.project,
        "eu_reference": line.eu_reference,
    }


def _words_of_support(line: SupportLine) -> dict[str, str]:
    return {
        "title": line.title,
        "implementer": line.implementer,
        "donors": line.donors,
        "activity": line.activity,
        "start": line.start_text,
        "end": line.end_text,
        "budget": line.budget,
        "currency": line.currency,
        "status": line.status,
    }


def _write_additional(book: Workbook, text: str, blanks: str) -> None:
    sheet = next(
        (sheet for sheet in book.worksheets if written(sheet.cell(1, 1)) == ADDITIONAL), None
    )
    if sheet is None or not text:
        return
    rows = [row for row in range(1, sheet.max_row + 1) if _is_additional(sheet, row)]
    for row, part in zip(rows, pieces(legible(text), _ROOM), strict=False):
        put(sheet, row, "C", part + blanks)
        tall = height_of(part, widths_of(sheet).get("C", 10.0))
        sheet.row_dimensions[row].height = min(TALLEST, max(GROWING, tall))


def _is_additional(sheet: Worksheet, row: int) -> bool:
    return written(sheet.cell(row, 1)).startswith(ADDITIONAL_LINE)
