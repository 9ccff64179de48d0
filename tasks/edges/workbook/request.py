"""The request workbook: a person's template and one request become the file that is sent."""

import io
from functools import lru_cache

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.errors.workbooks import SubPillarWithoutSheet, TemplateBroken, TemplateVersionDiffers
from data.vocabulary import KOSOVO_FOOTNOTE, Need, RequestForm
from tasks.edges.workbook.blocks import SPARE, draw_line, draw_need, draw_section, open_page
from tasks.edges.workbook.cells import written
from tasks.edges.workbook.choices import draw_lists, offer
from tasks.edges.workbook.contract import Contract, read_contract
from tasks.edges.workbook.front import draw_additional, draw_meter, facts_of, fill_in
from tasks.edges.workbook.identity import VISIBLE_LABEL, stamp
from tasks.edges.workbook.sealing import seal


def draw_request(template: bytes, contract: str, form: RequestForm) -> bytes:
    """Draw the workbook one member is asked to fill in (Methodology I.2, rules R2 and R3).

    Args:
        template: The .xlsx people restyle.
        contract: The YAML beside it, as text.
        form: All that the workbook shows.

    Returns:
        The bytes of an .xlsx file; the same arguments give the same bytes.

    Raises:
        TemplateBroken: the template lacks something its contract names.
        TemplateVersionDiffers: the request pins another version of the template (rule R19).
        SubPillarWithoutSheet: a need belongs to a sub-pillar the template has no sheet for.
    """
    agreed = read_contract(contract)
    if agreed.version != form.template_version:
        raise TemplateVersionDiffers(
            reference=form.reference, asked=form.template_version, found=agreed.version
        )
    if missing := missing_in(template, contract):
        raise TemplateBroken(kind=agreed.kind.value, missing="; ".join(missing))
    book = load_workbook(io.BytesIO(template))
    _draw(book, agreed, form)
    return seal(book)


@lru_cache(maxsize=8)
def missing_in(template: bytes, contract: str) -> tuple[str, ...]:
    """Name everything the contract promises and the template lacks, all at once."""
    return _missing(load_workbook(io.BytesIO(template)), read_contract(contract))


def _missing(book: Workbook, contract: Contract) -> tuple[str, ...]:
    titles = (*contract.sheets.values(), *contract.needs.values())
    absent = [f"the sheet “{title}”" for title in titles if title not in book.sheetnames]
    absent += [
        f"the cell style “{name}”"
        for name in contract.styles.values()
        if name not in book.named_styles
    ]
    for title in contract.needs.values():
        if title in book.sheetnames:
            absent += _missing_headings(book[title], contract)
    start = contract.sheets["start"]
    if start in book.sheetnames and not _has_label(book[start]):
        absent.append(f"the label “{VISIBLE_LABEL}” on “{start}”")
    return tuple(absent)


def _missing_headings(sheet: Worksheet, contract: Contract) -> list[str]:
    return [
        f"the heading “{column.heading}” in {sheet.title}!{column.letter}{contract.heading_row}"
        for column in contract.columns.values()
        if written(sheet[f"{column.letter}{contract.heading_row}"]) != column.heading
    ]


def _has_label(sheet: Worksheet) -> bool:
    rows = sheet.iter_rows(max_row=40, max_col=12, values_only=True)
    return any(VISIBLE_LABEL in row for row in rows)


def _draw(book: Workbook, contract: Contract, form: RequestForm) -> None:
    book.remove(book[contract.sheets["styles"]])
    known = dict(form.sub_pillars)
    for number in sorted({need.sub_pillar for need in form.needs} | set(known)):
        if number not in contract.needs or number not in known:
            raise SubPillarWithoutSheet(kind=contract.kind.value, number=number)
    facts = facts_of(form)
    numbers: dict[int, list[str]] = {}
    for number, title in contract.needs.items():
        if number not in known:
            book.remove(book[title])
            continue
        needs = _in_order(form, number)
        numbers[number] = [need.number for need in needs]
        sheet = book[title]
        fill_in(sheet, {**facts, "sub_pillar_number": str(number), "sub_pillar": known[number]})
        _draw_sheet(sheet, contract, number, needs, form)
    start, additional = (book[contract.sheets[name]] for name in ("start", "additional"))
    fill_in(start, facts)
    fill_in(additional, facts)
    draw_additional(additional, contract)
    draw_meter(book, contract, form)
    draw_lists(book, book[contract.sheets["lists"]], numbers)
    headings = {column.key: column.heading for column in contract.columns.values()}
    stamp(book, book[contract.sheets["identity"]], form, headings)
    for sheet in book.worksheets:
        _protect(sheet)


def _in_order(form: RequestForm, sub_pillar: int) -> list[Need]:
    """Keep the order given; needs of several partners stand by the partner's name (rule R15)."""
    mine = [need for need in form.needs if need.sub_pillar == sub_pillar]
    return sorted(mine, key=lambda need: form.owner_names.get(need.member, need.member).casefold())


def _draw_sheet(
    sheet: Worksheet, contract: Contract, number: int, needs: list[Need], form: RequestForm
) -> None:
    page = open_page(sheet, contract)
    for need in needs:
        draw_need(page, need, form)
    if needs:
        more = "More lines: choose the number of the need first. Rows may also be inserted above."
        draw_section(page, "more#section", more, "section")
        for line in range(1, contract.spare + 1):
            draw_line(page, f"{SPARE}#{line}", "", "")
    else:
        nothing = "No need is mapped under this sub-pillar for this request; nothing is asked here."
        draw_section(page, "none#section", nothing, "section")
    if "partner" in contract.columns and needs:
        last = list(contract.columns.values())[-1].letter
        first = contract.columns["number"].letter
        sheet.auto_filter.ref = f"{first}{contract.heading_row}:{last}{page.row - 1}"
    draw_section(page, "footnote#section", KOSOVO_FOOTNOTE, "footnote")
    offer(sheet, page.choices, number)


def _protect(sheet: Worksheet) -> None:
    """Lock what is ours without a password; openpyxl's flags say what is forbidden."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.autoFilter = False
    sheet.protection.insertRows = False
