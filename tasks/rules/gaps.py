"""Gaps: a mapped need with a reply, and without what it needs (rule R11)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.vocabulary import (
    Gap,
    GapKind,
    NeedStatus,
    Place,
    ProjectSupport,
    StatementKind,
    SupportLine,
)
from data.vocabulary.analysis import EmptyFilter, NeedState, ReplyCount, Standing

_A_REPLY = frozenset({Standing.REPORTED, Standing.NOTHING_TO_REPORT})


def find(
    states: Iterable[NeedState],
    projects: Mapping[str, Sequence[SupportLine]],
    other_members: ReplyCount,
) -> tuple[Gap, ...]:
    """Name every gap, in the order of the states.

    A need not asked for, without a reply, not shareable, announced for later or not applicable
    never gives a gap; nor does one the Needs Mapping report calls met.

    Args:
        states: Where each need stands.
        projects: What other members report for each need, by its key.
        other_members: How many of them were asked and replied; before the first reply the lack of
            support is no finding, and the sentences say so.
    """
    return tuple(
        gap
        for state in states
        if state.standing in _A_REPLY and state.need.status is not NeedStatus.MET
        for gap in _gaps(state, projects.get(state.need.key, ()), other_members)
    )


def _gaps(
    state: NeedState, projects: Sequence[SupportLine], other_members: ReplyCount
) -> Iterator[Gap]:
    own = {line.kind for line in state.statements} - {StatementKind.REQUEST}
    if not own and projects:
        yield _named(state, GapKind.SUPPORT_WITHOUT_RESPONSE, _supported(state), projects)
    elif not own:
        yield _named(state, GapKind.NOTHING_AT_ALL, _unsupported(state, other_members))
    elif own == {StatementKind.PLANNED}:
        yield _named(state, GapKind.PLANNED_ONLY, _planned_only(projects), projects)
    if own and not projects and other_members.replied and _asks_in_vain(state):
        yield _named(state, GapKind.WITHOUT_SUPPORT, _ASKS)


_ASKS = (
    "The partner reports a response and requests support; no other member that has replied "
    "reports a project for this need."
)


def _asks_in_vain(state: NeedState) -> bool:
    """Whether support is requested, and none is named by the partner itself."""
    requested = any(line.kind is StatementKind.REQUEST for line in state.statements)
    named = any(line.with_project_support is ProjectSupport.YES for line in state.statements)
    return requested and not named


def _supported(state: NeedState) -> str:
    return f"{_unanswered(state)}, while another member reports support for this need."


def _unsupported(state: NeedState, other_members: ReplyCount) -> str:
    if not other_members.asked:
        return f"{_unanswered(state)}, and support information has not been asked for yet."
    if not other_members.replied:
        return f"{_unanswered(state)}, and no support information has been received yet."
    return f"{_unanswered(state)}, and no other member reports support for this need."


def _unanswered(state: NeedState) -> str:
    if state.statements:
        return "The partner states a request and no response of its own"
    if state.standing is Standing.NOTHING_TO_REPORT:
        return "The partner has nothing to report"
    return "The reply names no response"


def _planned_only(projects: Sequence[SupportLine]) -> str:
    words = "The responses reported are intentions for the coming year; none is achieved or ongoing"
    return f"{words}. Another member reports support for this need." if projects else f"{words}."


def _named(state: NeedState, kind: GapKind, text: str, projects: Sequence[SupportLine] = ()) -> Gap:
    return Gap(kind, state.need.key, state.need.member, text, _evidence(state, projects))


def _evidence(state: NeedState, projects: Sequence[SupportLine]) -> tuple[str, ...]:
    replies = () if state.reply is None else (state.reply,)
    cells = [_cell(each.file_sha256, each.place) for each in (*replies, *state.statements)]
    cells += sorted(_cell(each.file_sha256, each.place) for each in projects)
    return (f"need:{state.need.key}", *dict.fromkeys(cell for cell in cells if cell))


def _cell(file_sha256: str, place: Place) -> str:
    if not place.cell:
        return f"file:{file_sha256}" if file_sha256 else ""
    return f"file:{file_sha256}#{place}" if file_sha256 else f"cell:{place}"


def empty_filters(
    states: Iterable[NeedState], filters: Iterable[tuple[int, str]]
) -> tuple[EmptyFilter, ...]:
    """Filters on which all partners concerned replied and nobody reports a response.

    Needs that are met or not applicable are left aside. One need without a reply, not shareable or
    announced for later is enough to leave the question open, and so is a filter of one partner:
    then its need says it all.

    Args:
        states: Where each need stands, in the order of the report.
        filters: Sub-pillar and name of each filter, in the order wanted.
    """
    groups: dict[tuple[int, str], list[NeedState]] = {}
    for state in states:
        groups.setdefault((state.need.sub_pillar, state.need.filter), []).append(state)
    found = (_empty(place, groups.get(place, ())) for place in filters)
    return tuple(each for each in found if each is not None)


def _empty(place: tuple[int, str], states: Sequence[NeedState]) -> EmptyFilter | None:
    told = [
        state
        for state in states
        if state.need.status is not NeedStatus.MET and state.standing is not Standing.NOT_APPLICABLE
    ]
    members = tuple(dict.fromkeys(state.need.member for state in told))
    replied = all(state.standing in _A_REPLY for state in told)
    lines = [line.kind for state in told for line in state.statements]
    if len(members) < 2 or not replied or set(lines) - {StatementKind.REQUEST}:
        return None
    return EmptyFilter(*place, members, tuple(state.need.key for state in told))
