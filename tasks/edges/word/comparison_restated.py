"""What an edited copy says, drawn anew with the looks of the draft it is a copy of.

Another program saves other styles, fields and numbers; only the words that differ are of interest,
and they are set into the draft's own elements.
"""

import copy
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from data.vocabulary.edits import Passage, PassageKind, Twin
from tasks.edges.word.comparison_atoms import run_of
from tasks.edges.word.comparison_nodes import Node
from tasks.edges.word.names import W
from tasks.edges.word.styles import PARAGRAPHS

_PARAGRAPH, _ROW, _CELL, _TABLE = f"{W}p", f"{W}tr", f"{W}tc", f"{W}tbl"


def restated(
    first: Sequence[Node], passages: Sequence[Passage], twins: Sequence[Twin]
) -> list[Node]:
    """One node for each passage of the copy, in its order, among the furniture of the draft."""
    places = [place for place, node in enumerate(first) if node.passage]
    nodes: list[Node] = []
    drawn = 0
    for twin in twins:
        held: Node | None = None
        if twin.first is not None:
            place = places[twin.first]
            nodes += first[drawn:place]
            drawn, held = place + 1, first[place]
        if twin.second is not None:
            passage = passages[twin.second]
            model = held or _model(nodes, passage)
            nodes.append(_restated(model, held is not None, passage, twin.inside))
    return [*nodes, *first[drawn:]]


def _restated(model: Node | None, is_twin: bool, passage: Passage, inside: Sequence[Twin]) -> Node:
    if model is None or model.passage is None:
        return Node([_paragraph(passage)], passage)
    if is_twin and (_same(model.passage, passage) or passage.kind is _PEOPLE):
        return model
    if passage.kind is PassageKind.TABLE and is_twin:
        return _table(model, passage, inside)
    element = copy.deepcopy(model.elements[0])
    if passage.kind is PassageKind.ROW:
        _set_cells(element, passage.texts)
    elif passage.kind is not PassageKind.FIGURE:
        _set_text(element, "\n".join(passage.texts))
    return Node([element], passage)


_PEOPLE = PassageKind.WORDS


def _table(model: Node, passage: Passage, inside: Sequence[Twin]) -> Node:
    rows = restated(model.inside, passage.inside, inside)
    held, *end = model.elements
    table = Element(_TABLE)
    table.extend(each for each in held if each.tag != _ROW)
    table.extend(element for row in rows for element in row.elements)
    return Node([table, *end], passage, rows)


def _model(nodes: Sequence[Node], passage: Passage) -> Node | None:
    """A row that came is drawn as the one before it; anything else as a plain paragraph."""
    last = nodes[-1] if nodes else None
    is_row = last and last.passage and last.passage.kind is passage.kind is PassageKind.ROW
    return last if is_row else None


def _same(one: Passage, other: Passage) -> bool:
    """Whether both say the same, however their spaces are written."""
    return (
        [" ".join(text.split()) for text in one.texts]
        == [" ".join(text.split()) for text in other.texts]
        and len(one.inside) == len(other.inside)
        and all(_same(a, b) for a, b in zip(one.inside, other.inside, strict=True))
    )


def _paragraph(passage: Passage) -> Element:
    rows = [" | ".join(each.texts) for each in passage.inside]
    paragraph = Element(_PARAGRAPH)
    properties = SubElement(paragraph, f"{W}pPr")
    SubElement(properties, f"{W}pStyle", {f"{W}val": PARAGRAPHS["body"]})
    paragraph.append(run_of("\n".join([*passage.texts, *rows]), None))
    return paragraph


def _set_cells(row: Element, texts: Sequence[str]) -> None:
    cells = row.findall(_CELL)
    fitting = [*texts[: len(cells) - 1], " | ".join(texts[len(cells) - 1 :])]
    for number, cell in enumerate(cells):
        first, *others = cell.findall(_PARAGRAPH)
        for other in others:
            cell.remove(other)
        _set_text(first, fitting[number] if number < len(fitting) else "")


def _set_text(paragraph: Element, text: str) -> None:
    """Give a paragraph other words; it keeps its style, and loses its fields and bookmarks."""
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)
    paragraph.append(run_of(text, None))
