"""A paragraph of a draft cut into words and things that are never cut, ready to be compared."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from tasks.edges.word.comparison_texts import REFRESHED
from tasks.edges.word.names import W

_WORD = re.compile(r"\w+\s*|[^\w\s]+\s*|\s+")
_TEXT, _RUN, _LOOK = f"{W}t", f"{W}r", f"{W}rPr"
_SIGNS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENT_OF = {"\n": f"{W}br", "\t": f"{W}tab"}
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word with its look, or elements that stay together (a field, a note, a drawing).

    `key` is what is compared, `text` what is shown where the thing itself cannot stand.
    """

    key: str
    text: str
    look: Element | None
    whole: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph in atoms; `marks` are its bookmarks by the number of atoms before them."""

    atoms: tuple[Atom, ...]
    marks: tuple[tuple[int, Element], ...]


def cut(paragraph: Element) -> Cut:
    """Cut one paragraph that the program drew."""
    cutter = _Cutter()
    for child in paragraph:
        cutter.take(child)
    return Cut(tuple(cutter.atoms), tuple(cutter.marks))


class _Cutter:
    def __init__(self) -> None:
        self.atoms: list[Atom] = []
        self.marks: list[tuple[int, Element]] = []
        self._field: list[Element] = []
        self._depth = 0

    def take(self, child: Element) -> None:
        if child.tag in _MARKS:
            self.marks.append((len(self.atoms), child))
        elif child.tag == _RUN:
            self._run(child)
        elif child.tag == f"{W}fldSimple":
            shown = "".join(_texts(child))
            runs = tuple(_as_runs(child))
            self.atoms.append(Atom(REFRESHED, shown, _look_in(child), runs))
        elif child.tag != f"{W}pPr":
            runs = tuple(child.iter(_RUN))
            shown = "".join(_texts(child))
            self.atoms.append(Atom(shown, shown, _look_in(child), runs))

    def _run(self, run: Element) -> None:
        signs = [sign.get(f"{W}fldCharType") for sign in run.iter(f"{W}fldChar")]
        if self._depth or "begin" in signs:
            self._field.append(run)
            self._depth += signs.count("begin") - signs.count("end")
            if not self._depth:
                self._end_field()
            return
        plain = all(each.tag in (_TEXT, _LOOK) or each.tag in _SIGNS for each in run)
        if plain:
            look = run.find(_LOOK)
            words = (word for text in _texts(run) for word in _words(text))
            self.atoms.extend(Atom(word, word, look) for word in words)
        else:
            shown = "".join(_texts(run))
            key = shown or "drawing"
            self.atoms.append(Atom(key, shown, None if shown else run.find(_LOOK), (run,)))

    def _end_field(self) -> None:
        whole, self._field = tuple(self._field), []
        shown = "".join(text for run in whole for text in _texts(run))
        self.atoms.append(Atom(shown, shown, None, whole))


def run_of(text: str, look: Element | None, tag: str = _TEXT) -> Element:
    """One run with a text; line ends and tabs become elements."""
    run = Element(_RUN)
    if look is not None:
        run.append(copy.deepcopy(look))
    for piece in re.split("([\n\t])", text):
        if piece in _ELEMENT_OF:
            SubElement(run, _ELEMENT_OF[piece])
        elif piece:
            SubElement(run, tag, {_SPACE: "preserve"}).text = piece
    return run


def _words(text: str) -> Iterator[str]:
    for piece in re.split("([\n\t])", text):
        if piece in _ELEMENT_OF:
            yield piece
        else:
            yield from _WORD.findall(piece)


def _texts(element: Element) -> Iterator[str]:
    for child in element.iter():
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def _look_in(element: Element) -> Element | None:
    run = element.find(_RUN)
    return None if run is None else run.find(_LOOK)


def _as_runs(simple: Element) -> Iterator[Element]:
    """A field in one element as the runs that may stand in a tracked change, all in its look."""
    look = _look_in(simple)
    yield _field_run(look, "begin")
    code = _field_run(look, "")
    instruction = SubElement(code, f"{W}instrText", {_SPACE: "preserve"})
    instruction.text = simple.get(f"{W}instr", "")
    yield code
    yield _field_run(look, "separate")
    yield from simple.iter(_RUN)
    yield _field_run(look, "end")


def _field_run(look: Element | None, sign: str) -> Element:
    run = Element(_RUN)
    if look is not None:
        run.append(copy.deepcopy(look))
    if sign:
        SubElement(run, f"{W}fldChar", {f"{W}fldCharType": sign})
    return run
