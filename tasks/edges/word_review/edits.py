"""Edits without tracking: a copy as it was before tracked changes, beside the draft sent out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.vocabulary.order import rising
from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.aligning import laid_beside
from tasks.edges.word_review.found import Found, ahead, behind
from tasks.edges.word_review.lines import Line, entry_of
from tasks.edges.word_review.story import Paragraph

_A_COPY = 0.3  # of the lines of a draft that are found again in its copy, at the least
_GROWN, _SOME = 3, 100  # times the lines of the draft, and some more, that a copy has at the most


@dataclass(frozen=True, slots=True)
class Comparison:
    """The edits, the twin of each paragraph in the draft, and whether this is a copy of it."""

    found: list[Found]
    twins: dict[int, Line]
    is_copy: bool


def compare(
    sent: list[Line], returned: list[Line], contents: frozenset[str], part: int
) -> Comparison:
    """Hold one part of a copy against the same part of the draft.

    `contents` are the entries of the draft's lists of contents: some programs turn such a list
    into plain paragraphs, which nobody wrote.
    """
    pairs = laid_beside(sent, returned)
    both = [(left, right) for left, right in pairs if left >= 0 and right >= 0]
    steady = set(rising(both))
    found: list[Found] = []
    twins: dict[int, Line] = {}
    before = returned[0].paragraphs[0] if returned else _nowhere(sent)
    for left, right in pairs:
        if right < 0:
            found.append(_went(sent[left], before, part))
            continue
        line = returned[right]
        before = line.paragraphs[0]
        if left < 0 and entry_of(line.words) in contents:
            continue
        if left < 0:
            found.append(_came(line, part))
            continue
        twins |= {id(each): sent[left] for each in line.paragraphs}
        if line.steady != sent[left].steady and line.keys != sent[left].keys:
            found.extend(_edited(sent[left], line, part))
        elif (left, right) not in steady:
            found.append(_moved(line, part))
    same = sum(1 for left, right in both if sent[left].keys == returned[right].keys)
    grown = len(returned) > _GROWN * len(sent) + _SOME
    return Comparison(found, twins, same >= _A_COPY * len(sent) and not grown)


def _nowhere(sent: list[Line]) -> Paragraph:
    """Where something is missing from a part that is missing as a whole."""
    return Paragraph(0, 0, sent[0].paragraphs[0].where if sent else "body", None)


def _came(line: Line, part: int) -> Found:
    return _edit(line.words, "", line.words, line.paragraphs[0], part)


def _went(line: Line, before: Paragraph, part: int) -> Found:
    gone = _edit(line.words, line.words, "", line.paragraphs[0], part)
    return replace(gone, after=before, position=before.position)


def _moved(line: Line, part: int) -> Found:
    return _edit(f"[moved] {line.words}", line.words, line.words, line.paragraphs[0], part)


def _edited(sent: Line, returned: Line, part: int) -> Iterator[Found]:
    """One edit for a paragraph, one for each changed cell of a row."""
    if len(sent.texts) != len(returned.texts):
        yield _changed(sent.words, returned.words, returned.paragraphs[0], part)
        return
    keys = zip(sent.keys, returned.keys, strict=True)
    for place, (one, other) in enumerate(keys):
        if one != other and sent.steady[place] != returned.steady[place]:
            at = returned.paragraphs[place if len(returned.texts) > 1 else 0]
            yield _changed(sent.texts[place], returned.texts[place], at, part)


def _changed(before: str, after: str, paragraph: Paragraph, part: int) -> Found:
    start, left, right = _middle(before, after)
    old, new = before[start:left], after[start:right]
    text = new.strip() or old.strip() or new or old
    return _edit(
        text,
        f"{ahead(before, start)}{old}{behind(before, left)}",
        f"{ahead(after, start)}{new}{behind(after, right)}",
        paragraph,
        part,
    )


def _middle(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts begin to differ and, in each, where they end to; between words."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    while _parts_a_word(before, start) or _parts_a_word(after, start):
        start -= 1
    while _parts_a_word(before, len(before) - end) or _parts_a_word(after, len(after) - end):
        end -= 1
    return start, len(before) - end, len(after) - end


def _parts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _edit(text: str, quoted: str, proposed: str, paragraph: Paragraph, part: int) -> Found:
    return Found(
        CommentKind.EDIT, "", "", text, quoted, proposed, paragraph, part, paragraph.position
    )
