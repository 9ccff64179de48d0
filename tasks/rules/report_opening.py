"""The opening of a report: why it exists, and who was asked and has replied."""

from collections.abc import Sequence

from data.vocabulary import (
    ONLY_OBLIGATION,
    Block,
    Bullets,
    Heading,
    Paragraph,
    ReplySituation,
    Table,
)
from data.vocabulary.quotations import (
    BASELINE,
    FOUR_PHASES,
    NO_OTHER_OBLIGATION,
    PERIODS,
    TERM_RESPONSE,
)
from tasks.rules import anchors, places_for_words
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.deadlines import long_date, period
from tasks.rules.phrases import counted, plural
from tasks.rules.report_material import Material


def introduction(material: Material) -> list[Block]:
    """Purpose, the Methodology's own words, and how to read what follows."""
    snapshot = material.snapshot
    pillar = snapshot.pillar
    covered = period(snapshot.reporting_from, snapshot.reporting_to)
    return [
        Heading(1, "Introduction"),
        Paragraph(
            f"This report maps the responses of the Western Balkan partners to their mapped needs "
            f"in the {pillar.name} ({pillar.code}): {pillar.area}. It covers the period {covered} "
            f"and, to the extent possible, responses planned until "
            f"{long_date(snapshot.outlook_to)}.",
            "lead",
            anchors.cycle(),
        ),
        *places_for_words.words(material, places_for_words.OPENING, "the year as a whole"),
        Paragraph("The Methodology describes what is mapped, and how:", "body"),
        Paragraph(TERM_RESPONSE, "quote"),
        Paragraph(PERIODS, "quote"),
        Paragraph(f"{ONLY_OBLIGATION} {NO_OTHER_OBLIGATION}", "quote"),
        Paragraph(FOUR_PHASES, "quote"),
        Paragraph(BASELINE, "quote"),
        Heading(2, "How to read this report"),
        Bullets(
            (
                "A statement is one line a partner reports for one of its needs. It is achieved, "
                "ongoing, planned or a request.",
                "Planned statements are intentions for the coming year. They bind nobody.",
                "“No information received” says only that no reply had reached the Secretariat by "
                "the day named.",
                "“Nothing to report”, “information not shareable” and “not applicable” are "
                "replies, and are shown as such.",
                "Partners and other members stand in alphabetical order. No order or number in "
                "this report is an assessment.",
            )
        ),
    ]


def received(material: Material) -> list[Block]:
    """Who was asked and what came: partners first, then the other members (rule R4)."""
    snapshot = material.snapshot
    blocks: list[Block] = [
        Heading(1, "Information received"),
        Heading(2, "Partners"),
        _came(snapshot.partner_situation, "partner", material),
    ]
    if snapshot.partner_situation:
        blocks.append(_situation("Partners", "Partner", snapshot.partner_situation, material))
    blocks.append(Heading(2, "Other members of the Support Group"))
    if not material.support_asked:
        blocks.append(
            Paragraph(
                "The other members of the Support Group are asked about their projects on the "
                "basis of the first draft. None had been asked when this draft was prepared; what "
                "they report is shown from the consultation draft on.",
                anchor=anchors.asked("member"),
            )
        )
        return blocks
    others = snapshot.supporter_situation
    blocks.append(_came(others, "member", material))
    blocks.append(_situation("Other members of the Support Group", "Member", others, material))
    return blocks


def _came(situations: Sequence[ReplySituation], noun: str, material: Material) -> Paragraph:
    asked = sum(each.asked_on is not None for each in situations)
    came = sum(each.received_on is not None for each in situations)
    shown = f" {NEXT_TABLE} gives the days." if situations else ""
    one = _one_deadline(situations)
    until = f" The deadline was {one}." if one else ""
    return Paragraph(
        f"{counted(asked, noun)} {plural(asked, 'was')} asked for information; "
        f"information from {counted(came, noun)} had been received by {material.day}."
        f"{until}{shown}",
        anchor=anchors.asked(noun),
    )


def _one_deadline(situations: Sequence[ReplySituation]) -> str:
    """The deadline of all who were asked; empty when they had several, which the table gives."""
    deadlines = {each.deadline for each in situations if each.deadline}
    return deadlines.pop() if len(deadlines) == 1 else ""


def _situation(
    whom: str, heading: str, situations: Sequence[ReplySituation], material: Material
) -> Table:
    listed = sorted(situations, key=lambda each: each.member.name.casefold())
    several = not _one_deadline(situations)
    return Table(
        caption=f"{whom}: information asked for and received",
        header=(heading, "Asked on", *(("Deadline",) if several else ()), "Information"),
        rows=tuple(
            (
                each.member.name,
                long_date(each.asked_on) if each.asked_on else "–",
                *((each.deadline or "–",) if several else ()),
                _information(each, material),
            )
            for each in listed
        ),
        widths=(0.27, 0.16, 0.29, 0.28) if several else (0.42, 0.2, 0.38),
        anchors=tuple(anchors.member(heading.lower(), each.member.code) for each in listed),
    )


def _information(situation: ReplySituation, material: Material) -> str:
    if situation.received_on:
        return f"Received on {long_date(situation.received_on)}."
    return material.nothing_received if situation.asked_on else "Not asked."
