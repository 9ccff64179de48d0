"""Texts inside markup: entities, and the escapes by which Excel writes what XML cannot carry."""

import re
from collections.abc import Sequence
from functools import lru_cache

_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_NUMBER = re.compile("&#(x[0-9a-fA-F]{1,6}|[0-9]{1,7});")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPED = re.compile("_x([0-9a-fA-F]{4})_")
_BETWEEN = "\0"  # stands in no part the guard let through
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(markup: str) -> str:
    """Undo the entities of XML, and those alone.

    Raises:
        ValueError: an ampersand that begins no entity, or a number that is no character.
    """
    if "&" not in markup:
        return markup
    undone, known = _ENTITY.subn(_character, markup)
    if known != markup.count("&"):
        raise ValueError("an unknown entity")
    return undone


def as_far_as_plain(markup: str) -> str:
    """Undo the entities, or leave a text as it is that has unknown ones."""
    try:
        return plain(markup)
    except ValueError:
        return markup


def markup_of(text: str) -> str:
    """Write a text so that `plain` gives it back."""
    return text.replace("&", "&amp;")


def without_numbers(markup: str) -> str:
    """Write the characters some programs write as numbers (`&#183;`), but for signs of markup.

    Raises:
        ValueError: a number that is no character.
    """
    pieces = _NUMBER.split(markup)
    pieces[1::2] = map(_by_number, pieces[1::2])
    return "".join(pieces)


def undone(texts: Sequence[str]) -> list[str]:
    """Undo the entities and escapes of many texts at once.

    Raises:
        ValueError: an ampersand that begins no entity, a number that is no character, or the one
            character that stands in no file.
    """
    together = without_numbers(_BETWEEN.join(texts))
    told = unescaped(plain(together)).split(_BETWEEN)
    if len(told) != max(1, len(texts)):
        raise ValueError("a character no file may hold")
    return told if texts else []


@lru_cache(maxsize=4096)
def _by_number(written: str) -> str:
    character = chr(int(written[1:], 16) if written[0] == "x" else int(written))
    return f"&#{written};" if character in "&<>\r\n\t" else character


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def unescaped(text: str) -> str:
    """Undo how Excel writes what XML cannot carry: `_x000D_` is a line end, `_x005F_` a stroke."""
    if "_x" not in text:
        return text
    undone = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if _SURROGATE.search(undone):  # half letters: two of them make one, a lone one is none
        return undone.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return undone
