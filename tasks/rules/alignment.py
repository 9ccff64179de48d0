"""Two documents laid side by side, passage by passage: which is which, in one order.

What reads the same and is unique fixes the rest; between two fixed passages the search is small, so
that the work grows with the length of a report and not with its square.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from data.vocabulary.edits import Passage, PassageKind, Twin
from data.vocabulary.order import Pair, rising

_SMALL = 40_000  # pairs of passages that are compared one by one
_LIKE = 0.4  # of the words of both, from here on a passage was edited rather than replaced
_MOST_WORDS = 300  # of a passage, by which it is likened to another

Key = tuple[object, ...]


def align(first: Sequence[Passage], second: Sequence[Passage]) -> tuple[Twin, ...]:
    """Pair the passages of two documents; what has no twin came or went.

    The twins stand in the order of both documents. Where passages came and went at one place, those
    that went stand before those that came.
    """
    fixed = _in_order([_key(each) for each in first], [_key(each) for each in second])
    fixed += _by_anchor(first, second, fixed)
    fixed.sort()
    found: list[Pair] = []
    for left, right in _gaps(fixed, len(first), len(second)):
        found += _alike(first, second, left, right)
    return tuple(_twins(first, second, sorted(fixed + found)))


def words_of(texts: Iterable[str]) -> str:
    """Texts with every kind and number of spaces alike, as programs part words differently."""
    return " ".join(" ".join(text.split()) for text in texts)


def _key(passage: Passage) -> Key:
    inside = tuple(_key(each) for each in passage.inside)
    return passage.kind, tuple(words_of((text,)) for text in passage.texts), inside


def _twins(
    first: Sequence[Passage], second: Sequence[Passage], pairs: Sequence[Pair]
) -> list[Twin]:
    twins: list[Twin] = []
    start = (0, 0)
    for left, right in [*pairs, (len(first), len(second))]:
        twins += [Twin(place, None) for place in range(start[0], left)]
        twins += [Twin(None, place) for place in range(start[1], right)]
        if left < len(first) and right < len(second):
            inside = align(first[left].inside, second[right].inside)
            twins.append(Twin(left, right, inside))
        start = (left + 1, right + 1)
    return twins


def _in_order(left: list[Key], right: list[Key]) -> list[Pair]:
    """Passages that read the same, in one order: the unique ones first, then those between."""
    once_left, once_right = Counter(left), Counter(right)
    places = {key: place for place, key in enumerate(right) if once_right[key] == 1}
    fixed = rising(
        [
            (place, places[key])
            for place, key in enumerate(left)
            if once_left[key] == 1 and key in places
        ]
    )
    found = list(fixed)
    for one, other in _gaps(fixed, len(left), len(right)):
        found += _same(left, right, one, other)
    return sorted(found)


def _gaps(fixed: Sequence[Pair], left: int, right: int) -> list[tuple[range, range]]:
    """The stretches between fixed pairs in which both sides have something."""
    gaps: list[tuple[range, range]] = []
    start = (0, 0)
    for end in [*fixed, (left, right)]:
        one, other = range(start[0], end[0]), range(start[1], end[1])
        if one and other:
            gaps.append((one, other))
        start = (end[0] + 1, end[1] + 1)
    return gaps


def _same(left: list[Key], right: list[Key], one: range, other: range) -> list[Pair]:
    first, second = [left[place] for place in one], [right[place] for place in other]
    if len(one) * len(other) > _SMALL:
        lines = zip(one, other, strict=False)
        return [(here, there) for here, there in lines if left[here] == right[there]]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return [
        (one[block.a + step], other[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


def _by_anchor(
    first: Sequence[Passage], second: Sequence[Passage], fixed: Sequence[Pair]
) -> list[Pair]:
    """Passages between the fixed ones that bear the same name, as long as the order holds."""
    found: list[Pair] = []
    for one, other in _gaps(fixed, len(first), len(second)):
        homes = {name: place for place in reversed(other) for name in _names(second[place])}
        named = [
            (place, homes[name]) for place in one for name in _names(first[place]) if name in homes
        ]
        found += rising(list(dict(reversed(named)).items())[::-1])
    return found


def _names(passage: Passage) -> list[Key]:
    """What a passage is known by: its bookmarks, and a row by what stands in its first cell."""
    names: list[Key] = [(passage.kind, anchor) for anchor in passage.anchors]
    if passage.kind is PassageKind.ROW and passage.texts:
        begins = words_of(passage.texts[:1])
        names += [(passage.kind, "begins", begins)] if begins else []
    return names


def _alike(
    first: Sequence[Passage], second: Sequence[Passage], one: range, other: range
) -> list[Pair]:
    """Each passage with the likest of those that are left, never going back."""
    if len(one) * len(other) > _SMALL:
        reach = max(1, _SMALL // len(one))
        one, other = one[:_SMALL], other[:reach]
    bags = {place: _bag(second[place]) for place in other}
    found: list[Pair] = []
    begin = 0
    for place in one:
        own = _bag(first[place])
        likes = [
            (_likeness(own, bags[there]), -number)
            for number, there in enumerate(other[begin:], start=begin)
            if second[there].kind is first[place].kind
        ]
        like, number = max(likes, default=(0.0, 0))
        if like >= _LIKE:
            found.append((place, other[-number]))
            begin = 1 - number
    return found


def _bag(passage: Passage) -> Counter[str]:
    texts = [*passage.texts, *(text for each in passage.inside for text in each.texts)]
    if passage.kind in (PassageKind.TABLE, PassageKind.WORDS):
        texts.append(passage.where)
    return Counter(words_of(texts).split()[:_MOST_WORDS])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0
