"""Who may become what: the one table of all states and the moves between them (domain, §7)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from data.errors.transitions import MoveNotAllowed
from data.vocabulary import RequestState, ReturnState, RoundState, TrackState

# The four machines share words ("received", "held"), and equal words are equal StrEnums: so each
# machine has its own table, found by the type of the state.
Machine = TypeVar("Machine", TrackState, RequestState, ReturnState, RoundState)

_TRACK: Mapping[TrackState, Mapping[TrackState, str]] = {
    TrackState.PLANNED: {TrackState.PREPARING: "mapping prepare"},
    TrackState.PREPARING: {TrackState.STRUCTURE_AGREED: "mapping record-agreement"},
    TrackState.STRUCTURE_AGREED: {TrackState.COLLECTING: "mapping develop"},
    TrackState.COLLECTING: {TrackState.FIRST_DRAFT: "mapping develop"},
    TrackState.FIRST_DRAFT: {TrackState.CONSULTING: "mapping develop"},
    TrackState.CONSULTING: {
        TrackState.FINAL_DRAFT: "mapping develop",
        TrackState.COLLECTING: "mapping develop",
    },
    TrackState.FINAL_DRAFT: {
        TrackState.WITH_THE_BOARD: "mapping submit-to-board",
        # Only after "adopted with amendments", with each of them ticked off (rule R8).
        TrackState.APPROVED: "mapping bind-amended",
    },
    TrackState.WITH_THE_BOARD: {
        TrackState.APPROVED: "mapping record-decision",
        TrackState.FINAL_DRAFT: "mapping record-decision",
    },
    TrackState.APPROVED: {
        TrackState.IN_THE_DATABASE: "mapping publish",
        TrackState.WITH_THE_BOARD: "mapping recall-decision",
        TrackState.FINAL_DRAFT: "mapping recall-decision",
    },
    TrackState.IN_THE_DATABASE: {TrackState.SUMMARY_PUBLISHED: "mapping publish"},
    TrackState.SUMMARY_PUBLISHED: {TrackState.CLOSED: "mapping publish"},
    TrackState.CLOSED: {},
}

_ENDS_UNANSWERED = {
    RequestState.CLOSED_WITHOUT_REPLY: "mapping develop",
    RequestState.DECLINED: "mapping take-in",
}
_REPLY_COMES = {
    RequestState.PARTLY_RECEIVED: "mapping take-in",
    RequestState.RECEIVED: "mapping take-in",
}

_REQUEST: Mapping[RequestState, Mapping[RequestState, str]] = {
    RequestState.DRAFT: {RequestState.HELD: "mapping develop", **_ENDS_UNANSWERED},
    # A workbook handed over in person comes back before its letter was ever released.
    RequestState.HELD: {
        RequestState.SENT: "mapping release-letters",
        **_REPLY_COMES,
        **_ENDS_UNANSWERED,
    },
    RequestState.SENT: {
        RequestState.ACKNOWLEDGED: "mapping take-in",
        **_REPLY_COMES,
        **_ENDS_UNANSWERED,
    },
    RequestState.ACKNOWLEDGED: {**_REPLY_COMES, **_ENDS_UNANSWERED},
    RequestState.PARTLY_RECEIVED: {
        RequestState.RECEIVED: "mapping take-in",
        RequestState.QUERIED: "mapping take-in",
        **_ENDS_UNANSWERED,
    },
    RequestState.RECEIVED: {
        RequestState.QUERIED: "mapping take-in",
        RequestState.CONFIRMED: "mapping take-in",
    },
    RequestState.QUERIED: {
        **_REPLY_COMES,
        RequestState.CONFIRMED: "mapping take-in",
        **_ENDS_UNANSWERED,
    },
    # A member may write again: the newest accepted return counts (rule R5), late ones included.
    RequestState.CONFIRMED: {**_REPLY_COMES, RequestState.QUERIED: "mapping take-in"},
    RequestState.CLOSED_WITHOUT_REPLY: _REPLY_COMES,
    RequestState.DECLINED: _REPLY_COMES,
}

_RETURN: Mapping[ReturnState, Mapping[ReturnState, str]] = {
    ReturnState.RECEIVED: {
        ReturnState.READ: "mapping take-in",
        ReturnState.HELD: "mapping take-in",
        ReturnState.REJECTED: "mapping take-in",
    },
    ReturnState.HELD: {
        ReturnState.READ: "mapping take-in",
        ReturnState.ACCEPTED: "mapping settle-return",
        ReturnState.REJECTED: "mapping settle-return",
    },
    ReturnState.READ: {
        ReturnState.ACCEPTED: "mapping take-in",
        ReturnState.HELD: "mapping take-in",
        ReturnState.REJECTED: "mapping take-in",
    },
    ReturnState.ACCEPTED: {ReturnState.SUPERSEDED: "mapping restore-return"},
    ReturnState.REJECTED: {},
    ReturnState.SUPERSEDED: {ReturnState.ACCEPTED: "mapping restore-return"},
}

_DECIDED = {
    RoundState.ADOPTED: "mapping record-decision",
    RoundState.ADOPTED_WITH_AMENDMENTS: "mapping record-decision",
    RoundState.NOT_ADOPTED: "mapping record-decision",
    RoundState.VOID: "mapping record-decision",
}

_RECALLED = {
    RoundState.OPEN: "mapping recall-decision",
    RoundState.VOID: "mapping recall-decision",
}

_ROUND: Mapping[RoundState, Mapping[RoundState, str]] = {
    RoundState.PREPARED: {
        RoundState.OPEN: "mapping submit-to-board",
        RoundState.VOID: "mapping submit-to-board",
    },
    RoundState.OPEN: {**_DECIDED, RoundState.POSTPONED: "mapping record-decision"},
    # The Board takes a postponed item up again, with or without a new letter.
    RoundState.POSTPONED: {**_DECIDED, RoundState.OPEN: "mapping submit-to-board"},
    RoundState.ADOPTED: _RECALLED,
    RoundState.ADOPTED_WITH_AMENDMENTS: _RECALLED,
    RoundState.NOT_ADOPTED: _RECALLED,
    RoundState.VOID: {},
}

_THINGS: Mapping[type[StrEnum], str] = {
    TrackState: "track",
    RequestState: "request",
    ReturnState: "return",
    RoundState: "approval round",
}
_TABLES: Mapping[type[StrEnum], Any] = {  # each table is typed above, by its own states
    TrackState: _TRACK,
    RequestState: _REQUEST,
    ReturnState: _RETURN,
    RoundState: _ROUND,
}


def move(current: Machine, new: Machine) -> Machine:
    """Return the new state when the move is allowed.

    Staying where one is is no move: a step that is run again finds the state it left (rule R17).

    Raises:
        MoveNotAllowed: no such move; the sentence names every move that is allowed.
    """
    if current == new or new in allowed_from(current):
        return new
    raise MoveNotAllowed(
        thing=_THINGS[type(current)], current=current, new=new, allowed=_in_words(current)
    )


def allowed_from(current: Machine) -> Mapping[Machine, str]:
    """The states that may follow, each with the command that brings it about."""
    return _TABLES[type(current)][current]


def _in_words(current: Machine) -> str:
    ways = [f"“{new}” by `{command}`" for new, command in allowed_from(current).items()]
    return ", ".join(ways) if ways else "nothing, since this is its last state"


def has_reached(current: TrackState, wanted: TrackState) -> bool:
    """Whether a track is at or beyond a state, in the order of the year."""
    order = list(TrackState)
    return order.index(current) >= order.index(wanted)
