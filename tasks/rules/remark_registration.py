"""From the remarks of one returned copy to comments of the register: nothing is lost on the way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.vocabulary import Comment, CommentKind
from data.vocabulary.comment_register import Registration
from data.vocabulary.remarks import NO_REMARK, Remark
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import counted
from tasks.rules.remark_grouping import group


@dataclass(frozen=True, slots=True)
class Copy:
    """One returned copy: whose it is, which file, and when it came."""

    member: str
    sha256: str
    received_on: date


def register(held: Sequence[Comment], remarks: Sequence[Remark], copy: Copy) -> Registration:
    """Number the remarks of a copy on from the register (rule R17).

    What the same member said in an earlier copy, in the same words at the same place, is known and
    not numbered again; twice in one copy is twice. Changes of format are kept as one comment.

    Args:
        held: Every comment of the track.
        remarks: What was found in the copy, in its order.
        copy: The copy.
    """
    known = Counter(
        _mark(each) for each in held if each.member == copy.member and not _is_of(each, copy)
    )
    numbers = _first_numbers(held, copy.member)
    following = max((each.number for each in held), default=0) + 1
    given: dict[int, int] = {}
    comments: list[Comment] = []
    formats = [each for each in remarks if each.kind is CommentKind.FORMAT]
    as_before = 0
    for place, remark in enumerate(remarks):
        is_format = remark.kind is CommentKind.FORMAT
        if is_format and remark is not formats[0]:
            continue
        comment = _comment(following, _folded(formats) if is_format else remark, copy)
        mark = _mark(comment)
        if known[mark]:
            known[mark] -= 1
            as_before += 1
            given[place] = numbers[mark]
            continue
        given[place] = following
        comments.append(comment)
        following += 1
    folded = max(len(formats) - 1, 0)
    answered = _with_answers(comments, remarks, given)
    return Registration(answered, len(remarks), as_before, folded)


def _is_of(comment: Comment, copy: Copy) -> bool:
    return comment.file_sha256 == copy.sha256


def _mark(comment: Comment) -> tuple[str, ...]:
    """By what a remark of a member is known again in a later copy."""
    words = (comment.text, comment.quoted, comment.proposed)
    return (comment.kind, comment.author, comment.anchor, *(" ".join(w.split()) for w in words))


def _first_numbers(held: Sequence[Comment], member: str) -> dict[tuple[str, ...], int]:
    numbers: dict[tuple[str, ...], int] = {}
    for each in held:
        if each.member == member:
            numbers.setdefault(_mark(each), each.number)
    return numbers


def _comment(number: int, remark: Remark, copy: Copy) -> Comment:
    where = remark.file_place
    if remark.on is not None:
        where = f"{where}, {long_date(remark.on)}" if where else long_date(remark.on)
    return Comment(
        number=number,
        member=copy.member,
        place=remark.place,
        text=remark.text,
        proposed=remark.proposed,
        received_on=copy.received_on,
        kind=remark.kind,
        author=remark.author,
        quoted=remark.quoted,
        anchor=remark.anchor,
        file_sha256=copy.sha256,
        file_place=where,
        resolved=remark.resolved,
    )


def _folded(formats: Sequence[Remark]) -> Remark:
    """All changes of format of a copy as one remark that lists them."""
    if len(formats) == 1:
        return formats[0]
    lines = [f"– {_format(each)}" for each in formats]
    title = f"{counted(len(formats), 'change')} of format:"
    places = {each.place for each in formats}
    return replace(
        formats[0],
        text="\n".join((title, *lines)),
        quoted="",
        proposed="",
        place=formats[0].place if len(places) == 1 else "",
        anchor=formats[0].anchor if len(places) == 1 else "",
    )


def _format(remark: Remark) -> str:
    told = [remark.text, f"“{remark.quoted}”" if remark.quoted else "", remark.place]
    who = f"({remark.author})" if remark.author else ""
    return " ".join(part for part in (", ".join(p for p in told if p), who) if part)


def _with_answers(
    comments: Sequence[Comment], remarks: Sequence[Remark], given: Mapping[int, int]
) -> tuple[Comment, ...]:
    places = {number: place for place, number in given.items()}
    told: list[Comment] = []
    for comment in comments:
        reply_to = remarks[places[comment.number]].reply_to
        answers = given.get(reply_to, 0) if reply_to != NO_REMARK else 0
        told.append(replace(comment, answers=answers) if answers else comment)
    return tuple(told)


def heads(held: Sequence[Comment]) -> dict[int, int]:
    """The first comment that says the same, by the number of each one that is not yet grouped.

    Answers are left where they are, under what they answer.
    """
    said = [each for each in held if not each.answers]
    found: dict[int, int] = {}
    for same in group([(each.member, _as_remark(each)) for each in said]):
        first, *others = sorted(same.indices, key=lambda place: said[place].number)
        found |= {said[place].number: said[first].number for place in others}
    return {
        each.number: found[each.number]
        for each in said
        if found.get(each.number, each.same_as) != each.same_as
    }


def _as_remark(comment: Comment) -> Remark:
    return Remark(
        kind=comment.kind,
        author=comment.author,
        on=None,
        text=comment.text,
        quoted=comment.quoted,
        proposed=comment.proposed,
        anchor=comment.anchor,
        place=comment.place,
        file_place=comment.file_place,
    )
