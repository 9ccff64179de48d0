"""The calendar of a cycle as a paper: what partners are consulted on and agree to (I.1, step 1)."""

from collections.abc import Sequence
from datetime import date

from data.vocabulary import (
    MARKING_DRAFT,
    Block,
    CalendarItem,
    Document,
    Heading,
    Paragraph,
    Step,
    Table,
)
from data.vocabulary.quotations import CALENDAR, FOUR_PHASES
from tasks.rules.deadlines import long_date, period, sentence
from tasks.rules.phrases import counted

_PHASES = (
    ("Preparatory phase", (Step.CALENDAR_AGREED,)),
    (
        "Development phase",
        (
            Step.STRUCTURE_MEETING,
            Step.REQUEST,
            Step.DELIVERY,
            Step.FIRST_DRAFT,
            Step.SUPPORT_DELIVERY,
            Step.CONSULTATION,
            Step.COMMENTS,
            Step.FINAL_DRAFT,
        ),
    ),
    ("Approval phase", (Step.BOARD,)),
    ("Input into the Database", (Step.PUBLICATION,)),
)
_MEETINGS = (
    "Local consultations are held partner by partner and regional ones pillar by pillar, from the "
    "day named here until all inputs are collected; each has an invitation of its own."
)


def compose(
    cycle: str,
    reporting: tuple[date, date],
    version: int,
    items: Sequence[CalendarItem],
    as_of: date,
) -> Document:
    """Every step of the Methodology with its phase and its one moment (rule R16).

    Args:
        cycle: The cycle's code.
        reporting: First and last day of the reporting period.
        version: The version of the calendar.
        items: Its steps in the order of the year.
        as_of: The day the paper states.
    """
    covered = period(*reporting)
    blocks: list[Block] = [
        Paragraph(
            f"The Secretariat proposes {counted(len(items), 'date')} for the Response Mapping "
            f"{cycle}, which covers {covered}. Partners are invited to agree to them or to send "
            "their comments; every date can still be moved. No date falls on a weekend or on a "
            "public holiday of a partner.",
            "lead",
        ),
        Paragraph(CALENDAR, "quote"),
        Paragraph(FOUR_PHASES, "quote"),
    ]
    table = Table(
        caption=f"Steps and dates of the Response Mapping {cycle}",
        header=("Phase", "Step", "Date"),
        rows=tuple(
            (phase, item.title, sentence(item.due_at, item.zone))
            for phase, item in zip(_phases(items), items, strict=True)
        ),
        widths=(0.17, 0.36, 0.47),
    )
    blocks += [Heading(1, "Steps and dates"), table, Paragraph(_MEETINGS, "note")]
    return Document(
        kind="paper",
        title="Draft calendar",
        subtitle=f"Response Mapping {cycle}",
        facts=(f"Period covered: {covered}", f"Version {version}, {long_date(as_of)}"),
        marking=MARKING_DRAFT,
        version=f"Calendar {version}, {long_date(as_of)}",
        disclaimers=(),
        kosovo_footnote="",
        blocks=tuple(blocks),
    )


def _phases(items: Sequence[CalendarItem]) -> list[str]:
    """The phase of each step; one that a later version added belongs to that of the one before."""
    phase_of = {step: title for title, steps in _PHASES for step in steps}
    phases: list[str] = []
    for item in items:
        before = phases[-1] if phases else _PHASES[0][0]
        phases.append(phase_of.get(item.step, before) if isinstance(item.step, Step) else before)
    return phases
