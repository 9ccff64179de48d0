"""Sheets renamed, moved, added, hidden; headings moved, retyped, translated."""

from collections.abc import Callable
from copy import copy

from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from tests.specimens.mutations import Claim, Paper, by_hand, loosen

ASSUMED = Claim(code="assumed-")
CYRILLIC = ("Законодавни оквир", "Институције", "Обука", "Координација")


def retitle(paper: Paper, key: str, heading: str) -> None:
    """Write another heading over a column of every sheet of needs."""
    for sheet in paper.tables:
        column = paper.column(sheet, key)
        sheet.cell(paper.heading_row(sheet), column).value = heading


def each_heading(paper: Paper, change: Callable[[str], str]) -> None:
    for sheet in paper.tables:
        for cell in sheet[paper.heading_row(sheet)]:
            if isinstance(cell.value, str):
                cell.value = change(cell.value)


@by_hand()
def every_sheet_renamed(paper: Paper) -> None:
    for number, sheet in enumerate(paper.book.worksheets, start=1):
        sheet.title = f"Sheet{number}"


@by_hand()
def sheets_named_in_cyrillic(paper: Paper) -> None:
    for sheet, name in zip(paper.tables, CYRILLIC, strict=True):
        sheet.title = name


@by_hand()
def sheet_names_with_quotes_and_blanks(paper: Paper) -> None:
    paper.sheet(1).title = " Ministry’s \u2018reply’ & “annex” "


@by_hand()
def sheets_in_reverse_order(paper: Paper) -> None:
    paper.book._sheets.reverse()


@by_hand(Claim(unplaced=(("Cover", "A1", "Ministry of Interior"),)))
def a_cover_sheet_added_in_front(paper: Paper) -> None:
    paper.book.create_sheet("Cover", 0)["A1"].value = "Ministry of Interior"


@by_hand(Claim(unplaced=(("Annex", "C7", "see the decree"), ("Annex", "C8", "of 5 May"))))
def an_annex_added_behind(paper: Paper) -> None:
    annex = paper.book.create_sheet("Annex")
    annex["C7"].value, annex["C8"].value = "see the decree", "of 5 May"


@by_hand()
def empty_sheets_added(paper: Paper) -> None:
    for number in range(3):
        paper.book.create_sheet(f"Sheet{number}")


@by_hand()
def a_sheet_of_needs_hidden(paper: Paper) -> None:
    paper.sheet(1).sheet_state = "hidden"


@by_hand()
def a_sheet_of_needs_very_hidden(paper: Paper) -> None:
    paper.sheet(1).sheet_state = "veryHidden"


@by_hand()
def the_hidden_sheets_shown(paper: Paper) -> None:
    for sheet in paper.book.worksheets:
        sheet.sheet_state = "visible"


@by_hand()
def a_sheet_without_needs_deleted(paper: Paper) -> None:
    paper.book.remove(paper.sheet(2))


@by_hand()
def the_lists_deleted(paper: Paper) -> None:
    paper.book.remove(paper.keyed("iisg:lists"))


@by_hand(Claim(code="assumed-", more=("Донесен закон", "Unë do të vij", "Želim čaj")))
def a_sheet_copied_with_its_answers(paper: Paper) -> None:
    paper.book.copy_worksheet(paper.sheet(1))


@by_hand()
def two_sheets_put_on_one(paper: Paper) -> None:
    source, target = paper.sheet(1), paper.sheet(3)
    loosen(source)
    below = target.max_row + 3
    for row in source.iter_rows(min_row=4):
        for cell in row:
            target.cell(below + cell.row, cell.column).value = cell.value
    paper.book.remove(source)


@by_hand(Claim(code="pictures-not-read"))
def a_chart_sheet_added(paper: Paper) -> None:
    paper.book.create_chartsheet("Chart").add_chart(BarChart())


