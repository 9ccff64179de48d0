"""Potential for coordination: what several partners need, receive or plan under one filter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.vocabulary import NeedStatus, ResponseLine, StatementKind, SupportLine
from data.vocabulary.analysis import NeedState
from data.vocabulary.coordination import Potential, PotentialKind
from tasks.rules.transliteration import plain_latin

Place = tuple[int, str]
"""The number of a sub-pillar and a filter of it."""


def same_filter(states: Iterable[NeedState]) -> tuple[Potential, ...]:
    """Filters under which several partners have needs that are not met.

    Args:
        states: Where each need stands, in the order of the report (R15).
    """
    groups: dict[Place, list[NeedState]] = {}
    for state in states:
        if state.need.status is not NeedStatus.MET:
            groups.setdefault((state.need.sub_pillar, state.need.filter), []).append(state)
    return tuple(
        Potential(PotentialKind.SAME_FILTER, *place, _members(group), _keys(group))
        for place, group in groups.items()
        if len(_members(group)) > 1
    )


def same_supporter(
    states: Iterable[NeedState],
    support: Iterable[tuple[str, SupportLine]],
    neighbours: Iterable[tuple[str, str]],
) -> tuple[Potential, ...]:
    """Members that report projects for neighbouring partners under one filter.

    Partners of which no neighbour is supported there are not named.

    Args:
        states: Where each need stands, in the order of the report.
        support: Codes of the reporting members, each with one project for one need.
        neighbours: Codes of partners that share a land border/boundary, each pair once.
    """
    beside = {pair for one, other in neighbours for pair in ((one, other), (other, one))}
    reported: dict[str, list[tuple[str, SupportLine]]] = {}
    for reporter, line in support:
        reported.setdefault(line.need, []).append((reporter, line))
    groups: dict[tuple[int, str, str], list[tuple[NeedState, SupportLine]]] = {}
    for state in states:
        need = state.need
        for reporter, line in reported.get(need.key, ()):
            groups.setdefault((need.sub_pillar, need.filter, reporter), []).append((state, line))
    found = ((place, _of_neighbours(pairs, beside)) for place, pairs in groups.items())
    return tuple(
        Potential(
            PotentialKind.SAME_SUPPORTER,
            sub_pillar,
            name,
            _members(state for state, _ in pairs),
            _keys(state for state, _ in pairs),
            supporter=supporter,
            titles=_titles(line for _, line in pairs),
            projects=tuple(line for _, line in pairs),
        )
        for (sub_pillar, name, supporter), pairs in found
        if pairs
    )


def _of_neighbours(
    pairs: Sequence[tuple[NeedState, SupportLine]], beside: set[tuple[str, str]]
) -> list[tuple[NeedState, SupportLine]]:
    """What is reported for partners of which a neighbour is supported as well."""
    supported = _members(state for state, _ in pairs)
    near = {one for one in supported if any((one, other) in beside for other in supported)}
    return [(state, line) for state, line in pairs if state.need.member in near]


def same_quarter(states: Iterable[NeedState], after: date, until: date) -> tuple[Potential, ...]:
    """Activities that several partners plan under one filter for one quarter.

    A year alone names no quarter, and what lies outside the outlook is no plan (rule R13).

    Args:
        states: Where each need stands, in the order of the report.
        after: The last day of the reporting period.
        until: The last day of the outlook.
    """
    groups: dict[tuple[int, str, str], list[tuple[NeedState, ResponseLine]]] = {}
    for state in states:
        need = state.need
        for line in state.statements:
            if line.kind is StatementKind.PLANNED and line.on and after < line.on <= until:
                place = (need.sub_pillar, need.filter, quarter_of(line.on))
                groups.setdefault(place, []).append((state, line))
    return tuple(
        Potential(
            PotentialKind.SAME_QUARTER,
            sub_pillar,
            name,
            _members(planning),
            _keys(planning),
            quarter=quarter,
            lines=tuple(line for _, line in pairs),
        )
        for (sub_pillar, name, quarter), pairs in groups.items()
        if len(_members(planning := [state for state, _ in pairs])) > 1
    )


def quarter_of(day: date) -> str:
    """“Q3 2026”."""
    return f"Q{(day.month + 2) // 3} {day.year}"


def sorted_by_place(
    found: Iterable[Potential], places: Sequence[Place], names: Mapping[str, str]
) -> tuple[Potential, ...]:
    """In the order of the filters of the report, then by quarter, then by the supporter's name."""
    order = {place: number for number, place in enumerate(places)}

    def key(each: Potential) -> tuple[int, str, str, str]:
        supporter = names.get(each.supporter, each.supporter).casefold()
        place = order.get((each.sub_pillar, each.filter), len(order))
        return place, each.quarter[3:], each.quarter, supporter

    return tuple(sorted(found, key=key))


def _members(states: Iterable[NeedState]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(state.need.member for state in states))


def _keys(states: Iterable[NeedState]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(state.need.key for state in states))


def _titles(lines: Iterable[SupportLine]) -> tuple[str, ...]:
    """Each project once, however it is spelled; alphabetical, since no order is a rank."""
    first: dict[str, str] = {}
    for line in lines:
        first.setdefault(plain_latin(line.title), line.title)
    return tuple(first[key] for key in sorted(first))
