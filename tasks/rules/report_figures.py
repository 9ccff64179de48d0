"""Figures of a report: heat maps of coverage and charts of counts, each told in words as well."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from data.vocabulary import Chart, Matrix, StatementKind
from data.vocabulary.analysis import CoverageCell
from data.vocabulary.trends import NeedTrend, Trend
from tasks.rules import coverage, finding_anchors
from tasks.rules.phrases import counted
from tasks.rules.report_material import Material
from tasks.rules.transliteration import plain_latin

_WIDE = 6
"""More columns than this want a page on its side."""
_MANY = 12
"""More bars than this are told sub-pillar by sub-pillar."""
_KINDS = {
    StatementKind.ACHIEVED: "Achieved",
    StatementKind.ONGOING: "Ongoing",
    StatementKind.PLANNED: "Planned (intentions)",
    StatementKind.REQUEST: "Requests",
    None: "No stated kind",
}
_TRENDS = (Trend.ADVANCED, Trend.UNCHANGED, Trend.REOPENED, Trend.NEW, Trend.MET)

Place = tuple[int, str]
"""The number of a sub-pillar and a filter of it."""


def kinds_chart(material: Material) -> Chart:
    """Responses by kind: one bar for each sub-pillar."""
    chapters = material.snapshot.outline.chapters
    counts = [
        Counter(
            line.kind
            for state in material.states_under(chapter.sub_pillar)
            for line in state.statements
        )
        for chapter in chapters
    ]
    kinds = [kind for kind in _KINDS if kind or any(count[None] for count in counts)]
    return _chart(
        "Statements by sub-pillar and kind",
        "Stacked bars, one for each sub-pillar, with the number of statements of each kind",
        [chapter.title for chapter in chapters],
        [(_KINDS[kind], [count[kind] for count in counts]) for kind in kinds],
        "kinds",
    )


def heat_map(material: Material) -> Matrix:
    """Statements of every partner under every sub-pillar, the absences kept apart (rule R11)."""
    partners, chapters = material.snapshot.partners, material.snapshot.outline.chapters
    numbers = [chapter.sub_pillar for chapter in chapters]
    cells = coverage.by_sub_pillar(material.states, partners, numbers)
    by_place = {(cell.member, cell.sub_pillar): cell for cell in cells}
    return _matrix(
        "Statements by partner and sub-pillar",
        "partner",
        "sub-pillar",
        [chapter.title for chapter in chapters],
        [
            (partner.name, [in_a_cell(by_place[partner.code, number]) for number in numbers])
            for partner in partners
        ],
        "partners",
    )


def filter_maps(material: Material, filters: Iterable[Place]) -> list[Matrix]:
    """The same for every filter: one matrix for each sub-pillar, the partners beside each other."""
    partners = material.snapshot.partners
    titles = {each.sub_pillar: each.title for each in material.snapshot.outline.chapters}
    cells = coverage.by_filter(material.states, partners, filters := list(filters))
    by_place = {(cell.sub_pillar, cell.filter, cell.member): cell for cell in cells}
    return [
        _matrix(
            f"{titles.get(number, f'Sub-pillar {number}')}: statements by filter and partner",
            "filter",
            "partner",
            [partner.name for partner in partners],
            [
                (
                    name or "Needs without a filter",
                    [in_a_cell(by_place[number, name, partner.code]) for partner in partners],
                )
                for _, name in group
            ],
            f"filters_{number}",
        )
        for number, group in groupby(filters, key=lambda place: place[0])
    ]


def in_a_cell(cell: CoverageCell) -> int | str:
    """The number of statements; without any, the signs of the absences that stand there."""
    if cell.statements:
        return cell.statements
    signs = (
        ("0", cell.nothing_to_report),
        ("–", cell.no_reply + cell.later),
        ("n.s.", cell.not_shareable),
        ("n.a.", cell.not_applicable),
    )
    shown = " / ".join(sign for sign, number in signs if number)
    return 0 if shown == "0" else shown


def support_charts(material: Material, filters: Iterable[Place]) -> list[Chart]:
    """Support by filter: how many projects are reported; none where no project is."""
    counts = _projects(material)
    shown = [place for place in filters if counts[place]]
    if not shown:
        return []
    names = {name for _, name in shown}
    if len(names) == len(shown) <= _MANY:  # else two bars would bear one name
        return [_support_chart("Projects reported by filter", shown, counts, "support")]
    titles = {each.sub_pillar: each.title for each in material.snapshot.outline.chapters}
    return [
        _support_chart(
            f"{titles.get(number, f'Sub-pillar {number}')}: projects reported by filter",
            list(group),
            counts,
            f"support_{number}",
        )
        for number, group in groupby(shown, key=lambda place: place[0])
    ]


def _projects(material: Material) -> Counter[Place]:
    """Projects under each filter: what one member names for several needs of it counts once."""
    reported = {
        (need.sub_pillar, need.filter, reporter, plain_latin(line.title))
        for reporter, line in material.snapshot.support
        if (need := material.needs.get(line.need)) is not None
    }
    return Counter((sub_pillar, name) for sub_pillar, name, _, _ in reported)


def _support_chart(
    caption: str, places: Sequence[Place], counts: Counter[Place], subject: str
) -> Chart:
    return _chart(
        caption,
        "Bars, one for each filter, with the number of projects other members report; a project "
        "that one member names for several needs of a filter counts once",
        [name or "Needs without a filter" for _, name in places],
        [("Projects reported", [counts[place] for place in places])],
        subject,
    )


def change_chart(material: Material, trends: Iterable[NeedTrend]) -> Chart:
    """Change since the cycle before: one bar for each sub-pillar."""
    chapters = material.snapshot.outline.chapters
    counts = Counter((material.needs[each.need].sub_pillar, each.trend) for each in trends)
    return _chart(
        "Mapped needs by change since the cycle before",
        "Stacked bars, one for each sub-pillar, with the number of needs; needs without two "
        "replies to compare are left out",
        [chapter.title for chapter in chapters],
        [
            (trend.capitalize(), [counts[chapter.sub_pillar, trend] for chapter in chapters])
            for trend in _TRENDS
        ],
        "change",
    )


def _chart(
    caption: str,
    about: str,
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence[int]]],
    subject: str,
) -> Chart:
    told = "; ".join(
        f"{category}: " + ", ".join(f"{name.lower()} {counts[place]}" for name, counts in series)
        for place, category in enumerate(categories)
    )
    return Chart(
        caption=caption,
        description=f"{about}. {told}.",
        categories=tuple(categories),
        series=tuple((name, tuple(counts)) for name, counts in series),
        anchor=finding_anchors.count(subject),
    )


def _matrix(
    caption: str,
    row: str,
    column: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[int | str]]],
    subject: str,
) -> Matrix:
    total = sum(cell for _, cells in rows for cell in cells if isinstance(cell, int))
    return Matrix(
        caption=caption,
        description=(
            f"One row for each {row} and one column for each {column}; the darker a cell, the more "
            f"statements it counts. {counted(total, 'statement')} in all."
        ),
        corner=row.capitalize(),
        columns=tuple(columns),
        rows=tuple((name, tuple(cells)) for name, cells in rows),
        landscape=len(columns) > _WIDE,
        anchor=finding_anchors.count(subject),
    )
