"""The request workbook: a person's template and one request become the file that is sent."""

import io
from functools import lru_cache

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.errors.workbooks import SubPillarWithoutSheet, TemplateBroken, TemplateVersionDiffers
from data.vocabulary import Reading, RequestForm
from data.vocabulary.languages import Language
from tasks.edges.workbook.cells import written
from tasks.edges.workbook.composing import compose, written_out
from tasks.edges.workbook.contract import Contract, read_contract
from tasks.edges.workbook.frame import frame_of
from tasks.edges.workbook.languages import english


def draw_request(
    template: bytes,
    contract: str,
    form: RequestForm,
    language: Language | None = None,
    answers: Reading | None = None,
) -> bytes:
    """Draw the workbook one member is asked to fill in (Methodology I.2, rules R2 and R3).

    Args:
        template: The .xlsx people restyle.
        contract: The YAML beside it, as text.
        form: All that the workbook shows.
        language: The words it is written in; English where none is given.
        answers: What was already said, written into the open cells (for a receipt to correct).

    Returns:
        The bytes of an .xlsx file; the same arguments give the same bytes.

    Raises:
        TemplateBroken: the template lacks something its contract names.
        TemplateVersionDiffers: the request pins another version of the template (rule R19).
        SubPillarWithoutSheet: a need belongs to a sub-pillar the template has no sheet for.
    """
    agreed = _agreed(template, contract, form)
    numbers = _sub_pillars(agreed, form)
    words = language or english()
    frame = frame_of(template, agreed, words, numbers)
    return written_out(compose(frame, agreed, words, form, answers))


def draw_parts(
    template: bytes,
    contract: str,
    form: RequestForm,
    language: Language | None = None,
    answers: Reading | None = None,
) -> dict[int, bytes]:
    """Draw one workbook for each sub-pillar with needs, to be shared among contributors.

    Each part bears the identity of the whole request and names its sub-pillar on the hidden sheet,
    so that parts that come back are merged.

    Returns:
        The workbooks by the number of their sub-pillar.

    Raises:
        TemplateBroken, TemplateVersionDiffers, SubPillarWithoutSheet: as `draw_request`.
    """
    agreed = _agreed(template, contract, form)
    words = language or english()
    asked = {need.sub_pillar for need in form.needs}
    return {
        number: written_out(
            compose(frame_of(template, agreed, words, (number,)), agreed, words, form, answers)
        )
        for number in _sub_pillars(agreed, form)
        if number in asked
    }


def _agreed(template: bytes, contract: str, form: RequestForm) -> Contract:
    agreed = read_contract(contract)
    if agreed.version != form.template_version:
        raise TemplateVersionDiffers(
            reference=form.reference, asked=form.template_version, found=agreed.version
        )
    if missing := missing_in(template, contract):
        raise TemplateBroken(kind=agreed.kind.value, missing="; ".join(missing))
    return agreed


def _sub_pillars(contract: Contract, form: RequestForm) -> tuple[int, ...]:
    known = [number for number, _ in form.sub_pillars]
    for number in sorted({need.sub_pillar for need in form.needs} | set(known)):
        if number not in contract.needs or number not in known:
            raise SubPillarWithoutSheet(kind=contract.kind.value, number=number)
    return tuple(known)


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
    if start in book.sheetnames and not _names(book[start], "reference"):
        absent.append(f"the reference in braces on “{start}”")
    return tuple(absent)


def _missing_headings(sheet: Worksheet, contract: Contract) -> list[str]:
    return [
        f"the heading “{column.heading}” in {sheet.title}!{column.letter}{contract.heading_row}"
        for column in contract.columns.values()
        if written(sheet[f"{column.letter}{contract.heading_row}"]) != column.heading
    ]


def _names(sheet: Worksheet, fact: str) -> bool:
    rows = sheet.iter_rows(max_row=40, max_col=12, values_only=True)
    return any(value == f"{{{fact}}}" for row in rows for value in row)
