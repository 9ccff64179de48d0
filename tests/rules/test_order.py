"""The longest choice of pairs in which neither side goes back."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary.order import rising


def test_what_moved_is_left_out():
    assert rising([(0, 0), (1, 3), (2, 1), (3, 2)]) == [(0, 0), (2, 1), (3, 2)]
    assert rising([]) == []


@given(st.permutations(range(7)))
def test_no_longer_choice_goes_forward_on_both_sides(order: list[int]):
    pairs = list(enumerate(order))
    choices = [c for size in range(8) for c in combinations(pairs, size)]
    forward = [c for c in choices if all(one[1] < other[1] for one, other in pairwise(c))]
    chosen = rising(pairs)
    assert tuple(chosen) in forward
    assert len(chosen) == max(map(len, forward))
