"""The end of a report: its findings and the list of needs."""

from data.vocabulary import Block, Heading, Paragraph, Table
from tasks.rules.phrases import counted
from tasks.rules.report_material import Material


def findings(material: Material) -> list[Block]:
    """Gaps, and confirmed possible overlaps as potential for coordination (rules R11, R12)."""
    return [Heading(1, "Findings"), *_gaps(material), *_coordination(material)]


def _gaps(material: Material) -> list[Block]:
    gaps = sorted(
        material.snapshot.gaps,
        key=lambda gap: (material.order.get(gap.need, len(material.order)), gap.need, gap.kind),
    )
    heading = Heading(2, "Gaps")
    explained = (
        "A gap is named only where a partner has replied. A need that was not asked about, has no "
        "reply yet or whose information is not shareable gives none."
    )
    if not gaps:
        return [heading, Paragraph(f"The replies received by {material.day} show no gap."), _note()]
    table = Table(
        caption="Mapped needs with a gap",
        header=("No.", "Partner", "Mapped need", "What the replies show"),
        rows=tuple(
            (
                material.number(gap.need),
                material.name(gap.member),
                material.needs[gap.need].title if gap.need in material.needs else "–",
                gap.text,
            )
            for gap in gaps
        ),
        widths=(0.12, 0.17, 0.33, 0.38),
    )
    return [heading, Paragraph(explained), table]


def _note() -> Paragraph:
    return Paragraph("A gap is named only where a partner has replied.", "note")


def _coordination(material: Material) -> list[Block]:
    heading = Heading(2, "Potential for coordination")
    overlaps = sorted(
        material.snapshot.overlaps,
        key=lambda each: (material.order.get(each.need, len(material.order)), each.first),
    )
    if not overlaps:
        return [heading, Paragraph("No possible overlap has been confirmed for this draft.")]
    table = Table(
        caption="Possible overlaps that members may wish to discuss",
        header=("No.", "First project", "Second project", "Why they may overlap"),
        rows=tuple(
            (material.number(each.need), each.first, each.second, each.because) for each in overlaps
        ),
        widths=(0.12, 0.29, 0.29, 0.3),
    )
    many = counted(len(overlaps), "possible overlap")
    return [
        heading,
        Paragraph(
            f"The Secretariat has looked at the projects reported for the same need and names "
            f"{many} as potential for coordination. None is an assessment of a project."
        ),
        table,
    ]


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
        ),
    ]
