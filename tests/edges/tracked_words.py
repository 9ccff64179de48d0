"""What a Word file says when all of its tracked changes are accepted, or all rejected."""

import io
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tasks.edges.word.names import W
from tasks.edges.word.styles import FURNITURE
from tasks.edges.word.words import style_of, text_of

ACCEPT, REJECT = "del", "ins"


def settled(content: bytes, leaving_out: str) -> list[str]:
    """The paragraphs without what `leaving_out` marks, furniture and empty ones left out."""
    root = body(content)
    _prune(root, f"{W}{leaving_out}")
    for element in root.iter(f"{W}delText"):
        element.tag = f"{W}t"
    return texts(root)


def texts(root: Element) -> list[str]:
    told = [text_of(each) for each in root.iter(f"{W}p") if style_of(each) not in FURNITURE]
    return [text for text in told if text.strip()]


def body(content: bytes) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 – drawn by us


def _prune(element: Element, mark: str) -> None:
    for child in list(element):
        is_marked = any(
            child.find(path) is not None for path in (f"{W}pPr/{W}rPr/{mark}", f"{W}trPr/{mark}")
        )
        if child.tag == mark or (is_marked and child.tag in (f"{W}p", f"{W}tr")):
            element.remove(child)
        else:
            _prune(child, mark)
