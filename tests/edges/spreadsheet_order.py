"""The order in which SpreadsheetML wants its elements (ECMA-376, transitional), as a checker.

Excel “repairs” a workbook that does not keep it, while LibreOffice and openpyxl say nothing. An
element without a line here is reported, so that nothing new goes unchecked.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_FONT = "b|i|strike|condense|extend|outline|shadow|u|vertAlign|sz|color|name|family|charset|scheme"
_RICH = "t r* rPh* phoneticPr"
# Children in their order. A name with * may stand there several times; names parted by “|” stand
# at one place in any order.
ORDER = {
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets "
    "functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches "
    "smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
    "bookViews": "workbookView*",
    "sheets": "sheet*",
    "definedNames": "definedName*",
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr "
    "sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate "
    "customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks "
    "printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture "
    "oleObjects controls webPublishItems tableParts extLst",
    "sheetPr": "tabColor outlinePr pageSetUpPr",
    "sheetViews": "sheetView*",
    "sheetView": "pane selection* pivotSelection*",
    "cols": "col*",
    "sheetData": "row*",
    "row": "c*",
    "c": "f v is extLst",
    "is": _RICH,
    "si": _RICH,
    "text": _RICH,
    "r": "rPr t",
    "rPr": _FONT.replace("name", "rFont"),
    "sst": "si*",
    "autoFilter": "filterColumn* sortState",
    "mergeCells": "mergeCell*",
    "conditionalFormatting": "cfRule*",
    "cfRule": "formula* colorScale dataBar iconSet",
    "dataValidations": "dataValidation*",
    "dataValidation": "formula1 formula2",
    "hyperlinks": "hyperlink*",
    "headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
    "rowBreaks": "brk*",
    "colBreaks": "brk*",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles "
    "colors extLst",
    "numFmts": "numFmt*",
    "fonts": "font*",
    "font": _FONT,
    "fills": "fill*",
    "fill": "patternFill gradientFill",
    "patternFill": "fgColor bgColor",
    "borders": "border*",
    "border": "start|left end|right top bottom diagonal vertical horizontal",
    **dict.fromkeys(("start", "left", "end", "right", "top", "bottom", "diagonal"), "color"),
    "cellStyleXfs": "xf*",
    "cellXfs": "xf*",
    "xf": "alignment protection",
    "cellStyles": "cellStyle*",
    "dxfs": "dxf*",
    "dxf": "font numFmt fill alignment border protection",
    "tableStyles": "tableStyle*",
    "colors": "indexedColors mruColors",
    "indexedColors": "rgbColor*",
    "comments": "authors commentList",
    "authors": "author*",
    "commentList": "comment*",
    "comment": "text",
}
_PLACES = {
    parent: {
        name.rstrip("*"): place
        for place, names in enumerate(line.split())
        for name in names.split("|")
    }
    for parent, line in ORDER.items()
}
_ONCE = {
    parent: {name for names in line.split() for name in names.split("|") if "*" not in name}
    for parent, line in ORDER.items()
}


def disorders(root: Element) -> Iterator[str]:
    """Say in a sentence for each what stands where the schema does not want it."""
    for element in root.iter():
        children = [name_of(child) for child in element]
        if not children:
            continue
        name = name_of(element)
        places = _PLACES.get(name)
        if places is None:
            yield f"{name} holds {' '.join(children[:5])} and has no order here"
            continue
        if foreign := [child for child in children if child not in places]:
            yield f"{name} holds {' '.join(foreign[:5])}"
            continue
        stood = [places[child] for child in children]
        if stood != sorted(stood):
            yield f"{name} holds {' '.join(dict.fromkeys(children))} in the wrong order"
        if len(children) > 1:
            twice = [c for c, n in Counter(children).items() if n > 1 and c in _ONCE[name]]
            if twice:
                yield f"{name} holds {' '.join(twice)} more than once"


def name_of(element: Element) -> str:
    """Give the name of an element, with its namespace unless it is the main one."""
    return element.tag.removeprefix(MAIN)


def all_of(root: Element | None, path: str) -> list[Element]:
    """Give the elements at a path of names below another."""
    where = "/".join(f"{MAIN}{name}" for name in path.split("/"))
    return root.findall(where) if root is not None else []
