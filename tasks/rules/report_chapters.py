"""The four chapters of a report: one for each sub-pillar, a table for each filter."""

from collections import Counter
from collections.abc import Sequence

from data.vocabulary import (
    Block,
    Chapter,
    Heading,
    Paragraph,
    StatementKind,
    SupportLine,
    Table,
)
from data.vocabulary.analysis import NeedState, Standing
from tasks.rules import anchors, places_for_words, report_comments, same_projects
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.phrases import counted, joined, plural
from tasks.rules.report_comments import TakenUp
from tasks.rules.report_material import Material
from tasks.rules.report_overview import filters_of
from tasks.rules.report_statements import (
    last_year,
    parties,
    period_and_budget,
    project,
    state_of_play,
)


def chapters(material: Material, taken_up: TakenUp) -> list[Block]:
    """Every sub-pillar of the agreed structure, in its order."""
    return [
        block
        for chapter in material.snapshot.outline.chapters
        for block in _chapter(chapter, material, taken_up)
    ]


def _chapter(chapter: Chapter, material: Material, taken_up: TakenUp) -> list[Block]:
    states = material.states_under(chapter.sub_pillar)
    number = chapter.sub_pillar
    opening = Paragraph(lead(states, material), "lead", anchors.chapter(number))
    place, about = places_for_words.of_chapter(number), "what lies behind these numbers"
    blocks: list[Block] = [
        Heading(1, chapter.title),
        opening,
        *places_for_words.words(material, place, about),
    ]
    comments = taken_up.chapters.get(chapter.sub_pillar, [])
    blocks += report_comments.paragraphs(comments, material)
    for under, name in filters_of(material):
        if under == number:
            blocks += _filter(number, name, states, material)
            comments = taken_up.filters.get((number, name), [])
            blocks += report_comments.paragraphs(comments, material)
    return [*blocks, *_support(chapter, material)]


def lead(states: Sequence[NeedState], material: Material) -> str:
    """Three sentences that can be read alone: what is mapped, reported, and not reported."""
    if not states:
        return "No need is mapped under this sub-pillar."
    owners = len({state.need.member for state in states})
    mapped = (
        f"Under this sub-pillar, {counted(len(states), 'need')} of {counted(owners, 'partner')} "
        f"{plural(len(states), 'is')} mapped."
    )
    return f"{mapped} {_reported(states)} {_absent(states, material.day)}"


_KINDS = {
    StatementKind.ACHIEVED: "achieved",
    StatementKind.ONGOING: "ongoing",
    StatementKind.PLANNED: "planned for the coming year",
}


def _reported(states: Sequence[NeedState]) -> str:
    statements = [line for state in states for line in state.statements]
    if not statements:
        return "No statement has been reported on them so far."
    counts = Counter(line.kind for line in statements)
    kinds = [f"{counts[kind]} {word}" for kind, word in _KINDS.items() if counts[kind]]
    requests, unnamed = counts[StatementKind.REQUEST], counts[None]
    if requests:
        kinds.append(counted(requests, "request"))
    if unnamed:
        kinds.append(f"{unnamed} of no stated kind")
    on = sum(bool(state.statements) for state in states)
    total = len(statements)
    return (
        f"The partners report {counted(total, 'statement')} on {counted(on, 'need')}: "
        f"{joined(kinds)}."
    )


