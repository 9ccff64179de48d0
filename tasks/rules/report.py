"""The Annual Response Mapping report of one pillar, composed as words (Methodology I.2)."""

from data.vocabulary import (
    DISCLAIMERS,
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    MARKING_MEMBERS,
    Block,
    Document,
    DraftKind,
    Snapshot,
)
from tasks.rules import kosovo, places_for_words, report_comments
from tasks.rules.cross_references import numbered
from tasks.rules.deadlines import long_date, period
from tasks.rules.report_chapters import chapters
from tasks.rules.report_closing import findings, list_of_needs
from tasks.rules.report_material import Material
from tasks.rules.report_opening import introduction, received
from tasks.rules.report_overview import overview


def compose(snapshot: Snapshot, kind: DraftKind, number: int) -> Document:
    """Say everything one draft says, from its snapshot alone (rules R7, R20).

    Args:
        snapshot: The facts, frozen.
        kind: First, consultation or final draft. Comments are shown in a final draft only.
        number: Which draft of its kind this is.
    """
    material = Material(snapshot, kind)
    taken_up = report_comments.taken_up(material)
    words = places_for_words.words(material, places_for_words.FINDINGS, "what the findings mean")
    told: tuple[Block, ...] = (
        *introduction(material),
        *received(material),
        *overview(material),
        *chapters(material, taken_up),
        *places_for_words.after_lead(findings(material), words),
        *report_comments.register(material, taken_up.elsewhere),
        *list_of_needs(material),
    )
    blocks = numbered(told)
    pillar = snapshot.pillar
    version = f"{kind.capitalize()} {number}, {material.day}"
    return Document(
        kind="report",
        title="Annual Response Mapping Report",
        subtitle=f"{pillar.name} ({pillar.code})",
        facts=cover_facts(snapshot, version),
        marking=MARKING_MEMBERS if kind is DraftKind.FINAL else MARKING_DRAFT,
        version=version,
        disclaimers=DISCLAIMERS,
        kosovo_footnote=KOSOVO_FOOTNOTE if kosovo.occurs(kosovo.texts_of(blocks)) else "",
        blocks=blocks,
        identity=(
            ("cycle", snapshot.cycle),
            ("pillar", pillar.code),
            ("draft", f"{kind} {number}"),
        ),
    )


def cover_facts(snapshot: Snapshot, version: str) -> tuple[str, ...]:
    """The lines under the title: period, outlook, version and Methodology."""
    return (
        f"Cycle {snapshot.cycle}",
        f"Period covered: {period(snapshot.reporting_from, snapshot.reporting_to)}",
        f"Planned responses: until {long_date(snapshot.outlook_to)}",
        version,
        f"Prepared under the Methodology, version {snapshot.methodology}",
    )
