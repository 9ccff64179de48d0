"""What a report holds by the thousand: a template typeset once for each look, then only filled.

A template engine spends most of its time on cells, each with its own small decisions. Rows of one
look differ in their texts alone, so the template is asked once and cut where the texts go.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape

from tasks.edges.typesetting import typeset
from tasks.edges.word.pieces import Look, Mark, Row

# A sign no printable text holds: it stands around the name of what goes there.
_GAP = "\x13"
_MARK = (f"{_GAP}id{_GAP}", f"{_GAP}name{_GAP}")
_QUOTE = {'"': "&quot;"}

Seams = tuple[str, ...]
"""What stands before, between and after the texts of a row."""


class Frames:
    """The frames of one document, each typeset when it is first needed."""

    def __init__(self, body: Path) -> None:
        self._body = body
        self._cuts: dict[tuple[object, ...], list[str]] = {}
        self._rows: dict[tuple[object, ...], Seams] = {}

    def line(self, style: str, text: str, mark: Mark, *, leads_in: bool = False) -> str:
        """A paragraph in a style; one that leads in stays on the page of what it leads to."""
        look = {"style": style, "mark": _MARK if mark else (), "leads_in": leads_in}
        cut = self._cut("line", tuple(look.values()), ("text",), **look)
        number, name = mark or ("", "")
        return _joined(cut, {"text": text, "id": str(number), "name": name})

    def draw(self, template: str, looks: Mapping[str, object], /, **values: object) -> str:
        """Anything else: `looks` decide between frames, `values` go into their gaps."""
        cut = self._cut(template, tuple(looks.values()), tuple(values), **looks)
        return _joined(cut, {name: str(value) for name, value in values.items()})

    def table(self, look: Look, header: tuple[str, ...], rows: Iterable[Row]) -> str:
        """The rows of a table, the header first."""
        heads, first, later = look
        drawn = [_filled(self._seams(heads, heads=True), header, ())]
        for continues, continued, mark, texts in rows:
            seams = self._seams(
                later if continued else first,
                continues=continues,
                continued=continued,
                label=continued and not texts[0],
                mark=_MARK if mark else (),
            )
            drawn.append(_filled(seams, texts, mark))
        return "".join(drawn)

    def _seams(self, styles: tuple[str, ...], **look: object) -> Seams:
        key = styles, *look.values()
        seams = self._rows.get(key)
        if seams is None:
            facts = {**_PLAIN, **look, "styles": styles, "text": f"{_GAP}text{_GAP}"}
            drawn = typeset(self._body, "row.xml.j2", **facts).strip()
            seams = self._rows[key] = tuple(drawn.split(_GAP)[::2])
        return seams

    def _cut(
        self, template: str, look: tuple[object, ...], names: tuple[str, ...], **facts: object
    ) -> list[str]:
        key = template, *look
        cut = self._cuts.get(key)
        if cut is None:
            gaps = {name: f"{_GAP}{name}{_GAP}" for name in names}
            drawn = typeset(self._body, f"{template}.xml.j2", **facts, **gaps)
            cut = self._cuts[key] = drawn.strip().split(_GAP)
        return cut


_PLAIN: dict[str, object] = {
    "heads": False,
    "continues": False,
    "continued": False,
    "label": False,
    "mark": (),
}


def _joined(cut: list[str], values: dict[str, str]) -> str:
    """The parts of a frame with values for the names between them."""
    drawn = cut.copy()
    for place in range(1, len(cut), 2):
        drawn[place] = escape(values[cut[place]], _QUOTE)
    return "".join(drawn)


def _filled(seams: Seams, texts: tuple[str, ...], mark: Mark) -> str:
    if mark:
        number = str(mark[0])
        texts = (number, mark[1], texts[0], number, *texts[1:])
    escaped = escape(_GAP.join(texts)).split(_GAP)  # once for the row, not once for each cell
    drawn = "".join(chain.from_iterable(zip(seams, escaped, strict=False)))
    return drawn + seams[-1]
