"""The whole report at one look: charts and heat maps of statements, projects and filters."""

from data.vocabulary import Block, Heading, Paragraph
from tasks.rules import finding_anchors
from tasks.rules.phrases import counted, plural
from tasks.rules.report_figures import filter_maps, heat_map, kinds_chart, support_charts
from tasks.rules.report_material import Material

_KEY = (
    "A number counts statements. “0”: nothing to report. “–”: no information received. “n.s.”: "
    "information not shareable. “n.a.”: not applicable. Empty: not asked, or no need is mapped "
    "there. Where needs of one cell differ, their signs stand side by side. The colour follows the "
    "number and assesses nobody."
)


def overview(material: Material) -> list[Block]:
    """What is reported under each sub-pillar, by which partner, under which filter."""
    filters = filters_of(material)
    charts = support_charts(material, filters)
    blocks: list[Block] = [
        Heading(1, "Overview"),
        Paragraph(_in_all(material), "lead", finding_anchors.count("overview")),
        kinds_chart(material),
        Heading(2, "Partners and sub-pillars"),
        Paragraph(_KEY, "note"),
        heat_map(material),
        Heading(2, "Filters and partners"),
        *filter_maps(material, filters),
    ]
    return [*blocks, Heading(2, "Support by filter"), *charts] if charts else blocks


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
