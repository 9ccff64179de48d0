"""The body of a Word file as passages with the elements they are drawn by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from data.vocabulary.documents import Narrative
from data.vocabulary.edits import Passage, PassageKind
from tasks.edges.word import styles
from tasks.edges.word.comparison_texts import Words
from tasks.edges.word.names import W
from tasks.edges.word.places import bookmark_of, narrative_of
from tasks.edges.word.words import style_of

_LABEL = re.compile(r"(?:Table|Figure) #: ")
_CONTENTS = f"{W}sdtPr/{W}docPartObj"
_HEADING = re.compile(r"heading[1-9]")
_ROW_GONE = f"{W}trPr/{W}del"
_MARK_GONE = f"{W}pPr/{W}rPr/{W}del"

Charts = Mapping[str, tuple[str, ...]]
"""The numbers of each chart by the id of its relation."""


@dataclass(slots=True)
class Node:
    """What is drawn in one place; without a passage it is furniture of the page."""

    elements: list[Element]
    passage: Passage | None = None
    inside: list["Node"] = field(default_factory=list["Node"])


@dataclass
class Body:
    """One pass over the body of a file."""

    charts: Charts
    words: Words = field(default_factory=Words)
    nodes: list[Node] = field(default_factory=list[Node])
    narratives: list[Narrative] = field(default_factory=list[Narrative])
    where: str = ""
    caption: str = ""
    before: str = ""  # words of paragraphs whose end was deleted
    place: str = ""  # of words of people that have lost their content control

    def read(self, elements: Iterable[Element]) -> None:
        """Take in the children of the body, or of a control that holds several of them."""
        for element in elements:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)
            elif element.tag == f"{W}sdt":
                self._control(element)
            else:
                self._other(element)

    def _other(self, element: Element) -> None:
        if element.tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            self.read(element)
        else:
            self.nodes.append(Node([element]))

    def _paragraph(self, element: Element) -> None:
        text = self.before + self.words.of(element)
        anchors, style = tuple(self.words.anchors), style_of(element)
        if element.find(_MARK_GONE) is not None:
            self.before = text
            return
        self.before = ""
        if self._is_loose(anchors, style):
            self._add_words(element, text)
            return
        self.place = ""
        kind = self._kind(style)
        if self.words.listed or kind is None or not (text.strip() or kind is PassageKind.FIGURE):
            self._furniture(element, style)
            return
        if kind is PassageKind.HEADING:
            self.where = text
        self.caption = _LABEL.sub("", text, count=1)
        texts = tuple(line for each in self.words.charts for line in self.charts.get(each, ()))
        texts = texts if kind is PassageKind.FIGURE else (text,)
        self.nodes.append(Node([element], Passage(kind, texts, self.where, anchors)))

    def _kind(self, style: str) -> PassageKind | None:
        if style in styles.FURNITURE:
            return None
        if _HEADING.fullmatch(style.casefold().replace(" ", "")):
            return PassageKind.HEADING
        return PassageKind.FIGURE if self.words.charts else PassageKind.PARAGRAPH

    def _furniture(self, element: Element, style: str) -> None:
        last = self.nodes[-1] if self.nodes else None
        if style == "TableEnd" and last and last.passage and last.elements[-1].tag == f"{W}tbl":
            last.elements.append(element)  # without it, two tables become one
        else:
            self.nodes.append(Node([element]))

    # Words of people

    def _control(self, element: Element) -> None:
        words, content = narrative_of(element), element.find(f"{W}sdtContent")
        if content is None or element.find(_CONTENTS) is not None:
            for paragraph in element.iter(f"{W}p"):
                self.words.of(paragraph)  # a field may end here
            self.nodes.append(Node([element]))
        elif words is not None:
            self._words_of(words.place, element, content)
        else:
            self.read(content)

    def _words_of(self, place: str, element: Element, content: Element) -> None:
        inner = [Node([each]) for each in content]
        texts: list[str] = []
        for node in inner:
            texts += self._lines(node)
        self.nodes.append(Node([element], _people(place, inner), inner))
        shown = element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        prompt = "\n".join(texts) if shown else ""
        self.narratives.append(Narrative(place, prompt, () if shown else tuple(texts)))

    def _lines(self, node: Node) -> Iterator[str]:
        """The paragraphs in one child of a control; a table somebody put there gives its cells."""
        for paragraph in node.elements[0].iter(f"{W}p"):
            text = self.before + self.words.of(paragraph)
            self.before = text if paragraph.find(_MARK_GONE) is not None else ""
            if not self.before:
                yield text
            if node.elements[0] is paragraph:
                node.passage = Passage(PassageKind.PARAGRAPH, (text,))

    def _is_loose(self, anchors: tuple[str, ...], style: str) -> bool:
        named = next((place for place in map(_place, anchors) if place), "")
        self.place = named or (self.place if style == styles.NARRATIVE else "")
        return bool(self.place)

    def _add_words(self, element: Element, text: str) -> None:
        self.nodes.append(Node([element]))
        last = self.narratives[-1] if self.narratives else None
        held = last.paragraphs if last and last.place == self.place else ()
        if held:
            self.narratives.pop()
        else:
            self.nodes[-1].passage = _people(self.place, [])
        self.narratives.append(Narrative(self.place, "", (*held, text)))

    # Tables

    def _table(self, element: Element) -> None:
        self.place = self.before = ""
        rows = [self._row(row) for row in element.iter(f"{W}tr") if row.find(_ROW_GONE) is None]
        passages = tuple(row.passage for row in rows if row.passage)
        if not passages:  # all of them were taken out
            self.nodes.append(Node([element]))
            return
        anchors = tuple(anchor for each in passages for anchor in each.anchors)
        passage = Passage(PassageKind.TABLE, (), self.caption, anchors, passages)
        self.nodes.append(Node([element], passage, rows))

    def _row(self, row: Element) -> Node:
        texts: list[str] = []
        anchors: list[str] = []
        for cell in row.iter(f"{W}tc"):
            lines: list[str] = []
            for paragraph in cell.iter(f"{W}p"):
                lines.append(self.words.of(paragraph))
                anchors += self.words.anchors
            texts.append("\n".join(lines))
        return Node([row], Passage(PassageKind.ROW, tuple(texts), "", tuple(anchors)))


def _place(anchor: str) -> str:
    """The place a bookmark stands for; empty for any other bookmark."""
    beginning = bookmark_of("")
    return anchor.removeprefix(beginning).replace("_", "-") if anchor.startswith(beginning) else ""


def _people(place: str, inner: Iterable[Node]) -> Passage:
    passages = tuple(node.passage for node in inner if node.passage)
    return Passage(PassageKind.WORDS, (), place, (bookmark_of(place),), passages)
