"""Two bodies made one: paragraphs, rows, tables and figures that came, went or changed."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree.ElementTree import Element, SubElement

from data.vocabulary.edits import Passage, PassageKind, Twin
from tasks.edges.word.comparison_nodes import Node
from tasks.edges.word.comparison_words import Pen, merged, whole
from tasks.edges.word.names import W

_CAME, _GONE = "ins", "del"
_PARAGRAPH, _ROW, _CELL, _TABLE = f"{W}p", f"{W}tr", f"{W}tc", f"{W}tbl"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What every change is drawn with.

    Words of people are drawn without their content controls: LibreOffice tracks nothing in them,
    and a comparison is not to be edited. Figures are those of the second file: LibreOffice keeps
    both charts whichever of them is accepted.
    """

    pen: Pen

    def together(
        self, first: Sequence[Node], second: Sequence[Node], twins: Sequence[Twin]
    ) -> Iterator[Element]:
        """All elements of both, in one order; the furniture of the second file stays in place."""
        firsts = [node for node in first if node.passage]
        places = [place for place, node in enumerate(second) if node.passage]
        drawn = 0
        for twin in twins:
            if twin.second is None:
                if twin.first is not None:
                    yield from self._whole(firsts[twin.first], _GONE)
                continue
            place = places[twin.second]
            yield from _elements(second[drawn:place])
            drawn = place + 1
            if twin.first is None:
                yield from self._whole(second[place], _CAME)
            else:
                yield from self._both(firsts[twin.first], second[place], twin.inside)
        yield from _elements(second[drawn:])

    def _both(self, first: Node, second: Node, inside: Sequence[Twin]) -> Iterator[Element]:
        before, after = first.passage, second.passage
        if before is None or after is None:
            return  # furniture has no twin
        if before.kind is PassageKind.WORDS:
            yield from self.together(first.inside, second.inside, inside)
        elif before.kind is PassageKind.FIGURE or _says_the_same(before, after):
            yield from second.elements
        elif before.kind is PassageKind.TABLE and _columns(first) == _columns(second):
            yield from self._table(first, second, inside)
        elif before.kind is PassageKind.ROW and len(before.texts) == len(after.texts):
            yield self._row(first.elements[0], second.elements[0])
        elif before.kind in (PassageKind.PARAGRAPH, PassageKind.HEADING):
            yield merged(first.elements[0], second.elements[0], self.pen)
        else:
            yield from self._whole(first, _GONE)
            yield from self._whole(second, _CAME)

    # What changed inside

    def _table(self, first: Node, second: Node, inside: Sequence[Twin]) -> Iterator[Element]:
        held, *end = second.elements
        table = Element(_TABLE)
        table.extend(each for each in held if each.tag != _ROW)
        table.extend(self.together(first.inside, second.inside, inside))
        yield table
        yield from end

    def _row(self, first: Element, second: Element) -> Element:
        row = Element(_ROW)
        cells = iter(first.findall(_CELL))
        for each in second:
            row.append(self._cell(next(cells), each) if each.tag == _CELL else each)
        return row

    def _cell(self, first: Element, second: Element) -> Element:
        cell = Element(_CELL)
        cell.extend(each for each in second if each.tag != _PARAGRAPH)
        lines = zip_longest(first.findall(_PARAGRAPH), second.findall(_PARAGRAPH))
        for before, after in lines:
            if before is not None and after is not None:
                cell.append(merged(before, after, self.pen))
            elif after is not None:
                cell.append(whole(after, _CAME, self.pen))
            elif before is not None:
                cell.append(whole(before, _GONE, self.pen))
        return cell

    # What came or went

    def _whole(self, node: Node, kind: str) -> Iterator[Element]:
        if kind == _GONE and node.passage and node.passage.kind is PassageKind.FIGURE:
            return
        for element in node.elements:
            if element.tag == _TABLE:
                yield self._whole_table(element, kind)
            elif element.tag == _ROW:
                yield self._whole_row(element, kind)
            elif element.tag == _PARAGRAPH:
                yield whole(element, kind, self.pen)
            else:  # a content control: its words are shown without it
                for inner in node.inside:
                    yield from self._whole(inner, kind)

    def _whole_table(self, table: Element, kind: str) -> Element:
        drawn = Element(_TABLE)
        for each in table:
            drawn.append(self._whole_row(each, kind) if each.tag == _ROW else each)
        return drawn

    def _whole_row(self, row: Element, kind: str) -> Element:
        drawn = Element(_ROW)
        held = row.find(f"{W}trPr")
        properties = Element(f"{W}trPr") if held is None else copy.deepcopy(held)
        properties.append(self.pen.mark(kind))
        drawn.append(properties)
        for cell in row.findall(_CELL):
            own = SubElement(drawn, _CELL)
            for each in cell:
                is_text = each.tag == _PARAGRAPH
                own.append(whole(each, kind, self.pen, with_end=False) if is_text else each)
        return drawn


def _says_the_same(one: Passage, other: Passage) -> bool:
    return (one.texts, one.inside) == (other.texts, other.inside)


def _elements(nodes: Sequence[Node]) -> Iterator[Element]:
    for node in nodes:
        yield from node.elements


def _columns(table: Node) -> int:
    return sum(1 for _ in table.elements[0].iter(f"{W}gridCol"))
