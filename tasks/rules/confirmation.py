"""Mutual confirmation: “we support you” held against “they support us”, need by need."""

from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import ProjectSupport, ResponseLine, SupportLine
from data.vocabulary.analysis import NeedState, Standing
from data.vocabulary.coordination import Confirmation, Named
from tasks.rules.project_titles import means
from tasks.rules.transliteration import plain_latin

_HEARD = frozenset({Standing.REPORTED, Standing.NOTHING_TO_REPORT, Standing.NOT_APPLICABLE})

Report = tuple[str, SupportLine]


def compare(
    states: Iterable[NeedState], support: Iterable[Report], names: Mapping[str, str]
) -> tuple[Confirmation, ...]:
    """Hold what both sides say of the support of each need against each other.

    Names are compared across scripts and spellings. A partner may name the project, the member
    that gives it or its implementer. A statement with project support that names nothing leaves
    nothing to compare.

    Args:
        states: Where each need stands, in the order of the report.
        support: Codes of the reporting members, each with one project for one need.
        names: Display names by code.
    """
    reported: dict[str, list[Report]] = {}
    for reporter, line in support:
        reported.setdefault(line.need, []).append((reporter, line))
    return tuple(
        found
        for state in states
        for found in _of_need(state, _once(reported.get(state.need.key, ()), names), names)
    )


def _of_need(
    state: NeedState, reports: Sequence[Report], names: Mapping[str, str]
) -> list[Confirmation]:
    need, own = state.need, _named_by_partner(state)
    alone = Named.SUPPORTER_ONLY if state.standing in _HEARD else Named.PARTNER_NOT_HEARD
    found: list[Confirmation] = []
    answered: set[str] = set()
    for reporter, line in reports:
        told = [each for each in own if _is_meant(each.project, reporter, line, names)]
        answered.update(each.project for each in told)
        response = told[0] if told else None
        found.append(
            Confirmation(
                need.key,
                need.member,
                Named.BOTH if response else alone,
                reporter,
                line.title,
                response.project if response else "",
                line,
                response,
            )
        )
    return found + [
        Confirmation(
            need.key, need.member, Named.PARTNER_ONLY, as_partner=each.project, response=each
        )
        for each in own
        if each.project not in answered
    ]


def _named_by_partner(state: NeedState) -> list[ResponseLine]:
    """The statements that name a project, each name once however it is spelled."""
    first: dict[str, ResponseLine] = {}
    for line in state.statements:
        name = plain_latin(line.project)
        if line.with_project_support is ProjectSupport.YES and name:
            first.setdefault(name, line)
    return list(first.values())


def _once(reports: Iterable[Report], names: Mapping[str, str]) -> list[Report]:
    """Each project of each member once, alphabetical by member, then as the project is called."""
    first: dict[tuple[str, str, str], Report] = {}
    for reporter, line in reports:
        key = (names.get(reporter, reporter).casefold(), reporter, plain_latin(line.title))
        held = first.get(key)
        if held is None or (line.line, line.title) < (held[1].line, held[1].title):
            first[key] = (reporter, line)
    return [first[key] for key in sorted(first)]


def _is_meant(project: str, reporter: str, line: SupportLine, names: Mapping[str, str]) -> bool:
    if means(project, line.title):
        return True
    told = f" {plain_latin(project)} "
    givers = (plain_latin(names.get(reporter, reporter)), plain_latin(line.implementer))
    return any(giver and f" {giver} " in told for giver in givers)
