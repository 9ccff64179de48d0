"""The frame of a receipt: that of the request with one more sheet before it, or that sheet alone.

The template people restyle stays as it is; sheet and colours of the receipt are put into it here,
once for each template and language.
"""

import io
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary.languages import Language
from tasks.edges.archive import unpack
from tasks.edges.workbook.comments import inflated
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.frame import Frame, frame_of, protect
from tasks.edges.workbook.identity import PROPERTY
from tasks.edges.workbook.packing import deflated
from tasks.edges.workbook.sealing import properties_of, seal
from tasks.edges.workbook.template import TemplateSheet, split_sheet

RECEIPT = "receipt"
WIDTHS = {"A": 3.0, "B": 17.0, "C": 25.0, "D": 36.0, "E": 42.0, "F": 42.0, "G": 19.0}
OPEN = ("input", "choice", "answer")  # styles of cells members fill
SEVERITIES = ("blocks", "please check", "note")

_INK, _MUTED, _RULE, _TINT, _ACCENT = "1B2733", "5B6B7B", "D5DCE4", "F3F6F9", "1F4E79"
_FILLS = {"blocks": "FDE7E7", "please check": "FFF1D6", "note": "E8F1FA"}
_INKS = {"blocks": "9B1C1C", "please check": "8A4B08", "note": "1F4E79"}
_LOOKS = {  # size in points, bold, colour of the letters, colour of the cell, rule below
    "receipt title": (18, True, _ACCENT, "", False),
    "receipt lead": (12, False, _INK, "", False),
    "receipt asked": (12, True, _INK, "", False),
    "receipt label": (10, True, _MUTED, _TINT, True),
    "receipt fact": (10, False, _INK, "", True),
    "receipt section": (12, True, _ACCENT, "", False),
    "receipt heading": (10, True, _INK, _TINT, True),
    "receipt text": (10, False, _INK, "", True),
    "receipt link": (10, True, _ACCENT, "", True),
    **{
        f"receipt {severity}": (10, True, _INKS[severity], _FILLS[severity], True)
        for severity in SEVERITIES
    },
}


def coloured(style: str, severity: str) -> str:
    """Name the style of an open cell with a problem."""
    return f"{style} {severity}"


@dataclass(frozen=True, slots=True)
class _Key:
    """The arguments as one value that can be remembered; see `tasks.edges.workbook.frame`."""

    template: bytes
    contract: Contract
    language: Language
    sub_pillars: tuple[int, ...]

    def __hash__(self) -> int:
        return hash((self.template, self.contract.version, self.language.code, self.sub_pillars))


def with_styles(contract: Contract) -> Contract:
    """Promise the styles of the receipt besides those of the request."""
    names = (*_LOOKS, *(coloured(style, each) for style in OPEN for each in SEVERITIES))
    return replace(contract, styles={**contract.styles, **{name: f"IISG {name}" for name in names}})


def full_frame(
    template: bytes, contract: Contract, language: Language, sub_pillars: tuple[int, ...]
) -> Frame:
    """Prepare the request with the sheet of the receipt before it; `contract` has our styles."""
    return _full(_Key(template, contract, language, sub_pillars))


def short_frame(template: bytes, contract: Contract, language: Language) -> Frame:
    """Prepare a workbook of the receipt's sheet and the hidden identity alone."""
    return _short(_Key(template, contract, language, ()))


@lru_cache(maxsize=16)
def _full(key: _Key) -> Frame:
    saved = io.BytesIO()
    _with_sheet(key).save(saved)
    frame = frame_of(saved.getvalue(), key.contract, key.language, key.sub_pillars)
    part = "xl/worksheets/sheet1.xml"
    sheet = next(each for each in frame.parts if each.name.decode() == part)
    ours = _sheet(key, part, inflated(sheet).decode())
    return replace(
        frame,
        sheets={RECEIPT: ours, **frame.sheets},
        parts=tuple(each for each in frame.parts if each is not sheet),
    )


