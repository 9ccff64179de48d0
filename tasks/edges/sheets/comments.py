"""Comments on cells of an .xlsx: the old notes and the newer conversations."""

from collections.abc import Callable, Iterable

from tasks.edges.sheets.entities import unescaped
from tasks.edges.sheets.markup import local, walk
from tasks.edges.sheets.model import Position, position_of

Related = Iterable[tuple[str, str, str]]


def read_comments(
    related: Related, part_of: Callable[[str], bytes], where: str
) -> dict[Position, str]:
    """Read what people noted on the cells of one sheet.

    A conversation leaves an old note behind for old programs, which repeats it under a notice;
    the conversation itself is read then.

    Args:
        related: What the sheet names: (id, kind, name of the part).
        part_of: Gives a part by its name, empty where there is none.
        where: The sheet, for the sentence when a part is damaged.

    Raises:
        Unreadable: a part is damaged.
    """
    notes: dict[Position, str] = {}
    talks: dict[Position, str] = {}
    for _, kind, target in related:
        part = part_of(target)
        if part and kind == "comments":
            _read(part, where, "comment", notes)
        elif part and kind == "threadedComment":
            _read(part, where, "threadedComment", talks)
    return {**notes, **talks}


def _read(part: bytes, where: str, element: str, into: dict[Position, str]) -> None:
    place: list[str] = []
    words: list[str] = []
    depth = {"t": 0, "text": 0, "rPh": 0}

    def begin(name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == element:
            place[:] = [attributes.get("ref", "")]
            words.clear()
        elif tag in depth:
            depth[tag] += 1

    def end(name: str) -> None:
        tag = local(name)
        if tag in depth:
            depth[tag] -= 1
        elif tag == element and place:
            _keep(into, place[0], unescaped("".join(words)))

    def text(more: str) -> None:
        inside = depth["t"] if element == "comment" else depth["text"]
        if inside and not depth["rPh"]:
            words.append(more)

    walk(part, where, begin, end, text)


def _keep(into: dict[Position, str], reference: str, words: str) -> None:
    try:
        position = position_of(reference)
    except ValueError:
        position = (1, 1)  # a note on no cell is a note on the sheet
    if words.strip():
        into[position] = f"{into[position]}\n{words}" if position in into else words
