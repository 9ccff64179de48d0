"""When two wordings are the same, and the fingerprint by which our own are known again."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256

from tasks.edges.workbook.cells import fingerprint

# Letters of other scripts that look like Latin ones: numbers of needs are typed on any keyboard.
_LOOK_ALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043a\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "ABEKMHOPCTYXSIJaekopcyxsijABEZHIKMNOPTYX",
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u2060", ""),
    }
)
_SHORT = 200  # characters of a text worth remembering


def comparable(text: str) -> str:
    """Fold case, blanks, quotes and dashes, so that the same words are the same."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return " ".join(text.casefold().split())


def bare(text: str) -> str:
    """Fold a heading or a word of a list: letters and digits alone count."""
    return _bare_remembered(text) if len(text) <= _SHORT else _bare(text)


@lru_cache(maxsize=4096)
def _bare_remembered(text: str) -> str:
    return _bare(text)


def _bare(text: str) -> str:
    folded = comparable(text)
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def number_folded(number: str) -> str:
    """Fold the number of a need, look-alikes of other scripts included."""
    latin = unicodedata.normalize("NFC", number).translate(_LOOK_ALIKES)
    return "".join(comparable(latin).split())


def mark(text: str) -> str:
    """The fingerprint of a text; short ones, which come again and again, are remembered."""
    return _remembered(text) if len(text) <= _SHORT else _measured(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> str:
    return _measured(text)


def marks_in_place(texts: Iterable[tuple[str, ...]]) -> list[str]:
    """The fingerprints of texts together with what they stand under, first that of them all.

    A word is one of ours only there, and only as often as it was written there: the same word
    somewhere else is somebody's.
    """
    placed = [*map(" | ".join, texts)]
    return [mark("\n".join(placed)), *_one_by_one(placed)]


def mark_of_locked(told: str) -> str:
    """The fingerprint of all locked texts of a sheet, a line for each, exactly as they were sent.

    A program that changes as much as a blank makes another; then the texts are looked at singly.
    """
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def known_in_place(texts: Iterable[tuple[str, ...]], marks: Collection[str]) -> list[bool]:
    """Tell for each text whether it was written where it stands; one look where all were."""
    placed = [*map(" | ".join, texts)]
    if mark("\n".join(placed)) in marks:
        return [True] * len(placed)
    return [found in marks for found in _one_by_one(placed)]


def _one_by_one(placed: Iterable[str]) -> Iterator[str]:
    seen = Counter[str]()
    for each in placed:
        seen[each] += 1
        yield mark(f"{each} | {seen[each]}")


def _measured(text: str) -> str:
    """Line ends count as blanks in a fingerprint; a text without any is looked at faster."""
    return fingerprint(text.replace("\n", " "))
