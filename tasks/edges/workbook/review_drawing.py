"""The review workbook goes out: pairs of reports in words, a drop-down and a reason for each."""

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from openpyxl import Workbook
from openpyxl.formatting.rule import (
    FormulaRule,  # pyright: ignore[reportUnknownVariableType] # untyped in the stubs
)
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import KOSOVO_FOOTNOTE
from data.vocabulary.overlap_review import ReviewForm, ReviewRow, ReviewWord
from data.vocabulary.wording import MARKING_DRAFT
from tasks.edges.workbook.cells import TALLEST, height_of, join, legible, put
from tasks.edges.workbook.frame import protect
from tasks.edges.workbook.review_book import (
    CHOICES,
    COLUMNS,
    DECIDED_COLUMNS,
    DECIDED_SHEET,
    IDENTITY_KEY,
    IDENTITY_SHEET,
    KEY_COLUMN,
    KEY_HEADING,
    PROPERTY,
    REVIEW_SHEET,
    Column,
    identity_of,
)
from tasks.edges.workbook.sealing import properties_of, seal

_INK, _MUTED, _RULE, _TINT, _ACCENT = "1B2733", "5B6B7B", "D5DCE4", "F3F6F9", "1F4E79"
_INPUT, _CHECK_FILL, _CHECK_TEXT = "FFF8E1", "FFF1D6", "8A4B08"
_INDENT = 1.0  # characters the indent takes
_STEPS = (
    "1. Read both reports and what speaks for the pair. Where you are not sure, ask the members.",
    "2. Choose a word in the yellow column: confirm, dismiss or leave open.",
    "3. Say why in the column beside it; to dismiss a pair a reason is needed.",
    "4. Save the workbook and hand it back: mapping review-findings {cycle} --pillar {pillar}"
    " --workbook FILE --recorded-by NAME",
    "Nothing here is proven. Only a possible overlap you confirm reaches a draft, as a potential"
    " for coordination; reports of one project are shown as one and never summed. The list is not"
    " complete: two projects described in quite other words may be missing.",
)
_NOTHING = "No pair waits for a word."


def draw_review(form: ReviewForm) -> bytes:
    """Draw the workbook in which the Secretariat says its word on each open pair (rule R12).

    Returns:
        The bytes of an .xlsx file; the same form gives the same bytes.
    """
    book = Workbook()
    for style in _styles():
        book.add_named_style(style)
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    _draw_open(sheet, form)
    _draw_decided(book.create_sheet(DECIDED_SHEET), form)
    _draw_identity(book.create_sheet(IDENTITY_SHEET), form)
    told = identity_of(form.cycle, form.pillar)
    properties_of(book).append(StringProperty(name=PROPERTY, value=told))
    return seal(book)


def _draw_open(sheet: Worksheet, form: ReviewForm) -> None:
    sheet.title = REVIEW_SHEET
    title = f"Review of possible overlaps – {form.pillar}, cycle {form.cycle}"
    steps = [step.format(cycle=form.cycle, pillar=form.pillar) for step in _STEPS]
    head = _head(sheet, COLUMNS, title, [f"{form.pillar_name} · {form.as_of}", *steps])
    put(sheet, head, KEY_COLUMN.letter, KEY_HEADING, "review heading")
    sheet.column_dimensions[KEY_COLUMN.letter].hidden = True
    for row, each in enumerate(form.open_pairs, start=head + 1):
        texts = {**_texts(each), "score": f"{each.score:.2f}"}
        _row(sheet, row, COLUMNS, texts)
        put(sheet, row, KEY_COLUMN.letter, each.key)
    last = head + len(form.open_pairs)
    if form.open_pairs:
        _offer_words(sheet, head + 1, last)
    else:
        put(sheet, head + 1, "A", _NOTHING, "review text")
        join(sheet, f"A{head + 1}:I{head + 1}")
    _finish(sheet, head, max(last, head + 1), form, f"B{head + 1}", form.open_pairs)


def _draw_decided(sheet: Worksheet, form: ReviewForm) -> None:
    title = f"Already decided – {form.pillar}, cycle {form.cycle}"
    notes = [
        "For reading only. To change a word: mapping review-findings "
        f"{form.cycle} --pillar {form.pillar} --finding PAIR --word WORD --reason WHY"
        " --recorded-by NAME",
    ]
    head = _head(sheet, DECIDED_COLUMNS, title, notes)
    for row, each in enumerate(form.decided, start=head + 1):
        texts = {**_texts(each), "word": each.word.value, "decided_by": each.decided_by}
        texts["reported"] = "yes" if each.is_reported else "no longer reported"
        _row(sheet, row, DECIDED_COLUMNS, texts)
    _finish(sheet, head, head + len(form.decided), form, f"B{head + 1}", form.decided)


def _texts(each: ReviewRow) -> dict[str, str]:
    return {
        "number": each.key[:8],
        "kind": each.kind,
        "need": each.need,
        "first": each.first,
        "second": each.second,
        "because": each.because,
        "word": "" if each.word is ReviewWord.LEAVE_OPEN else each.word.value,
        "reason": each.reason,
    }


