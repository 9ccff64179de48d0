"""A chart measured for a page: what an inline SVG needs so that no text on it is ever scaled."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from data.vocabulary.documents import Chart, Table

_STEPS = 5  # one hue in five steps; the first series takes the darkest
_LABEL = 38  # characters of a bar's label that fit on a telephone
_LINE, _BAR, _GAP = 20, 26, 12  # heights in pixels
_TELEPHONE = 300  # pixels the bars have on a telephone
_DIGIT = 9  # pixels


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of a bar; `start`, `middle` and `width` are per cent of the figure's width."""

    number: int
    step: int
    start: str
    middle: str
    width: str
    roomy: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One category: its label in lines, its segments, and the numbers where one has no room."""

    label: tuple[tuple[int, str], ...]
    parts: tuple[Part, ...]
    top: int
    numbers: str
    below: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, measured; widths follow the page, heights are pixels, so no text is scaled."""

    legend: tuple[tuple[str, int], ...]
    bars: tuple[Bar, ...]
    height: int
    table: Table


def measure(chart: Chart) -> Drawing:
    """Lay out a stacked bar chart: one bar below the other, the longest as wide as the page."""
    names = [name for name, _ in chart.series]
    counts = [
        tuple(each[index] for _, each in chart.series) for index in range(len(chart.categories))
    ]
    longest = max((sum(numbers) for numbers in counts), default=0) or 1
    bars: list[Bar] = []
    y = 0
    for category, numbers in zip(chart.categories, counts, strict=True):
        bars.append(_bar(category, numbers, longest, y))
        y = bars[-1].below + _GAP
    return Drawing(
        legend=tuple((name, _step(index, len(names))) for index, name in enumerate(names)),
        bars=tuple(bars),
        height=y,
        table=_table_of(chart, names, counts),
    )


def _bar(category: str, numbers: tuple[int, ...], longest: int, y: int) -> Bar:
    lines = textwrap.wrap(category, _LABEL) or [""]
    label = tuple((y + _LINE * (index + 1) - 5, line) for index, line in enumerate(lines))
    top = y + _LINE * len(lines)
    parts = tuple(_parts(numbers, longest))
    if parts and all(part.roomy for part in parts):
        return Bar(label, parts, top, "", top + _BAR)
    below = top + _LINE - 4 + (_BAR if parts else 0)
    return Bar(label, parts, top, " · ".join(str(number) for number in numbers), below)


def _parts(numbers: tuple[int, ...], longest: int) -> Iterator[Part]:
    done = 0
    for index, number in enumerate(numbers):
        if number:
            share = 100 * number / longest
            yield Part(
                number=number,
                step=_step(index, len(numbers)),
                start=f"{100 * done / longest:.3f}",
                middle=f"{100 * (done + number / 2) / longest:.3f}",
                width=f"{share:.3f}",
                roomy=share * _TELEPHONE / 100 >= _DIGIT * len(str(number)) + 4,
            )
        done += number


def _step(index: int, many: int) -> int:
    return _STEPS - round(index * (_STEPS - 1) / (many - 1)) if many > 1 else _STEPS


def _table_of(chart: Chart, names: list[str], counts: list[tuple[int, ...]]) -> Table:
    rows = [
        (category, *(str(number) for number in numbers))
        for category, numbers in zip(chart.categories, counts, strict=True)
    ]
    return Table(
        caption=chart.caption,
        header=("", *names),
        rows=tuple(rows),
        widths=(),
        numbers=tuple(range(1, len(names) + 1)),
    )
