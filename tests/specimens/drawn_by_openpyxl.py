"""The same request drawn by openpyxl from the template, cell by cell: what the fast way must equal.

Slow and without tricks: the template is loaded, filled, joined, validated and saved by openpyxl.
"""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Border, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import Reading, RequestForm
from data.vocabulary.languages import Language
from tasks.edges.workbook.cells import put
from tasks.edges.workbook.checks import marks
from tasks.edges.workbook.choices import runs
from tasks.edges.workbook.composing import Composition, compose
from tasks.edges.workbook.contract import Contract, read_contract
from tasks.edges.workbook.frame import CHECK_HEAD, Frame, frame_of
from tasks.edges.workbook.plan import Formula, Page, Row
from tasks.edges.workbook.sealing import seal
from tests.specimens.requests import template


def drawn_by_openpyxl(form: RequestForm, language: Language, answers: Reading | None) -> bytes:
    """Draw a request without the fast way; only what stands in the cells is planned the same."""
    content, text = template(form.kind)
    contract = read_contract(text)
    numbers = tuple(number for number, _ in form.sub_pillars)
    frame = frame_of(content, contract, language, numbers)
    plan = compose(frame, contract, language, form, answers)
    book = load_workbook(io.BytesIO(content))
    book.remove(book[contract.sheets["styles"]])
    for role, page in plan.pages.items():
        title = contract.sheets.get(role) or contract.needs[int(role.removeprefix("needs "))]
        _draw(book[title], role, page, contract, frame, form.reference)
        book[title].title = frame.sheets[role].title
    _define(book, plan)
    book.custom_doc_props.append(
        StringProperty(name="IISG request reference", value=form.reference)
    )
    return seal(book)


def _draw(
    sheet: Worksheet, role: str, page: Page, contract: Contract, frame: Frame, reference: str
) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    names = {frame.styles[name]: style for name, style in contract.styles.items()}
    names[frame.styles[CHECK_HEAD]] = contract.styles["check"]
    for row in page.rows:
        _draw_row(sheet, row, names)
    for where in page.joined:
        sheet.merged_cells.add(where)
    for cell, place in page.links.items():
        style = sheet[cell].style
        sheet[cell].hyperlink = Hyperlink(ref=cell, location=place)
        sheet[cell].style = style
    if role.startswith("needs"):
        _adorn(sheet, role, page, contract)
        if page.offered():
            sheet[f"{contract.check}1"].border = Border()
    for row in page.breaks:
        sheet.row_breaks.append(Break(id=row))
    for flag in ("formatColumns", "formatRows", "sort", "autoFilter", "insertRows"):
        setattr(sheet.protection, flag, False)
    sheet.protection.sheet = True
    if sheet.oddFooter.left.text:
        sheet.oddFooter.left.text = reference
        sheet.oddFooter.right.text = page.language.words["page_of"]


def _draw_row(sheet: Worksheet, row: Row, names: dict[int, str]) -> None:
    for letter, value, style in row.all_cells():
        cell = sheet[f"{letter}{row.number}"]
        if isinstance(value, str) and not isinstance(value, Formula):
            put(sheet, row.number, letter, value)
        else:
            cell.value = value
        if style in names:
            cell.style = names[style]
    if row.height:
        sheet.row_dimensions[row.number].height = row.height


def _adorn(sheet: Worksheet, role: str, page: Page, contract: Contract) -> None:
    words, first = page.language.words, contract.heading_row + 1
    for column in contract.columns.values():
        heading = page.language.headings[contract.kind.value][column.key]
        sheet[f"{column.letter}{contract.heading_row}"].value = heading
    sheet[f"{contract.check}{contract.heading_row}"].value = words["check_heading"]
    for name, (letter, rows) in page.offered().items():
        sheet.add_data_validation(
            DataValidation(
                type="list",
                formula1=role.replace(" ", "_") if name == "needs" else name,
                allow_blank=True,
                showErrorMessage=name != "eu_references",
                errorTitle=words["choose_title"],
                error=words["choose_how"],
                sqref=runs(letter, rows),
            )
        )
    if not page.offered():
        return
    sheet.auto_filter.ref = page.filtered
    for mark in marks(contract):
        rule = FormulaRule(
            formula=[mark.formula], fill=PatternFill(bgColor="FFF1D6"), font=Font(color="8A4B08")
        )
        sheet.conditional_formatting.add(f"{mark.letter}{first}:{mark.letter}{page.row - 1}", rule)


def _define(book: Workbook, plan: Composition) -> None:
    for name, where in plan.names.items():
        title, cells = where.rsplit("!", 1)
        where = f"{quote_sheetname(title.strip(chr(39)))}!{cells}"
        book.defined_names[name] = DefinedName(name, attr_text=where)
