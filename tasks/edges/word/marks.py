"""Signs that stand for XML inside a text until the page is typeset.

A template escapes every text it is given, so a line break cannot be handed to it as an element. A
printable text holds no control characters; a few of them are borrowed as signs and resolved in the
escaped text by plain replacement, which costs next to nothing.
"""

import re

LINE = "\x0b"
TAB = "\x0c"
NOTE = "\x10"  # stands for the asterisk that carries the footnote
REFERENCE, REFERENCE_END = "\x11", "\x12"  # stand around “Table 3” where it speaks of that table

_NEXT_TEXT = '<w:t xml:space="preserve">'
_IN_RUNS = (
    (LINE, f"</w:t><w:br/>{_NEXT_TEXT}"),
    (TAB, f"</w:t><w:tab/>{_NEXT_TEXT}"),
    (
        NOTE,
        '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
        f"<w:r>{_NEXT_TEXT}",
    ),
)
_REFERENCES = re.compile(f"{REFERENCE}([A-Z][a-z]+) ([0-9]+){REFERENCE_END}")
_FIELD = (
    '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
    'xml:space="preserve"> REF {anchor} \\h \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar '
    'w:fldCharType="separate"/></w:r><w:r><w:t>{words}</w:t></w:r><w:r><w:fldChar '
    f'w:fldCharType="end"/></w:r><w:r>{_NEXT_TEXT}'
)
_ATTRIBUTE_LINE, _ATTRIBUTE_TAB, _ATTRIBUTE_QUOTE = "\x0e", "\x0f", "\x14"
_ELEMENTS = (
    *_IN_RUNS,
    (_ATTRIBUTE_LINE, "&#10;"),
    (_ATTRIBUTE_TAB, "&#9;"),
    (_ATTRIBUTE_QUOTE, "&#34;"),
)


EVERY_SIGN = f"{LINE}{TAB}{NOTE}{REFERENCE}Table 1{REFERENCE_END}"
"""A text with every sign that can stand in one."""


def is_signed(text: str) -> bool:
    """Whether `signed` has nothing to do."""
    return "\n" not in text and "\t" not in text


def signed(text: str) -> str:
    """A printable text with signs for its line ends and tabs."""
    if is_signed(text):
        return text
    return text.replace("\n", LINE).replace("\t", TAB)


def for_attribute(text: str) -> str:
    """A signed text for an attribute: XML turns a bare line end into a space, a quote ends it."""
    unbroken = text.replace(LINE, _ATTRIBUTE_LINE).replace(TAB, _ATTRIBUTE_TAB)
    return unbroken.replace('"', _ATTRIBUTE_QUOTE)


def in_one_line(text: str) -> str:
    """A signed text for a list of contents or a page header."""
    return text.replace(LINE, " ").replace(TAB, " ").replace(NOTE, "*")


def resolved(xml: str) -> str:
    """The typeset XML with elements in place of signs."""
    for sign, element in _ELEMENTS:
        xml = xml.replace(sign, element)
    return _REFERENCES.sub(_field, xml) if REFERENCE in xml else xml


def reference_anchor(label: str, number: int) -> str:
    """The name of the bookmark around the label and the number of a caption."""
    return f"_Ref{label}{number:06d}"


def _field(found: re.Match[str]) -> str:
    anchor = reference_anchor(found[1], int(found[2]))
    return _FIELD.format(anchor=anchor, words=f"{found[1]} {found[2]}")
