"""Which comments are disposed of together: the same remark of several, and answers to one."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from data.vocabulary import Comment, CommentKind, Disposition
from data.vocabulary.comment_register import TAKEN_UP_AS, RegisterRow


def leads(comments: Iterable[Comment]) -> dict[int, int]:
    """The number of the comment each one is disposed of with; its own number if it leads.

    A comment follows the first one that says the same, and an answer follows what it answers.
    """
    above = {each.number: each.answers or each.same_as for each in comments}
    return {number: _lead(number, above) for number in above}


def _lead(number: int, above: Mapping[int, int]) -> int:
    way = [number]
    while (higher := above.get(way[-1], 0)) in above:
        if higher in way:
            return min(way[way.index(higher) :])  # a circle is led by its first
        way.append(higher)
    return way[-1]


def followers(comments: Collection[Comment], number: int) -> list[Comment]:
    """The open comments that are disposed of with this one."""
    by_number = {each.number: each for each in comments}
    found: list[Comment] = []
    for each in comments:
        way = _way_up(each, by_number)
        if each.disposition is Disposition.OPEN and number in way:
            found.append(each)
    return found


def _way_up(comment: Comment, by_number: Mapping[int, Comment]) -> list[int]:
    way: list[int] = []
    at: Comment | None = comment
    while at is not None:
        higher = at.answers or at.same_as
        if higher in way or higher == comment.number:
            break
        way.append(higher)
        at = by_number.get(higher)
    return way


def rows(comments: Sequence[Comment], names: Mapping[str, str]) -> tuple[RegisterRow, ...]:
    """The register as rows: one for each comment that leads, in the order of the numbers.

    A follower that was disposed of differently has a row of its own.

    Args:
        comments: All comments of the track.
        names: The display names of the members by code.
    """
    lead, by_number = leads(comments), {each.number: each for each in comments}
    under: dict[int, list[Comment]] = {}
    heads: list[Comment] = []
    for each in sorted(comments, key=lambda comment: comment.number):
        leader = by_number[lead[each.number]]
        if each is leader or _differs(each, leader):
            heads.append(each)
        else:
            under.setdefault(leader.number, []).append(each)
    return tuple(_row(head, under.get(head.number, []), names) for head in heads)


def _differs(comment: Comment, leader: Comment) -> bool:
    said = (comment.disposition, comment.reason)
    return said != (leader.disposition, leader.reason)


def _row(head: Comment, below: Sequence[Comment], names: Mapping[str, str]) -> RegisterRow:
    same = [each for each in below if not each.answers]
    also = [f"{names.get(each.member, each.member)} (no. {each.number})" for each in same]
    reason, wording = parted(head.reason)
    return RegisterRow(
        head,
        names.get(head.member, head.member),
        tuple(sorted(also, key=str.casefold)),
        tuple(_reply(each) for each in below if each.answers),
        reason,
        wording,
    )


def _reply(comment: Comment) -> str:
    who = f"{comment.author}, " if comment.author else ""
    return f"Answer ({who}no. {comment.number}): {comment.text}"


def parted(reason: str) -> tuple[str, str]:
    """The reason of a disposition, and the wording taken up where it is not the proposed one."""
    before, mark, wording = reason.rpartition(TAKEN_UP_AS)
    return (before.rstrip(), wording) if mark else (reason, "")


def wording_of(comment: Comment) -> str:
    """The words a comment put into the report; none for what proposes no words."""
    if comment.kind is CommentKind.FORMAT:
        return ""
    return parted(comment.reason)[1] or comment.proposed
