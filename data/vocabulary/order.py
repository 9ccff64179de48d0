"""The order two lists share: asked of places by rules and by edges, which never meet."""

from bisect import bisect_left
from collections.abc import Sequence

Pair = tuple[int, int]
"""A place in one list and a place in another."""


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest choice of pairs in which neither side goes back: the others have moved.

    Args:
        pairs: Pairs in the order of their first places, no place twice on either side.
    """
    ends: list[int] = []
    steps: list[int] = []
    before: list[int] = []
    for number, (_, right) in enumerate(pairs):
        place = bisect_left(ends, right)
        before.append(steps[place - 1] if place else -1)
        ends[place : place + 1] = [right]
        steps[place : place + 1] = [number]
    chosen: list[Pair] = []
    number = steps[-1] if steps else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]
