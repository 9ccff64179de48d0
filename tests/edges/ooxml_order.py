"""The order in which Office XML wants its elements (ECMA-376, transitional), as a checker.

Word repairs or refuses a file that does not keep it, while LibreOffice and python-docx say nothing:
so it is checked here for every element the program writes. An element without a line in the tables
is reported, so that nothing new goes unchecked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "vt",
}
_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl between bar"
_P = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_R = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
# Children in their order; names parted by “|” may stand mixed at one place.
W = {
    "document": "background body",
    "body": "p|tbl|sdt sectPr",
    "hdr": "p|tbl|sdt",
    "ftr": "p|tbl|sdt",
    "footnotes": "footnote",
    "footnote": "p|tbl|sdt",
    "p": "pPr r|fldSimple|hyperlink|bookmarkStart|bookmarkEnd",
    "pPr": _P,
    "r": "rPr t|br|tab|cr|fldChar|instrText|drawing|footnoteReference|separator|"
    "continuationSeparator|footnoteRef",
    "rPr": _R,
    "drawing": "wp:inline",
    "fldSimple": "r",
    "hyperlink": "r",
    "tbl": "bookmarkStart tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tblGrid": "gridCol",
    "tblBorders": _BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tr": "tblPrEx trPr tc",
    "trPr": "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|"
    "tblCellSpacing|jc|hidden ins del trPrChange",
    "tc": "tcPr p|tbl|sdt",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tcBorders": _BORDERS,
    "pBdr": "top left bottom right between bar",
    "tabs": "tab",
    "numPr": "ilvl numId",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
    "equation|comboBox|date|docPartObj|docPartList|dropDownList|picture|richText|text|citation|"
    "group|bibliography",
    "sdtContent": "p|tbl|sdt",
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "mirrorMargins trackRevisions documentProtection defaultTabStop autoHyphenation "
    "evenAndOddHeaders characterSpacingControl updateFields footnotePr endnotePr compat docVars "
    "rsids themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "compat": "compatSetting",
    "docVars": "docVar",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "latentStyles": "lsdException",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
}
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark "
    "minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt"
)
C = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr "
    "txPr externalData printSettings userShapes",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend "
    "plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx|valAx dTable spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val "
    "shape",
    "tx": "strRef",
    "cat": "strRef",
    "val": "numRef",
    "strRef": "f strCache",
    "numRef": "f numCache",
    "strCache": "ptCount pt",
    "numCache": "formatCode ptCount pt",
    "pt": "v",
    "dLbls": "dLbl delete|numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName "
    "showPercent showBubbleSize separator showLeaderLines leaderLines",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "majorGridlines": "spPr",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "externalData": "autoUpdate",
    "spPr": "a:xfrm a:prstGeom a:noFill|a:solidFill a:ln",
    "txPr": "a:bodyPr a:lstStyle a:p",
}
A = {
    "ln": "noFill|solidFill prstDash",
    "solidFill": "srgbClr",
    "p": "pPr r endParaRPr",
    "pPr": "defRPr",
    "defRPr": "ln noFill|solidFill latin ea cs",
    "graphic": "graphicData",
    "graphicData": "c:chart",
}
WP = {"inline": "extent effectExtent docPr cNvGraphicFramePr a:graphic"}
P = {"Properties": "property", "property": "vt:lpwstr"}
TABLES = {"w": W, "c": C, "a": A, "wp": WP, "p": P, "vt": {}}


@dataclass(frozen=True)
class _Order:
    places: dict[str, int]

    @classmethod
    def of(cls, prefix: str, line: str) -> "_Order":
        return cls(
            {
                name if ":" in name else f"{prefix}:{name}": place
                for place, names in enumerate(line.split())
                for name in names.split("|")
            }
        )


ORDERS = {
    f"{prefix}:{name}": _Order.of(prefix, line)
    for prefix, table in TABLES.items()
    for name, line in table.items()
}


def disorders(part: bytes) -> list[str]:
    """What stands where the schema does not want it, a sentence for each."""
    return list(_in(fromstring(part)))  # noqa: S314 – what we drew ourselves a moment ago


def _in(root: Element) -> Iterator[str]:
    for element in root.iter():
        name, children = _short(element), [_short(child) for child in element]
        if not children:
            continue
        order = ORDERS.get(name)
        if order is None:
            yield f"{name} holds {' '.join(children)} and has no order here"
            continue
        foreign = [child for child in children if child not in order.places]
        if foreign:
            yield f"{name} holds {' '.join(foreign)}"
            continue
        places = [order.places[child] for child in children]
        if places != sorted(places):
            yield f"{name} holds {' '.join(children)} in the wrong order"
        if name == "w:tc" and children[-1] != "w:p":
            yield "w:tc does not end with a paragraph"


def _short(element: Element) -> str:
    space, _, name = element.tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], space[1:])}:{name}"
