"""Rows sorted, inserted, deleted, copied, joined, hidden; lines added with the number of a need."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.specimens.mutations import FIRST, SECOND, Claim, Paper, by_hand, loosen

LEGAL = "1 Legal framework"


def values(sheet: Worksheet, first: int) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(min_row=first, values_only=True)]


def sort(paper: Paper, column: str, *, backwards: bool = False) -> None:
    """Sort all rows under the headings by one column, as Excel does once joined cells are gone."""
    sheet = paper.sheet(1)
    loosen(sheet)
    first, by = paper.heading_row(sheet) + 1, paper.column(sheet, column) - 1
    rows = values(sheet, first)
    rows.sort(key=lambda row: (row[by] is None, str(row[by])), reverse=backwards)
    for number, row in enumerate(rows, start=first):
        for column_number, value in enumerate(row, start=1):
            sheet.cell(number, column_number).value = value


def put(paper: Paper, row: int, words: dict[str, object], number: int = 1) -> None:
    sheet = paper.sheet(number)
    for column, value in words.items():
        sheet.cell(row, paper.column(sheet, column)).value = value


def insert(paper: Paper, key: str, count: int = 1) -> int:
    """Insert rows before the row of a key; give the number of the first new one."""
    sheet, row = paper.row(key)
    loosen(sheet)
    sheet.insert_rows(row, count)
    return row


@by_hand()
def rows_sorted_by_state_of_play(paper: Paper) -> None:
    sort(paper, "text")


@by_hand()
def rows_sorted_by_date(paper: Paper) -> None:
    sort(paper, "date")


@by_hand()
def rows_sorted_backwards_by_number(paper: Paper) -> None:
    sort(paper, "number", backwards=True)


@by_hand()
def rows_sorted_backwards_by_the_hidden_key(paper: Paper) -> None:
    sort(paper, "key", backwards=True)


@by_hand()
def empty_rows_inserted_everywhere(paper: Paper) -> None:
    for key in ("n-0001#2", "n-0002#need", "n-0002#answer", "n-0002#1"):
        insert(paper, key, 2)


@by_hand(Claim(code="assumed-", more=("Opened an office",)))
def a_row_inserted_and_filled_in(paper: Paper) -> None:
    put(paper, insert(paper, "n-0001#2"), {"kind": "achieved", "text": "Opened an office"})


@by_hand(Claim(more=("Opened an office",)))
def a_row_inserted_with_the_number_of_its_need(paper: Paper) -> None:
    words = {"number": "XK-CT-02", "kind": "achieved", "text": "Opened an office"}
    put(paper, insert(paper, "n-0001#2"), words)


@by_hand()
def the_empty_lines_deleted(paper: Paper) -> None:
    for key in ("n-0001#3", "n-0002#2", "n-0002#3", "spare#1", "spare#2", "spare#3", "spare#4"):
        sheet, row = paper.row(key)
        loosen(sheet)
        sheet.delete_rows(row)


@by_hand(Claim(gone=(SECOND,)))
def a_filled_line_deleted(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#2")
    loosen(sheet)
    sheet.delete_rows(row)


@by_hand(Claim(states={"n-0001": None}))
def the_row_of_an_answer_deleted(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#answer")
    loosen(sheet)
    sheet.delete_rows(row)


@by_hand()
def the_locked_rows_deleted(paper: Paper) -> None:
    for key in ("n-0001#need", "n-0001#about", "n-0002#need", "n-0002#about"):
        sheet, row = paper.row(key)
        loosen(sheet)
        sheet.delete_rows(row)


@by_hand(Claim(code="assumed-", more=("Донесен закон",)))
def a_row_copied_with_its_key(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#1")
    target = sheet.max_row + 1
    for cell in sheet[row]:
        sheet.cell(target, cell.column).value = cell.value


@by_hand()
def a_row_cut_and_pasted_to_another_sheet(paper: Paper) -> None:
    source, row = paper.row("n-0001#2")
    target = paper.sheet(4)
    below = target.max_row + 2
    for cell in source[row]:
        target.cell(below, cell.column).value, cell.value = cell.value, None


@by_hand()
def rows_hidden(paper: Paper) -> None:
    sheet = paper.sheet(1)
    for row in range(4, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = True


@by_hand()
def rows_grouped_and_folded(paper: Paper) -> None:
    paper.sheet(1).row_dimensions.group(5, 9, outline_level=2, hidden=True)


@by_hand()
def rows_filtered(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#2")
    head = paper.heading_row(sheet)
    sheet.auto_filter.ref = f"A{head}:I{sheet.max_row}"
    sheet.auto_filter.add_filter_column(2, ["achieved"])
    sheet.row_dimensions[row].hidden = True


@by_hand(Claim(code="assumed-", differs={FIRST: {"project": "EU4FAST"}}))
def one_cell_joined_over_two_lines(paper: Paper) -> None:
    first, second = paper.cell("n-0001#1", "project"), paper.cell("n-0001#2", "project")
    first.value, second.value = "EU4FAST", None
    first.parent.merge_cells(f"{first.coordinate}:{second.coordinate}")


@by_hand()
def cells_joined_sideways(paper: Paper) -> None:
    first, last = paper.cell("n-0002#1", "date"), paper.cell("n-0002#1", "project")
    first.parent.merge_cells(f"{first.coordinate}:{last.coordinate}")


@by_hand(Claim(code="need-not-recognised", unplaced=((LEGAL, "", "Total: 3 lines"),)))
def a_line_of_totals_under_the_table(paper: Paper) -> None:
    sheet = paper.sheet(1)
    put(paper, sheet.max_row + 3, {"text": "Total: 3 lines"})


def _spare(paper: Paper, number: str, text: str = "Opened an office") -> None:
    put(paper, paper.row("spare#1")[1], {"number": number, "kind": "achieved", "text": text})


@by_hand(Claim(more=("Opened an office",)))
def a_spare_line_used(paper: Paper) -> None:
    _spare(paper, "XK-CT-01")


@by_hand(Claim(more=("Opened an office",)))
def a_number_in_small_letters_with_blanks(paper: Paper) -> None:
    _spare(paper, "  xk-ct-01 \u00a0")


@by_hand(Claim(more=("Opened an office",)))
def a_number_in_cyrillic_letters_that_look_alike(paper: Paper) -> None:
    _spare(paper, "\u0425\u041a-\u0421\u0422-01")


@by_hand(Claim(more=("Opened an office",)))
def a_number_with_long_dashes(paper: Paper) -> None:
    _spare(paper, "XK–CT—01")


@by_hand(Claim(code="assumed-", more=("Opened an office",)))
def a_number_with_the_title_after_it(paper: Paper) -> None:
    _spare(paper, "XK-CT-01 Align the criminal code")


@by_hand(Claim(code="assumed-", more=("Opened an office",)))
def the_title_instead_of_the_number(paper: Paper) -> None:
    _spare(paper, "Align the criminal code")


@by_hand(Claim(code="need-not-recognised", unplaced=((LEGAL, "", "Opened an office"),)))
def a_number_mistyped(paper: Paper) -> None:
    _spare(paper, "XK-CT-0l")


@by_hand(Claim(code="need-not-recognised", unplaced=((LEGAL, "", "Opened an office"),)))
def the_number_of_another_member(paper: Paper) -> None:
    _spare(paper, "RS-CT-01")


@by_hand(Claim(code="need-not-recognised", unplaced=((LEGAL, "", "Opened an office"),)))
def a_spare_line_without_a_number(paper: Paper) -> None:
    put(paper, paper.row("spare#2")[1], {"kind": "achieved", "text": "Opened an office"})


@by_hand(Claim(code="two-answers"))
def two_answers_to_one_need(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#3")
    sheet.cell(row, 1).value = "n-0001#answer"
    put(paper, row, {"number": None, "text": "not shareable"})
