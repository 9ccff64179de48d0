"""Near misses: the known word a person most likely meant ("Did you mean ...?")."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from tasks.rules.lettering import comparable, latinised

LIKELY = 68.0  # enough for a hint that a person reads
ALMOST_SURE = 88.0  # enough to go on with, when a finding says so


def likeness(one: str, other: str) -> float:
    """Compare two spellings: 0 for strangers, 100 for the same word (look-alikes count as same).

    A word that is part of the other counts a little less than a misspelling of it.
    """
    first, second = comparable(latinised(one)), comparable(latinised(other))
    if not first or not second:
        return 0.0
    whole = max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
    part = fuzz.token_set_ratio(first, second) if min(len(first), len(second)) > 3 else 0.0
    return max(whole, part * 0.87)


def nearest(text: str, known: Iterable[str], at_least: float = LIKELY) -> str | None:
    """Name the known word most like `text`, or None when nothing comes near.

    Of equally near words the alphabetically first is named, so that the answer never depends on
    the order in which they are given.
    """
    words = sorted(set(known))
    best = max(words, key=lambda word: likeness(text, word), default=None)
    return best if best is not None and likeness(text, best) >= at_least else None


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Write the hint as a sentence with a closing space, or nothing when nothing comes near."""
    word = nearest(text, known)
    return f"Did you mean “{word}”? " if word else ""
