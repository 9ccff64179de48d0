"""All of a request workbook that is the same for every member, made once by openpyxl.

The template a person restyled, the words of a language and the contract become the parts of a file
whose sheets are empty; the rows of a member are rendered into it (`rendering`).
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import (
    FormulaRule,  # pyright: ignore[reportUnknownVariableType] # untyped in the stubs
)
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Border, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from data.vocabulary.languages import Language
from tasks.edges.archive import unpack
from tasks.edges.workbook.cells import put, widths_of
from tasks.edges.workbook.checks import marks
from tasks.edges.workbook.choices import FREE
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.identity import PROPERTY
from tasks.edges.workbook.packing import Packed, deflated
from tasks.edges.workbook.sealing import CORE, properties_of
from tasks.edges.workbook.template import TemplateSheet, rows_of_template, split_sheet, take_joined

CHECK_HEAD = "check head"  # the look of a check, without the rule under each row
_CHECK_FILL, _CHECK_TEXT = "FFF1D6", "8A4B08"  # "please check" of the house's colours


@dataclass(frozen=True, slots=True)
class Frame:
    """A workbook without its rows; `sheets` are in their order by role ("start", "needs 1", …).

    `parts` are the packed parts that never change; `book` and `properties` are XML in which names
    and the reference are filled in.
    """

    sheets: Mapping[str, TemplateSheet]
    styles: Mapping[str, int]
    parts: tuple[Packed, ...]
    book: str
    properties: str


def frame_of(
    template: bytes, contract: Contract, language: Language, sub_pillars: tuple[int, ...]
) -> Frame:
    """Prepare the workbook for the sub-pillars asked about; the same arguments prepare once."""
    key = _Key(template, contract, language, sub_pillars)
    return _prepared(key)


@dataclass(frozen=True, slots=True)
class _Key:
    """The arguments as one value that can be remembered.

    Two contracts or languages of one name may differ, so all of them is compared.
    """

    template: bytes
    contract: Contract
    language: Language
    sub_pillars: tuple[int, ...]

    def __hash__(self) -> int:
        return hash((self.template, self.contract.version, self.language.code, self.sub_pillars))


@lru_cache(maxsize=16)
def _prepared(key: _Key) -> Frame:
    book, contract = load_workbook(io.BytesIO(key.template)), key.contract
    book.remove(book[contract.sheets["styles"]])
    roles = {contract.sheets[name]: name for name in ("start", "additional", "lists", "identity")}
    for number, title in contract.needs.items():
        if number in key.sub_pillars:
            roles[title] = f"needs {number}"
        else:
            book.remove(book[title])
    styles = _styles(book, contract)
    planned: dict[str, tuple[str, Worksheet]] = {}
    for place, sheet in enumerate(book.worksheets, start=1):
        if sheet.title in roles:
            role = roles[sheet.title]
            planned[role] = (f"xl/worksheets/sheet{place}.xml", sheet)
            _adorn(sheet, role, contract, key.language)
        protect(sheet)
    properties_of(book).append(StringProperty(name=PROPERTY, value="{reference}"))
    drawn = {
        role: (rows_of_template(sheet), take_joined(sheet)) for role, (_, sheet) in planned.items()
    }
    parts = _saved(book)
    return Frame(
        sheets={
            role: TemplateSheet(
                title=sheet.title,
                part=part,
                rows=drawn[role][0],
                joined=drawn[role][1],
                widths=widths_of(sheet),
                frame=split_sheet(parts.pop(part).decode()),
            )
            for role, (part, sheet) in planned.items()
        },
        styles=styles,
        book=parts.pop("xl/workbook.xml").decode(),
        properties=parts.pop("docProps/custom.xml").decode(),
        parts=tuple(deflated(name, content) for name, content in parts.items()),
    )


def _styles(book: Workbook, contract: Contract) -> dict[str, int]:
    """Find the number each named style of the contract bears in the saved file."""
    probe = book.create_sheet("probe")
    numbers: dict[str, int] = {}
    for row, (name, style) in enumerate(contract.styles.items(), start=1):
        cell = probe.cell(row, 1)
        cell.style = style
        numbers[name] = cell.style_id
    head = probe.cell(len(numbers) + 1, 1)
    head.style = contract.styles["check"]
    head.border = Border()  # a rule above the headings, where nothing stands, looks like a slip
    numbers[CHECK_HEAD] = head.style_id
    book.remove(probe)
    return numbers


def _adorn(sheet: Worksheet, role: str, contract: Contract, language: Language) -> None:
    """Give a sheet its name, its headings, its drop-downs and its colours for what is missing."""
    sheet.title = language.words.get(f"sheet_{role.replace(' ', '_')}", sheet.title)
    if not role.startswith("needs"):
        return
    headings = language.headings[contract.kind.value]
    for column in contract.columns.values():
        put(sheet, contract.heading_row, column.letter, headings[column.key])
    put(sheet, contract.heading_row, contract.check, language.words["check_heading"])
    _offer(sheet, role.removeprefix("needs "), contract, language)
    _mark(sheet, contract)


def _offer(sheet: Worksheet, number: str, contract: Contract, language: Language) -> None:
    lists = [column.choices for column in contract.columns.values() if column.choices]
    lists += ["answers"] if contract.answer else []
    lists += ["follow_ups"] if contract.planned else []
    for name in (*lists, "needs"):
        validation = DataValidation(
            type="list",
            formula1=f"needs_{number}" if name == "needs" else name,
            allow_blank=True,
            showErrorMessage=name not in FREE,
            errorTitle=language.words["choose_title"],
            error=language.words["choose_how"],
            sqref="XFD1",
        )
        sheet.add_data_validation(validation)


def _mark(sheet: Worksheet, contract: Contract) -> None:
    colours = cast("_Colours", sheet.conditional_formatting)
    make = cast("Callable[..., object]", FormulaRule)
    fill, font = PatternFill(bgColor=_CHECK_FILL), Font(color=_CHECK_TEXT)
    for mark in marks(contract):
        rule = make(formula=[mark.formula], fill=fill, font=font)
        colours.add(f"{mark.letter}{contract.heading_row + 1}", rule)


class _Colours(Protocol):
    """The conditional formats of a sheet, as far as they are used here."""

    def add(self, range_string: str, cfRule: object) -> None: ...  # noqa: N803 # openpyxl's name


def protect(sheet: Worksheet) -> None:
    """Lock what is ours without a password; openpyxl's flags say what is forbidden."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.autoFilter = False
    sheet.protection.insertRows = False


def _saved(book: Workbook) -> dict[str, bytes]:
    saved = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(saved, "w", zipfile.ZIP_STORED)).save()
    parts = unpack(saved.getvalue())
    kinds = {"[Content_Types].xml": parts.pop("[Content_Types].xml")}  # first, where programs look
    return {**kinds, **parts, "docProps/core.xml": CORE}
