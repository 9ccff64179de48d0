"""The parts around the body: what is kept from the template, what is ours, and who names whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from data.errors.documents import DraftTemplateBroken
from tasks.edges.word.names import DOCUMENT_RELATIONS, IDENTITY, RELATION, RELATION_TYPE

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "application/vnd.openxmlformats-officedocument."

# People restyle these in Word; everything else in a template is a specimen.
_KEPT = {
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "fontTable": f"{_WORD}fontTable+xml",
    "theme": f"{_DRAWING}theme+xml",
}
_OURS = (
    ("rIdSettings", "settings", "settings.xml", f"{_WORD}settings+xml"),
    ("rIdFootnotes", "footnotes", "footnotes.xml", f"{_WORD}footnotes+xml"),
    ("rIdHeader", "header", "header.xml", f"{_WORD}header+xml"),
    ("rIdHeaderWide", "header", "header_wide.xml", f"{_WORD}header+xml"),
    ("rIdFooter", "footer", "footer.xml", f"{_WORD}footer+xml"),
    ("rIdFooterWide", "footer", "footer_wide.xml", f"{_WORD}footer+xml"),
)
_ALWAYS = (
    ("word/document.xml", f"{_WORD}document.main+xml"),
    (
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    ("docProps/app.xml", f"{_DRAWING}extended-properties+xml"),
)

_IDENTITY = (IDENTITY, f"{_DRAWING}custom-properties+xml")


@dataclass(frozen=True, slots=True)
class Binding:
    """Which parts a document is made of: kept ones by name, relations and content types."""

    kept: dict[str, bytes]
    relations: tuple[tuple[str, str, str], ...]
    types: tuple[tuple[str, str], ...]


def bind(template: Mapping[str, bytes], charts: int, *, with_identity: bool) -> Binding:
    """Take the looks from a template and name every part of the document to come."""
    kept: dict[str, bytes] = {}
    relations: list[tuple[str, str, str]] = []
    types = [*_ALWAYS, _IDENTITY] if with_identity else list(_ALWAYS)
    for kind, part in _looks(template):
        kept[f"word/{part}"] = template[f"word/{part}"]
        relations.append((f"rId{kind.title()}", f"{RELATION_TYPE}{kind}", part))
        types.append((f"word/{part}", _KEPT[kind]))
    for id_, kind, part, type_ in _OURS:
        relations.append((id_, f"{RELATION_TYPE}{kind}", part))
        types.append((f"word/{part}", type_))
    for number in range(1, charts + 1):
        part = f"charts/chart{number}.xml"
        relations.append((f"rIdChart{number}", f"{RELATION_TYPE}chart", part))
        types.append((f"word/{part}", f"{_DRAWING}drawingml.chart+xml"))
    return Binding(kept, tuple(relations), tuple(types))


def _looks(template: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Kinds and names (inside word/) of the template's parts that carry its looks."""
    root = ElementTree.fromstring(template[DOCUMENT_RELATIONS])  # noqa: S314 – our own template, not a stranger's file
    named = {
        relation.get("Type", "").removeprefix(RELATION_TYPE): relation.get("Target", "")
        for relation in root.iter(f"{RELATION}Relationship")
    }
    return [(kind, named[kind].removeprefix("/word/")) for kind in _KEPT if kind in named]


def checked(name: str, xml: str) -> bytes:
    """The XML as bytes, if Word can open it: well formed, and every prefix declared.

    Raises:
        DraftTemplateBroken: an edit of the template left it broken.
    """
    content = xml.encode()
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise DraftTemplateBroken(name=name, line=error.lineno, reason=reason) from error
    return content
