"""Nothing a person wrote into a returned file is lost: it is stored, or listed with its place."""

from collections.abc import Callable
from dataclasses import asdict

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment

from data.vocabulary import Reading, Severity
from tasks.edges.archive import pack, unpack
from tests.specimens.requests import support_workbook
from tests.specimens.returns import SHEET, changed, filled, read

BESIDE_THE_LISTS = 30  # columns
Planted = tuple[int, int, int, bool]  # sheet, row, column, and whether as a comment


def everything_in(reading: Reading) -> str:
    """All the words a reading keeps; findings are about them and do not count."""
    kept = asdict(reading)
    del kept["findings"]
    return str(kept)


def word(number: int) -> str:
    return f"planted {number} ч"


def plant(book: Workbook, planted: list[Planted]) -> None:
    for number, (sheet, row, column, as_comment) in enumerate(planted):
        page = book.worksheets[sheet % len(book.worksheets)]
        # Typed over the hidden lists themselves, a word would be taken for one of theirs.
        beside = BESIDE_THE_LISTS if page.sheet_state != "visible" else 0
        cell = page.cell(row, column + beside)
        if not isinstance(cell, Cell):
            continue  # under a joined cell nothing can be written
        if as_comment:
            cell.comment = Comment(word(number), "somebody")
        else:
            cell.value = word(number)


def nothing(_: Workbook) -> None:
    pass


def without_identity(book: Workbook) -> None:
    book.remove(book["Identity"])


def without_keys(book: Workbook) -> None:
    for sheet in book.worksheets[1:5]:
        for merged in sorted(map(str, sheet.merged_cells.ranges)):
            sheet.unmerge_cells(merged)
        sheet.delete_cols(1)


def without_headings(book: Workbook) -> None:
    book[SHEET].delete_rows(3)


def renamed(book: Workbook) -> None:
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"Лист {number}"


def reordered(book: Workbook) -> None:
    book.move_sheet(book.worksheets[0], len(book.worksheets) - 1)


HABITS = (nothing, without_identity, without_keys, without_headings, renamed, reordered)
spots = st.tuples(st.integers(0, 7), st.integers(1, 60), st.integers(1, 14), st.booleans())


# A failing example is small already; making it smaller costs minutes of openpyxl.
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.sampled_from(["response", "support"]),
    st.sampled_from(HABITS),
    st.lists(spots, min_size=1, max_size=8, unique_by=lambda spot: (spot[0], spot[1], spot[2])),
)
@example("response", reordered, [(1, 3, 5, False)])  # typed over a heading that is then guessed
def test_every_word_written_anywhere_is_kept(
    kind: str, habit: Callable[[Workbook], None], planted: list[Planted]
):
    before = filled() if kind == "response" else support_workbook()

    def change(book: Workbook) -> None:
        habit(book)
        plant(book, planted)

    content = changed(before, change)
    kept = everything_in(read(content))
    written = {
        number
        for number in range(len(planted))
        if word(number).encode() in _everything_written(content)
    }
    assert {number for number in written if word(number) in kept} == written


def _everything_written(content: bytes) -> bytes:
    """The words that reached the file: openpyxl writes nothing under a joined cell."""
    parts = unpack(content)
    return b"".join(parts.values()).replace(b"&#1095;", "ч".encode())


def test_text_longer_than_excel_allows_stays_whole():
    parts = unpack(filled())
    name = "xl/worksheets/sheet2.xml"
    long = "long " * 20_000
    part = parts[name].replace("Донесен закон".encode(), long.encode())
    part = part.replace(b"&#1044;&#1086;&#1085;&#1077;&#1089;&#1077;&#1085;", long.encode())
    reading = read(pack({**parts, name: part}))
    assert len(reading.responses[0].text) >= 99_999


def test_a_sheet_without_its_headings_is_kept_and_asked_back():
    reading = read(changed(filled(), without_headings))
    (finding,) = [f for f in reading.findings if f.code == "headings-not-found"]
    assert (finding.severity, finding.place.sheet) == (Severity.CHECK, SHEET)
    assert "Донесен закон" in everything_in(reading)
