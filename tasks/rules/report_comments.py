"""Where comments go in a final draft: taken up at their place, and all of them in one register."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.vocabulary import (
    Block,
    Comment,
    CommentKind,
    Disposition,
    DraftKind,
    Heading,
    Paragraph,
    Table,
)
from tasks.rules import anchors, comment_threads, response_table
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.phrases import counted, plural
from tasks.rules.report_material import Material

_NUMBERED = re.compile(r"\d+(?:\.\d+)*\s+(?=\D)")
_TAKEN_UP = frozenset({Disposition.ACCEPTED, Disposition.PARTLY})


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Accepted proposals by their place: under a filter, in a sub-pillar, or on the whole."""

    filters: dict[tuple[int, str], list[Comment]]
    chapters: dict[int, list[Comment]]
    elsewhere: list[Comment]


def taken_up(material: Material) -> TakenUp:
    """Sort every accepted or partly accepted comment to its one place; none in earlier drafts.

    What several say alike is taken up once; answers and changes of format change no words.
    """
    result = TakenUp({}, {}, [])
    if material.kind is not DraftKind.FINAL:
        return result
    for comment in material.snapshot.comments:
        if comment.disposition in _TAKEN_UP and _has_words(comment):
            _place(comment, material, result)
    return result


def _has_words(comment: Comment) -> bool:
    return not (comment.same_as or comment.answers) and comment.kind is not CommentKind.FORMAT


def _place(comment: Comment, material: Material, result: TakenUp) -> None:
    place = _key(comment.place)
    for state in material.states:
        need = state.need
        if place and place in (_key(need.number), _key(need.key), _key(need.filter)):
            result.filters.setdefault((need.sub_pillar, need.filter), []).append(comment)
            return
    for chapter in material.snapshot.outline.chapters:
        if place and place in _names_of_chapter(chapter.sub_pillar, chapter.title):
            result.chapters.setdefault(chapter.sub_pillar, []).append(comment)
            return
    result.elsewhere.append(comment)


def _key(text: str) -> str:
    """A place as it is compared: without the number a heading bears on the page."""
    return " ".join(_NUMBERED.sub("", text.casefold().strip()).replace("-", " ").split())


def _names_of_chapter(number: int, title: str) -> set[str]:
    return {_key(title), *(f"{word}{number}" for word in ("", "sub pillar ", "chapter "))}


def paragraphs(comments: Sequence[Comment], material: Material) -> list[Block]:
    """What was taken up, each with its source, as it stands at its place in the report."""
    return [
        Paragraph(_sentence(comment, material), "note", anchors.taken_up(comment.number))
        for comment in comments
    ]


def _sentence(comment: Comment, material: Material) -> str:
    where = f", {comment.place}" if comment.place else ""
    words = comment_threads.wording_of(comment) or comment.text
    if comment.kind is CommentKind.DELETION and not comment_threads.wording_of(comment):
        words = f"“{comment.text}” is to be taken out."
    return (
        f"Taken up from the consultation ({material.name(comment.member)}{where}, comment "
        f"{comment.number}): {words}"
    )


def register(material: Material, elsewhere: Sequence[Comment]) -> list[Block]:
    """The annex with every comment and what became of it (final draft only)."""
    if material.kind is not DraftKind.FINAL:
        return []
    heading = Heading(1, "Annex: Response to comments")
    comments = sorted(material.snapshot.comments, key=lambda comment: comment.number)
    if not comments:
        sentence = "No comment was received in the consultation."
        return [heading, Paragraph(sentence, anchor=anchors.comments())]
    return [
        heading,
        Paragraph(
            f"{counted(len(comments), 'comment')} {plural(len(comments), 'was')} received in the "
            f"consultation. {NEXT_TABLE} gives the outcome of each.",
            anchor=anchors.comments(),
        ),
        *paragraphs(elsewhere, material),
        _table(comments, material),
    ]


def _table(comments: Sequence[Comment], material: Material) -> Table:
    alike = _alike(comments)
    return Table(
        caption="Comments and what became of them",
        header=("No.", "Member", "Place", "Comment", "Proposed wording", "Outcome"),
        rows=tuple(_row(same, material) for same in alike),
        widths=(0.05, 0.14, 0.12, 0.27, 0.22, 0.2),
        numbers=(0,),
        anchors=tuple(anchors.comment(same[0].number) for same in alike),
        landscape=True,
    )


def _alike(comments: Sequence[Comment]) -> list[list[Comment]]:
    """Comments in rows: those that say the same and had the same outcome share one."""
    rows: dict[tuple[int, str, str], list[Comment]] = {}
    for comment in comments:
        head = comment.same_as or comment.number
        outcome = (comment.disposition.value, comment.reason)
        rows.setdefault((head, *outcome), []).append(comment)
    return list(rows.values())


def _row(same: Sequence[Comment], material: Material) -> tuple[str, ...]:
    first = same[0]
    members = sorted({material.name(each.member) for each in same}, key=str.casefold)
    return (
        ", ".join(str(each.number) for each in same),
        "; ".join(members),
        first.place or "–",
        response_table.remark(first),
        first.proposed or "–",
        response_table.outcome(first),
    )
