"""How fast a reviewed copy is read, beside a walk for each comment as python-docx invites to.

Ratios measured side by side in one run; nothing is asserted about times but the promise: 500
comments in two seconds.
"""

import io
import math
import sys
import time
from xml.etree.ElementTree import fromstring

import docx
import pytest
from docx.oxml.ns import qn

from tasks.edges.archive import unpack
from tasks.edges.word_review import read_review
from tests.specimens.reviewed_copies import (
    begins,
    document,
    ends,
    paragraph,
    put_in,
    row,
    run,
    said,
    split,
    table,
    taken_out,
)

pytestmark = pytest.mark.endurance

_ANA = 'w:author="Ana" w:date="2025-03-01T10:00:00Z"'
_PROMISED = 2.0


def copy_of(comments: int) -> tuple[bytes, bytes]:
    """A draft and its copy with so many comments, half as many changes more, and some edits."""
    drafted, returned, told = [], [], []
    for number in range(comments * 2):
        words = f"Partner {number % 6} reported measure {number} of the plan on border checks. " * 3
        anchor = f"p_{number}"
        plain = paragraph(run(words), anchor=anchor)
        if number % 8 == 7:
            cells = (paragraph(run(f"AL-CT-{number}")), plain)
            plain = table(row(cells)) + "<w:p/>"
        drafted.append(plain)
        changed = words.replace("plan", "strategy") if number % 50 == 3 else words
        inside = split(changed)
        if number % 2:
            told.append(said(number, f"Please check measure {number}.", _ANA))
            inside = begins(number) + inside + ends(number)
        if number % 3 == 0:
            inside += taken_out(" as is", _ANA) + put_in(f" since {number}", _ANA)
        back = paragraph(inside, anchor=anchor)
        if number % 8 == 7:
            back = table(row((paragraph(run(f"AL-CT-{number}")), back))) + "<w:p/>"
        returned.append(back)
    return document("".join(drafted)), document("".join(returned), "".join(told))


def walk_for_each_comment(content: bytes) -> int:
    """What the library's manual leads to: for each comment, look for its words from the start."""
    opened = docx.Document(io.BytesIO(content))
    start, end, text = (qn(f"w:{n}") for n in ("commentRangeStart", "commentRangeEnd", "t"))
    letters = 0
    for comment in opened.comments:
        inside = False
        for element in opened.element.body.iter(start, end, text):
            if element.tag == text:
                letters += len(element.text or "") if inside else 0
            elif element.get(qn("w:id")) == str(comment.comment_id):
                if inside:
                    break
                inside = True
    return letters


def parse(content: bytes) -> None:
    """The dearest thing nobody can avoid: the parts inflated and parsed."""
    for name, part in unpack(content).items():
        if name.endswith(".xml"):
            fromstring(part)  # noqa: S314 – our own specimen


def seconds(work: object, *given: bytes) -> float:
    assert callable(work)
    spent: list[float] = []
    for _ in range(3):
        before = time.perf_counter()
        work(*given)
        spent.append(time.perf_counter() - before)
    return min(spent)


def test_a_copy_with_five_hundred_comments_is_read_within_two_seconds(
    capsys: pytest.CaptureFixture[str],
):
    lines = [
        "| comments | marks | parsing | this reader | beside the draft | a walk each | ratio |"
    ]
    lines.append("|---|---|---|---|---|---|---|")
    alone: list[float] = []
    sizes = (125, 250, 500, 1000)
    for comments in sizes:
        draft, content = copy_of(comments)
        review = read_review(content, draft)
        assert review.counted["comment"] == comments
        both, one = seconds(read_review, content, draft), seconds(read_review, content, None)
        alone.append(both)
        each = seconds(walk_for_each_comment, content)
        marks = sum(review.counted.values()) - review.counted["remarks"]
        lines.append(
            f"| {comments} | {marks} | {seconds(parse, content):.3f} s | {one:.3f} s "
            f"| {both:.3f} s | {each:.3f} s | {each / both:.1f} |"
        )
        assert comments != 500 or both < _PROMISED
    growth = math.log(alone[-1] / alone[0]) / math.log(sizes[-1] / sizes[0])
    lines.append(f"growth exponent {growth:.2f}")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
