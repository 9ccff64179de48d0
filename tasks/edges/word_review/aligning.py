"""Two lists of lines laid side by side: what stayed, what changed, what came, went or moved."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from data.vocabulary.order import Pair, rising
from tasks.edges.word_review.lines import Line

_SMALL = 40_000  # pairs of lines that are compared one by one
_PAIRS = 200_000  # that are likened in all
_MOST_WORDS = 300  # of a line, by which it is likened to another
_LIKE = 0.5  # of the words of both, from here on a line was edited rather than replaced
_WORTH_MOVING = 20  # letters; shorter lines are alike by chance


def laid_beside(sent: Sequence[Line], returned: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs of places: -1 on the left is a line that came, on the right one that went.

    Lines that read the same are paired in their order, then longer ones that do so in another
    place, then lines that share an anchor, then neighbours that share most of their words.
    """
    pairs = _same_in_order([each.keys for each in sent], [each.keys for each in returned])
    twins = dict(pairs)
    _moved(sent, returned, twins)
    _by_anchor(sent, returned, twins)
    budget = _PAIRS
    for left, right in _gaps(twins, len(sent), len(returned)):
        budget -= len(left) * len(right)
        twins.update(_alike(sent, returned, left, right) if budget >= 0 else ())
    taken = set(twins.values())
    came = [(-1, place) for place in range(len(returned)) if place not in taken]
    went = [(place, -1) for place in range(len(sent)) if place not in twins]
    return sorted([*twins.items(), *went], key=lambda pair: pair[0]) + came


def _same_in_order(left: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> list[Pair]:
    once_left, once_right = Counter(left), Counter(right)
    places = {keys: place for place, keys in enumerate(right) if once_right[keys] == 1}
    unique = [
        (place, places[keys])
        for place, keys in enumerate(left)
        if once_left[keys] == 1 and keys in places
    ]
    fixed = rising(unique)
    found = list(fixed)
    start = (0, 0)
    for end in [*fixed, (len(left), len(right))]:
        found.extend(_between(left, right, start, end))
        start = (end[0] + 1, end[1] + 1)
    return sorted(found)


def _between(
    left: list[tuple[str, ...]], right: list[tuple[str, ...]], start: Pair, end: Pair
) -> list[Pair]:
    """Same lines between two fixed ones; without search where there are too many to search."""
    one, other = left[start[0] : end[0]], right[start[1] : end[1]]
    if not one or not other:
        return []
    if len(one) * len(other) > _SMALL:
        same = zip(one, other, strict=False)
        return [
            (start[0] + place, start[1] + place)
            for place, (first, second) in enumerate(same)
            if first == second
        ]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [
        (start[0] + block.a + step, start[1] + block.b + step)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


def _by_anchor(sent: Sequence[Line], returned: Sequence[Line], twins: dict[int, int]) -> None:
    taken = set(twins.values())
    homes: dict[str, int] = {}
    for place, line in enumerate(returned):
        if place not in taken:
            for anchor in line.anchors:
                homes.setdefault(anchor, place)
    for place, line in enumerate(sent):
        if place not in twins:
            at = next((homes[each] for each in line.anchors if each in homes), None)
            if at is not None and at not in taken and returned[at].kind == line.kind:
                twins[place] = at
                taken.add(at)


def _gaps(twins: dict[int, int], left: int, right: int) -> list[tuple[list[int], list[int]]]:
    """What is unpaired between neighbours that are paired and in order."""
    taken = set(twins.values())
    fixed = rising(sorted(twins.items()))
    gaps: list[tuple[list[int], list[int]]] = []
    start = (0, 0)
    for end in [*fixed, (left, right)]:
        one = [place for place in range(start[0], end[0]) if place not in twins]
        other = [place for place in range(start[1], end[1]) if place not in taken]
        if one and other:
            gaps.append((one, other))
        start = (end[0] + 1, end[1] + 1)
    return gaps


def _alike(
    sent: Sequence[Line], returned: Sequence[Line], left: list[int], right: list[int]
) -> list[Pair]:
    """Each line with the likest of those that are left, never going back.

    One paragraph alone between the same two neighbours was written anew.
    """
    if len(left) == len(right) == 1 and sent[left[0]].kind == returned[right[0]].kind != "row":
        return [(left[0], right[0])]
    bags = {place: _bag(returned[place]) for place in right}
    found: list[Pair] = []
    begin = 0
    for place in left:
        own = _bag(sent[place])
        likes = [
            (_likeness(own, bags[at]), -number)
            for number, at in enumerate(right[begin:], start=begin)
            if returned[at].kind == sent[place].kind
        ]
        like, number = max(likes, default=(0.0, 0))
        if like >= _LIKE:
            found.append((place, right[-number]))
            begin = 1 - number
    return found


def _moved(sent: Sequence[Line], returned: Sequence[Line], twins: dict[int, int]) -> None:
    taken = set(twins.values())
    homes: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(returned) - 1, -1, -1):
        if place not in taken and len(returned[place].words) >= _WORTH_MOVING:
            homes.setdefault(returned[place].keys, []).append(place)
    for place, line in enumerate(sent):
        if place not in twins and homes.get(line.keys):
            twins[place] = homes[line.keys].pop()


def _bag(line: Line) -> Counter[str]:
    return Counter(" ".join(line.keys).split()[:_MOST_WORDS])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0
