"""Words a page of a PDF draws for nobody to see, whatever they say.

Hidden are letters drawn without ink (modes 3 and 7) or with next to no opacity, letters below one
point, letters wholly beside the page, and letters white or nearly white where nothing but white was
painted before. A false alarm would stop an honest release, so whoever is in doubt says nothing:
letters count as seen on the bounding box of any darker shape, picture or shade painted before
them, and in a colour that is no grey, RGB or CMYK. Not found are therefore words covered
or clipped away later, words in the colour of a dark ground, and words in the appearance of a note
(a note is a leak by itself) or in a pattern. Layers are a leak by themselves, on or off.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from pypdf import PageObject
from pypdf.generic import ArrayObject, NameObject, PdfObject, RectangleObject

from tasks.edges.leak_inspection.portable_pen import (
    Box,
    Matrix,
    Pen,
    Point,
    around,
    dictionary,
    form_matrix,
    least_scale,
    matrix_of,
    moved,
    numbers,
    times,
)

_UNINKED = frozenset({3, 7})
_FILLED_ONLY = frozenset({0, 4})  # an outline in another colour would be seen
_LEAST_OPACITY = 0.1
_LEAST_SIZE = 1.0  # points
_BROAD = 3.0  # points; on a broader line white letters may stand
_NEAR = 1.0  # points
_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
_SQUARE: tuple[Point, ...] = ((0, 0), (1, 0), (0, 1), (1, 1))
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})

Operands = list[PdfObject]


def words_with_hidden(page: PageObject) -> tuple[str, bool]:
    """The words of a page, and whether some of them are drawn for nobody to see.

    Raises whatever the library raises on a damaged page.
    """
    drawing = _Drawing(page)
    words = page.extract_text(
        visitor_operand_before=drawing.before,
        visitor_operand_after=drawing.after,
        visitor_text=drawing.told,
    )
    return words, drawing.hides


class _Drawing:
    """One page as it is drawn, one operator after another."""

    def __init__(self, page: PageObject) -> None:
        self._papers = [_upright(page.mediabox), _upright(page.cropbox)]
        self._pen = Pen(resources=dictionary(page.get("/Resources")))
        self._kept: list[Pen] = []
        self._around_forms: list[tuple[Pen, int]] = []
        self._path: list[Point] = []
        self._grounds: list[Box] = []
        self._seen = self._unseen = 0  # bytes of letters since words were told of
        self.hides = False

    def before(self, operator: bytes, told: Operands, *_: object) -> None:
        """A drawing inside the page begins: what it changes ends with it."""
        if operator != b"Do":
            return
        self._around_forms.append((self._pen, len(self._kept)))
        used = self._pen.resource("/XObject", str(told[0]))
        if used.get("/Subtype") == "/Image":
            self.picture()
            return
        self._pen = self._pen.moved(form_matrix(used))
        if own := dictionary(used.get("/Resources")):
            self._pen = replace(self._pen, resources=own)

    def after(self, operator: bytes, told: Operands, _: object, line: list[float]) -> None:
        """Follow one operator; the library has moved the line to where its letters stand."""
        if operator == b"Do":
            self._pen, depth = self._around_forms.pop()
            del self._kept[depth:]
        elif operator in _SHOWING:
            self._show(told, cast("Matrix", tuple(line)))
        elif operator in _PATHS:
            self._path += [moved(p, self._pen.place) for p in _PATHS[operator](numbers(told))]
        elif operator in _PENS:
            self._pen = _PENS[operator](self._pen, told)
        elif operator in _PAINTING:
            _PAINTING[operator](self)

    def told(self, words: str, *_: object) -> None:
        """Words the library read since it told of words before: blanks hide nothing.

        Where seen and hidden letters are told of together, more hidden letters than blanks are
        needed; a letter has two bytes at most.
        """
        if not words:
            return
        blanks = 2 * sum(map(str.isspace, words)) if self._seen else 0
        if not words.isspace() and self._unseen > blanks:
            self.hides = True
        self._seen = self._unseen = 0

    def keep(self) -> None:
        self._kept.append(self._pen)

    def bring_back(self) -> None:
        depth = self._around_forms[-1][1] if self._around_forms else 0
        if len(self._kept) > depth:
            self._pen = self._kept.pop()

    def fill(self) -> None:
        if self._path and not self._pen.pale:
            self._grounds.append(around(self._path))
        self._path.clear()

    def stroke(self) -> None:
        if self._path and self._pen.width * least_scale(self._pen.place) > _BROAD:
            self._grounds.append(around(self._path))
        self._path.clear()

    def forget(self) -> None:
        self._path.clear()

    def shade(self) -> None:
        self._grounds.append(_EVERYWHERE)

    def picture(self) -> None:
        self._grounds.append(around([moved(corner, self._pen.place) for corner in _SQUARE]))

    def _show(self, told: Operands, line: Matrix) -> None:
        length, gaps = _length(told[-1]) if told else (0, 0.0)
        pen, where = self._pen, times(line, self._pen.place)
        if self._is_hidden(where) or self._is_beside(
            where, 2 * length * pen.size + gaps * pen.size
        ):
            self._unseen += length
        else:
            self._seen += length

    def _is_hidden(self, where: Matrix) -> bool:
        pen = self._pen
        if pen.mode in _UNINKED or pen.opacity < _LEAST_OPACITY:
            return True
        if not pen.bitmap and abs(pen.size) * least_scale(where) < _LEAST_SIZE:
            return True
        start = moved((0.1 * pen.size, 0.3 * pen.size + pen.rise), where)
        on_ground = any(_holds(ground, start) for ground in self._grounds)
        return pen.pale and pen.mode in _FILLED_ONLY and not on_ground

    def _is_beside(self, where: Matrix, length: float) -> bool:
        """Whether not even letters twice as wide as they are high would reach the page."""
        low, high = self._pen.rise - self._pen.size, self._pen.rise + self._pen.size
        corners = [(-length, low), (length, low), (-length, high), (length, high)]
        words = around([moved(corner, where) for corner in corners])
        return not all(_meet(paper, words) for paper in self._papers)


def _upright(paper: RectangleObject) -> Box:
    left, bottom, right, top = (float(side) for side in paper)
    return around([(left, bottom), (right, top)])


def _length(letters: PdfObject) -> tuple[int, float]:
    """How many bytes of letters, and how far apart they are set, in sizes of the font."""
    if not isinstance(letters, ArrayObject):
        return (_bytes(letters), 0.0)
    parts = cast("Operands", letters)
    gaps = sum(abs(part) for part in parts if isinstance(part, (int, float)))
    return (sum(map(_bytes, parts)), gaps / 1000)


def _bytes(letters: PdfObject) -> int:
    shown = isinstance(letters, (str, bytes))
    return len(letters) if shown and not isinstance(letters, NameObject) else 0


def _holds(box: Box, point: Point) -> bool:
    return _meet(box, (*point, *point))


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] - _NEAR <= other[2]
        and other[0] <= one[2] + _NEAR
        and one[1] - _NEAR <= other[3]
        and other[1] <= one[3] + _NEAR
    )


def _pairs(told: list[float]) -> list[Point]:
    return list(zip(told[::2], told[1::2], strict=False))


def _corners(told: list[float]) -> list[Point]:
    x, y, width, height = told
    return [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]


def _plain(space: str) -> Callable[[Pen, Operands], Pen]:
    return lambda pen, told: pen.in_space(space).in_colour(told)


_PATHS: Mapping[bytes, Callable[[list[float]], list[Point]]] = {
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), _pairs),
    b"re": _corners,
}
_PENS: Mapping[bytes, Callable[[Pen, Operands], Pen]] = {
    b"cm": lambda pen, told: pen.moved(matrix_of(told)),
    b"w": lambda pen, told: replace(pen, width=numbers(told)[0]),
    b"gs": lambda pen, told: pen.in_state(str(told[0])),
    b"Tf": lambda pen, told: pen.in_font(str(told[0]), numbers(told[1:])[0]),
    b"Tr": lambda pen, told: replace(pen, mode=int(numbers(told)[0])),
    b"Ts": lambda pen, told: replace(pen, rise=numbers(told)[0]),
    b"g": _plain("/DeviceGray"),
    b"rg": _plain("/DeviceRGB"),
    b"k": _plain("/DeviceCMYK"),
    b"cs": lambda pen, told: pen.in_space(str(told[0])),
    b"sc": Pen.in_colour,
    b"scn": Pen.in_colour,
}
_PAINTING: Mapping[bytes, Callable[[_Drawing], None]] = {
    b"q": _Drawing.keep,
    b"Q": _Drawing.bring_back,
    b"n": _Drawing.forget,
    b"sh": _Drawing.shade,
    b"INLINE IMAGE": _Drawing.picture,
    **dict.fromkeys((b"S", b"s"), _Drawing.stroke),
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), _Drawing.fill),
}