def _head(sheet: Worksheet, columns: Sequence[Column], title: str, lines: Sequence[str]) -> int:
    """Draw title, lines and headings; gives the row of the headings."""
    width = sum(column.width for column in columns)
    for column in columns:
        sheet.column_dimensions[column.letter].width = column.width
    for row, text in enumerate((title, *lines), start=1):
        style = "review title" if row == 1 else "review line"
        put(sheet, row, "A", text, style)
        join(sheet, f"A{row}:{columns[-1].letter}{row}")
        sheet.row_dimensions[row].height = height_of(text, width, 18.0 if row == 1 else 10.0) + 2
    head = len(lines) + 3
    for column in columns:
        put(sheet, head, column.letter, column.heading, "review heading")
    sheet.row_dimensions[head].height = 32.0
    return head


def _row(sheet: Worksheet, row: int, columns: Sequence[Column], texts: dict[str, str]) -> None:
    tall = 20.0
    for column in columns:
        text = legible(texts[column.key])
        is_input = columns is COLUMNS and column.key in ("word", "reason")
        put(sheet, row, column.letter, text, "review input" if is_input else "review text")
        tall = max(tall, height_of(text, column.width - _INDENT) + 4)
    sheet.row_dimensions[row].height = min(tall, TALLEST)


def _offer_words(sheet: Worksheet, first: int, last: int) -> None:
    validation = DataValidation(
        type="list",
        formula1=f'"{",".join(CHOICES)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Choose from the list",
        error="Choose confirm, dismiss or leave open.",
        sqref=f"H{first}:H{last}",
    )
    sheet.add_data_validation(validation)
    make = cast("Callable[..., object]", FormulaRule)
    formula = f'AND(LOWER(TRIM($H{first}))="dismiss",TRIM($I{first})="")'
    rule = make(
        formula=[formula], fill=PatternFill(bgColor=_CHECK_FILL), font=Font(color=_CHECK_TEXT)
    )
    cast("_Colours", sheet.conditional_formatting).add(f"I{first}:I{last}", rule)


class _Colours(Protocol):
    """The conditional formats of a sheet, as far as they are used here."""

    def add(self, range_string: str, cfRule: object) -> None: ...  # noqa: N803 # openpyxl's name


class _Words(Protocol):
    """One third of a header or footer."""

    text: str


class _Band(Protocol):
    """A header or footer, as far as it is used here."""

    left: _Words
    right: _Words


def _finish(
    sheet: Worksheet,
    head: int,
    last: int,
    form: ReviewForm,
    frozen: str,
    rows: Sequence[ReviewRow],
) -> None:
    if any("Kosovo*" in f"{r.need}{r.first}{r.second}{r.because}{r.reason}" for r in rows):
        put(sheet, last + 2, "A", KOSOVO_FOOTNOTE, "review line")
        join(sheet, f"A{last + 2}:I{last + 2}")
        sheet.row_dimensions[last + 2].height = 30.0
    sheet.freeze_panes = frozen
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    protect(sheet)
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # pyright: ignore[reportOptionalMemberAccess] - a new sheet has it
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    sheet.print_title_rows = f"{head}:{head}"
    header, footer = cast("_Band", sheet.oddHeader), cast("_Band", sheet.oddFooter)
    header.right.text = MARKING_DRAFT
    footer.left.text = f"Review of possible overlaps {form.cycle} {form.pillar}"
    footer.right.text = "page &P of &N"


def _draw_identity(sheet: Worksheet, form: ReviewForm) -> None:
    sheet.sheet_state = "hidden"
    lines = ((IDENTITY_KEY, ""), ("cycle", form.cycle), ("pillar", form.pillar))
    for row, (name, value) in enumerate(lines, start=1):
        put(sheet, row, "A", name)
        put(sheet, row, "B", value)
    protect(sheet)


def _styles() -> list[NamedStyle]:
    line = Side(style="thin", color=_RULE)
    wrapped = Alignment(wrap_text=True, horizontal="left", vertical="top", indent=1)
    locked, unlocked = Protection(locked=True), Protection(locked=False)
    tint, yellow = PatternFill("solid", fgColor=_TINT), PatternFill("solid", fgColor=_INPUT)
    plain = Font(name="Calibri", size=10, color=_INK)
    return [
        _style("review title", Font(name="Calibri", size=18, bold=True, color=_ACCENT), locked),
        _style("review line", Font(name="Calibri", size=10, color=_MUTED), locked, wrapped),
        _style(
            "review heading",
            Font(name="Calibri", size=10, bold=True, color=_INK),
            locked,
            wrapped,
            tint,
            Border(bottom=line, top=line),
        ),
        _style("review text", plain, locked, wrapped, None, Border(bottom=line)),
        _style(
            "review input",
            plain,
            unlocked,
            wrapped,
            yellow,
            Border(bottom=line, top=line, left=line, right=line),
        ),
    ]


def _style(
    name: str,
    font: Font,
    protection: Protection,
    alignment: Alignment | None = None,
    fill: PatternFill | None = None,
    border: Border | None = None,
) -> NamedStyle:
    style = NamedStyle(name=name, font=font, protection=protection)
    if alignment is not None:
        style.alignment = alignment
    if fill is not None:
        style.fill = fill
    if border is not None:
        style.border = border
    return style
