"""Comments: who said what about which words, what it answers, and whether it is resolved."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from data.errors.reviews import ReviewUnreadable
from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.found import Found, shortened, shown
from tasks.edges.word_review.names import SHORT, later_value
from tasks.edges.word_review.parts import Copy, Part
from tasks.edges.word_review.story import Note, Paragraph, Segment, Story
from tasks.edges.word_review.walking import read_part

_MOST_QUOTED = 2_000  # letters; a comment on a whole chapter is no reason to quote it
_MOST_SEGMENTS = 2_000
_MOST_COMMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments as remarks, their part as a story, and those that hang on nothing."""

    found: tuple[Found, ...]
    story: Story
    homeless: int
    missing: int


def comments_of(copy: Copy, stories: list[Story]) -> Comments:
    """Read the comments of a copy and find in its texts what each of them is about.

    Raises:
        ReviewUnreadable: there are more than people write.
    """
    root = copy.one("comments")
    story = read_part(Part("comments", 1, root)) if root is not None else Story("comments", 1)
    if len(story.notes) > _MOST_COMMENTS:
        raise ReviewUnreadable(reason="it holds more comments than people write")
    threads = _threads(copy, story)
    pinned = {id_ for each in stories for id_ in (*each.pinned, *each.begun)}
    known = {note.id for note in story.notes}
    places = _Places(stories)
    found = [
        places.found(number, note, _words(story, number), *threads.get(number, ("", False)))
        for number, note in enumerate(story.notes)
    ]
    homeless = sum(1 for note in story.notes if note.id not in pinned)
    return Comments(tuple(found), story, homeless, len(pinned - known))


def _paragraphs(story: Story, number: int) -> tuple[int, int]:
    notes = story.notes
    end = notes[number + 1].first if number + 1 < len(notes) else len(story.paragraphs)
    return notes[number].first, end


def _words(story: Story, number: int) -> str:
    first, end = _paragraphs(story, number)
    segments: list[Segment] = []
    for paragraph in story.paragraphs[first:end]:
        segments.extend([each for each in paragraph.segments if each.current])
        segments.append(Segment("\n"))
    return shown(segments).strip()


def _threads(copy: Copy, story: Story) -> dict[int, tuple[str, bool]]:
    """For each comment the number of the one it answers and whether it is resolved."""
    root = copy.one("commentsExtended")
    if root is None:
        return {}
    owners: dict[str, int] = {}
    for number in range(len(story.notes)):
        first, end = _paragraphs(story, number)
        for place in range(first, end):
            owners.setdefault(story.paragraph_ids[place], number)
    found: dict[int, tuple[str, bool]] = {}
    for each in root:
        number = owners.get(later_value(each, "paraId"))
        if number is not None and SHORT[each.tag] == "w15:commentEx":
            parent = owners.get(later_value(each, "paraIdParent") or "-")
            answers = str(parent) if parent is not None and parent != number else ""
            found[number] = (answers, later_value(each, "done") in ("1", "true", "on"))
    return found


class _Places:
    """The texts of a copy, to look up what a comment hangs on."""

    def __init__(self, stories: list[Story]) -> None:
        self._stories = stories
        self._starts = [[each.position for each in story.paragraphs] for story in stories]
        self._homes: dict[str, int] = {}
        for part, story in enumerate(stories):
            for id_ in (*story.begun, *story.pinned):
                self._homes.setdefault(id_, part)

    def found(self, number: int, note: Note, text: str, answers: str, resolved: bool) -> Found:
        part = self._homes.get(note.id, -1)
        quoted, position = "", 0
        paragraph = Paragraph(number=0, flow=0, where="comments", cell=None)
        if part >= 0:
            story = self._stories[part]
            paragraph, position = self._paragraph(note.id, part)
            quoted = _quoted(story, note.id) or shortened(paragraph.original_text())
        return Found(
            CommentKind.MARGIN,
            note.author,
            note.date,
            text,
            quoted,
            "",
            paragraph,
            part if part >= 0 else len(self._stories),
            position,
            id=str(number),
            answers=answers,
            resolved=resolved,
        )

    def _paragraph(self, id_: str, part: int) -> tuple[Paragraph, int]:
        story = self._stories[part]
        pinned = story.pinned.get(id_)
        start = story.begun.get(id_)
        if start is None or not story.paragraphs:
            holder = pinned or Paragraph(number=0, flow=0, where=story.name, cell=None)
            return holder, holder.position
        place = bisect_right(self._starts[part], start) - 1
        return story.paragraphs[max(place, 0)], start


def _quoted(story: Story, id_: str) -> str:
    """The words of the draft a comment is about; of words put in since, when it is about those."""
    start, end = story.ranges.get(id_, (0, 0))
    inside = story.segments[start : min(end, start + _MOST_SEGMENTS)]
    original = _within(each.text for each in inside if each.original)
    return original or _within(each.text for each in inside if each.current)


def _within(texts: Iterator[str]) -> str:
    kept: list[str] = []
    length = 0
    for text in texts:
        kept.append(text)
        length += len(text)
        if length > _MOST_QUOTED:
            return f"{''.join(kept)[:_MOST_QUOTED].strip()}…"
    return "".join(kept).strip()
