"""The first sheet and the additional one: who is asked, by when, what to do, how far one is."""

import re
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string, get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import KOSOVO_FOOTNOTE, NO_SENSITIVE_INFORMATION, RequestForm
from tasks.edges.workbook.cells import join, legible, pieces, put, written
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.identity import ADDITIONAL_LINE
from tasks.edges.workbook.sealing import GROWING

_BRACES = re.compile(r"{(\w+)}")
_LONGEST_FACT = 8_000  # characters; a contact or a period is a line
_ROWS_BELOW = 200  # the meter also counts what is written under the last line


def fill_in(sheet: Worksheet, facts: Mapping[str, str]) -> None:
    """Put the facts where the template names them in braces; an unknown name stays as it is."""
    for row, cells in enumerate(sheet.iter_rows(max_row=40, max_col=12), start=1):
        for column, cell in enumerate(cells, start=1):
            text = written(cell)
            if "{" in text:
                filled = _BRACES.sub(lambda found: facts.get(found[1], found[0]), text)
                put(sheet, row, get_column_letter(column), pieces(filled, _LONGEST_FACT)[0])


def facts_of(form: RequestForm) -> dict[str, str]:
    """Everything a template may name in braces."""
    facts = {
        "reference": form.reference,
        "member_name": form.member_name,
        "pillar": form.pillar,
        "pillar_name": form.pillar_name,
        "cycle": form.cycle,
        "period": form.period,
        "outlook": form.outlook,
        "deadline": form.deadline,
        "contact": form.contact,
        "need_count": str(len(form.needs)),
        "no_sensitive_information": NO_SENSITIVE_INFORMATION,
        "kosovo_footnote": KOSOVO_FOOTNOTE,
    }
    return {name: legible(text) for name, text in facts.items()}


def draw_meter(book: Workbook, contract: Contract, form: RequestForm) -> None:
    """Count by formula, so that it works without us: needs asked, and those with an answer.

    SUMPRODUCT over the hidden row keys reads the same in Excel and LibreOffice; wildcards do not.
    """
    sheet, meter = book[contract.sheets["start"]], contract.meter
    row = meter.row + 1
    for number, name in form.sub_pillars:
        target = book[contract.needs[number]]
        asked = sum(need.sub_pillar == number for need in form.needs)
        label = put(sheet, row, meter.label, f"{number} {name}", contract.styles["meter_label"])
        label.hyperlink = Hyperlink(
            ref=label.coordinate, location=f"{quote_sheetname(target.title)}!B1"
        )
        label.style = contract.styles["meter_label"]  # a link brings a look of its own
        _number(sheet, row, meter.needs, asked, contract)
        _formula(sheet, row, meter.answered, _counting(contract, target), contract, "meter_number")
        row += 1
    first, last = meter.row + 1, row - 1
    put(sheet, row, meter.label, "Together", contract.styles["meter_total"])
    for letter in (meter.needs, meter.answered):
        total = f"=SUM({letter}{first}:{letter}{last})"
        _formula(sheet, row, letter, total, contract, "meter_sum")
    if contract.answer:
        share = f"ROUND(20*{meter.answered}{row}/MAX(1,{meter.needs}{row}),0)"
        bar = f'=REPT("█",{share})&REPT("░",20-{share})'
        _formula(sheet, row + 1, meter.label, bar, contract, "meter_bar")


def _counting(contract: Contract, target: Worksheet) -> str:
    name, last = quote_sheetname(target.title), target.max_row + _ROWS_BELOW
    first = contract.heading_row + 1
    key = contract.columns["key"].letter
    keys = f"{name}!${key}${first}:${key}${last}"
    cells = f"{name}!${contract.counted}${first}:${contract.counted}${last}"
    if contract.answer:
        return f'=SUMPRODUCT((RIGHT({keys},7)="#answer")*(LEN({cells})>0))'
    ours = f'(RIGHT({keys},5)<>"#need")*(RIGHT({keys},6)<>"#about")'
    return f"=SUMPRODUCT({ours}*(LEN({cells})>0))"


def _number(sheet: Worksheet, row: int, letter: str, number: int, contract: Contract) -> None:
    cell = sheet.cell(row, column_index_from_string(letter), number)
    cell.style = contract.styles["meter_number"]


def _formula(
    sheet: Worksheet, row: int, letter: str, formula: str, contract: Contract, style: str
) -> None:
    cell = sheet.cell(row, column_index_from_string(letter), formula)
    cell.style = contract.styles[style]


def draw_additional(sheet: Worksheet, contract: Contract) -> None:
    """Open the lines for what found no place elsewhere, and set the footnote under them."""
    row = contract.heading_row + 1
    for line in range(1, contract.additional_lines + 1):
        put(sheet, row, contract.additional["key"], f"{ADDITIONAL_LINE}{line}")
        for name in ("need", "text"):
            put(sheet, row, contract.additional[name], "", contract.styles["input"])
        sheet.row_dimensions[row].height = GROWING
        row += 1
    footnote = contract.styles["footnote"]
    first, last = contract.additional["need"], contract.additional["text"]
    put(sheet, row, contract.additional["key"], "footnote#section")
    put(sheet, row, first, KOSOVO_FOOTNOTE, footnote)
    sheet.row_dimensions[row].height = 20.0
    join(sheet, f"{first}{row}:{last}{row}")