def _absent(states: Sequence[NeedState], day: str) -> str:
    counts = Counter(state.standing for state in states if not state.statements)
    words = {
        Standing.NOTHING_TO_REPORT: "there is nothing to report",
        Standing.NOT_SHAREABLE: "the information is not shareable",
        Standing.NOT_APPLICABLE: "the partner finds the question not applicable",
        Standing.LATER: "information is announced for later",
        Standing.REPORTED: "a reply came without a statement",
        Standing.NO_REPLY: f"no information was received by {day}",
        Standing.NOT_ASKED: "nothing was asked",
    }
    parts = [
        f"for {counted(counts[standing], 'need')} {says}"
        for standing, says in words.items()
        if counts[standing]
    ]
    if not parts:
        return "No need is without a statement."
    sentence = joined(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _filter(number: int, name: str, states: Sequence[NeedState], material: Material) -> list[Block]:
    here = [state for state in states if state.need.filter == name]
    heading = Heading(2, name or "Needs without a filter")
    anchor = anchors.filter_(number, name)
    if not here:
        return [heading, Paragraph("No need is mapped under this filter.", anchor=anchor)]
    many = counted(len(here), "mapped need")
    sentence = f"{NEXT_TABLE} gives the state of play of {many} under this filter."
    return [heading, Paragraph(sentence, anchor=anchor), _state_of_play(name, here, material)]


def _state_of_play(name: str, states: Sequence[NeedState], material: Material) -> Table:
    before = [last_year(material.snapshot.last_year.get(each.need.key)) for each in states]
    compared = any(before)
    rows = [
        (
            state.need.number,
            material.name(state.need.member),
            state.need.title,
            state_of_play(state, material.nothing_received),
            *((held or "–",) if compared else ()),
        )
        for state, held in zip(states, before, strict=True)
    ]
    header = ("No.", "Partner", "Mapped need", "State of play")
    return Table(
        caption=f"{name}: mapped needs and state of play",
        header=(*header, "Cycle before") if compared else header,
        rows=tuple(rows),
        widths=(0.11, 0.13, 0.21, 0.33, 0.22) if compared else (0.11, 0.14, 0.25, 0.5),
        anchors=tuple(anchors.need(state.need) for state in states),
    )


def _support(chapter: Chapter, material: Material) -> list[Block]:
    """The projects other members report; the first draft says when they are asked (rule R3)."""
    reports = sorted(
        (
            (reporter, line)
            for reporter, line in material.snapshot.support
            if line.need in material.needs
            and material.needs[line.need].sub_pillar == chapter.sub_pillar
        ),
        key=lambda report: (
            material.order[report[1].need],
            material.name(report[0]).casefold(),
            report[1].line,
        ),
    )
    heading = Heading(2, "Support by other members")
    anchor = anchors.support(chapter.sub_pillar)
    if reports:
        many, needs = len(reports), len({line.need for _, line in reports})
        sentence = (
            f"{NEXT_TABLE} lists {counted(many, 'report')} of support for "
            f"{counted(needs, 'need')} under this sub-pillar."
        )
        if any(_told_by(material, *each) for each in reports):
            sentence += f" {_TOLD_AS_ONE}"
        return [
            heading,
            Paragraph(sentence, anchor=anchor),
            _projects(chapter, reports, material),
        ]
    if not material.support_asked:  # said once, where the other members are listed
        return []
    sentence = f"No support under this sub-pillar had been reported by {material.day}."
    return [heading, Paragraph(sentence, anchor=anchor)]


def _projects(
    chapter: Chapter, reports: Sequence[tuple[str, SupportLine]], material: Material
) -> Table:
    return Table(
        caption=f"{chapter.title}: projects reported by other members",
        header=(
            "No.",
            "Partner",
            "Project",
            "Implementer and donors",
            "Period and budget",
            "Reported by",
        ),
        rows=tuple(
            (
                material.number(line.need),
                material.name(material.needs[line.need].member),
                project(line),
                parties(line) or "–",
                period_and_budget(line) or "–",
                _reported_by(reporter, line, material),
            )
            for reporter, line in reports
        ),
        widths=(0.11, 0.13, 0.26, 0.18, 0.18, 0.14),
        anchors=tuple(anchors.project(reporter, line) for reporter, line in reports),
    )


_TOLD_AS_ONE = "A project that several members report is marked as one; its budgets do not add up."


def _told_by(material: Material, reporter: str, line: SupportLine) -> tuple[str, ...]:
    return same_projects.members_telling(material.snapshot.same_projects, reporter, line)


def _reported_by(reporter: str, line: SupportLine, material: Material) -> str:
    many = len(_told_by(material, reporter, line))
    name = material.name(reporter)
    return f"{name}\n(one project, reported by {counted(many, 'member')})" if many else name
