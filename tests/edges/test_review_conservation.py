"""Nothing in a returned copy is lost: marks in, remarks out, counted by two ways."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.vocabulary.remarks import NO_REMARK, Review
from data.vocabulary.reports import CommentKind
from tasks.edges.archive import unpack
from tasks.edges.word_review import read_review
from tests.specimens.reviewed_at_random import (
    Copy,
    marks_in,
    rejected,
    reviewed,
    words_and_marks,
)
from tests.specimens.reviewed_copies import by_google, by_word, document, paragraph, run

_OWN = ("edit", "remarks")
_CAME = (CommentKind.INSERTION, CommentKind.MOVE)
_RULES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def counted(review: Review) -> dict[str, int]:
    return {name: number for name, number in review.counted.items() if name not in _OWN}


@_RULES
@given(reviewed())
def test_every_mark_in_the_file_is_counted(copied: tuple[bytes, Copy]):
    content, _ = copied
    assert counted(read_review(content, None)) == marks_in(unpack(content))


@_RULES
@given(reviewed())
def test_every_word_put_in_or_moved_stands_in_a_remark_of_its_author(copied: tuple[bytes, Copy]):
    content, copy = copied
    remarks = read_review(content, None).remarks
    for word, author in copy.put_in:
        told = [r for r in remarks if word in r.text and r.author == author and r.kind in _CAME]
        assert told, word


@_RULES
@given(reviewed())
def test_every_word_taken_out_stands_in_a_remark_of_its_author(copied: tuple[bytes, Copy]):
    content, copy = copied
    remarks = read_review(content, None).remarks
    for word, author in copy.taken_out:
        told = [
            remark
            for remark in remarks
            if remark.author == author
            and (word in remark.text or (word in remark.quoted and word not in remark.proposed))
        ]
        assert told, word


@_RULES
@given(reviewed())
def test_every_comment_is_one_remark(copied: tuple[bytes, Copy]):
    content, copy = copied
    remarks = read_review(content, None).remarks
    margin = [(r.text, r.author) for r in remarks if r.kind is CommentKind.MARGIN]
    assert sorted(margin) == sorted(copy.comments)


@_RULES
@given(reviewed())
def test_every_change_of_format_is_counted_in_a_remark(copied: tuple[bytes, Copy]):
    content, _ = copied
    review = read_review(content, None)
    told = sum(
        int(number)
        for remark in review.remarks
        if remark.kind is CommentKind.FORMAT
        for number in remark.text.split()
        if number.isdecimal()
    )
    formats = [name for name in review.counted if name.endswith("Change") or name == "cellMerge"]
    assert told == sum(review.counted[name] for name in formats)


@_RULES
@given(reviewed(), reviewed())
def test_a_draft_read_once_for_many_copies_says_the_same_to_each(
    copied: tuple[bytes, Copy], other: tuple[bytes, Copy]
):
    draft = other[0]
    alone = read_review(copied[0], draft)
    read_review(draft, draft)
    read_review(draft, copied[0])  # another draft in between
    read_review(other[0], draft)
    assert read_review(copied[0], draft) == alone


@_RULES
@given(reviewed())
def test_the_same_copy_is_read_the_same_and_beside_itself_shows_no_edit(
    copied: tuple[bytes, Copy],
):
    content, _ = copied
    first, again = read_review(content, content), read_review(content, content)
    assert first == again
    assert first.counted["edit"] == 0
    assert all(remark.reply_to == NO_REMARK for remark in first.remarks)


def test_the_copies_of_two_programs_are_counted_whole():
    for content in (by_word(), by_google()):
        assert counted(read_review(content, None)) == marks_in(unpack(content))


@_RULES
@given(st.data())
def test_tracked_changes_alone_are_no_edit_beside_the_draft_they_were_made_in(data: st.DataObject):
    copy = Copy()
    inside = [words_and_marks(data.draw, copy) for _ in range(data.draw(st.integers(1, 6)))]
    copied = document("".join(map(paragraph, inside)), "".join(copy.said))
    draft = document("".join(paragraph(rejected(each)) for each in inside))
    assert read_review(copied, draft).counted["edit"] == 0


lines = st.lists(st.sampled_from([f"Line {number} says so." for number in range(9)]), max_size=9)


@_RULES
@given(lines, lines)
def test_every_line_that_came_or_went_without_tracking_is_told(before: list[str], after: list[str]):
    stays = [f"This line {number} stays where it is." for number in range(5)]
    draft = document("".join(paragraph(run(each)) for each in [*before, *stays]))
    copied = document("".join(paragraph(run(each)) for each in [*after, *stays]))
    edits = read_review(copied, draft).remarks
    came, went = Counter(each.proposed for each in edits), Counter(each.quoted for each in edits)
    for line in set(before) | set(after):
        # A line that stayed is not told; one that moved is told with itself.
        assert after.count(line) - before.count(line) == came[line] - went[line]
