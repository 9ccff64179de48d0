"""One pass over a part: its elements in order, its words and marks into a story.

Nothing here calls itself, so that no depth of nesting can exhaust the stack.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from data.errors.reviews import ReviewUnreadable
from tasks.edges.word_review.names import (
    CELL_CHANGES,
    CHANGES,
    FORMATS,
    SHORT,
    value,
)
from tasks.edges.word_review.parts import Part
from tasks.edges.word_review.standing import Standing
from tasks.edges.word_review.story import Mark, Note, Segment, Story

_TEXTS = ("t", "delText", "m:t")
_SIGNS = {
    "br": "\n",
    "cr": "\n",
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\xad",
}
_LABELS = {
    "drawing": "[picture]",
    "pict": "[picture]",
    "object": "[object]",
    "footnoteReference": "[footnote]",
    "endnoteReference": "[endnote]",
}
_NOTES = ("footnote", "endnote", "comment")
_UNSEEN = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PROPERTIES = ("rPr", "tblPr", "tblPrEx", "tblGrid", "sectPr", "m:ctrlPr")
_MARKED = CHANGES | CELL_CHANGES | FORMATS.keys()
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_MOST_AROUND = 16  # changes around one word; people make two or three
_DEEPEST = 300  # levels of elements; people do not nest tables forty times

Children = Iterable[Element]


def read_part(part: Part) -> Story:
    """Read one part whole.

    Raises:
        ReviewUnreadable: its elements are nested deeper than any document's.
    """
    return _Walker(part).walk(part.root)


class _Walker(Standing):
    """What each element does to where the pass stands."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._enter = self._entering()
        self._leave: dict[str, Callable[[], None]] = {
            **dict.fromkeys(CHANGES, self._change_ends),
            "fldSimple": self._fields.end,
            "p": self._paragraph_ends,
            "tbl": self._layout.table_ends,
            "tr": self._layout.row_ends,
            "tc": self._layout.cell_ends,
            "txbxContent": self._layout.box_ends,
            "sdt": self._control_ends,
            "mc:AlternateContent": self._alternate_ends,
        }

    def _entering(self) -> dict[str, Callable[[str, Element], Children | None]]:
        return {
            **dict.fromkeys(_TEXTS, self._text),
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_LABELS, self._label),
            **dict.fromkeys(CHANGES, self._change),
            **dict.fromkeys(_PROPERTIES, self._properties),
            **dict.fromkeys(FORMATS, self._single_format),
            **dict.fromkeys(_NOTES, self._note),
            **dict.fromkeys(("commentRangeStart", "commentRangeEnd"), self._range),
            **dict.fromkeys(("moveFromRangeStart", "moveToRangeStart"), self._move_start),
            **dict.fromkeys(("moveFromRangeEnd", "moveToRangeEnd"), self._move_end),
            **dict.fromkeys(("instrText", "delInstrText"), self._instruction),
            **dict.fromkeys(("tbl", "tr", "tc", "txbxContent"), self._container),
            **dict.fromkeys(("trPr", "tcPr"), self._table_properties),
            "fldChar": self._field_sign,
            "fldSimple": self._field,
            "sym": self._symbol,
            "commentReference": self._reference,
            "bookmarkStart": self._bookmark,
            "bookmarkEnd": self._bookmark_ends,
            "mc:AlternateContent": self._alternate,
            "p": self._paragraph,
            "pPr": self._paragraph_properties,
            "sdt": self._control,
            "sdtPr": self._control_properties,
        }

    def walk(self, root: Element) -> Story:
        levels: list[tuple[str, Iterator[Element]]] = [("", iter(root))]
        while levels:
            name, children = levels[-1]
            element = next(children, None)
            if element is None:
                levels.pop()
                if name in self._leave:
                    self._leave[name]()
                continue
            short = SHORT[element.tag]
            enter = self._enter.get(short)
            inside = enter(short, element) if enter else element
            if inside is not None:
                levels.append((short, iter(inside)))
                if len(levels) > _DEEPEST:
                    raise ReviewUnreadable(reason="its parts are nested without end")
        return self._finish()

    # Words

    def _text(self, _: str, element: Element) -> None:
        if element.text:
            self._put(element.text)

    def _sign(self, name: str, _: Element) -> None:
        self._put(_SIGNS[name])

    def _symbol(self, _: str, element: Element) -> None:
        code = value(element, "char")
        number = int(code, 16) if _HEX.fullmatch(code) else 0
        self._put("" if number < 0x20 or 0xD800 <= number < 0xE000 else chr(number), "[symbol]")

    def _label(self, name: str, element: Element) -> Children:
        if not any(SHORT[inner.tag] == "txbxContent" for inner in element.iter()):
            self._put("", _LABELS[name])  # a box is told by the words in it
        return element

    def _instruction(self, _: str, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _field_sign(self, _: str, element: Element) -> None:
        self._fields.sign(value(element, "fldCharType"))

    def _field(self, _: str, element: Element) -> Children:
        self._fields.begin(value(element, "instr"))
        return element

    # Marks

    def _change(self, name: str, element: Element) -> Children:
        if len(self._marks) >= _MOST_AROUND:
            raise ReviewUnreadable(reason="its changes are nested without end")
        self._marks = (*self._marks, self._mark(name, element))
        self._filled.append(len(self.story.segments))
        return element

    def _change_ends(self) -> None:
        if self._filled.pop() == len(self.story.segments):
            self._put("")  # a change around nothing is a change all the same
        self._marks = self._marks[:-1]

    def _single_format(self, name: str, element: Element) -> None:
        self._format(name, element, of_text=True)

    def _properties(self, _: str, element: Element) -> None:
        for inner in element.iter():
            name = SHORT[inner.tag]
            if name in _MARKED:
                self._format(name, inner, of_text=True)

    def _move_start(self, name: str, element: Element) -> None:
        moves = self._moves[name.removesuffix("RangeStart")]
        moves[value(element, "id")] = value(element, "name")

    def _move_end(self, name: str, element: Element) -> None:
        self._moves[name.removesuffix("RangeEnd")].pop(value(element, "id"), None)

    # Comments and anchors

    def _range(self, name: str, element: Element) -> None:
        id_, here = value(element, "id"), len(self.story.segments)
        if name == "commentRangeStart":
            self.story.begun.setdefault(id_, here)
        elif id_ in self.story.begun:
            self.story.ranges.setdefault(id_, (self.story.begun[id_], here))

    def _reference(self, _: str, element: Element) -> None:
        self._put("", "[comment]")
        holder = self._open[-1] if self._open else self.story.paragraphs[-1]
        self.story.pinned.setdefault(value(element, "id"), holder)

    def _bookmark(self, _: str, element: Element) -> None:
        name = value(element, "name")
        (self._open[-1].anchors if self._open else self._anchors).append(name)
        self._bookmarks[value(element, "id")] = name

    def _bookmark_ends(self, _: str, element: Element) -> None:
        self._bookmarks.pop(value(element, "id"), None)

    def _control(self, _: str, element: Element) -> Children:
        self._controls.append(("", False))
        return element

    def _control_properties(self, _: str, element: Element) -> None:
        self._properties("", element)
        found = {SHORT[inner.tag]: value(inner, "val") for inner in element.iter()}
        if self._controls:
            contents = "Contents" in found.get("docPartGallery", "")
            self._controls[-1] = (found.get("tag", ""), contents)

    def _control_ends(self) -> None:
        self._controls.pop()

    # Paragraphs and what they stand in

    def _container(self, name: str, element: Element) -> Children:
        begin = {
            "tbl": self._layout.table,
            "tr": self._layout.begin_row,
            "tc": self._layout.begin_cell,
            "txbxContent": self._layout.box,
        }
        begin[name]()
        return element

    def _table_properties(self, name: str, element: Element) -> None:
        row, cell = self._layout.row, self._layout.cell
        holder = row if name == "trPr" else cell
        kinds = CHANGES if name == "trPr" else CELL_CHANGES
        own = {id(child) for child in element}
        for inner in element.iter():
            short = SHORT[inner.tag]
            if short in kinds and id(inner) in own and holder:
                holder.marks.append(self._mark(short, inner))
            elif short in _MARKED:
                self._format(short, inner, of_text=False)

    def _paragraph(self, _: str, element: Element) -> Children:
        self._numbered += 1
        self._begin(element)
        return element

    def _paragraph_ends(self) -> None:
        self._end()

    def _paragraph_properties(self, _: str, element: Element) -> None:
        own = {id(inner) for child in element if SHORT[child.tag] == "rPr" for inner in child}
        ends: list[Mark] = []
        for inner in element.iter():
            name = SHORT[inner.tag]
            if name in CHANGES and id(inner) in own and self._open:
                ends.append(self._mark(name, inner))
            elif name in _MARKED:
                self._format(name, inner, of_text=True)
            elif name == "pStyle" and self._open:
                self._open[-1].style = self._open[-1].style or value(inner, "val")
        if self._open:
            self._open[-1].end = Segment("\n", tuple(ends))

    def _note(self, name: str, element: Element) -> Children | None:
        self._layout.turn()
        if name != "comment" and value(element, "type") in _UNSEEN:
            return None
        notes = self.story.notes
        if name == "comment":
            self._count(name)
        first = len(self.story.paragraphs)
        said = Note(value(element, "id"), value(element, "author"), value(element, "date"), first)
        notes.append(said)
        self._where = f"{name} {len(notes)}"
        return element

    def _alternate(self, _: str, element: Element) -> Children:
        """Of several ways of saying the same the one with most marks; the first of equals."""
        ways = list(element)
        if self._choosing or not ways:
            return ways[:1]
        self._choosing = True
        return [max(ways, key=_marks_in)]

    def _alternate_ends(self) -> None:
        self._choosing = False


def _marks_in(way: Element) -> int:
    return sum(1 for inner in way.iter() if SHORT[inner.tag] in _MARKED)
