"""Where each need stands: what was reported, or which absence it is (rule R11)."""

from collections import defaultdict
from collections.abc import Iterable

from data.vocabulary import (
    AnswerState,
    Need,
    NeedReply,
    ReplySituation,
    ResponseLine,
    Snapshot,
)
from data.vocabulary.analysis import NeedState, Standing

_STANDINGS = {
    AnswerState.NOTHING_TO_REPORT: Standing.NOTHING_TO_REPORT,
    AnswerState.LATER: Standing.LATER,
    AnswerState.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
    AnswerState.ANSWERED: Standing.REPORTED,
}


def of_snapshot(snapshot: Snapshot) -> tuple[NeedState, ...]:
    """The state of every need of a snapshot, in the order of its needs."""
    return of_needs(
        snapshot.needs, snapshot.partner_situation, snapshot.replies, snapshot.responses
    )


def of_needs(
    needs: Iterable[Need],
    situations: Iterable[ReplySituation],
    replies: Iterable[NeedReply],
    responses: Iterable[ResponseLine],
) -> tuple[NeedState, ...]:
    """Hold needs, replies and statements together; they meet by the need's key.

    Args:
        needs: The mapped needs, in the order in which the states are wanted.
        situations: Who was asked; a partner that does not appear was not asked.
        replies: The accepted answer states, at most one for each need.
        responses: The accepted statements.
    """
    asked = {each.member.code for each in situations if each.asked_on is not None}
    replied = {reply.need: reply for reply in replies}
    lines: dict[str, list[ResponseLine]] = defaultdict(list)
    for line in responses:
        lines[line.need].append(line)
    return tuple(
        _state(need, need.member in asked, replied.get(need.key), lines[need.key]) for need in needs
    )


def _state(
    need: Need, asked: bool, reply: NeedReply | None, lines: list[ResponseLine]
) -> NeedState:
    chosen = reply.state if reply else None
    later_on = reply.later_on if reply else ""
    if chosen is AnswerState.NOT_SHAREABLE:
        # Lines left beside this choice stay in the record and out of every draft.
        return NeedState(need, Standing.NOT_SHAREABLE, reply=reply)
    if lines:
        ordered = tuple(sorted(lines, key=lambda line: line.line))
        return NeedState(need, Standing.REPORTED, ordered, later_on, reply)
    if chosen is not None:
        return NeedState(need, _STANDINGS[chosen], (), later_on, reply)
    return NeedState(need, Standing.NO_REPLY if asked else Standing.NOT_ASKED, reply=reply)