@by_hand()
def the_additional_sheet_renamed_and_moved(paper: Paper) -> None:
    sheet = paper.keyed("iisg:additional")
    sheet.title = "Додатне информације"
    paper.book.move_sheet(sheet, -5)


@by_hand()
def tabs_coloured_and_windows_frozen(paper: Paper) -> None:
    for sheet in paper.tables:
        sheet.sheet_properties.tabColor = "FF0000"
        sheet.freeze_panes = "E9"
        sheet.sheet_view.zoomScale = 55


@by_hand(Claim(unplaced=(("1 Legal framework", "C1", "Republic: Ministry of Interior"),)))
def headings_moved_down_under_a_letterhead(paper: Paper) -> None:
    sheet = paper.sheet(1)
    loosen(sheet)
    sheet.insert_rows(1, 4)
    sheet["C1"].value = "Republic: Ministry of Interior"


@by_hand()
def headings_in_capitals(paper: Paper) -> None:
    each_heading(paper, str.upper)


@by_hand()
def headings_with_blanks_around(paper: Paper) -> None:
    each_heading(paper, lambda heading: f"  {heading.replace(' ', '  ')} \u00a0")


@by_hand()
def headings_broken_over_lines(paper: Paper) -> None:
    each_heading(paper, lambda heading: heading.replace(" ", "\n"))


@by_hand()
def headings_without_their_signs(paper: Paper) -> None:
    each_heading(paper, lambda heading: heading.replace(" ▼", ""))


@by_hand()
def headings_with_an_asterisk_and_a_colon(paper: Paper) -> None:
    each_heading(paper, lambda heading: f"{heading}*:")


@by_hand(ASSUMED)
def headings_mistyped(paper: Paper) -> None:
    retitle(paper, "kind", "Kind of statment")
    retitle(paper, "text", "Stat of play")
    retitle(paper, "instrument", "Instrument typ")


@by_hand(ASSUMED)
def headings_cut_short(paper: Paper) -> None:
    retitle(paper, "reference", "Reference")
    retitle(paper, "date", "Date")


@by_hand(ASSUMED)
def one_heading_translated(paper: Paper) -> None:
    retitle(paper, "text", "Stanje")


@by_hand(ASSUMED)
def every_heading_translated(paper: Paper) -> None:
    words = {
        "number": "Potreba",
        "kind": "Vrsta izjave",
        "text": "Stanje",
        "instrument": "Vrsta instrumenta",
        "reference": "Naziv i broj",
        "date": "Datum",
        "project_support": "Uz podršku projekta",
        "project": "Koji projekat",
    }
    for key, word in words.items():
        retitle(paper, key, word)


@by_hand(ASSUMED)
def headings_in_two_languages(paper: Paper) -> None:
    retitle(paper, "text", "State of play / Stanje")
    retitle(paper, "kind", "Vrsta / Kind of statement")


@by_hand(ASSUMED)
def one_heading_cleared(paper: Paper) -> None:
    retitle(paper, "text", "")


@by_hand()
def the_row_of_headings_repeated_below(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#3")
    head = paper.heading_row(sheet)
    for cell in sheet[head]:
        sheet.cell(row, cell.column).value = cell.value


@by_hand(Claim(answers=False, kept=("Донесен закон", "Unë do të vij", "Želim čaj")))
def the_row_of_headings_deleted(paper: Paper) -> None:
    sheet = paper.sheet(1)
    loosen(sheet)
    sheet.delete_rows(paper.heading_row(sheet))


@by_hand()
def headings_joined_over_two_columns(paper: Paper) -> None:
    sheet = paper.sheet(1)
    row, last = paper.heading_row(sheet), paper.column(sheet, "project")
    sheet.merge_cells(start_row=row, end_row=row, start_column=last, end_column=last + 1)


@by_hand()
def the_styles_of_the_headings_pasted_over(paper: Paper) -> None:
    for sheet in paper.tables:
        _paint(sheet)


def _paint(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            font = copy(cell.font)
            font.b = font.i = font.strike = True
            cell.font = font
