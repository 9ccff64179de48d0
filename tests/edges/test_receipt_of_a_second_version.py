"""A perfect second version gets a short receipt that says what it changed."""

import pytest

from tests.edges.test_receipt_workbook import SHEET, file, opened, receipt, texts, told
from tests.specimens.receipts import PERFECT, read, receipt_of, returned

CORRECTED = {
    **PERFECT,
    "n-0001#1": {**PERFECT["n-0001#1"], "F": "OG 13/25"},
    "n-0001#2": {**PERFECT["n-0001#1"], "D": "A second law was adopted."},
}


@pytest.mark.parametrize("code", ["en", "bcms"])
def test_a_perfect_second_version_is_told_what_it_changed(code: str):
    back = receipt_of(returned(CORRECTED), code, before=file("perfect"))
    book = opened(back)
    (sheet,) = (s for s in book.worksheets if s.sheet_state == "visible")
    rows = told(sheet)
    assert [row[1] for row in rows] == [f"{SHEET}!D9", *[f"{SHEET}!D10"] * 6]
    assert "OG 13/25" in rows[0][2]
    assert "OG 12/25" in rows[0][3]
    assert "A second law was adopted." in rows[2][2]
    assert not any(row[5] for row in rows)  # the answers themselves are not in this workbook
    assert read(back).unplaced == ()
    assert "$" in sheet.print_title_rows


def test_a_perfect_version_that_changed_nothing_lists_nothing():
    sheet = opened(receipt("perfect", before="perfect"))["What we read"]
    assert "Where in your file" not in texts(sheet)


def test_the_headings_over_what_changed_ask_for_nothing():
    sheet = opened(receipt_of(returned(CORRECTED), before=file("perfect")))["What we read"]
    said = texts(sheet)
    assert {"What happened", "Where in your file", "What stands there"} <= {*said}
    assert not {"How much it matters", "What is unclear", "Correct it here"} & {*said}
