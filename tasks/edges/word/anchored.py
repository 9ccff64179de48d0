"""What a draft says at each of its anchors, however it was edited since it was drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tasks.edges.word.custom import identity_of
from tasks.edges.word.names import W
from tasks.edges.word.opening import Opened
from tasks.edges.word.words import anchor_of, text_of

_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Anchored:
    """A draft as its anchors see it: its identity, and the words at each anchor, in order."""

    identity: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]


def read_anchors(content: bytes) -> Anchored:
    """Find every anchor of a .docx, tracked and other changes or not.

    A row of a table answers for all of its cells, a figure for its caption.

    Raises:
        DocumentUnreadable: the file is damaged or no .docx.
    """
    opened = Opened(content)
    root = opened.xml("word/document.xml")
    words: dict[str, str] = {}
    for name, text in _words_in(root):
        words.setdefault(name, text)
    return Anchored(identity_of(opened), tuple(words.items()))


def _words_in(root: Element) -> Iterator[tuple[str, str]]:
    waiting = ""  # the anchor of a figure, whose words come in the next paragraph
    in_rows = {id(p) for row in root.iter(f"{W}tr") for p in row.iter(f"{W}p")}
    for element in root.iter():
        if element.tag == f"{W}tr":
            anchor = anchor_of(element)
            if anchor:
                yield anchor, _row(element)
        elif element.tag == f"{W}p" and id(element) not in in_rows:
            anchor, text = anchor_of(element), text_of(element)
            if waiting and not anchor:
                yield waiting, text
            waiting = anchor if anchor and not text else ""
            if anchor and text:
                yield anchor, text


def _row(row: Element) -> str:
    cells = ("\n".join(map(text_of, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc"))
    return _BETWEEN.join(cells)
