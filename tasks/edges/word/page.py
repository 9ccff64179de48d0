"""The sheet of paper: measured in twips (1,440 to the inch), as the template sets it up."""

from dataclasses import dataclass, replace
from xml.etree import ElementTree

from tasks.edges.word.names import W

_EMU_PER_TWIP = 635  # drawings are measured in English Metric Units


@dataclass(frozen=True, slots=True)
class Page:
    """Size and margins of a page; `landscape` is the same page turned."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    landscape: bool = False

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def text_width_in_emu(self) -> int:
        return self.text_width * _EMU_PER_TWIP

    @property
    def header_relation(self) -> str:
        return "rIdHeaderWide" if self.landscape else "rIdHeader"

    @property
    def footer_relation(self) -> str:
        return "rIdFooterWide" if self.landscape else "rIdFooter"

    def turned(self) -> "Page":
        """The page on its side, with the same margins."""
        return replace(self, width=self.height, height=self.width, landscape=not self.landscape)


def page_of(template_body: bytes) -> Page:
    """The page set-up of a template, taken from the last section of its word/document.xml."""
    section = ElementTree.fromstring(template_body).find(f"{W}body/{W}sectPr")  # noqa: S314 – our own template, not a stranger's file
    if section is None:
        return A4
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return A4
    top, right, bottom, left, header, footer = (
        int(margins.get(f"{W}{side}", A4.left))
        for side in ("top", "right", "bottom", "left", "header", "footer")
    )
    width, height = int(size.get(f"{W}w", A4.width)), int(size.get(f"{W}h", A4.height))
    return Page(width, height, top, right, bottom, left, header, footer)


A4 = Page(11906, 16838, 1247, 1247, 1247, 1247, 624, 624)
