"""Tracked changes of one text as remarks: what one author did in one place is one remark."""

from dataclasses import dataclass
from itertools import accumulate

from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.found import Found, ahead, behind, shown
from tasks.edges.word_review.names import PUT_IN, TAKEN_OUT
from tasks.edges.word_review.story import Mark, Paragraph, Segment, Story, blocks

Channel = tuple[str, str, str]
"""Who, which way of a move or "", and the name that pairs the two ends of a move."""


@dataclass(slots=True)
class Span:
    """Segments that follow each other and bear marks of one channel."""

    channel: Channel
    first: int
    last: int
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Wording:
    """How a place read and how it is to read."""

    text: str
    quoted: str
    proposed: str


def changes_in(story: Story, part: int) -> tuple[list[Found], list[tuple[Channel, Found]]]:
    """What was put in and taken out, and the ends of moves with the channel that pairs them."""
    found: list[Found] = []
    ends: list[tuple[Channel, Found]] = []
    for block in blocks(story.paragraphs):
        text = _Text(block)
        for span in text.spans:
            holder = text.holders[span.first]
            if _told_by_the_table(holder, span):
                continue
            one = text.found(span, holder, part)
            if span.channel[1]:
                ends.append((span.channel, one))
            else:
                found.append(one)
    return found, ends


class _Text:
    """Paragraphs joined by changed ends, as one row of segments."""

    def __init__(self, block: list[Paragraph]) -> None:
        self.segments: list[Segment] = []
        self.holders: list[Paragraph] = []
        self._positions: list[int] = []
        for number, paragraph in enumerate(block, start=1):
            last = number == len(block) and not paragraph.end.marks
            own = paragraph.segments if last else [*paragraph.segments, paragraph.end]
            self.segments.extend(own)
            self.holders.extend([paragraph] * len(own))
            self._positions.extend(range(paragraph.position, paragraph.position + len(own)))
        self.spans = self._spans() if any(each.marks for each in self.segments) else []
        if self.spans:
            kept = [each.text if each.original else "" for each in self.segments]
            self._original = "".join(kept)
            self._offsets = [0, *accumulate(map(len, kept))]

    def _spans(self) -> list[Span]:
        spans: list[Span] = []
        running: dict[Channel, Span] = {}
        for place, segment in enumerate(self.segments):
            if not segment.marks and not segment.text and segment.label in ("", "[comment]"):
                continue  # a sign nobody sees parts nothing
            here: dict[Channel, Span] = {}
            for mark in segment.marks:
                channel = _channel(mark)
                span = here.get(channel) or running.get(channel)
                if span is None:
                    span = Span(channel, place, place, [])
                    spans.append(span)
                span.last = place
                if not span.marks or span.marks[-1] is not mark:
                    span.marks.append(mark)
                here[channel] = span
            running = here
        return spans

    def found(self, span: Span, holder: Paragraph, part: int) -> Found:
        inside = self.segments[span.first : span.last + 1]
        author, way, _ = span.channel
        put_in = [each for each in inside if _by(each, author, PUT_IN)]
        taken_out = [each for each in inside if _by(each, author, TAKEN_OUT)]
        kind = CommentKind.MOVE if way else _kind(put_in, taken_out)
        own = put_in if kind is CommentKind.INSERTION or not taken_out else taken_out
        before = "".join([each.text for each in inside if _stood_before(each, author)])
        after = "".join([each.text for each in inside if _stands_after(each, author)])
        quoted, proposed = self._around(span, before, after)
        text = shown(own)
        if all(each.text == "\n" for each in own):
            text = "[new paragraph]" if own is put_in else "[paragraphs joined]"
        date = span.marks[0].date
        place = self._positions[span.first]
        return Found(kind, author, date, text, quoted, proposed, holder, part, place)

    def _around(self, span: Span, before: str, after: str) -> tuple[str, str]:
        """The wording before and after; where whole paragraphs change, of these alone."""
        start, end = self._offsets[span.first], self._offsets[span.last + 1]
        text = self._original
        first, last = self.segments[span.first].text, self.segments[span.last].text
        begins = start == 0 or text[start - 1] == "\n" or (first == "\n" and end == len(text))
        ends = end == len(text) or text[end] == "\n" or last == "\n"
        if begins and ends and (before.strip("\n") or after.strip("\n")):
            return before.strip("\n"), after.strip("\n")
        lead, rest = ahead(text, start), behind(text, end)
        return f"{lead}{before}{rest}", f"{lead}{after}{rest}"


def _channel(mark: Mark) -> Channel:
    return (mark.author, mark.kind, mark.move) if mark.is_move else (mark.author, "", "")


def _by(segment: Segment, author: str, kinds: frozenset[str]) -> bool:
    return any(mark.author == author and mark.kind in kinds for mark in segment.marks)


def _stood_before(segment: Segment, author: str) -> bool:
    """Whether the author found this text: of the draft, or put in by somebody else."""
    return segment.original or not _by(segment, author, PUT_IN)


def _stands_after(segment: Segment, author: str) -> bool:
    return not _by(segment, author, TAKEN_OUT)


def _kind(put_in: list[Segment], taken_out: list[Segment]) -> CommentKind:
    """Words in place of others are one insertion, whose quotation shows what they replace."""
    seen = any(each.text.strip() or each.label for each in put_in)
    lost = any(each.text.strip() or each.label for each in taken_out)
    return CommentKind.INSERTION if put_in and (seen or not lost) else CommentKind.DELETION


def _told_by_the_table(paragraph: Paragraph, span: Span) -> bool:
    """Whether a whole row or cell came or went, so that its words are told with it."""
    cell = paragraph.cell
    if cell is None or span.channel[1]:
        return False
    of_table = {
        (mark.author, mark.kind in PUT_IN or mark.kind == "cellIns")
        for mark in (*cell.marks, *cell.row.marks)
        if mark.kind != "cellMerge"
    }
    return all((mark.author, mark.kind in PUT_IN) in of_table for mark in span.marks)
