"""Where the pass over a part stands: what is open around the element it meets next."""

from itertools import islice
from xml.etree.ElementTree import Element

from data.errors.reviews import ReviewUnreadable
from tasks.edges.word_review.fields import Fields
from tasks.edges.word_review.layout import Layout
from tasks.edges.word_review.names import later_value, value
from tasks.edges.word_review.parts import Part
from tasks.edges.word_review.story import FormatChange, Mark, Paragraph, Segment, Story

_NEAREST = 4  # so many bookmarks may lie around a paragraph
_MOST_PARAGRAPHS = 100_000  # in one part; a long report holds a tenth
_MOST_MARKS = 100_000


class Standing:
    """The story so far, and everything that has begun and not ended."""

    def __init__(self, part: Part) -> None:
        self.story = Story(part.kind, part.number)
        self._where = self.story.name
        self._layout = Layout(self.story.rows)
        self._fields = Fields()
        self._open: list[Paragraph] = []
        self._numbered = self._counted = 0
        self._marks: tuple[Mark, ...] = ()
        self._filled: list[int] = []
        self._moves: dict[str, dict[str, str]] = {"moveFrom": {}, "moveTo": {}}
        self._anchors: list[str] = []
        self._formats: list[FormatChange] = []
        self._bookmarks: dict[str, str] = {}
        self._controls: list[tuple[str, bool]] = []
        self._choosing = False

    def _finish(self) -> Story:
        """Everything has ended; what waited for a next paragraph goes to the last one."""
        if self._formats:
            last = self.story.paragraphs[-1] if self.story.paragraphs else self._stray()
            last.formats.extend(self._formats)
        return self.story

    def _put(self, text: str, label: str = "") -> None:
        segment = Segment(text, self._marks, label, self._fields.volatile)
        (self._open[-1] if self._open else self._stray()).segments.append(segment)
        self.story.segments.append(segment)

    def _stray(self) -> Paragraph:
        """A paragraph for a word or a mark that stands between the paragraphs."""
        self._begin(Element("p"))
        return self._end()

    def _mark(self, name: str, element: Element) -> Mark:
        self._count(name)
        moves = self._moves.get(name)
        move = next(reversed(moves.values()), "") if moves else ""
        return Mark(name, value(element, "author"), value(element, "date"), move)

    def _count(self, name: str) -> None:
        self._counted += 1
        if self._counted > _MOST_MARKS:
            raise ReviewUnreadable(reason="it holds more changes than a document can")
        plain = name.removeprefix("w14:")
        self.story.counted[plain] = self.story.counted.get(plain, 0) + 1

    def _format(self, name: str, element: Element, of_text: bool) -> None:
        self._count(name)
        change = FormatChange(name, value(element, "author"), value(element, "date"))
        # What stands before any paragraph, as the properties of a table do, goes to the next one.
        (self._open[-1].formats if self._open and of_text else self._formats).append(change)

    def _begin(self, element: Element) -> None:
        if len(self.story.paragraphs) >= _MOST_PARAGRAPHS:
            raise ReviewUnreadable(reason="it holds more paragraphs than a document can")
        cell = self._layout.cell
        around = islice(reversed(self._bookmarks.values()), _NEAREST)
        tags = [tag for tag, _ in self._controls if tag]
        paragraph = Paragraph(
            number=max(self._numbered, 1),
            flow=self._layout.flow,
            where=self._where,
            cell=cell,
            enclosing=(*around, *reversed(tags)),
            in_contents=any(contents for _, contents in self._controls),
            anchors=self._anchors,
            formats=self._formats,
            position=len(self.story.segments),
        )
        self._anchors, self._formats = [], []
        self._open.append(paragraph)
        self.story.paragraphs.append(paragraph)
        self.story.paragraph_ids.append(later_value(element, "paraId"))
        if cell:
            cell.paragraphs.append(paragraph)

    def _end(self) -> Paragraph:
        paragraph = self._open.pop()
        paragraph.end = Segment("\n", (*self._marks, *paragraph.end.marks))
        self.story.segments.append(paragraph.end)
        if paragraph.cell:
            paragraph.cell.row.anchors.extend(paragraph.anchors)
        return paragraph
