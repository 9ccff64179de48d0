"""Potential for coordination as a report tells it: alphabetical, neutral, for members to discuss.

Nothing here is ranked or called a duplication (rules R12, R15).
"""

from collections.abc import Callable, Sequence

from data.vocabulary import Block, Heading, Paragraph, Table
from data.vocabulary.coordination import Potential, PotentialKind
from tasks.rules import finding_anchors
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.needs_by_partner import needs_by_partner
from tasks.rules.phrases import counted, named
from tasks.rules.report_material import Material
from tasks.rules.year_findings import YearFindings

_NO_ASSESSMENT = "None is an assessment of a partner or of a project."


def coordination_blocks(material: Material, found: YearFindings) -> list[Block]:
    """Confirmed possible overlaps, then what partners, neighbours and plans have in common."""
    return [
        Heading(2, "Potential for coordination"),
        *_overlaps(material),
        *_same_filter(material, _of(found, PotentialKind.SAME_FILTER)),
        *_same_supporter(material, _of(found, PotentialKind.SAME_SUPPORTER)),
        *_same_quarter(material, _of(found, PotentialKind.SAME_QUARTER)),
    ]


def _of(found: YearFindings, kind: PotentialKind) -> list[Potential]:
    return [each for each in found.potentials if each.kind is kind]


def _overlaps(material: Material) -> list[Block]:
    overlaps = sorted(
        material.snapshot.overlaps,
        key=lambda each: (material.order.get(each.need, len(material.order)), each.first),
    )
    if not overlaps:
        none = "No possible overlap has been confirmed for this draft."
        return [Paragraph(none, anchor=finding_anchors.count("overlaps"))]
    many = counted(len(overlaps), "possible overlap")
    return [
        Paragraph(
            f"The Secretariat has looked at the projects reported for the same need and names "
            f"{many} as potential for coordination. None is an assessment of a project. "
            f"{NEXT_TABLE} says why they may overlap.",
            anchor=finding_anchors.count("overlaps"),
        ),
        Table(
            caption="Possible overlaps that members may wish to discuss",
            header=("No.", "First project", "Second project", "Why they may overlap"),
            rows=tuple(
                (material.number(each.need), each.first, each.second, each.because)
                for each in overlaps
            ),
            widths=(0.12, 0.29, 0.29, 0.3),
            anchors=tuple(finding_anchors.overlap(each) for each in overlaps),
        ),
    ]


def _same_filter(material: Material, found: Sequence[Potential]) -> list[Block]:
    if not found:
        return []
    filters = counted(len(found), "filter")
    return [
        Heading(3, "One filter, several partners"),
        Paragraph(
            f"Under {filters}, more than one partner has needs that are not met. {NEXT_TABLE} "
            f"names them. {_NO_ASSESSMENT}",
            anchor=finding_anchors.count("same_filter"),
        ),
        _table(
            "Filters under which several partners have needs",
            ("Filter", "Partners and their needs"),
            found,
            lambda each: (_filter(each), needs_by_partner(material, each.needs)),
            (0.33, 0.67),
        ),
    ]


def _same_supporter(material: Material, found: Sequence[Potential]) -> list[Block]:
    if not found:
        return []
    cases = counted(len(found), "case")
    return [
        Heading(3, "One supporting member, neighbouring partners"),
        Paragraph(
            f"In {cases}, one member reports projects under one filter for partners that are "
            "neighbours: each named has a border/boundary with another one named. "
            f"{NEXT_TABLE} names them. {_NO_ASSESSMENT}",
            anchor=finding_anchors.count("same_supporter"),
        ),
        _table(
            "Members that support neighbouring partners under one filter",
            ("Filter", "Supporting member", "Partners", "Projects"),
            found,
            lambda each: (
                _filter(each),
                material.name(each.supporter),
                _members(material, each),
                "\n".join(each.titles),
            ),
            (0.22, 0.2, 0.28, 0.3),
        ),
    ]


def _same_quarter(material: Material, found: Sequence[Potential]) -> list[Block]:
    if not found:
        return []
    cases = counted(len(found), "case")
    return [
        Heading(3, "One quarter, several partners"),
        Paragraph(
            f"In {cases}, several partners state intentions under one filter for the same quarter. "
            f"An intention binds nobody; a word between the partners may be worth their while. "
            f"{NEXT_TABLE} names them.",
            anchor=finding_anchors.count("same_quarter"),
        ),
        _table(
            "Intentions of several partners for one quarter",
            ("Filter", "Quarter", "Partners and their needs"),
            found,
            lambda each: (
                _filter(each),
                each.quarter,
                needs_by_partner(material, each.needs),
            ),
            (0.33, 0.13, 0.54),
        ),
    ]


def _table(
    caption: str,
    header: tuple[str, ...],
    found: Sequence[Potential],
    row: Callable[[Potential], tuple[str, ...]],
    widths: tuple[float, ...],
) -> Table:
    return Table(
        caption=caption,
        header=header,
        rows=tuple(row(each) for each in found),
        widths=widths,
        anchors=tuple(finding_anchors.potential(each) for each in found),
    )


def _filter(found: Potential) -> str:
    return found.filter or "Needs without a filter"


def _members(material: Material, found: Potential) -> str:
    return named(material.name(member) for member in found.members)
