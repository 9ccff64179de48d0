"""What somebody typed over the hidden sheets of a workbook is theirs, and is not lost."""

from openpyxl import Workbook
from openpyxl.comments import Comment

from data.vocabulary import Place
from tests.edges.test_return_reading import with_cell
from tests.specimens.requests import response_workbook
from tests.specimens.returns import SHEET, changed, filled, read


def test_text_typed_over_the_hidden_sheets_is_not_lost():
    def scribble(book: Workbook) -> None:
        lists, identity = book["Lists"], book["Identity"]
        lists["B3"].value = "our own word"
        lists["C2"].value = lists["C3"].value  # a word of the list, where another word stood
        lists["A1"].comment = Comment("who reads this?", "somebody")
        (language,) = (row for row in identity.iter_rows() if row[1].value == "language")
        language[2].value = "Klingon"
        (last,) = (row for row in identity.iter_rows() if row[0].value == "listed")
        last[1].value = "beside the fingerprints"
        identity["B1"].value = "above all"

    reading = read(changed(response_workbook(), scribble))
    kept = {(place.sheet, text) for place, text in reading.unplaced}
    assert kept >= {
        ("Lists", "our own word"),
        ("Lists", "ongoing"),
        ("Lists", "who reads this?"),
        ("Identity", "Klingon"),
        ("Identity", "beside the fingerprints"),
        ("Identity", "above all"),
    }
    assert reading.identities["hidden sheet"] == "2025-WBCTi-XK-response"


def test_a_word_of_the_lists_is_ours_on_no_other_sheet():
    assert with_cell("L9", "ongoing").unplaced == ((Place(SHEET, "L9"), "ongoing"),)


def test_the_hidden_sheets_as_they_were_sent_hold_nothing_of_anybody():
    for content in (response_workbook(), filled()):
        assert read(content).unplaced == ()


def test_a_workbook_sent_without_fingerprints_of_its_lists_is_held_against_their_form():
    def older(book: Workbook) -> None:
        identity = book["Identity"]
        for row in identity.iter_rows():
            if row[0].value in ("stamped", "listed"):
                for cell in row:
                    cell.value = None
        book["Lists"]["B60"].value = "below the list"

    assert [text for _, text in read(changed(filled(), older)).unplaced] == ["below the list"]
