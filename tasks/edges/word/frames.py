"""What a report holds by the thousand: a template typeset once for each look, then only filled.

A template engine spends most of its time on cells, each with its own small decisions. Rows of one
look differ in their texts alone, so the template is asked once and cut where the texts go. What
goes there is printable and escaped and can break nothing: Word opens the whole if it opens one
sample of each frame, and samples are read in no time.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from data.errors.documents import DraftTemplateBroken
from tasks.edges.typesetting import typeset
from tasks.edges.word import marks
from tasks.edges.word.pieces import Look, Mark, Row, RowLook

# A sign no printable text holds: it stands around the name of what goes there.
_GAP = "\x13"
_MARK = (f"{_GAP}id{_GAP}", f"{_GAP}bookmark{_GAP}")
_ROW = "templates/drafts/body/row.xml.j2"
_NONE: dict[str, str] = {}
_QUOTE = {'"': "&quot;"}
_SAMPLES = {"text": marks.resolved(marks.EVERY_SIGN), "rows": ""}  # others are numbers and names

Frame = tuple[bytes, tuple[str, ...]]
"""A pattern with a place for each gap, and the names of the gaps in their order.

Bytes, for one letter of another script makes a text of characters twice to four times as long.
"""


class Frames:
    """The frames of one document, each typeset when it is first needed."""

    def __init__(self, body: Path) -> None:
        self._body = body
        self._frames: dict[tuple[object, ...], Frame] = {}
        self._rows: dict[RowLook, bytes] = {}
        self._samples: list[str] = []

    def line(self, style: str, text: str, mark: Mark, *, leads_in: bool = False) -> bytes:
        """A paragraph in a style; one that leads in stays on the page of what it leads to."""
        look = {"style": style, "mark": _MARK if mark else (), "leads_in": leads_in}
        number, name = mark or ("", "")
        return self.draw("line", look, id=number, bookmark=name, text=text)

    def draw(self, template: str, looks: Mapping[str, object], /, **values: str | int) -> bytes:
        """A piece of which there are many: `looks` tell its frame, `values` fill the gaps."""
        pattern, names = self._frame(template, looks, values)
        return pattern % _escaped([str(values[name]) for name in names], _QUOTE)

    def table(
        self, columns: tuple[int, ...], look: Look, header: tuple[str, ...], rows: Iterable[Row]
    ) -> bytes:
        """A table with columns of these widths, the header first.

        Raises:
            DraftTemplateBroken: the rows of the template have lost a text, or its order.
        """
        heads, first, later = look
        drawn, texts = [self._row(RowLook(heads, heads=True))], [*header]
        for continues, continued, mark, row in rows:
            styles, label = later if continued else first, continued and not row[0]
            each = RowLook(styles, False, continues, continued, label, bool(mark))
            drawn.append(self._row(each))
            # Cells keep their quotes; the name of a mark stands between two.
            name = marks.for_attribute(mark[1]) if mark else ""
            texts += _around_first(str(mark[0]), name, row) if mark else row
        # Once for the table, not once for each cell.
        inside = b"".join(drawn) % _escaped(texts)
        pattern, _ = self._frame("grid", {"columns": columns}, ("rows",))
        return pattern % inside

    def whole(self, template: str, **facts: object) -> bytes:
        """A piece of which there are few, each with decisions of its own."""
        drawn = marks.resolved(typeset(self._body, f"{template}.xml.j2", **facts)).strip()
        self._samples.append(drawn)
        return drawn.encode()

    def samples(self) -> str:
        """One of each frame drawn so far, in an element of its own, for each must be whole."""
        return "".join([f"<frame>{sample}</frame>" for sample in self._samples])

    def _row(self, look: RowLook) -> bytes:
        pattern = self._rows.get(look)
        if pattern is None:
            texts = ("text",) * len(look.styles)
            gaps = _around_first("id", "bookmark", texts) if look.marked else texts
            facts = {**look._asdict(), "mark": _MARK if look.marked else ()}
            pattern, names = self._frame("row", facts, ("text",))
            if names != gaps:
                reason = "its cells do not hold one text each, the first one in its bookmark"
                raise DraftTemplateBroken(name=_ROW, line=1, reason=reason)
            self._rows[look] = pattern
        return pattern

    def _frame(self, template: str, looks: Mapping[str, object], names: Iterable[str]) -> Frame:
        key = template, *looks.values()
        frame = self._frames.get(key)
        if frame is None:
            gaps = {name: f"{_GAP}{name}{_GAP}" for name in names}
            drawn = typeset(self._body, f"{template}.xml.j2", **looks, **gaps)
            cut = drawn.strip().split(_GAP)
            pattern = "%s".join([each.replace("%", "%%") for each in cut[::2]])
            names_inside = tuple(cut[1::2])
            frame = self._frames[key] = pattern.encode(), names_inside
            sample = pattern % tuple([_SAMPLES.get(name, "0") for name in names_inside])
            self._samples.append(sample)
        return frame


def _around_first(number: str, name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """What fills a row whose first text stands in a bookmark."""
    return number, name, texts[0], number, *texts[1:]


def _escaped(texts: Sequence[str], entities: dict[str, str] = _NONE) -> tuple[bytes, ...]:
    """Texts as they stand between tags; with `entities` for quotes in attributes as well."""
    joined = escape(_GAP.join(texts), entities)
    return tuple(marks.resolved(joined).encode().split(_GAP.encode())) if texts else ()
