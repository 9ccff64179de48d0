"""The words of a paragraph whichever program saved it, with tracked changes read as accepted.

The strict reader of our own drafts refuses what it does not know; a copy that went through Word or
LibreOffice holds other styles, split runs and refreshed fields, and is read here for its words.
"""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tasks.edges.word.names import C, R, W

REFRESHED = "#"  # stands for what a program counts anew on opening
_COUNTED = frozenset({"SEQ", "REF", "PAGE", "NUMPAGES", "PAGEREF", "STYLEREF", "SECTIONPAGES"})
_LISTS = frozenset({"TOC", "INDEX"})
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_CAME = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
_TEXT = f"{W}t"
_FIELDS = frozenset(f"{W}{name}" for name in ("fldChar", "fldSimple", "instrText"))
_PASSED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "delText", "fldData"))
_SIGNS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass
class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def kind(self) -> str:
        return next(iter(self.code.split()), "").upper()


@dataclass
class Words:
    """Reads paragraphs one after the other; a field may begin in one and end in a later one."""

    fields: list[Field] = field(default_factory=list[Field])
    anchors: list[str] = field(default_factory=list[str])
    texts: list[str] = field(default_factory=list[str])
    charts: list[str] = field(default_factory=list[str])
    tracked: int = 0
    listed: bool = False  # whether the last paragraph stands in a list of contents

    def of(self, paragraph: Element) -> str:
        """The text of one paragraph; bookmarks and relations of charts are kept until the next."""
        self.anchors, self.texts, self.charts, self.listed = [], [], [], self._in_list()
        self._inside(paragraph)
        return "".join(self.texts)

    def _in_list(self) -> bool:
        return any(each.kind in _LISTS for each in self.fields)

    def _inside(self, element: Element) -> None:
        for child in element:
            self._take(child)

    def _take(self, element: Element) -> None:
        tag = element.tag
        if tag == _TEXT:
            self._put(element.text or "")
        elif tag in _SIGNS:
            self._put(_SIGNS[tag])
        elif tag in _GONE or tag in _CAME:
            self._change(element)
        elif tag == _CHOICE:
            for way in list(element)[:1]:
                self._inside(way)
        elif tag in _FIELDS:
            self._field(element)
        elif tag == f"{W}bookmarkStart":
            self.anchors.append(element.get(f"{W}name", ""))
        elif tag == f"{C}chart":
            self.charts.append(element.get(f"{R}id", ""))
        elif tag not in _PASSED:
            self._inside(element)

    def _field(self, element: Element) -> None:
        if element.tag == f"{W}fldChar":
            self._field_sign(element.get(f"{W}fldCharType", ""))
        elif element.tag == f"{W}fldSimple":
            self._simple(element)
        elif self.fields:
            self.fields[-1].code += element.text or ""

    def _change(self, element: Element) -> None:
        self.tracked += 1
        if element.tag in _CAME:
            self._inside(element)

    def _simple(self, element: Element) -> None:
        self.fields.append(Field(element.get(f"{W}instr", "")))
        self._field_sign("separate")
        self._inside(element)
        self._field_sign("end")

    def _field_sign(self, sign: str) -> None:
        if sign == "begin":
            self.fields.append(Field())
        elif sign == "separate" and self.fields:
            self.fields[-1].result = True
            if self.fields[-1].kind in _COUNTED and not self._in_list():
                self.texts.append(REFRESHED)
            self.listed = self.listed or self._in_list()
        elif sign == "end" and self.fields:
            self.fields.pop()

    def _put(self, text: str) -> None:
        if all(each.result and each.kind not in _COUNTED for each in self.fields):
            self.texts.append(text)
