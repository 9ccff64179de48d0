"""Folding: one text for the eye of the screen, whatever script, accents or spaces it is typed in.

Every sign becomes small Latin letters without accents, or nothing when it has no width. The folded
text is for comparing alone: what is stored, shown or hashed is never touched.
"""

import unicodedata
from collections.abc import Sequence
from functools import cached_property

_LETTERS = dict(zip("абвгдежзијклмнопрстћуфхцчш", "abvgdezzijklmnoprstcufhccs", strict=True)) | {
    "đ": "dj",
    "ђ": "dj",
    "\N{CYRILLIC SMALL LETTER DZE}": "dz",  # named, since it looks like a Latin s
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
    "ь": "",
    "ъ": "",
    "ы": "i",
    "э": "e",
    "ю": "ju",
    "я": "ja",
    "щ": "sht",
    "ł": "l",
    "ø": "o",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
_SIGNS = (
    # Named or numbered, since they look like other signs.
    dict.fromkeys(("º", "\N{RING ABOVE}"), "°")
    | dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-")  # hyphens and dashes
    | dict.fromkeys(("\N{MINUS SIGN}",), "-")
    | dict.fromkeys(map(chr, (0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032)), "'")
    | dict.fromkeys("“”„‟«»″", '"')
)
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class _Folds(dict[int, str]):
    """What each sign becomes; worked out once for each sign, as `str.translate` asks for it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(sign: str) -> str:
    if sign in _SIGNS or sign == "\n":
        return _SIGNS.get(sign, sign)
    if sign.isspace() or unicodedata.category(sign) == "Cc":
        return " "
    # Signs whose capital is another letter (the micro sign, the long s) go the way of the capital.
    small = unicodedata.normalize("NFKD", sign.upper().casefold())
    bare = (part for part in small if unicodedata.category(part) not in _NO_WIDTH)
    return "".join(_LETTERS.get(part, part) for part in bare).casefold()


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text in small Latin letters, without accents, odd spaces and signs of no width."""
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text.lower()  # the same, and most texts are like this
    return text.translate(_FOLDS)


class FoldedText:
    """A text, how it reads when folded, and the way back."""

    def __init__(self, written: str) -> None:
        self._written = written
        self.text = folded(written)

    def written(self, start: int, end: int) -> str:
        """The words as they were written between two places of the folded text."""
        return self._written[slice(*self.origin(start, end))]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded text, one sign at the least, stands in what was written."""
        return self._origins[start], self._origins[end - 1] + 1

    @cached_property
    def _origins(self) -> Sequence[int]:
        """The place of origin of each sign; worked out for the few texts that need it."""
        if self._written.isascii():
            return range(len(self._written))
        return [place for place, sign in enumerate(self._written) for _ in _FOLDS[ord(sign)]]
