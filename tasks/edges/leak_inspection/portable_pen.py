"""The pen that draws a page of a PDF: where it stands, how large and in what colour it writes."""

from dataclasses import dataclass, field, replace
from math import hypot
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top

STILL: Matrix = (1, 0, 0, 1, 0, 0)
_PALE = 0.875  # of each of red, green and blue: E0 to FF, as in Word files
_SPACES = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
_MEASURED = {"/CalGray": 1, "/CalRGB": 3}


@dataclass(frozen=True, slots=True)
class Pen:
    """What q keeps and Q brings back, as far as it decides whether words are seen."""

    place: Matrix = STILL
    pale: bool = False
    space: int = 1  # numbers a colour has; 0 where they say nothing of how light it is
    mode: int = 0
    size: float = 0.0
    rise: float = 0.0
    width: float = 1.0  # of lines
    opacity: float = 1.0
    bitmap: bool = False  # letters drawn by the file itself, whose size says nothing
    resources: DictionaryObject = field(default_factory=DictionaryObject)

    def moved(self, matrix: Matrix) -> "Pen":
        """The pen after its paper was moved, turned or stretched."""
        return replace(self, place=times(matrix, self.place))

    def in_space(self, name: str) -> "Pen":
        """The pen in a space of colours, black at first."""
        size = _SPACES.get(name) or self._size_of_own(name)
        return replace(self, space=size, pale=False)

    def in_colour(self, told: list[PdfObject]) -> "Pen":
        """The pen in a colour of its space; a pattern or a colour of another kind is not pale."""
        if not self.space or len(told) != self.space:
            return replace(self, pale=False)
        return replace(self, pale=min(_lights(numbers(told))) >= _PALE)

    def in_state(self, name: str) -> "Pen":
        """The pen in a state that stands in the resources of the page."""
        state = self.resource("/ExtGState", name)
        opacity = cast("float | None", resolved(state.get("/ca")))
        return self if opacity is None else replace(self, opacity=float(opacity))

    def in_font(self, name: str, size: float) -> "Pen":
        """The pen with letters of this font."""
        bitmap = self.resource("/Font", name).get("/Subtype") == "/Type3"
        return replace(self, size=size, bitmap=bitmap)

    def _size_of_own(self, name: str) -> int:
        own = resolved(dictionary(self.resources.get("/ColorSpace")).get(name))
        if not isinstance(own, ArrayObject) or not own:
            return 0
        kind, *rest = cast("list[PdfObject]", own)
        if str(kind) == "/ICCBased" and rest:
            return int(cast("int", dictionary(rest[0]).get("/N", 0)))
        return _MEASURED.get(str(kind), 0)

    def resource(self, kind: str, name: str) -> DictionaryObject:
        """What a name stands for here; empty where it stands for nothing."""
        return dictionary(dictionary(self.resources.get(kind)).get(name))


def times(first: Matrix, then: Matrix) -> Matrix:
    """Two movements, one after the other."""
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return (
        a * k + b * n,
        a * m + b * o,
        c * k + d * n,
        c * m + d * o,
        e * k + f * n + p,
        e * m + f * o + q,
    )


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a point stands on the page."""
    (x, y), (a, b, c, d, e, f) = point, matrix
    return (a * x + c * y + e, b * x + d * y + f)


def least_scale(matrix: Matrix) -> float:
    """How long one point is on the page, along or across the line: the shorter of both."""
    a, b, c, d, _, _ = matrix
    return min(hypot(a, b), hypot(c, d))


def around(points: list[Point]) -> Box:
    """The smallest upright box with all points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(up), max(across), max(up))


def numbers(told: list[PdfObject]) -> list[float]:
    """Operands as numbers; what is none is a fault of the file (ValueError, TypeError)."""
    return [float(cast("float", each)) for each in told]


def matrix_of(told: list[PdfObject]) -> Matrix:
    """Six operands as a movement; a movement of other length moves nothing."""
    found = numbers(told)
    return cast("Matrix", tuple(found)) if len(found) == len(STILL) else STILL


def form_matrix(form: DictionaryObject) -> Matrix:
    """How a drawing used in a page is laid on it."""
    told = resolved(form.get("/Matrix"))
    return matrix_of(cast("list[PdfObject]", told)) if isinstance(told, ArrayObject) else STILL


def dictionary(value: PdfObject | None) -> DictionaryObject:
    """A dictionary, referred to or written out; empty where there is none."""
    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def resolved(value: PdfObject | None) -> PdfObject | None:
    """A value, referred to or written out."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def _lights(colour: list[float]) -> list[float]:
    if len(colour) != _SPACES["/DeviceCMYK"]:
        return colour
    *inks, black = colour
    return [(1 - ink) * (1 - black) for ink in inks]
