"""Gaps: a mapped need with a reply, and without what it needs (rule R11)."""

from collections.abc import Iterable

from data.vocabulary import Gap, GapKind, NeedStatus, StatementKind
from data.vocabulary.analysis import NeedState, Standing

_A_REPLY = frozenset({Standing.REPORTED, Standing.NOTHING_TO_REPORT})


def find(
    states: Iterable[NeedState], supported: frozenset[str], *, support_asked: bool
) -> tuple[Gap, ...]:
    """Name every gap, in the order of the states.

    A need not asked for, without a reply, not shareable, announced for later or not applicable
    never gives a gap; nor does one the Needs Mapping report calls met.

    Args:
        states: Where each need stands.
        supported: Keys of the needs for which another member reports a project.
        support_asked: Whether the other members have been asked yet; before, the lack of support
            is no finding and the sentence says so.
    """
    return tuple(
        gap
        for state in states
        if (gap := _gap(state, state.need.key in supported, support_asked)) is not None
    )


def _gap(state: NeedState, supported: bool, support_asked: bool) -> Gap | None:
    if state.standing not in _A_REPLY or state.need.status is NeedStatus.MET:
        return None
    kinds = {line.kind for line in state.statements} - {StatementKind.REQUEST}
    if kinds - {StatementKind.PLANNED}:
        return None
    if kinds:
        return _named(state, GapKind.PLANNED_ONLY, _planned_only(supported))
    if supported:
        return _named(state, GapKind.SUPPORT_WITHOUT_RESPONSE, _unanswered(state, _SUPPORTED))
    return _named(
        state,
        GapKind.NOTHING_AT_ALL,
        _unanswered(state, _UNSUPPORTED if support_asked else _NOT_YET_ASKED),
    )


_SUPPORTED = "while another member reports support for this need."
_UNSUPPORTED = "and no other member reports support for this need."
_NOT_YET_ASKED = "and support information has not been asked for yet."


def _unanswered(state: NeedState, then: str) -> str:
    if state.statements:
        return f"The partner states a request and no response of its own, {then}"
    if state.standing is Standing.NOTHING_TO_REPORT:
        return f"The partner has nothing to report, {then}"
    return f"The reply names no response, {then}"


def _planned_only(supported: bool) -> str:
    words = "The responses reported are intentions for the coming year; none is achieved or ongoing"
    return f"{words}. Another member reports support for this need." if supported else f"{words}."


def _named(state: NeedState, kind: GapKind, text: str) -> Gap:
    return Gap(kind, state.need.key, state.need.member, text)
