"""Changes of format: no words change, so those of one author in one place are told as one."""

from collections import Counter
from collections.abc import Callable

from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.found import Found, shortened
from tasks.edges.word_review.names import FORMATS
from tasks.edges.word_review.story import FormatChange, Paragraph, Story

_MOST_QUOTED = 3


def formats_in(story: Story, part: int, anchor: Callable[[Paragraph], str]) -> list[Found]:
    """One remark for each author and anchor; all its changes are counted in its text."""
    together: dict[tuple[str, str, str], list[tuple[Paragraph, FormatChange]]] = {}
    for paragraph in story.paragraphs:
        for change in paragraph.formats:
            key = (change.author, paragraph.where, anchor(paragraph))
            together.setdefault(key, []).append((paragraph, change))
    return [_found(changes, part) for changes in together.values()]


def _found(changes: list[tuple[Paragraph, FormatChange]], part: int) -> Found:
    paragraph, first = changes[0]
    counted = Counter(FORMATS.get(change.name, "numbering") for _, change in changes)
    told = ", ".join([f"{count} of {what}" for what, count in sorted(counted.items())])
    words = dict.fromkeys(each.original_text().strip() for each, _ in changes)
    quoted = [text for text in words if text]
    more = "\n…" if len(quoted) > _MOST_QUOTED else ""
    return Found(
        CommentKind.FORMAT,
        first.author,
        first.date,
        f"[change of format: {told}]",
        shortened("\n".join(quoted[:_MOST_QUOTED])) + more,
        "",
        paragraph,
        part,
        paragraph.position,
    )
