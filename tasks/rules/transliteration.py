"""Transliteration: two spellings of one title become one key. The stored text is never touched."""

import re
import unicodedata

_CYRILLIC = dict(
    zip(
        "абвгдежзијклмнопрстуфхц",
        (*"abvgdezzijklmnoprstufhc",),
        strict=True,
    )
) | {
    "ч": "c",
    "ш": "s",
    "ћ": "c",
    "ђ": "dj",
    "ѓ": "gj",
    "ќ": "kj",
    "\N{CYRILLIC SMALL LETTER DZE}": "dz",  # named, since it looks like a Latin s
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
}
_LATIN = {"đ": "dj", "ǵ": "gj", "ḱ": "kj", "ł": "l", "ø": "o", "ß": "ss", "w": "v"}
_LETTERS = str.maketrans(_CYRILLIC) | str.maketrans(_LATIN)
_NOT_A_WORD = re.compile(r"[\W_]+")


def plain_latin(text: str) -> str:
    """A key for comparing: case, script, diacritics and punctuation no longer tell apart.

    Serbian and Macedonian Cyrillic are written in Latin letters first; “w” and “v” count as one,
    since abbreviations such as “WB” become “ВБ” on the way.
    """
    letters = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    if letters.isascii():  # no diacritics are left to take off
        return _NOT_A_WORD.sub(" ", letters).strip()
    parts = unicodedata.normalize("NFKD", letters)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    bare = bare.casefold().translate(_LETTERS)
    return _NOT_A_WORD.sub(" ", bare).strip()
