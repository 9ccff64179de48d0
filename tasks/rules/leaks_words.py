"""The words of a text as the leak check compares them: folded, without signs, in runs."""

import re
from collections.abc import Iterator, Sequence

from tasks.rules.folding import folded

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(
    r"[\w.+'-]+\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}[\w-]+(?:(?:\.|\s{0,2}\[dot\]\s{0,2})[\w-]+)+"
)
_SPOKEN = re.compile(r"[\w.+'-]+ at [\w-]+(?: dot [\w-]+)+")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PATH = re.compile(
    r"(?<![\w/.])/(?:home|users|tmp|var|root|mnt|srv|opt|private|volumes)/\S"
    r"|\b[a-z]:\\\S|\\\\[\w.-]+\\\S|\bfile:/"
)
_NUMBER = re.compile(r"[^\W_]+(?:[-./][^\W_]+)+|[^\W_]*[0-9][^\W_]*")
_AMOUNT = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{3})+(?![0-9])|[0-9]+")
_PARTED = re.compile(r"[.,' ]")
_LARGE = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?(thousand|million|billion|mio|mln|bn)\b")
_TIMES = {"thousand": 3, "million": 6, "mio": 6, "mln": 6, "billion": 9, "bn": 9}
_SPACED = re.compile(r" *- *")
_DIGEST = re.compile(r"\b[0-9a-f]{40,}\b")

_LEAST_LETTERS = 11  # of a short text: below, two words are anybody's
_LEAST_DIGITS = 5  # of an amount: below, it may be a year or a count
_LEAST_IN_NUMBER = 5  # signs of a need's number


def words_of(text: str) -> list[str]:
    """The words of a text in small Latin letters, without accents and signs."""
    return _WORD.findall(folded(text).replace("'", ""))


def runs_of(words: Sequence[str], length: int) -> Iterator[str]:
    """Every so many words in a row."""
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def telling(words: Sequence[str]) -> bool:
    """Whether a short text says so much that it is no coincidence when it stands there whole."""
    return len(words) > 1 and sum(map(len, words)) >= _LEAST_LETTERS


def addresses_in(text: str) -> set[str]:
    """The e-mail addresses in a text, also in the spellings that hide them from programs."""
    plain = text.lower()
    if not any(sign in plain for sign in ("@", "at]", "at)", " dot ")) and text.isascii():
        return set()
    read = folded(text)
    told = {re.sub(r"\s", "", address) for address in _ADDRESS.findall(read)}
    return told | set(_SPOKEN.findall(read))


def turned(text: str) -> bool:
    """Whether signs turn the direction of writing, so that a reader sees other words."""
    return _TURNED.search(text) is not None


def paths_in(text: str) -> bool:
    """Whether a text names a place on somebody's computer."""
    return _PATH.search(text.lower()) is not None


def numbers_in(text: str) -> set[str]:
    """What may be the number of a need: signs with digits, as people write them in one go."""
    return {
        number
        for number in _NUMBER.findall(_SPACED.sub("-", folded(text)))
        if len(number) >= _LEAST_IN_NUMBER
        and any(sign.isdigit() for sign in number)
        and any(sign.isalpha() for sign in number)
    }


def amounts_in(text: str) -> set[str]:
    """The amounts in a text as bare digits, whatever parts their thousands; cents are left out."""
    read = _DIGEST.sub("", folded(text))
    bare = {_PARTED.sub("", amount) for amount in _AMOUNT.findall(read)}
    bare.update(_in_figures(*told) for told in _LARGE.findall(read))
    return {digits for digits in bare if len(digits) >= _LEAST_DIGITS}


def _in_figures(number: str, word: str) -> str:
    """1.25 and “million” as 1250000."""
    whole, _, part = number.replace(",", ".").partition(".")
    return f"{whole}{part[: _TIMES[word]]:0<{_TIMES[word]}}" if part else whole + "0" * _TIMES[word]
