"""Year on year: every need held against the cycle before, found by its lineage (rule R13)."""

from collections.abc import Iterable, Mapping

from data.vocabulary import FollowUp, LastYear, NeedStatus, PlannedReply, StatementKind
from data.vocabulary.analysis import NeedState, Standing
from data.vocabulary.trends import Intention, IntentionState, NeedTrend, Trend
from tasks.rules.transliteration import plain_latin

_STATUS_STEPS = {NeedStatus.OPEN: 0, NeedStatus.PARTLY_MET: 1, NeedStatus.MET: 2}
_STEPS = {
    StatementKind.REQUEST: 0,
    StatementKind.PLANNED: 1,
    StatementKind.ONGOING: 2,
    None: 2,  # a statement of no stated kind is a response of its own
    StatementKind.ACHIEVED: 3,
}
_ANSWERED = frozenset({Standing.REPORTED, Standing.NOTHING_TO_REPORT})
_OWN = frozenset({StatementKind.ACHIEVED, StatementKind.ONGOING, None})


def can_compare(last_year: Mapping[str, LastYear]) -> bool:
    """Whether an earlier cycle is held in a form that allows a comparison."""
    return any(held.status is not None for held in last_year.values())


def of_needs(
    states: Iterable[NeedState], last_year: Mapping[str, LastYear]
) -> tuple[NeedTrend, ...]:
    """Say of each need whether it advanced, is unchanged, was reopened, is new or is met.

    Two replies are compared only where both may be told (rule R11); the status in the needs
    mapping is compared always. Nothing is called a step back: other responses of another year are
    no less.

    Args:
        states: Where each need stands, in the order of the report.
        last_year: What the cycle before holds, by the keys of the needs; a need that is not among
            them was not mapped then.
    """
    return tuple(_trend(state, last_year.get(state.need.key)) for state in states)


def _trend(state: NeedState, held: LastYear | None) -> NeedTrend:
    key, now = state.need.key, state.need.status
    if held is None:
        return NeedTrend(key, Trend.NEW, "", "Not mapped in the cycle before.")
    since, then = held.cycle, held.status
    if then is not None and then is not now:
        if now is NeedStatus.MET:
            return NeedTrend(key, Trend.MET, since, "The needs mapping now calls it met.")
        if then is NeedStatus.MET:
            return NeedTrend(key, Trend.REOPENED, since, f"It was met and is now {now}.")
    if then is not None and _STATUS_STEPS[now] > _STATUS_STEPS[then]:
        return NeedTrend(key, Trend.ADVANCED, since, f"Status in the needs mapping: {now}.")
    if not held.answered or state.standing not in _ANSWERED:
        return NeedTrend(key, Trend.NOT_COMPARED, since, "No two replies to compare.")
    because = _step_further(state, held)
    if because:
        return NeedTrend(key, Trend.ADVANCED, since, because)
    return NeedTrend(key, Trend.UNCHANGED, since, "The replies show no further step.")


def _step_further(state: NeedState, held: LastYear) -> str:
    before = [_STEPS[kind] for kind in held.kinds] + [1] * bool(held.planned)
    now = [_STEPS[line.kind] for line in state.statements]
    if max(now, default=0) > max(before, default=0):
        return f"Now {_words(max(now))}; before {_words(max(before, default=0))}."
    known = {plain_latin(text) for text in (*held.reported, *held.planned)}
    achieved = (line.text for line in state.statements if line.kind is StatementKind.ACHIEVED)
    if any(plain_latin(text) not in known for text in achieved):
        return "A further response is reported as achieved."
    return ""


def _words(step: int) -> str:
    return ("no response", "planned", "ongoing", "achieved")[step]


def intentions(
    states: Iterable[NeedState],
    last_year: Mapping[str, LastYear],
    planned: Iterable[PlannedReply],
) -> tuple[Intention, ...]:
    """What this cycle holds on every item planned in the one before, neutrally (rule R13).

    Args:
        states: Where each need stands, in the order of the report.
        last_year: What the cycle before holds; its items are counted from 1.
        planned: What the partners say became of them.
    """
    told = {(reply.need, reply.item): reply for reply in planned}
    return tuple(
        _intention(state, held.cycle, item, text, told.get((state.need.key, item)))
        for state in states
        if (held := last_year.get(state.need.key)) is not None
        for item, text in enumerate(held.planned, start=1)
    )


_FOLLOW_UPS = {
    FollowUp.DONE: IntentionState.DONE,
    FollowUp.STILL_TRUE: IntentionState.STILL_PLANNED,
    FollowUp.CHANGED: IntentionState.CHANGED,
}


def _intention(
    state: NeedState, cycle: str, item: int, text: str, reply: PlannedReply | None
) -> Intention:
    key = state.need.key
    if state.standing is Standing.NOT_SHAREABLE:  # nothing said on this need leaves the record
        return Intention(key, item, cycle, text, IntentionState.NOT_SHAREABLE)
    remark = reply.remark if reply else ""
    if reply is not None and reply.follow_up is not None:
        return Intention(key, item, cycle, text, _FOLLOW_UPS[reply.follow_up], remark, reply)
    reported = any(line.kind in _OWN for line in state.statements)
    now = IntentionState.RESPONSES if reported else IntentionState.NO_INFORMATION
    return Intention(key, item, cycle, text, now, remark, reply)
