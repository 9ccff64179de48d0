"""Where in the draft something was said: the nearest anchor, and the place in people's words."""

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from tasks.edges.word_review.names import SHORT, value
from tasks.edges.word_review.story import Paragraph, Row, Story

_OF_PROGRAMS = re.compile(r"_GoBack|_Hlk|_Ref|_MON|_heading=|OLE_LINK|_Toc(?!0)\d|__RefHeading")
_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc |table of figures|index ")
_NUMBER = re.compile(r"(?=.*\d)\S.{0,23}")  # short, with a digit: a need's number
_ROWS_ABOVE = 20  # a long answer goes on in so many rows at the most


class Styles:
    """What a style id stands for, whatever language the program spoke that made it."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, int] = {}
        self._numbered: set[str] = set()
        self._contents: set[str] = set()
        for style in root if root is not None else ():
            id_ = value(style, "styleId")
            for inner in style.iter():
                short = SHORT[inner.tag]
                if short == "name":
                    self._name(id_, value(inner, "val").lower())
                elif short == "numPr":
                    self._numbered.add(id_)

    def _name(self, id_: str, name: str) -> None:
        heading = _HEADING.match(name)
        if heading:
            self._levels[id_] = int(heading[1])
        elif _CONTENTS.match(name):
            self._contents.add(id_)

    def level(self, style: str) -> int:
        return self._levels.get(style, 0)

    def is_numbered(self, style: str) -> bool:
        return style in self._numbered

    def is_contents(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph belongs to a list that the program computes."""
        return paragraph.in_contents or paragraph.style in self._contents


class Places:
    """The headings and anchors of one copy.

    Args:
        stories: The texts of the copy, its body first.
        styles: Its styles.
        known: The anchors of the draft that was sent; None when that draft is not at hand, and
            then every bookmark counts that no office program sets by itself.
        draft: The places of that draft: what went from the copy is still found there, and its
            headings bear their numbers.
    """

    def __init__(
        self,
        stories: list[Story],
        styles: Styles,
        known: frozenset[str] | None,
        draft: "Places | None" = None,
    ) -> None:
        self._known = known
        self._titles = draft.titles() if draft else {}
        self._headings = dict(draft.headings) if draft else {}
        self._rows: dict[tuple[int, int], Row] = {}
        self._twins: Callable[[Paragraph], Iterable[str]] = lambda _: ()
        for story in stories:
            self._read_headings(story, styles)
            for row in story.rows:
                self._rows[row.table, row.number] = row

    def borrow(self, twins: Callable[[Paragraph], Iterable[str]]) -> None:
        """Take the anchors of the same paragraph in the draft where a copy has lost its own."""
        self._twins = twins

    def anchors(self, names: Iterable[str]) -> list[str]:
        """Those of some bookmarks that are the draft's own."""
        if self._known is not None:
            return [name for name in names if name in self._known]
        return [name for name in names if name and not _OF_PROGRAMS.match(name)]

    def anchor(self, paragraph: Paragraph) -> str:
        """The bookmark of the paragraph or its row, else one around it, else its heading's."""
        row = paragraph.cell.row if paragraph.cell else None
        while row and row.outer and not row.anchors:
            row = row.outer
        own = [*paragraph.anchors, *(row.anchors if row else ()), *paragraph.enclosing]
        found = self.anchors([*own, *self._twins(paragraph)])
        return found[0] if found else self._headings.get(id(paragraph), ("", ""))[0]

    def place(self, paragraph: Paragraph) -> str:
        """The number of the need whose row it is, else the heading it stands under."""
        row = paragraph.cell.row if paragraph.cell else None
        for _ in range(_ROWS_ABOVE):
            number = _number_of(row) if row else ""
            if row is None or number:
                break
            row = self._rows.get((row.table, row.number - 1))
        else:
            number = ""
        anchor, words = self._headings.get(id(paragraph), ("", ""))
        return number or self._titles.get(anchor, words)

    @property
    def headings(self) -> Mapping[int, tuple[str, str]]:
        """Anchor and words of the heading over each paragraph, by the identity of that one."""
        return self._headings

    def titles(self) -> dict[str, str]:
        """How the headings read, by their anchors."""
        return {anchor: words for anchor, words in self._headings.values() if anchor}

    def _read_headings(self, story: Story, styles: Styles) -> None:
        anchor = place = ""
        counts = [0] * 9
        for paragraph in story.paragraphs:
            level = styles.level(paragraph.style)
            if level and paragraph.cell is None:
                words = " ".join(paragraph.original_text().split())
                words = words or " ".join(paragraph.current_text().split())
                counts[: level - 1] = [max(each, 1) for each in counts[: level - 1]]
                counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (9 - level)]
                number = ".".join(str(each) for each in counts[:level])
                place = f"{number} {words}" if styles.is_numbered(paragraph.style) else words
                own = self.anchors(paragraph.anchors)
                anchor = own[0] if own else anchor
            self._headings[id(paragraph)] = (anchor, place)


def file_place(paragraph: Paragraph) -> str:
    """Part and paragraph of the copy, with row and column where they stand in a table."""
    if not paragraph.number:
        return paragraph.where
    told = f"{paragraph.where}, paragraph {paragraph.number}"
    if paragraph.cell:
        row = paragraph.cell.row
        told += f" (table {row.table}, row {row.number}, column {paragraph.cell.number})"
    return told


def _number_of(row: Row) -> str:
    """The first cell of a row, when it reads like the number of a need."""
    if len(row.cells) < 2 or not row.cells[0].paragraphs:
        return ""
    first = row.cells[0].paragraphs[0]
    words = " ".join((first.original_text().strip() or first.current_text()).split())
    return words if _NUMBER.fullmatch(words) else ""
