"""The end of a report: its findings and the list of needs."""

from data.vocabulary import Block, Heading, Paragraph, Table
from tasks.rules import finding_anchors, reply_coverage, year_findings
from tasks.rules.report_confirmation import confirmation_blocks
from tasks.rules.report_coordination import coordination_blocks
from tasks.rules.report_gaps import gap_blocks
from tasks.rules.report_material import Material
from tasks.rules.report_trends import trend_blocks
from tasks.rules.year_findings import YearFindings

_FIRST_CYCLE = " No earlier cycle is held with which the needs could be compared."


def findings(material: Material) -> list[Block]:
    """Gaps, potential for coordination, mutual confirmation, and change (rules R11 to R13)."""
    found = year_findings.of(material)
    return [
        Heading(1, "Findings"),
        Paragraph(_basis(material, found), "lead", finding_anchors.count("replies")),
        *gap_blocks(material, found),
        *coordination_blocks(material, found),
        *confirmation_blocks(material, found),
        *trend_blocks(material, found),
    ]


def _basis(material: Material, found: YearFindings) -> str:
    partners = reply_coverage.words(found.partners, "partner")
    others = reply_coverage.words(found.other_members, "other member")
    return (
        f"The findings rest on the replies received by {material.day}: {partners}; {others}. "
        f"Where a reply is missing, nothing is concluded.{'' if found.trends else _FIRST_CYCLE}"
    )


def list_of_needs(material: Material) -> list[Block]:
    """The annex with every mapped need, its key facts and what was counted for it."""
    titles = {each.sub_pillar: each.title for each in material.snapshot.outline.chapters}
    supported = [line.need for _, line in material.snapshot.support]
    states = material.states
    return [
        Heading(1, "Annex: Mapped needs"),
        Table(
            caption="All mapped needs of this pillar",
            header=(
                "No.",
                "Partner",
                "Mapped need",
                "Sub-pillar and filter",
                "Status in the needs mapping",
                "EU reference",
                "Statements",
                "Projects",
            ),
            rows=tuple(
                (
                    state.need.number,
                    material.name(state.need.member),
                    state.need.title,
                    f"{titles.get(state.need.sub_pillar, '–')}\n{state.need.filter}".strip(),
                    str(state.need.status),
                    state.need.eu_reference or "–",
                    str(len(state.statements)),
                    str(supported.count(state.need.key)),
                )
                for state in states
            ),
            widths=(0.08, 0.12, 0.25, 0.19, 0.09, 0.13, 0.075, 0.065),
            numbers=(6, 7),
            landscape=True,
            anchors=tuple(finding_anchors.annex(state.need.key) for state in states),
        ),
    ]
