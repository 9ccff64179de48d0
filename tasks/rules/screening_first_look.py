"""A first look over all texts of a return at once, to find the few the screen must read.

Most texts hold nothing of what the screen looks for. One look at all of them together costs a tenth
of a look at each: their words are compared once, however often they stand there, and one pattern
runs over the signs and digits of all. The look may take a text that is harmless, for the screen
reads it then; it never passes over one in which the screen would find something.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from tasks.rules.folding import folded
from tasks.rules.screening_numbers import LATITUDE, NUMBERS
from tasks.rules.word_patterns import words_source

_MOST_WORDS = 40  # suspicious ones of one file; with more of them, every text is read
_STRETCH = 500  # texts looked at together: what fits the cache of a processor is read faster
_NO_WORD = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
_OTHER_SIGN = re.compile("[^\x00-\x7f]+")
_ZEROS = str.maketrans("123456789", "0" * 9)
_SIGNS = ("@", "°", "(at", "[at")  # of coordinates and mail
_FIRST_WORD = re.compile("[a-z0-9_]+")


class FirstLook:
    """Finds the texts in which the screen may find something."""

    def __init__(self, words: Iterable[str]) -> None:
        """Learn how the words begin that make the screen look closer.

        Args:
            words: Words and phrases of the lists, as people write them.
        """
        self._whole: set[str] = set()
        beginnings: set[str] = set()
        for word in words:
            plain = folded(word.removesuffix("*"))
            found = _FIRST_WORD.match(plain)
            if found is None:
                raise ValueError(f"a word of the lists begins with no letter: {word}")
            goes_on = word.endswith("*") and found[0] == plain
            (beginnings if goes_on else self._whole).add(found[0])
        self._begins = re.compile(words_source(f"{each}*" for each in beginnings) or "(?!)")

    def worth_reading(self, texts: Collection[str]) -> set[str]:
        """The texts in which one of the words or a sign of a number stands."""
        every = [*texts]
        stretches = (every[start : start + _STRETCH] for start in range(0, len(every), _STRETCH))
        return set[str]().union(*map(self._worth_reading, stretches))

    def _worth_reading(self, texts: Sequence[str]) -> set[str]:
        together = "\n".join(texts)
        if together.isascii():  # folding changes no length then
            together = folded(together)
            ends = accumulate(len(text) + 1 for text in texts)
            as_folded = [together[e - len(t) - 1 : e - 1] for t, e in zip(texts, ends, strict=True)]
        else:
            as_folded = [folded(text) for text in texts]
            together = "\n".join(as_folded)
        places = {*self._with_words(as_folded, together), *_with_numbers(as_folded, together)}
        return {text for place, text in enumerate(texts) if place in places}

    def _with_words(self, texts: Sequence[str], together: str) -> Iterable[int]:
        if not together.isascii():
            together = _OTHER_SIGN.sub(" ", together)
        words = set(together.translate(_NO_WORD).split())
        suspicious = [word for word in words if self._is_suspicious(word)]
        if len(suspicious) > _MOST_WORDS:
            return range(len(texts))
        return {place for word in suspicious for place, text in enumerate(texts) if word in text}

    def _is_suspicious(self, word: str) -> bool:
        return (
            word in self._whole
            or self._begins.match(word) is not None
            or ("_" in word and word.partition("_")[0] in self._whole)
        )


def _with_numbers(texts: Sequence[str], together: str) -> Iterator[int]:
    ends = [*accumulate(len(text) + 1 for text in texts)]
    zeros = together.translate(_ZEROS)
    for pattern in NUMBERS:
        for found in pattern.finditer(zeros):
            yield bisect_right(ends, found.start())
    for found in LATITUDE.finditer(together):
        yield bisect_right(ends, found.start())
    for sign in _SIGNS:
        if sign[0] in together and sign in together:  # one letter is found fast
            yield from (place for place, text in enumerate(texts) if sign in text)
