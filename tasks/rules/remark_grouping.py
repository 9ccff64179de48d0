"""The same remark from several copies is one remark of several members."""

import unicodedata
from collections.abc import Sequence

from data.vocabulary.remarks import NO_REMARK, Remark, RemarkGroup
from data.vocabulary.reports import CommentKind
from tasks.rules.lettering import comparable

_WORDING = frozenset(
    {
        CommentKind.INSERTION,
        CommentKind.DELETION,
        CommentKind.MOVE,
        CommentKind.EDIT,
    }
)

Key = tuple[str, ...]


def group(remarks: Sequence[tuple[str, Remark]]) -> tuple[RemarkGroup, ...]:
    """Put together what several copies say alike; the order is that of the first of each.

    Two remarks are the same when they are of one kind, belong to one anchor (without one: to the
    same words of the draft) and say the same. Case and punctuation do not count in a remark, and
    count where wording is changed: there what it is to read must be the same as well. A reply is
    the same only when its author and day are, since “agreed” says nothing without its question.
    One copy that says the same of two passages under one anchor means both.

    Args:
        remarks: The id of the copy (or its member) and the remark, copy by copy.
    """
    places: dict[Key, list[int]] = {}
    passages: dict[Key, dict[str, int]] = {}
    for number, (copy, remark) in enumerate(remarks):
        key = _key(remark, number)
        own = passages.setdefault((copy, *key), {})
        which = own.setdefault(_exact(remark.quoted), len(own))
        places.setdefault((*key, str(which)), []).append(number)
    return tuple(
        [
            RemarkGroup(
                remarks[numbers[0]][1],
                tuple(dict.fromkeys([remarks[number][0] for number in numbers])),
                tuple(numbers),
            )
            for numbers in places.values()
        ]
    )


def _key(remark: Remark, number: int) -> Key:
    exact = remark.kind in _WORDING
    text = _exact(remark.text) if exact else comparable(remark.text) or _exact(remark.text)
    if not text and not remark.proposed.strip():
        return ("alone", str(number))
    place = remark.anchor or _exact(remark.quoted) or remark.place
    key: Key = (remark.kind.value, place, text, _exact(remark.proposed) if exact else "")
    if remark.kind is CommentKind.FORMAT:
        return (*key, _exact(remark.quoted))
    if remark.reply_to != NO_REMARK:
        return (*key, comparable(remark.author), str(remark.on))
    return key


def _exact(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
