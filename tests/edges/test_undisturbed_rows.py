"""Rows nobody disturbed are read at once, and come to the same as when each is looked at."""

from datetime import date, datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell

from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.headings import find_headings, known_headings
from tasks.edges.workbook.hearing import Hearing
from tasks.edges.workbook.passport import read_passport, take_out_checks
from tasks.edges.workbook.rows import Table, table_of
from tasks.edges.workbook.undisturbed import read_undisturbed
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.returns import REPLIES, RESPONSES, SHEET, changed, filled, read, row_by_row

FIRST, LAST = 4, 24  # rows of the table of two needs, and a few below it
_KEYS = ("n-0001#1", "n-0001#need", "n-0002#answer", "n-0002#2", "n-0001#planned#1", "spare#1")
WORDS = (
    *("answered", "Answered ", "achieved", "planned", "law or by-law", "yes", "perhaps"),
    *("XK-CT-01", "XK-CT-01 · 1", "xk-ct-02", "Q3 2025", "03.04.2025", "2024/25", "soon"),
    *(
        "Donesen je zakon",
        "Донесен закон",
        "two\nlines",
        "  blanks  ",
        "e\u0301",
        "=SUM(1,2)",
        "#N/A",
    ),
)
MOMENT = datetime(2025, 9, 30, 14, 5)  # noqa: DTZ001 – a cell knows no zone
values = st.one_of(
    st.sampled_from((None, *WORDS, *_KEYS)),
    st.text(max_size=12).filter(lambda text: text.isprintable()),
    st.sampled_from((1, 2.5, 45930, True, date(2025, 9, 30), MOMENT)),
)
cells = st.tuples(st.integers(FIRST, LAST), st.integers(1, 12))


def tables(content: bytes) -> list[Table]:
    book = open_book(content)
    keys = known_headings(read_passport(book).headings)
    for sheet in book.sheets:
        take_out_checks(sheet)
    found = ((sheet, find_headings(sheet, keys)) for sheet in book.sheets)
    return [table_of(sheet, headings) for sheet, headings in found if headings]


def undisturbed(content: bytes) -> dict[tuple[str, int], object]:
    """What is read at once of a workbook, by sheet and row; None where a row says nothing."""
    passport, hearing = read_passport(open_book(content)), Hearing(read_date, did_you_mean)
    return {
        (table.sheet.title, number): read.heard.get(number)
        for table in tables(content)
        for read in (read_undisturbed(table, passport, hearing),)
        for number in read.keys
    }


def test_of_a_workbook_filled_as_it_was_sent_only_a_few_rows_are_looked_at_singly():
    content = filled()
    at_once = undisturbed(content)
    said = [each for each in at_once.values() if each is not None]
    assert {line.text for line in RESPONSES} <= {getattr(each, "text", "") for each in said}
    assert {(SHEET, row) for row in (4, 5, 6, 7)} <= at_once.keys()
    assert REPLIES[0].need in {getattr(each, "need", "") for each in said}


def test_a_locked_text_that_was_altered_sends_its_sheet_to_the_closer_look():
    def alter(book: Workbook) -> None:
        book[SHEET]["C4"].value = "Align the whole code"

    before, after = undisturbed(filled()), undisturbed(changed(filled(), alter))
    assert (SHEET, 4) in before
    assert (SHEET, 5) in before
    assert (SHEET, 4) not in after
    assert (SHEET, 5) not in after
    texts = [text for _, text in read(changed(filled(), alter)).unplaced]
    assert texts == ["Align the whole code"]


@settings(max_examples=40, deadline=None)
@example({(7, 1): "n-0001#1", (8, 1): "n-0001#1"})
@example({(20, 1): "n-0001#answer", (20, 4): "answered"})
@given(st.dictionaries(cells, values, max_size=8))
def test_whatever_is_typed_into_a_table_both_ways_read_the_same(
    typed: dict[tuple[int, int], str | float | datetime | None],
):
    def type_in(book: Workbook) -> None:
        for (row, column), value in typed.items():
            if isinstance(cell := book[SHEET].cell(row, column), Cell):  # none joined to another
                cell.value = value

    content = changed(filled(), type_in)
    assert read(content) == row_by_row(content)
