"""Two paragraphs made one: words that went and words that came as real tracked changes."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element, SubElement

from tasks.edges.word.comparison_atoms import Atom, Cut, cut, run_of
from tasks.edges.word.names import W

_MOST = 4_000_000  # pairs of words that are compared; beyond, the middle is replaced whole
_FIRST_ID = 1_000_000  # far from the numbers of bookmarks
_LIKE = 0.3  # of the words; below, one sentence is easier to read than its crumbs

Step = tuple[str, int, int, int, int]


@dataclass
class Pen:
    """Whoever the changes are by, and when: the same for a whole comparison."""

    author: str
    moment: str  # ISO 8601 in UTC
    marks: int = 0

    def mark(self, kind: str) -> Element:
        """A new `ins` or `del` with a number of its own."""
        self.marks += 1
        number = str(_FIRST_ID + self.marks)
        facts = {"id": number, "author": self.author, "date": self.moment}
        return Element(f"{W}{kind}", {f"{W}{name}": value for name, value in facts.items()})


def merged(first: Element, second: Element, pen: Pen) -> Element:
    """The second paragraph with what it changes in the first one."""
    before, after = cut(first), cut(second)
    paragraph = _shell(second)
    for kind, left, right, start, end in steps(before.atoms, after.atoms):
        if kind != "insert":
            tag = "" if kind == "equal" else "del"
            if tag:
                paragraph.extend(_drawn(before.atoms[left:right], "del", pen))
        if kind != "delete":
            _put(paragraph, after, range(start, end), "" if kind == "equal" else "ins", pen)
    paragraph.extend(mark for place, mark in after.marks if place == len(after.atoms))
    return paragraph


def whole(paragraph: Element, kind: str, pen: Pen, *, with_end: bool = True) -> Element:
    """A paragraph that came (`ins`) or went (`del`) as a whole.

    Bookmarks go with their words: a name may stand once in a document. `with_end` marks the end of
    the paragraph as well; the last one of a cell has none of its own.
    """
    told = cut(paragraph)
    drawn = _shell(paragraph)
    if with_end:
        _mark_end(drawn, kind, pen)
    if kind == "ins":
        _put(drawn, told, range(len(told.atoms)), kind, pen)
        drawn.extend(mark for place, mark in told.marks if place == len(told.atoms))
    else:
        drawn.extend(_drawn(told.atoms, kind, pen))
    return drawn


def steps(before: Sequence[Atom], after: Sequence[Atom]) -> list[Step]:
    """How the first row of words becomes the second: equal, replace, delete and insert."""
    left, right = [each.key for each in before], [each.key for each in after]
    shorter = min(len(left), len(right))
    head = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    most = shorter - head
    tail = next((at for at in range(most) if left[-1 - at] != right[-1 - at]), most)
    ends = len(left) - tail, len(right) - tail
    found: list[Step] = [("equal", 0, head, 0, head)] if head else []
    found += _middle(left[head : ends[0]], right[head : ends[1]], head, shorter)
    if tail:
        found.append(("equal", ends[0], len(left), ends[1], len(right)))
    return found


def _middle(left: list[str], right: list[str], head: int, shorter: int) -> list[Step]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    small = len(left) * len(right) <= _MOST
    if small and (head > shorter * _LIKE or matcher.ratio() >= _LIKE):
        found = matcher.get_opcodes()
    elif left or right:
        found = [("replace", 0, len(left), 0, len(right))]
    else:
        found = []
    return [(kind, a + head, b + head, c + head, d + head) for kind, a, b, c, d in found]


def _put(paragraph: Element, after: Cut, places: range, tag: str, pen: Pen) -> None:
    """Draw atoms of the second paragraph with its bookmarks between them."""
    start = places.start
    for place, mark in after.marks:
        if places.start <= place < places.stop:
            paragraph.extend(_drawn(after.atoms[start:place], tag, pen))
            paragraph.append(mark)
            start = place
    paragraph.extend(_drawn(after.atoms[start : places.stop], tag, pen))


def _drawn(atoms: Sequence[Atom], tag: str, pen: Pen) -> Iterator[Element]:
    if not atoms:
        return
    runs = list(_runs(atoms, gone=tag == "del"))
    if not tag:
        yield from runs
        return
    mark = pen.mark(tag)
    mark.extend(runs)
    yield mark


def _runs(atoms: Sequence[Atom], *, gone: bool) -> Iterator[Element]:
    words: list[str] = []
    look: Element | None = None
    for atom in atoms:
        cuttable = not atom.whole or (gone and atom.text)
        if words and (not cuttable or atom.look is not look):
            yield run_of("".join(words), look, _tag(gone=gone))
            words = []
        if cuttable:
            words.append(atom.text)
            look = atom.look
        else:
            yield from (copy.deepcopy(each) for each in atom.whole)
    if words:
        yield run_of("".join(words), look, _tag(gone=gone))


def _tag(*, gone: bool) -> str:
    return f"{W}delText" if gone else f"{W}t"


def _shell(paragraph: Element) -> Element:
    shell = Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        shell.append(copy.deepcopy(properties))
    return shell


def _mark_end(paragraph: Element, kind: str, pen: Pen) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = SubElement(paragraph, f"{W}pPr")
    look = properties.find(f"{W}rPr")
    if look is None:
        look = Element(f"{W}rPr")
        section = properties.find(f"{W}sectPr")  # stands after the look of the mark
        place = len(properties) if section is None else list(properties).index(section)
        properties.insert(place, look)
    look.insert(0, pen.mark(kind))
