"""Whether two sides mean one project by its name, whatever script or spelling they use."""

from tasks.rules.project_marks import acronyms, share_acronym
from tasks.rules.project_words import FILLERS
from tasks.rules.transliteration import plain_latin

_FEWEST = 2
"""A name of a single common word inside another is no proof."""


def means(name: str, title: str) -> bool:
    """Whether a name someone uses stands for the project with this title.

    The same words, the title within the name (or the other way round), or an acronym they share:
    “EU4FAST-WB” and “Support (eu4fast)” are one; “iPROCEEDS-2” and “iPROCEEDS-3” are two.
    """
    ours, theirs = plain_latin(name), plain_latin(title)
    words, others = _telling(ours), _telling(theirs)
    if not words or not others:
        return ours == theirs
    if words == others or _holds(words, others) or _holds(others, words):
        return True
    return bool(share_acronym(acronyms(name, ours.split()), acronyms(title, theirs.split())))


def _telling(folded: str) -> tuple[str, ...]:
    return tuple(word for word in folded.split() if word not in FILLERS)


def _holds(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return len(others) >= _FEWEST and f" {' '.join(others)} " in f" {' '.join(words)} "
