"""Rows and cells that came or went while changes were tracked."""

from collections.abc import Iterator

from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.found import NOTHING, Found
from tasks.edges.word_review.names import PUT_IN
from tasks.edges.word_review.story import Cell, Mark, Paragraph, Row, Segment, Story

_NOWHERE = Paragraph(number=1, flow=0, where="body", cell=None)


def rows_and_cells(story: Story, part: int) -> Iterator[Found]:
    """One remark for each row or cell and author; its words stand in it, parted by bars."""
    for row in story.rows:
        for mark in row.marks:
            yield _found(row, row.cells, mark, story, part)
        for cell in row.cells:
            for mark in cell.marks:
                yield _found(row, [cell], mark, story, part)


def _found(row: Row, cells: list[Cell], mark: Mark, story: Story, part: int) -> Found:
    came = mark.kind in PUT_IN or mark.kind == "cellIns"
    words = " | ".join([_words(cell, mark.author if came else None) for cell in cells])
    held = [paragraph for cell in (*cells, *row.cells) for paragraph in cell.paragraphs]
    paragraph = next(iter((*held, *story.paragraphs)), _NOWHERE)
    return Found(
        CommentKind.INSERTION if came else CommentKind.DELETION,
        mark.author,
        mark.date,
        words if words.strip(" |") else f"[{'row' if cells is row.cells else 'cell'}] {NOTHING}",
        "" if came else words,
        words if came else "",
        paragraph,
        part,
        paragraph.position,
    )


def _words(cell: Cell, author: str | None) -> str:
    """What the cell says: what its author wrote, or of one that went everything in it."""
    kept = [
        "".join([each.text for each in paragraph.segments if author is None or _of(each, author)])
        for paragraph in cell.paragraphs
    ]
    return "\n".join(kept).strip("\n")


def _of(segment: Segment, author: str) -> bool:
    put_in = any(mark.author == author and mark.kind in PUT_IN for mark in segment.marks)
    return segment.current or put_in
