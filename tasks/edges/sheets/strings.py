"""The texts cells share: one table, looked up by number; rich text joined, readings dropped."""

import re

from tasks.edges.sheets.entities import plain, unescaped
from tasks.edges.sheets.markup import is_utf8, local, walk

_WHERE = "the texts of the workbook"
_ATTRIBUTES = r"(?: [\w:]+=\"[^\"<>]*\")*"
_ITEM = re.compile(
    r"<si>(?:<t(?: xml:space=\"preserve\")?+>([^<]*+)</t>|(.*?))</si>|<si/>", re.DOTALL
)
_PIECES = 3  # what stands before a text, the text, and the markup of one that is rich
# No part of a rich text; some are of another cell.
_STRANGE = ("<!", "<?", "xmlns", "</is>", "</c>", "<c ", "<row", "<si", "<v>", "<f>", "<f/>")
_READING = re.compile(r"<rPh\b.*?</rPh>", re.DOTALL)
_TEXT = re.compile(rf"<t{_ATTRIBUTES}>([^<]*)</t>")


def read_shared(part: bytes) -> list[str]:
    """Read the shared texts.

    Raises:
        Unreadable: the part is not well formed.
    """
    if not part:
        return []
    fast = _quickly(part) if is_utf8(part) else None
    return _thoroughly(part) if fast is None else fast


def _quickly(part: bytes) -> list[str] | None:
    """Read the common kind of table; None where a doubt is left."""
    begin = max(0, part.find(b"<sst"))  # Excel ends the line before it with a return
    if (b"!" in part and b"<!" in part) or part.find(b"\r", begin) >= 0:
        return None
    try:
        pieces = _ITEM.split(part.decode("utf-8-sig"))  # no tuple for each of many thousand texts
        between = "".join(pieces[::_PIECES])
        if "<si" in between or ":si" in between:
            return None
        texts = [text or "" for text in pieces[1::_PIECES]]
        told = "".join(texts)
        if "&" in told or "_x" in told:
            texts = [
                unescaped(plain(text)) if "&" in text or "_x" in text else text for text in texts
            ]
        for place, markup in enumerate(pieces[2::_PIECES]):
            if markup:
                texts[place] = rich(markup)
        return texts
    except ValueError:  # also what is not UTF-8
        return None


def rich(markup: str) -> str:
    """Join the runs of a rich text; how to pronounce it is no part of it.

    Raises:
        ValueError: there is markup that is not understood at a glance.
    """
    if not markup:
        return ""
    if any(sign in markup for sign in _STRANGE):
        raise ValueError("not the common kind of rich text")
    if markup.count("<rPh") != markup.count("</rPh>"):
        raise ValueError("not the common kind of reading")
    bare = _READING.sub("", markup)
    texts = _TEXT.findall(bare)
    if len(texts) + bare.count("<t/>") != len(re.findall(r"<(?:\w+:)?t[\s/>]", bare)):
        raise ValueError("not the common kind of text")
    return unescaped(plain("".join(texts)))


def _thoroughly(part: bytes) -> list[str]:
    texts: list[str] = []
    words: list[str] = []
    inside = {"t": 0, "rPh": 0}

    def begin(name: str, _: dict[str, str]) -> None:
        if (tag := local(name)) in inside:
            inside[tag] += 1
        elif tag == "si":
            words.clear()

    def end(name: str) -> None:
        if (tag := local(name)) in inside:
            inside[tag] -= 1
        elif tag == "si":
            texts.append(unescaped("".join(words)))

    def text(more: str) -> None:
        if inside["t"] and not inside["rPh"]:
            words.append(more)

    walk(part, _WHERE, begin, end, text)
    return texts
