"""The public companion of a report: how it was made and how much was mapped, for the whole region.

It holds no need, no statement, no project, no comment and no member's name (rule R10): only counts
of all partners together, and the Methodology's own words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from data.vocabulary import (
    DISCLAIMERS,
    Block,
    Bullets,
    Chapter,
    Chart,
    Document,
    DraftKind,
    Heading,
    Paragraph,
    Snapshot,
    StatementKind,
    Table,
)
from data.vocabulary.analysis import NeedState
from data.vocabulary.quotations import FOUR_PHASES, PERIODS, PURPOSE, SUMMARY_PUBLIC, TERM_RESPONSE
from tasks.rules.deadlines import long_date, period
from tasks.rules.phrases import counted, plural
from tasks.rules.report import cover_facts
from tasks.rules.report_material import Material

_KINDS = {
    StatementKind.ACHIEVED: "Achieved",
    StatementKind.ONGOING: "Ongoing",
    StatementKind.PLANNED: "Planned",
    StatementKind.REQUEST: "Requests",
}


def compose(snapshot: Snapshot, number: int) -> Document:
    """Say what the wider public is told of one pillar's report, from the same snapshot (R7)."""
    material = Material(snapshot, DraftKind.SUMMARY)
    pillar = snapshot.pillar
    version = f"Summary {number}, {material.day}"
    return Document(
        kind="summary",
        title="Annual Response Mapping: Summary",
        subtitle=f"{pillar.name} ({pillar.code})",
        facts=cover_facts(snapshot, version),
        marking="",
        version=version,
        disclaimers=DISCLAIMERS,
        kosovo_footnote="",  # no member is named, so neither is Kosovo* (rules R10, R14)
        blocks=(*_about(material), *_process(material), *_mapped(material)),
    )


def _about(material: Material) -> list[Block]:
    snapshot = material.snapshot
    pillar = snapshot.pillar
    covered = period(snapshot.reporting_from, snapshot.reporting_to)
    return [
        Heading(1, "About this summary"),
        Paragraph(
            f"The Annual Response Mapping of the {pillar.name} ({pillar.code}) concerns "
            f"{pillar.area}. This summary covers the period {covered} and responses planned until "
            f"{long_date(snapshot.outlook_to)}.",
            "lead",
        ),
        Paragraph(PURPOSE, "quote"),
        Paragraph(TERM_RESPONSE, "quote"),
        Paragraph(
            "The report itself is accessible to IISG members only. The summary gives counts for "
            "all Western Balkan partners together; no number is an assessment of anybody."
        ),
    ]


def _process(material: Material) -> list[Block]:
    snapshot = material.snapshot
    asked = sum(each.asked_on is not None for each in snapshot.partner_situation)
    replied = sum(each.received_on is not None for each in snapshot.partner_situation)
    return [
        Heading(1, "How the mapping was made"),
        Paragraph(FOUR_PHASES, "quote"),
        Paragraph(PERIODS, "quote"),
        Paragraph(
            f"Information was asked of {counted(asked, 'partner')}; {counted(replied, 'partner')} "
            f"had replied by {material.day}."
        ),
        Paragraph(SUMMARY_PUBLIC, "quote"),
        Bullets(
            (
                "Preparation: the calendar and the structure of the report were agreed with the "
                "partners.",
                "Development: the partners informed the Secretariat on the state of play of their "
                "own mapped needs; other members reported the projects with which they support "
                "them; drafts were consulted with all.",
                "Approval: the final draft and this summary are subject to approval by the IISG "
                "Board.",
                "Publication: the report enters the IISG Database for members, the summary the "
                "IISG website.",
            )
        ),
    ]


def _mapped(material: Material) -> list[Block]:
    chapters = material.snapshot.outline.chapters
    return [
        Heading(1, "What was mapped"),
        Paragraph(f"{_sentence(material.states)} {_EXPLAINED}", "lead"),
        _chart(chapters, material),
        Paragraph(f"{_INTENTIONS}{_without_kind(material)}", "note"),
        Paragraph(
            "The table gives the numbers of each sub-pillar and, after a dash, of its filters."
        ),
        _table(chapters, material),
    ]


_EXPLAINED = "A statement is one line reported for one need."
_INTENTIONS = "Planned statements are intentions for the coming year. They bind nobody."


def _without_kind(material: Material) -> str:
    unnamed = _counts(material.states)[None]
    if not unnamed:
        return ""
    return (
        f" {counted(unnamed, 'statement')} of no stated kind {plural(unnamed, 'stands')} in the "
        "totals."
    )


def _sentence(states: Sequence[NeedState]) -> str:
    if not states:
        return "No need is mapped under this pillar."
    reported = [state for state in states if state.statements]
    statements = sum(len(state.statements) for state in reported)
    mapped = f"{counted(len(states), 'need')} {plural(len(states), 'is')} mapped under this pillar."
    if not statements:
        return f"{mapped} No statement was reported on them."
    return (
        f"{mapped} {counted(statements, 'statement')} {plural(statements, 'was')} reported on "
        f"{counted(len(reported), 'need')}."
    )


def _counts(states: Iterable[NeedState]) -> Counter[StatementKind | None]:
    return Counter(line.kind for state in states for line in state.statements)


def _chart(chapters: Sequence[Chapter], material: Material) -> Chart:
    counts = [_counts(material.states_under(chapter.sub_pillar)) for chapter in chapters]
    titles = [chapter.title for chapter in chapters]
    rows = (
        f"{title}: " + ", ".join(f"{word.lower()} {count[kind]}" for kind, word in _KINDS.items())
        for title, count in zip(titles, counts, strict=True)
    )
    return Chart(
        caption="Statements by sub-pillar and kind, all partners together",
        description=f"Stacked bars, one for each sub-pillar. {'; '.join(rows)}.",
        categories=tuple(titles),
        series=tuple(
            (word, tuple(count[kind] for count in counts)) for kind, word in _KINDS.items()
        ),
    )


def _table(chapters: Sequence[Chapter], material: Material) -> Table:
    """One table for all: small ones under headings of their own left a last page nearly empty."""
    rows: list[tuple[str, ...]] = []
    for chapter in chapters:
        states = material.states_under(chapter.sub_pillar)
        rows.append(_row(chapter.title, states))
        rows += [_row(f"– {name}", group) for name, group in _by_filter(chapter, states)]
    return Table(
        caption="Needs and statements by sub-pillar and filter",
        header=(
            "Sub-pillar and filter",
            "Needs",
            "Needs with statements",
            "Statements",
            *_KINDS.values(),
        ),
        rows=tuple(rows),
        widths=(0.32, 0.07, 0.12, 0.11, 0.1, 0.09, 0.09, 0.1),
        numbers=tuple(range(1, 8)),
    )


def _by_filter(
    chapter: Chapter, states: Sequence[NeedState]
) -> Iterable[tuple[str, list[NeedState]]]:
    if not states:
        return
    for name in chapter.filters:
        yield name, [state for state in states if state.need.filter == name]
    others = [state for state in states if state.need.filter not in chapter.filters]
    if others:
        yield "Other", others


def _row(name: str, states: Sequence[NeedState]) -> tuple[str, ...]:
    counts = _counts(states)
    return (
        name,
        str(len(states)),
        str(sum(bool(state.statements) for state in states)),
        str(counts.total()),
        *(str(counts[kind]) for kind in _KINDS),
    )
