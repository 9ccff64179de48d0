"""The gaps of a report: every class with its rule, its number and the replies it rests on (R11)."""

from collections import Counter

from data.vocabulary import Block, GapKind, Heading, Paragraph, Table
from tasks.rules import finding_anchors, reply_coverage
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.needs_by_partner import needs_by_partner
from tasks.rules.report_material import Material
from tasks.rules.year_findings import YearFindings

_RULES = {
    GapKind.NOTHING_AT_ALL: (
        "The partner has replied and reports no response of its own, and no other member reports "
        "support for the need."
    ),
    GapKind.PLANNED_ONLY: ("All responses the partner reports are intentions for the coming year."),
    GapKind.WITHOUT_SUPPORT: (
        "The partner reports a response and requests support, names none it has, and no other "
        "member that has replied reports a project for the need."
    ),
    GapKind.SUPPORT_WITHOUT_RESPONSE: (
        "Another member reports a project for the need; the partner has replied and reports no "
        "response of its own."
    ),
    GapKind.EMPTY_FILTER: (
        "At least two partners have needs under the filter that are not met; all of them have "
        "replied on these, and none reports a response. This class counts filters."
    ),
}
_OF_PARTNERS = frozenset({GapKind.PLANNED_ONLY, GapKind.EMPTY_FILTER})
_EXPLAINED = (
    "A gap is named only where a partner has replied. A need that was not asked about, has no "
    "reply yet, whose information is not shareable or which is met gives none. One need may stand "
    f"in two classes. {NEXT_TABLE} gives every class with its rule and its number."
)


def gap_blocks(material: Material, found: YearFindings) -> list[Block]:
    """Classes and counts, then every need with a gap, then the filters without a response."""
    heading = Heading(2, "Gaps")
    if not found.gaps and not found.empty_filters:
        return [
            heading,
            Paragraph(
                f"The replies received by {material.day} show no gap.",
                anchor=finding_anchors.count("gaps"),
            ),
            Paragraph("A gap is named only where a partner has replied.", "note"),
        ]
    blocks: list[Block] = [heading, Paragraph(_EXPLAINED), _classes(found)]
    if found.gaps:
        blocks.append(_needs(material, found))
    if found.empty_filters:
        blocks.append(_filters(material, found))
    return blocks


def _classes(found: YearFindings) -> Table:
    numbers = Counter(gap.kind for gap in found.gaps)
    numbers[GapKind.EMPTY_FILTER] = len(found.empty_filters)
    return Table(
        caption="Classes of gaps",
        header=("Class", "Rule", "Replies it rests on", "Number"),
        rows=tuple(
            (kind.capitalize(), rule, _replies(kind, found), str(numbers[kind]))
            for kind, rule in _RULES.items()
        ),
        widths=(0.23, 0.43, 0.24, 0.1),
        numbers=(3,),
        anchors=tuple(finding_anchors.count(f"gap_{kind.name.lower()}") for kind in _RULES),
    )


def _replies(kind: GapKind, found: YearFindings) -> str:
    partners = reply_coverage.words(found.partners, "partner")
    if kind in _OF_PARTNERS:
        return partners
    return f"{partners}; {reply_coverage.words(found.other_members, 'other member')}"


def _needs(material: Material, found: YearFindings) -> Table:
    return Table(
        caption="Mapped needs with a gap",
        header=("No.", "Partner", "Mapped need", "Class", "What the replies show"),
        rows=tuple(
            (
                material.number(gap.need),
                material.name(gap.member),
                material.needs[gap.need].title if gap.need in material.needs else "–",
                gap.kind.capitalize(),
                gap.text,
            )
            for gap in found.gaps
        ),
        widths=(0.12, 0.15, 0.25, 0.17, 0.31),
        anchors=tuple(finding_anchors.gap(gap) for gap in found.gaps),
    )


def _filters(material: Material, found: YearFindings) -> Table:
    titles = {each.sub_pillar: each.title for each in material.snapshot.outline.chapters}
    return Table(
        caption="Filters without a response in the region",
        header=("Sub-pillar", "Filter", "Partners and their needs"),
        rows=tuple(
            (
                titles.get(each.sub_pillar, str(each.sub_pillar)),
                each.filter or "Needs without a filter",
                needs_by_partner(material, each.needs),
            )
            for each in found.empty_filters
        ),
        widths=(0.28, 0.27, 0.45),
        anchors=tuple(
            finding_anchors.empty_filter(each.sub_pillar, each.filter)
            for each in found.empty_filters
        ),
    )
