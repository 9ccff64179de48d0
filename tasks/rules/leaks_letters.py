"""The letters of a text one after another: what breaks its words apart does not break these.

A quotation with line breaks, hyphens or spaces inside its words, over the cells of a table or in
letters of another script that look the same has other words and the same letters.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from data.vocabulary.leaks import LeakKind, MembersText
from tasks.rules.leaks_words import words_of

WINDOW = 28
"""How many letters in a row are no coincidence: five words are seldom shorter."""

Windows = dict[str, LeakKind]
_BY_SOUND = (LeakKind.BUDGET, LeakKind.NUMBER)  # compared in a way of their own

# Letters by what they look like; the sound of many of them is another one. Greek capitals look
# otherwise than their small letters.
_CYRILLIC = dict(zip("авгеѕіјкмнопрстухһԁԛԝѡ", "abresijkmhonpctyxhdqww", strict=True))
_GREEK = dict(zip("αβγεηικνοπρστυχω", "abyenikvonpotuxw", strict=True))
_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True))  # noqa: RUF001 - look-alikes
_LATIN = dict(zip("ıɑɡɩʏ", "iagiy", strict=True))  # noqa: RUF001 - look-alikes
_LARGE = str.maketrans(_CAPITALS)
_SMALL = str.maketrans(_CYRILLIC | _GREEK | _LATIN)


def windows_of(secrets: Iterable[MembersText], allowed: Iterable[str]) -> Windows:
    """What to look for: the letters from the beginning of each word on, with what they are of."""
    harmless = {
        letters[start : start + WINDOW]
        for text in allowed
        for letters in spellings(text)
        for start in range(len(letters) - WINDOW + 1)
    }
    return {
        window: secret.kind
        for secret in secrets
        if secret.kind not in _BY_SOUND
        for window in _from_each_word(secret.text)
        if window not in harmless
    }


def kinds_in(text: str, windows: Windows) -> set[LeakKind]:
    """Of what the letters of a text repeat something."""
    return {
        windows[window]
        for letters in spellings(text)
        for start in range(len(letters) - WINDOW + 1)
        if (window := letters[start : start + WINDOW]) in windows
    }


def spellings(text: str) -> tuple[str, ...]:
    """The letters of a text by their sound, and by their looks where that differs."""
    by_sound = "".join(words_of(text))
    if text.isascii():
        return (by_sound,)
    by_looks = "".join(words_of(looks_of(text)))
    return (by_sound,) if by_looks == by_sound else (by_sound, by_looks)


def looks_of(text: str) -> str:
    """A text in the Latin letters it looks like."""
    parts = unicodedata.normalize("NFKD", text).translate(_LARGE).casefold().translate(_SMALL)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _from_each_word(text: str) -> Iterator[str]:
    for spelt in (text,) if text.isascii() else (text, looks_of(text)):
        words = words_of(spelt)
        letters, start = "".join(words), 0
        for word in words:
            if start + WINDOW > len(letters):
                break
            yield letters[start : start + WINDOW]
            start += len(word)
