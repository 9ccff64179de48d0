"""The register of comments drawn as a workbook: one row a comment, the open cells to be filled in.

Long words go on in a next row, for Excel shows no row above 409 points.
"""

from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import KOSOVO, KOSOVO_FOOTNOTE, MARKING_DRAFT, Disposition
from data.vocabulary.comment_register import (
    NARRATIVE_PLACES,
    OUTCOMES,
    CommentRegister,
    RegisterRow,
)
from tasks.edges.workbook.cells import TALLEST, height_of, join, legible, pieces, put
from tasks.edges.workbook.register_layout import (
    COLUMNS,
    KEY,
    LISTS,
    OPEN,
    PROPERTY,
    SHEET,
    RegisterColumn,
)
from tasks.edges.workbook.sealing import properties_of, seal

_FONT, _SIZE = "Calibri", 10.0
_INK, _MUTED, _ACCENT, _RULE = "1B2733", "5B6B7B", "1F4E79", "D5DCE4"
_TINT, _INPUT = "F3F6F9", "FFF8E1"
_LAST = COLUMNS[-1].letter
_SPARE = 390.0 - 24  # points of one row; a line break may cost a whole line
_LINE = _SIZE * 1.3


def draw_register(register: CommentRegister) -> bytes:
    """Draw the register; the same register gives the same bytes.

    Args:
        register: What to show. Members' words are written as they are.

    Returns:
        An .xlsx with the sheet *Comments* and a hidden sheet with its lists.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 – a new workbook has one sheet, says its maker
    sheet.title = SHEET
    for style in _styles():
        book.add_named_style(style)
    _lists(book)
    heading = _front(sheet, register)
    last = _table(sheet, register, heading)
    _offer(sheet, heading + 1, last)
    _footnote(sheet, register, last + 2)
    _page(sheet, register, heading)
    properties_of(book).append(StringProperty(name=PROPERTY, value=register.reference))
    return seal(book)


def _styles() -> tuple[NamedStyle, ...]:
    line = Side("thin", color=_RULE)
    under = Border(bottom=line)
    around = Border(line, line, line, line)
    tint, input_ = PatternFill("solid", fgColor=_TINT), PatternFill("solid", fgColor=_INPUT)
    wrapped = Alignment(vertical="top", wrap_text=True)
    made = (
        ("title", Font(_FONT, 16, bold=True, color=_ACCENT), None, None, Alignment()),
        ("told", Font(_FONT, _SIZE, color=_INK), None, None, wrapped),
        ("heading", Font(_FONT, _SIZE, bold=True, color=_ACCENT), tint, under, wrapped),
        ("open heading", Font(_FONT, _SIZE, bold=True, color=_INK), input_, around, wrapped),
        ("shown", Font(_FONT, _SIZE, color=_INK), tint, under, wrapped),
        ("filled in", Font(_FONT, _SIZE, color=_INK), input_, around, wrapped),
        ("footnote", Font(_FONT, 9, color=_MUTED), None, None, wrapped),
    )
    styles: list[NamedStyle] = []
    for name, font, fill, border, alignment in made:
        style = NamedStyle(name, font=font, alignment=alignment)
        style.fill = fill or PatternFill()
        style.border = border or Border()
        style.protection = Protection(locked=name != "filled in")
        styles.append(style)
    return tuple(styles)


def _lists(book: Workbook) -> None:
    sheet = book.create_sheet(LISTS)
    for letter, words in (("A", OUTCOMES), ("B", NARRATIVE_PLACES)):
        for row, word in enumerate(words, start=1):
            put(sheet, row, letter, str(word))
    sheet.sheet_state = "hidden"


def _front(sheet: Worksheet, register: CommentRegister) -> int:
    """Draw what stands above the table; returns the row of the headings."""
    put(sheet, 1, "A", KEY)
    title = f"Comments on the {register.pillar} report {register.cycle}"
    put(sheet, 1, "B", title, "title")
    sheet.row_dimensions[1].height = 26
    width = sum(column.width for column in COLUMNS if column.letter <= "I")
    for row, told in enumerate((register.pillar_name, *register.told), start=2):
        put(sheet, row, "B", told, "told")
        join(sheet, f"B{row}:I{row}")
        sheet.row_dimensions[row].height = height_of(told, width, _SIZE) + 2
    put(sheet, 2, "A", register.reference)
    heading = 4 + len(register.told)
    for column in COLUMNS:
        style = "open heading" if column.is_open else "heading"
        put(sheet, heading, column.letter, column.heading, style)
        sheet.column_dimensions[column.letter].width = column.width
    sheet.column_dimensions["A"].width = 10
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[heading].height = 34
    return heading


def _table(sheet: Worksheet, register: CommentRegister, heading: int) -> int:
    row = heading
    for each in register.rows:
        texts = _texts(each)
        cut = [_fitted(texts[column.key], column) for column in COLUMNS]
        for number, parts in enumerate(zip_longest(*cut, fillvalue="")):
            row += 1
            tall = [_draw_cell(sheet, row, n, part, number) for n, part in enumerate(parts)]
            sheet.row_dimensions[row].height = min(max(tall) + 4, TALLEST)
    return row


def _draw_cell(sheet: Worksheet, row: int, place: int, text: str, number: int) -> float:
    column = COLUMNS[place]
    is_open = column.is_open and number == 0
    put(sheet, row, column.letter, text, "filled in" if is_open else "shown")
    return height_of(text, column.width, _SIZE)


def _texts(row: RegisterRow) -> dict[str, str]:
    comment = row.comment
    who = f"{row.member}\n({comment.author})" if comment.author else row.member
    remark = "\n".join(part for part in (comment.text, *row.replies) if part)
    settled = "\nMarked as resolved in the file" if comment.resolved else ""
    disposed = comment.disposition is not Disposition.OPEN
    texts = {
        "number": str(comment.number),
        "member": who,
        "place": comment.place or "–",
        "kind": f"{comment.kind}{settled}",
        "quoted": comment.quoted,
        "text": remark,
        "proposed": comment.proposed,
        "also": "\n".join(row.also),
        "outcome": str(comment.disposition) if disposed else "",
        "reason": row.reason,
        "wording": row.wording,
        "narrative": "",
    }
    return {key: legible(text) for key, text in texts.items()}


def _fitted(text: str, column: RegisterColumn) -> list[str]:
    width = column.width
    if column.is_open or height_of(text, width, _SIZE) <= _SPARE:
        return [text]  # what is filled in stays in one cell, or it would come back in pieces
    lines = int(_SPARE / _LINE)
    dense = len(text) / (text.count("\n") + 1) > width
    return pieces(text, max(200, int(width * lines) // (1 if dense else 3)))


def _offer(sheet: Worksheet, first: int, last: int) -> None:
    ranges = {
        "outcomes": f"'{LISTS}'!$A$1:$A${len(OUTCOMES)}",
        "places": f"'{LISTS}'!$B$1:$B${len(NARRATIVE_PLACES)}",
    }
    for column in OPEN:
        if column.choices and last >= first:
            sheet.add_data_validation(
                DataValidation(
                    type="list",
                    formula1=ranges[column.choices],
                    allow_blank=True,
                    showErrorMessage=True,
                    errorTitle="Please choose",
                    error="Please choose one of the words of the list.",
                    sqref=f"{column.letter}{first}:{column.letter}{last}",
                )
            )


def _footnote(sheet: Worksheet, register: CommentRegister, row: int) -> None:
    shown = [register.pillar_name, *register.told]
    shown += [text for each in register.rows for text in _texts(each).values()]
    lines = [MARKING_DRAFT]
    if any(KOSOVO in text for text in shown):
        lines.insert(0, KOSOVO_FOOTNOTE)
    for number, line in enumerate(lines, start=row):
        put(sheet, number, "B", line, "footnote")
        join(sheet, f"B{number}:I{number}")
        sheet.row_dimensions[number].height = 28 if line == KOSOVO_FOOTNOTE else 15


def _page(sheet: Worksheet, register: CommentRegister, heading: int) -> None:
    sheet.freeze_panes = f"D{heading + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.sheet_properties.tabColor = _ACCENT
    setup = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header, footer = sheet.oddHeader, sheet.oddFooter
    if header is not None and footer is not None:  # a new sheet has both
        header.right.text = MARKING_DRAFT
        footer.left.text = f"{register.pillar} {register.cycle}, comments"
        footer.right.text = "page &P of &N"
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    lock = sheet.protection
    lock.sheet = True  # openpyxl's flags say what is forbidden
    for allowed in ("formatRows", "formatColumns", "formatCells", "sort", "autoFilter"):
        setattr(lock, allowed, False)
    sheet.auto_filter.ref = f"B{heading}:{_LAST}{max(sheet.max_row, heading)}"
