"""The whole report at one look: a chart of statements and a matrix of filters and partners."""

from data.vocabulary import Block, Chart, Heading, Paragraph, Table
from data.vocabulary.analysis import CoverageCell
from tasks.rules import coverage
from tasks.rules.phrases import counted, joined, plural
from tasks.rules.report_material import Material


def overview(material: Material) -> list[Block]:
    """The chart of partners and sub-pillars and the matrix of partners and filters."""
    return [
        Heading(1, "Overview"),
        Paragraph(_in_all(material), "lead"),
        _chart(material),
        Paragraph(
            "In the table that follows, a number counts statements. “0”: nothing to report. “–”: "
            "no information received. “n.s.”: information not shareable. “n.a.”: not applicable. "
            "Empty: not asked, or no need is mapped there.",
            "note",
        ),
        _matrix(material),  # on a page of its own, hence its key stands before it
    ]


def _in_all(material: Material) -> str:
    needs = len(material.states)
    owners = len({state.need.member for state in material.states})
    with_statements = sum(bool(state.statements) for state in material.states)
    statements = sum(len(state.statements) for state in material.states)
    mapped = (
        f"{counted(needs, 'need')} of {counted(owners, 'partner')} {plural(needs, 'is')} mapped "
        "under this pillar."
    )
    if not statements:
        return f"{mapped} No statement has been reported on them so far."
    return (
        f"{mapped} The partners report {counted(statements, 'statement')} on "
        f"{counted(with_statements, 'need')}."
    )


def _chart(material: Material) -> Chart:
    partners = material.snapshot.partners
    chapters = material.snapshot.outline.chapters
    cells = coverage.by_sub_pillar(
        material.states, partners, [chapter.sub_pillar for chapter in chapters]
    )
    counts = {(cell.member, cell.sub_pillar): cell.statements for cell in cells}
    per_partner = [
        (partner.name, [counts[partner.code, chapter.sub_pillar] for chapter in chapters])
        for partner in partners
    ]
    titles = joined([chapter.title for chapter in chapters])
    numbers = "; ".join(
        f"{name}: {', '.join(str(number) for number in row)}" for name, row in per_partner
    )
    return Chart(
        caption="Statements by partner and sub-pillar",
        description=(
            f"Stacked bars, one for each partner in alphabetical order, with the number of "
            f"statements under {titles}, in this order. {numbers}."
        ),
        categories=tuple(partner.name for partner in partners),
        series=tuple(
            (chapter.title, tuple(row[place] for _, row in per_partner))
            for place, chapter in enumerate(chapters)
        ),
    )


def _matrix(material: Material) -> Table:
    partners = material.snapshot.partners
    filters = filters_of(material)
    cells = coverage.by_filter(material.states, partners, filters)
    by_place = {(cell.sub_pillar, cell.filter, cell.member): cell for cell in cells}
    titles = {each.sub_pillar: each.title for each in material.snapshot.outline.chapters}
    share = round(0.54 / max(len(partners), 1), 4)
    return Table(
        caption="Statements by filter and partner",
        header=("Sub-pillar", "Filter", *(partner.name for partner in partners)),
        rows=tuple(
            (
                titles.get(number, str(number)),
                name,
                *(in_a_cell(by_place[number, name, partner.code]) for partner in partners),
            )
            for number, name in filters
        ),
        widths=(0.22, round(0.78 - share * len(partners), 4), *([share] * len(partners))),
        numbers=tuple(range(2, 2 + len(partners))),
        landscape=True,
    )


def filters_of(material: Material) -> list[tuple[int, str]]:
    """The filters of the agreed structure, then those that only needs name."""
    agreed = [
        (chapter.sub_pillar, name)
        for chapter in material.snapshot.outline.chapters
        for name in chapter.filters
    ]
    named = {(state.need.sub_pillar, state.need.filter) for state in material.states}
    places = {each.sub_pillar: n for n, each in enumerate(material.snapshot.outline.chapters)}
    everything = [*agreed, *sorted(named - set(agreed))]
    return sorted(everything, key=lambda each: places.get(each[0], len(places)))


def in_a_cell(cell: CoverageCell) -> str:
    """The number of statements; without any, the signs of the absences that stand there."""
    if cell.statements:
        return str(cell.statements)
    signs = (
        ("0", cell.nothing_to_report),
        ("–", cell.no_reply + cell.later),
        ("n.s.", cell.not_shareable),
        ("n.a.", cell.not_applicable),
    )
    return " / ".join(sign for sign, number in signs if number)
