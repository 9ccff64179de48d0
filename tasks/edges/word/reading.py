"""A document read back from its own Word file, so that a page can be made of approved bytes."""

import posixpath
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import (
    Block,
    Bullets,
    Document,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)
from tasks.edges.word import styles
from tasks.edges.word.custom import identity_of
from tasks.edges.word.drawn_charts import chart_of
from tasks.edges.word.drawn_matrices import is_matrix, matrix_of
from tasks.edges.word.drawn_tables import lines_of, shares_in, table_of
from tasks.edges.word.names import CATEGORY, DOCUMENT_RELATIONS, RELATION, W
from tasks.edges.word.opening import Opened
from tasks.edges.word.places import loose_words, narrative_of
from tasks.edges.word.words import anchor_of, style_of, text_in, text_of

_PARAGRAPHS = {style: name for name, style in styles.PARAGRAPHS.items()}
_LEVELS = {style: level for level, style in enumerate(styles.HEADINGS, start=1)}
_COVER = frozenset(
    {
        styles.TITLE,
        styles.SUBTITLE,
        styles.FACT,
        styles.MARKING,
        styles.DISCLAIMER,
        styles.DESIGNATION,
    }
)
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def read_document(content: bytes) -> Document:
    """Read a .docx that `write_document` drew; the words are exactly those it was given (R20).

    Args:
        content: The bytes of the file.

    Raises:
        DocumentUnreadable: the file is damaged, or was changed in a way that leaves its words in
            doubt (tracked changes, a paragraph in a style of another template).
    """
    opened = Opened(content)
    root = opened.xml("word/document.xml")
    if any(element.tag in _CHANGES for element in root.iter()):
        raise DocumentUnreadable(reason="it holds tracked changes that are not yet accepted")
    body = root.find(f"{W}body")
    if body is None:
        raise DocumentUnreadable(reason="it has no body")
    reader = _Reader(opened, _targets(opened), shares_in(opened.xml("word/settings.xml")))
    for element in body:
        reader.take(element)
    return _document(opened, reader.cover, tuple(reader.blocks))


@dataclass
class _Reader:
    """One pass over the body; the style of a paragraph says what it is."""

    opened: Opened
    targets: dict[str, str]
    shares: dict[int, tuple[float, ...]]
    cover: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    blocks: list[Block] = field(default_factory=list[Block])
    caption: str | None = None
    figure: Element | None = None
    tables: int = 0
    section_start: int = 0

    def take(self, element: Element) -> None:
        if element.tag == f"{W}p":
            self._paragraph(element)
        elif element.tag == f"{W}tbl":
            self._table(element)
        elif element.tag == f"{W}sdt":
            self._control(element)
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            self._end_section(section)

    def _paragraph(self, element: Element) -> None:
        style, text = style_of(element), text_of(element)
        if style in _PARAGRAPHS:
            self.blocks.append(Paragraph(text, _PARAGRAPHS[style], anchor_of(element)))
        elif style in _LEVELS:
            self.blocks.append(Heading(_LEVELS[style], text))
        elif style == styles.FIRST_BULLET:
            self.blocks.append(Bullets((text,)))
        elif style == styles.NEXT_BULLET:
            self._next_bullet(text)
        else:
            self._around(element, style, text)

    def _around(self, element: Element, style: str, text: str) -> None:
        """Captions, figures, words of people and the cover; the rest must be furniture."""
        if style == styles.TABLE_CAPTION:
            self.caption = text
        elif style == styles.FIGURE:
            self.figure = element
        elif style == styles.FIGURE_CAPTION:
            self._end_figure(text)
        elif style == styles.NARRATIVE:
            self._loose_words(element)
        elif style in _COVER:
            self.cover.setdefault(style, []).append(text)
        elif style not in styles.FURNITURE:
            raise DocumentUnreadable(reason=f"a paragraph has the unknown style {style!r}")

    def _table(self, element: Element) -> None:
        if self.caption is None:
            raise DocumentUnreadable(reason="a table has lost its caption")
        self.tables += 1
        lines = lines_of(element)
        if is_matrix(lines):
            self.blocks.append(matrix_of(element, self.caption, lines))
        else:
            shares = self.shares.get(self.tables)
            self.blocks.append(table_of(element, self.caption, lines, shares))
        self.caption = None

    def _control(self, element: Element) -> None:
        words = narrative_of(element)
        if words is not None:
            self.blocks.append(words)
            return
        content = element.find(f"{W}sdtContent")  # Word wraps lists of contents, for example
        for inner in () if content is None else content:
            self.take(inner)

    def _loose_words(self, element: Element) -> None:
        last = self.blocks[-1] if self.blocks else None
        before = last if isinstance(last, Narrative) else None
        words = loose_words(element, before)
        if words is None:
            raise DocumentUnreadable(reason="words of people have lost their place")
        if before is not None and words.place == before.place:
            self.blocks.pop()
        self.blocks.append(words)

    def _next_bullet(self, text: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, Bullets):
            raise DocumentUnreadable(reason=f"the list at {text[:40]!r} has lost its beginning")
        self.blocks[-1] = Bullets((*last.items, text))

    def _end_figure(self, caption: str) -> None:
        if self.figure is None:
            raise DocumentUnreadable(reason=f"the figure {caption!r} is missing")
        self.blocks.append(chart_of(self.opened, self.targets, self.figure, caption))
        self.figure = None

    def _end_section(self, section: Element) -> None:
        size = section.find(f"{W}pgSz")
        if size is not None and size.get(f"{W}orient") == "landscape":
            for number in range(self.section_start, len(self.blocks)):
                block = self.blocks[number]
                if isinstance(block, Table | Matrix):
                    self.blocks[number] = replace(block, landscape=True)
        self.section_start = len(self.blocks)


def _document(opened: Opened, cover: dict[str, list[str]], blocks: tuple[Block, ...]) -> Document:
    return Document(
        kind=opened.xml("docProps/core.xml").findtext(CATEGORY, ""),
        title="\n".join(cover.get(styles.TITLE, ())),
        subtitle="\n".join(cover.get(styles.SUBTITLE, ())),
        facts=tuple(cover.get(styles.FACT, ())),
        marking="\n".join(cover.get(styles.MARKING, ())),
        version=_version(opened),
        disclaimers=tuple(cover.get(styles.DISCLAIMER, ())),
        kosovo_footnote=_footnote(opened) or "\n".join(cover.get(styles.DESIGNATION, ())),
        blocks=blocks,
        identity=identity_of(opened),
    )


def _targets(opened: Opened) -> dict[str, str]:
    """Relation ids and the names of the parts they lead to."""
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("word", relation.get("Target", ""))
        ).lstrip("/")
        for relation in opened.xml(DOCUMENT_RELATIONS).iter(f"{RELATION}Relationship")
    }


def _version(opened: Opened) -> str:
    for name in opened.names("word/footer"):
        version = text_in(opened.xml(name), styles.VERSION_RUN)
        if version is not None:
            return version
    return ""


def _footnote(opened: Opened) -> str:
    """The one footnote of a document; the separators Word wants beside it have a type."""
    notes = opened.xml("word/footnotes.xml").findall(f"{W}footnote")
    own = [note for note in notes if note.get(f"{W}type") is None]
    return "\n".join(text_of(paragraph) for note in own for paragraph in note.iter(f"{W}p"))
