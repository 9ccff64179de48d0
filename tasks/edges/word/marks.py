"""Signs that stand for XML inside a text until the page is typeset.

A template escapes every text it is given, so a line break cannot be handed to it as an element. A
printable text holds no control characters; a few of them are borrowed as signs and resolved in the
finished XML by plain replacement, which costs next to nothing on long documents.
"""

LINE = "\x0b"
TAB = "\x0c"
NOTE = "\x10"  # stands for the asterisk that carries the footnote

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
_ATTRIBUTE_LINE, _ATTRIBUTE_TAB = "\x0e", "\x0f"
_IN_ATTRIBUTES = ((_ATTRIBUTE_LINE, "&#10;"), (_ATTRIBUTE_TAB, "&#9;"))


def signed(text: str) -> str:
    """A printable text with signs for its line ends and tabs."""
    return text.replace("\n", LINE).replace("\t", TAB)


def for_attribute(text: str) -> str:
    """A signed text for an attribute, where XML would turn a bare line end into a space."""
    return text.replace(LINE, _ATTRIBUTE_LINE).replace(TAB, _ATTRIBUTE_TAB)


def in_one_line(text: str) -> str:
    """A signed text for a list of contents or a page header."""
    return text.replace(LINE, " ").replace(TAB, " ").replace(NOTE, "*")


def resolved(xml: str) -> str:
    """The typeset XML with elements in place of signs."""
    for sign, element in (*_IN_RUNS, *_IN_ATTRIBUTES):
        xml = xml.replace(sign, element)
    return xml
