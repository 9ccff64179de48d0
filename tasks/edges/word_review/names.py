"""The names of elements, whichever edition of Office XML they come in."""

from xml.etree.ElementTree import Element

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    _TRANSITIONAL: "",
    _STRICT: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15:",
}

CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "w14:conflictIns", "w14:conflictDel"})
PUT_IN = frozenset({"ins", "moveTo", "w14:conflictIns"})
TAKEN_OUT = frozenset({"del", "moveFrom", "w14:conflictDel"})
CELL_CHANGES = frozenset({"cellIns", "cellDel"})
FORMATS = {
    "rPrChange": "text",
    "pPrChange": "paragraph",
    "sectPrChange": "page",
    "tblPrChange": "table",
    "tblPrExChange": "table",
    "tblGridChange": "table",
    "trPrChange": "row",
    "tcPrChange": "cell",
    "cellMerge": "cells",
    "numberingChange": "numbering",
    "customXmlInsRangeStart": "content control",
    "customXmlDelRangeStart": "content control",
    "customXmlMoveFromRangeStart": "content control",
    "customXmlMoveToRangeStart": "content control",
}
_REMEMBERED = 5_000


class Names(dict[str, str]):
    """Tags as ElementTree writes them and their short names: `ins`, `mc:Choice`; "" for others."""

    def __missing__(self, tag: str) -> str:
        space, _, name = tag.removeprefix("{").rpartition("}")
        prefix = _PREFIXES.get(space)
        short = "" if prefix is None else f"{prefix}{name}"
        if len(self) < _REMEMBERED:  # a hostile file can make up as many as it likes
            self[tag] = short
        return short


SHORT = Names()


class _Spelled(dict[str, tuple[str, str]]):
    """An attribute's name as each edition writes it."""

    def __missing__(self, name: str) -> tuple[str, str]:
        self[name] = spelled = (f"{{{_TRANSITIONAL}}}{name}", f"{{{_STRICT}}}{name}")
        return spelled


_SPELLED = _Spelled()
_EXTENSIONS = ("2010/wordml", "2012/wordml", "2016/wordml/cid", "2018/wordml/cex")
_EXTENDED = tuple(f"{{http://schemas.microsoft.com/office/word/{each}}}" for each in _EXTENSIONS)


def value(element: Element, name: str) -> str:
    """An attribute of Word's own, empty when it is missing."""
    usual, strict = _SPELLED[name]
    return element.get(usual) or element.get(strict) or ""


def later_value(element: Element, name: str) -> str:
    """An attribute that a later edition of Word added, empty when it is missing."""
    found = (element.get(f"{space}{name}") for space in _EXTENDED)
    return next((each for each in found if each), "")