@lru_cache(maxsize=16)
def _short(key: _Key) -> Frame:
    book, contract = _with_sheet(key), key.contract
    identity, probe = contract.sheets["identity"], book[contract.sheets["lists"]]
    styles: dict[str, int] = {}
    for name, style in contract.styles.items():
        cell = probe["A1"]
        cell.style = style
        styles[name] = cell.style_id
    for sheet in book.worksheets:
        if sheet.title not in (identity, key.language.words["sheet_receipt"]):
            book.remove(sheet)
        protect(sheet)
    properties_of(book).append(StringProperty(name=PROPERTY, value="{reference}"))
    parts = unpack(seal(book))
    first, second = (f"xl/worksheets/sheet{number}.xml" for number in (1, 2))
    hidden = split_sheet(parts.pop(second).decode())
    return Frame(
        sheets={
            RECEIPT: _sheet(key, first, parts.pop(first).decode()),
            "identity": TemplateSheet(identity, second, (), (), {}, hidden),
        },
        styles=styles,
        book=parts.pop("xl/workbook.xml").decode(),
        properties=parts.pop("docProps/custom.xml").decode(),
        parts=tuple(deflated(name, parts[name]) for name in sorted(parts)),
    )


def _sheet(key: _Key, part: str, xml: str) -> TemplateSheet:
    title = key.language.words["sheet_receipt"]
    return TemplateSheet(title, part, (), (), WIDTHS, split_sheet(xml))


def _with_sheet(key: _Key) -> Workbook:
    book = load_workbook(io.BytesIO(key.template))
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = False
        _without_notes(sheet)
    sheet = book.create_sheet(key.language.words["sheet_receipt"], 0)
    book.active = 0
    _add_styles(book, sheet, key.contract)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.tabSelected = True
    sheet.sheet_properties.tabColor = _ACCENT
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    sheet.oddHeader.left.text, sheet.oddHeader.left.size = "IISG Annual Response Mapping – &A", 8
    sheet.oddHeader.right.text, sheet.oddHeader.right.size = "IISG members only", 8
    sheet.oddFooter.left.text, sheet.oddFooter.left.size = "{reference}", 8
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = "{page_of}", 8
    return book


def _without_notes(sheet: Worksheet) -> None:
    """Notes of the template give way: a sheet has one drawing of notes, and that is ours."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell):
                cell.comment = None


def _add_styles(book: Workbook, sheet: Worksheet, contract: Contract) -> None:
    below = Side("thin", color=_RULE)
    for name, (size, bold, ink, fill, ruled) in _LOOKS.items():
        look = NamedStyle(contract.styles[name])
        look.font = Font(name="Calibri", size=size, bold=bold, color=ink)
        middle = {"receipt label": "center", "receipt fact": "center", "receipt section": "center"}
        look.alignment = Alignment(wrap_text=True, vertical=middle.get(name, "top"))
        look.border = Border(bottom=below) if ruled else Border()
        look.fill = PatternFill("solid", fgColor=fill) if fill else PatternFill()
        book.add_named_style(look)
    for style in OPEN:
        for severity in SEVERITIES:
            book.add_named_style(_problem(book, contract, style, severity))


def _problem(book: Workbook, contract: Contract, style: str, severity: str) -> NamedStyle:
    """Colour an open cell and leave the rest of its look as people made it."""
    probe = book[contract.sheets["styles"]]["XFD1"]
    probe.style = contract.styles[style]
    look = NamedStyle(contract.styles[coloured(style, severity)])
    look.font, look.alignment = copy(probe.font), copy(probe.alignment)
    look.number_format, look.protection = probe.number_format, Protection(locked=False)
    edge = Side("medium", color=_INKS[severity])
    look.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    look.fill = PatternFill("solid", fgColor=_FILLS[severity])
    return look
