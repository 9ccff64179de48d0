"""Columns inserted, hidden, moved, deleted; the column of hidden keys lost in whole or in part."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.specimens.mutations import FIRST, SECOND, THIRD, Claim, Paper, by_hand, loosen

LEGAL = "1 Legal framework"


@by_hand()
def columns_inserted(paper: Paper) -> None:
    for sheet in paper.tables:
        loosen(sheet)
        sheet.insert_cols(3, 2)
        sheet.insert_cols(8)


@by_hand(Claim(unplaced=((LEGAL, "C3", "Our file number"), (LEGAL, "C7", "08-112/25"))))
def a_column_inserted_and_filled_in(paper: Paper) -> None:
    sheet = paper.sheet(1)
    loosen(sheet)
    sheet.insert_cols(3)
    sheet["C3"].value, sheet["C7"].value = "Our file number", "08-112/25"


@by_hand()
def columns_hidden_widened_and_grouped(paper: Paper) -> None:
    sheet = paper.sheet(1)
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["E"].width = 120
    sheet.column_dimensions.group("F", "H", outline_level=1, hidden=True)


@by_hand()
def columns_in_another_order(paper: Paper) -> None:
    sheet = paper.sheet(1)
    loosen(sheet)
    head = paper.heading_row(sheet)
    first, last = paper.column(sheet, "text"), paper.column(sheet, "project")
    for row in range(head, sheet.max_row + 1):
        one, other = sheet.cell(row, first), sheet.cell(row, last)
        one.value, other.value = other.value, one.value


@by_hand(Claim(differs={SECOND: {"project": ""}}))
def a_column_deleted(paper: Paper) -> None:
    sheet = paper.sheet(1)
    loosen(sheet)
    sheet.delete_cols(paper.column(sheet, "project"))


@by_hand()
def the_column_of_keys_deleted(paper: Paper) -> None:
    for sheet in paper.tables:
        loosen(sheet)
        sheet.delete_cols(1)


@by_hand()
def the_column_of_keys_moved_to_the_end(paper: Paper) -> None:
    for sheet in paper.tables:
        loosen(sheet)
        for row in range(paper.heading_row(sheet), sheet.max_row + 1):
            sheet.cell(row, 20).value, sheet.cell(row, 1).value = sheet.cell(row, 1).value, None


def _keys(paper: Paper) -> list[tuple[Worksheet, int]]:
    return [
        (sheet, row)
        for sheet in paper.tables
        for row in range(paper.heading_row(sheet) + 1, sheet.max_row + 1)
    ]


@by_hand()
def the_column_of_keys_cleared(paper: Paper) -> None:
    for sheet, row in _keys(paper):
        sheet.cell(row, 1).value = None


@by_hand()
def every_second_key_cleared(paper: Paper) -> None:
    for sheet, row in _keys(paper)[::2]:
        sheet.cell(row, 1).value = None


@by_hand()
def the_keys_of_the_filled_lines_cleared(paper: Paper) -> None:
    for need, line in (FIRST, SECOND, THIRD):
        sheet, row = paper.row(f"{need}#{line}")
        sheet.cell(row, 1).value = None


@by_hand()
def the_keys_overwritten_with_counting_numbers(paper: Paper) -> None:
    for count, (sheet, row) in enumerate(_keys(paper), start=1):
        sheet.cell(row, 1).value = count


@by_hand(Claim(unplaced=((LEGAL, "", "checked by Ms Hoxha"),)))
def a_note_written_over_a_key(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#1")
    sheet.cell(row, 1).value = "checked by Ms Hoxha"
