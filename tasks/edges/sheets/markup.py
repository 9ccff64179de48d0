"""The markup inside Office files: expat without a tree, by local names.

A tree of a hostile part costs a hundred times its size; handlers cost nothing. Prefixes are the
writer's taste (Excel has none, others write `x:`), so names are compared without them.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from tasks.edges.sheets.model import Unreadable

MOST_ELEMENTS = 300_000  # kept of one part; an honest one has some thousands
_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding=["']([^"']{1,40})["']""")

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Element:
    """An element that was asked for: its local name, attributes by local name, and its text."""

    name: str
    attributes: Attributes
    text: str


def local(name: str) -> str:
    """Drop the prefix of a name."""
    return name.rpartition(":")[2]


def walk(
    part: bytes,
    where: str,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Let expat call the three functions for a whole part, names as they are written.

    Raises:
        Unreadable: the part is not well formed.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError, ArithmeticError) as error:
        raise Unreadable(where, f"it is damaged ({error})") from error


def elements(part: bytes, where: str, wanted: Collection[str]) -> list[Element]:
    """Collect the elements of the wanted names, in the order in which they end.

    Raises:
        Unreadable: the part is not well formed, or holds far too many of them.
    """
    found: list[Element] = []
    open_ones: list[tuple[str, dict[str, str], list[str]]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name in wanted or (":" in name and local(name) in wanted):
            plain = {local(key): value for key, value in attributes.items()}
            open_ones.append((name, plain, []))

    def end(name: str) -> None:
        if open_ones and open_ones[-1][0] == name:
            _, attributes, words = open_ones.pop()
            found.append(Element(local(name), attributes, "".join(words)))
            if len(found) > MOST_ELEMENTS:
                raise Unreadable(where, "it holds far more than a form can hold")

    def text(words: str) -> None:
        if open_ones:
            open_ones[-1][2].append(words)

    walk(part, where, begin, end, text)
    return found


def is_utf8(part: bytes) -> bool:
    """Whether the bytes may be decoded as UTF-8: that is what the part says of itself."""
    said = _ENCODING.match(part[:200].removeprefix(b"\xef\xbb\xbf"))
    return said is None or said[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
