"""Words wrapped for programs: escaped as in an address (%20), or as base64 code, or both.

A wrapped word is a leak only where it is one of the store's, so the checks that follow decide; here
it is only unwrapped. Words in another wrapping (hexadecimal digits, packed or ciphered bytes, code
of UTF-16) stay wrapped.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

_CODE = re.compile(r"[A-Za-z0-9+/]{22,}|[A-Za-z0-9_-]{22,}")  # sixteen bytes and more
_BROKEN = re.compile(r"(?<=[A-Za-z0-9+/=])\s+(?=[A-Za-z0-9+/=])")
_OF_ADDRESSES = str.maketrans("-_", "+/")
_GROUP = 4  # signs of code for three bytes
_LEAST = 12  # bytes all printable are no coincidence
_DEEPEST = 3


def unwrapped(text: str) -> list[str]:
    """The words a text wraps, each once, without the text itself.

    Args:
        text: Words, or the value of an attribute.

    Returns:
        What is read after one, two or three wrappings are taken off; empty for plain words.
    """
    found: dict[str, None] = {}
    layer = [text]
    for _ in range(_DEEPEST):
        layer = [words for each in layer for words in _inside(each) if words not in found]
        found.update(dict.fromkeys(layer))
    found.pop(text, None)
    return list(found)


def _inside(text: str) -> Iterator[str]:
    if "%" in text and (plain := unquote(text)) != text:
        yield plain
    for written in {text, _BROKEN.sub("", text)}:
        for code in _CODE.findall(written):
            yield from _decoded(code.translate(_OF_ADDRESSES))


def _decoded(code: str) -> Iterator[str]:
    """A code read from each sign on where it may begin: signs before it may look like its own."""
    for start in range(_GROUP):
        whole = code[start:]
        rest = len(whole) % _GROUP
        padded = whole[:-1] if rest == 1 else whole + "=" * (-rest % _GROUP)
        try:
            words = b64decode(padded).decode("utf-8")
        except ValueError:
            continue
        if len(words) >= _LEAST and "".join(words.split()).isprintable():
            yield words
