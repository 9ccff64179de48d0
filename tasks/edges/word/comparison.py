"""A Word file that compares two drafts: real tracked changes, to accept or reject one by one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from data.vocabulary.edits import Passage, Twin
from tasks.edges.archive import pack, unpack
from tasks.edges.word.comparison_copies import body_of
from tasks.edges.word.comparison_drawing import Drawing
from tasks.edges.word.comparison_nodes import Node
from tasks.edges.word.comparison_package import forget_identity
from tasks.edges.word.comparison_restated import restated
from tasks.edges.word.comparison_words import Pen
from tasks.edges.word.names import WP, C, R, W
from tasks.edges.word.opening import Opened
from tasks.edges.word.styles import HEADINGS, SECTION_END
from tasks.edges.word.words import style_of

_BODY = "word/document.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# How these names are written is settled once for all files of this process.
for _prefix, _name in (
    ("w", W),
    ("wp", WP),
    ("c", C),
    ("r", R),
    ("a", "{http://schemas.openxmlformats.org/drawingml/2006/main}"),
):
    ElementTree.register_namespace(_prefix, _name.strip("{}"))


def draw_comparison(
    first: bytes, second: bytes, twins: Sequence[Twin], author: str, at: datetime
) -> bytes:
    """Draw what changed from the first draft to the second as tracked changes.

    Accepting all of them gives the words of the second draft, rejecting all those of the first. The
    same drafts give the same bytes. Margins and figures are those of the second draft (no program
    tracks a chart), lists of contents are counted anew on opening, and the file no longer says that
    it is a draft.

    Args:
        first: A draft this program drew.
        second: A later one.
        twins: Which passage of the first is which of the second, by their places in `read_copy`.
        author: Whose changes they are called.
        at: When they are said to be made: the moment of the second draft.

    Raises:
        DocumentUnreadable: one of the files is damaged.
    """
    before, after = _Parts(first), _Parts(second)
    return _drawn(before, after, after.nodes, twins, author, at)


def draw_edits(
    stored: bytes, passages: Sequence[Passage], twins: Sequence[Twin], author: str, at: datetime
) -> bytes:
    """Draw what somebody changed in a copy of a draft, with the looks of the draft.

    Words of people are left as the draft has them: they are taken elsewhere.

    Args:
        stored: The draft as it lies on the shelf.
        passages: What the copy says, as in `read_copy`.
        twins: Which passage of the draft is which of the copy.
        author: Whose changes they are called.
        at: When they are said to be made.

    Raises:
        DocumentUnreadable: the draft is damaged.
    """
    before, after = _Parts(stored), _Parts(stored)
    nodes = restated(after.nodes, passages, twins)
    return _drawn(before, after, nodes, twins, author, at)


class _Parts:
    """A draft opened: its parts, its body and the nodes in it."""

    def __init__(self, content: bytes) -> None:
        opened = Opened(content)
        self.parts = unpack(content)
        self.root = opened.xml(_BODY)
        self.nodes = body_of(opened, self.root).nodes


def _drawn(
    before: _Parts,
    after: _Parts,
    nodes: Sequence[Node],
    twins: Sequence[Twin],
    author: str,
    at: datetime,
) -> bytes:
    pen = Pen(author, f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    body = Element(f"{W}body")
    body.extend(_headings_apart(Drawing(pen).together(before.nodes, nodes, twins)))
    root = Element(after.root.tag)
    root.append(body)
    parts = {**after.parts, _BODY: _written(root)}
    forget_identity(parts)
    return pack(parts)


def _headings_apart(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, with a line nobody sees before a heading that stays after what came or went.

    LibreOffice joins a paragraph that comes or goes with the next one and looks at the style of the
    first: it would number the headings as if this one were none.
    """
    marked = False
    for element in elements:
        stays = element.tag == f"{W}p" and not _comes_or_goes(element)
        if marked and stays and style_of(element) in HEADINGS:
            line = Element(f"{W}p")
            style = SubElement(SubElement(line, f"{W}pPr"), f"{W}pStyle")
            style.set(f"{W}val", SECTION_END)
            yield line
        yield element
        marked = element.tag == f"{W}p" and not stays


def _comes_or_goes(paragraph: Element) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in ("ins", "del"))


def _written(root: Element) -> bytes:
    return (_HEAD + ElementTree.tostring(root, encoding="unicode")).encode()
