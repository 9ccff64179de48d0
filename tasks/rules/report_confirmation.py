"""Mutual confirmation as a report tells it: what both sides of a support say, side by side."""

from collections import Counter

from data.vocabulary import Block, Heading, Paragraph, Table
from data.vocabulary.coordination import Confirmation, Named
from tasks.rules import finding_anchors, reply_coverage
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.phrases import counted
from tasks.rules.report_material import Material
from tasks.rules.year_findings import YearFindings

_WORDS = {
    Named.BOTH: "Both",
    Named.SUPPORTER_ONLY: "Supporting member",
    Named.PARTNER_ONLY: "Partner",
}


def confirmation_blocks(material: Material, found: YearFindings) -> list[Block]:
    """Counts of all, then every support that at least one side names and both were heard on.

    Nothing stands there before the other members were asked.
    """
    if not found.other_members.asked:
        return []
    heading = Heading(2, "Support as both sides name it")
    anchor = finding_anchors.count("confirmation")
    if not found.other_members.replied:
        return [
            heading,
            Paragraph(
                f"No support information had been received by {material.day}; there is nothing to "
                "hold against what the partners name.",
                anchor=anchor,
            ),
        ]
    if not found.confirmations:
        sentence = f"No support had been named by {material.day}."
        return [heading, Paragraph(sentence, anchor=anchor)]
    shown = [each for each in found.confirmations if each.named in _WORDS]
    all_shown = len(shown) == len(found.confirmations)
    which = "them side by side" if all_shown else "side by side those with something to compare"
    told = f"{_counts(found)} {NEXT_TABLE} sets {which}." if shown else _counts(found)
    return [heading, Paragraph(told, anchor=anchor), *([_table(shown, material)] if shown else [])]


def _counts(found: YearFindings) -> str:
    numbers = Counter(each.named for each in found.confirmations)
    total = len(found.confirmations)
    heard = (
        f"{reply_coverage.words(found.partners, 'partner')}; "
        f"{reply_coverage.words(found.other_members, 'other member')}"
    )
    return (
        f"In {counted(total, 'case')}, support of a single need is named: in "
        f"{numbers[Named.BOTH]} by both sides, in {numbers[Named.SUPPORTER_ONLY]} by the "
        f"supporting member only, in {numbers[Named.PARTNER_ONLY]} by the partner only; in "
        f"{numbers[Named.PARTNER_NOT_HEARD]} the partner has given no information to compare. "
        f"Names are compared across scripts and spellings ({heard})."
    )


def _table(shown: list[Confirmation], material: Material) -> Table:
    return Table(
        caption="Support of mapped needs as its two sides name it",
        header=(
            "No.",
            "Partner",
            "As the supporting member names it",
            "As the partner names it",
            "Named by",
        ),
        rows=tuple(
            (
                material.number(each.need),
                material.name(each.member),
                f"{each.title} ({material.name(each.supporter)})" if each.supporter else "–",
                each.as_partner or "–",
                _WORDS[each.named],
            )
            for each in shown
        ),
        widths=(0.1, 0.15, 0.33, 0.24, 0.18),
        anchors=tuple(finding_anchors.confirmation(each) for each in shown),
    )
