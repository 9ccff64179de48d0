"""Receipts as they are sent in the tests: what a partner returned, and what it is told."""

from dataclasses import replace
from datetime import date

from openpyxl import Workbook

from data.reference.screening import screening_lists
from data.vocabulary import LastYear, Reading, RequestForm, RequestKind
from data.vocabulary.languages import Language
from data.vocabulary.receipts import ReceiptNotice
from tasks.edges.workbook.languages import read_language
from tasks.edges.workbook.reading import read_return
from tasks.edges.workbook.receipt import draw_receipt
from tasks.edges.workbook.request import draw_request
from tasks.rules import conformity, differences, discretion, screening
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.requests import RESPONSE, TEMPLATES, template
from tests.specimens.returns import changed

PERIOD = (date(2025, 1, 1), date(2025, 12, 31))
OUTLOOK = (date(2026, 1, 1), date(2026, 12, 31))
INFORMANT = "Informant Petar Petrović reported on it, call +383 44 123 456."  # an invented person

FORM = replace(
    RESPONSE,
    last_year={"n-0001": LastYear("2024", ("Draft law sent.",), ("Adoption in June.",))},
    eu_references=("Acquis chapter 24", "IPA III"),
    outlook_days=OUTLOOK,
)


def language(code: str) -> Language:
    return read_language((TEMPLATES / "languages" / f"{code}.yaml").read_text(encoding="utf-8"))


def read(content: bytes) -> Reading:
    return read_return(content, read_date, did_you_mean, (language("en"), language("bcms")))


def returned(cells: dict[str, dict[str, str]], code: str = "en", form: RequestForm = FORM) -> bytes:
    """The workbook of the request with words typed into cells, by the key of the row."""
    blank = draw_request(*template(form.kind), form, language(code))

    def type_in(book: Workbook) -> None:
        for sheet in book.worksheets:
            for row in range(1, sheet.max_row + 1):
                for letter, text in cells.get(str(sheet.cell(row, 1).value), {}).items():
                    sheet[f"{letter}{row}"].value = text

    return changed(blank, type_in)


PERFECT = {
    "n-0001#planned#1": {"G": "done"},
    "n-0001#answer": {"D": "answered"},
    "n-0001#1": {
        "C": "achieved",
        "D": "Law on preventing terrorism adopted.",
        "E": "law or by-law",
        "F": "OG 12/25",
        "G": "2025-06-30",
        "H": "no",
    },
    "n-0002#answer": {"D": "nothing to report"},
    "n-0003#answer": {"D": "not shareable"},
}
FEW = {
    **PERFECT,
    "n-0001#1": {**PERFECT["n-0001#1"], "G": "2027-06-30"},
    "n-0002#answer": {"D": "later"},
}
MANY = {
    **FEW,
    "n-0001#2": {"C": "acheived", "D": "A second unit was set up.", "E": "institution or unit"},
    "n-0001#3": {"C": "ongoing", "D": INFORMANT, "F": "Decree 4", "G": "Q3 2025"},
    "n-0002#1": {"C": "planned", "D": "A strategy. " * 60, "G": "03/04/2026", "K": "see annex"},
    "n-0003#answer": {"D": "answered"},
    "additional#1": {"C": "Our new contact point works round the clock."},
}


def notice_of(
    reading: Reading, before: Reading | None = None, form: RequestForm = FORM
) -> ReceiptNotice:
    """What the rules of the house say about a reading."""
    held = screening.screen_reading(reading, screening_lists())
    found = conformity.check(reading, None, list(form.needs), PERIOD, OUTLOOK).findings
    told = discretion.without_quotations(
        [each for each in found if each.code != "unknown-request"], held
    )
    changes = differences.compare(before, reading) if before else ()
    mode = differences.replaces_or_adds(before, reading) if before else None
    return ReceiptNotice(
        file_name="Përgjigja e Kosovës (final) v2.xlsx",
        received="Tuesday 10 March 2026, 14:32 CET",
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        version=2 if before else 1,
        sender="Head of the department for counter-terrorism",
        counts=(("receipt_lines", len(reading.responses)),)
        if form.kind is RequestKind.RESPONSE
        else (("receipt_count_projects", len(reading.support)),),
        answered=sum(reply.state is not None for reply in reading.replies),
        asked=len(form.needs) if form.kind is RequestKind.RESPONSE else 0,
        problems=tuple(each for each in told if not each.is_assumption),
        assumptions=tuple(each for each in told if each.is_assumption),
        changes=changes,
        stated=differences.stated(mode) if mode else "",
        mode=mode,
        unplaced=reading.unplaced,
        held=held,
    )


def receipt_of(
    content: bytes, code: str = "en", before: bytes | None = None, form: RequestForm = FORM
) -> bytes:
    reading = read(content)
    notice = notice_of(reading, read(before) if before else None, form)
    return draw_receipt(*template(form.kind), form, language(code), reading, notice)
