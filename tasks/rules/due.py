"""Which draft of a track is due now (Methodology I.2; rules R3, R4, R6)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from data.vocabulary import Comment, Disposition, DraftKind, RequestState, TrackState

_UNSENT = frozenset({RequestState.DRAFT, RequestState.HELD})
_OVER = frozenset(
    {
        RequestState.RECEIVED,
        RequestState.QUERIED,
        RequestState.CONFIRMED,
        RequestState.CLOSED_WITHOUT_REPLY,
        RequestState.DECLINED,
    }
)


@dataclass(frozen=True, slots=True)
class DraftingFacts:
    """What decides whether a draft is due: where the track stands and what still may come.

    `final_built_at` and `comments_changed_at` tell whether a final draft that came back from the
    Board has been worked on since.
    """

    state: TrackState
    responses: tuple[RequestState, ...]
    responses_deadline: datetime
    support: tuple[RequestState, ...]
    support_deadline: datetime
    comments_deadline: datetime
    comments: tuple[Comment, ...]
    final_built_at: datetime | None
    comments_changed_at: datetime | None


def draft_due(facts: DraftingFacts, now: datetime) -> DraftKind | None:
    """The draft to write now, if any.

    A first draft waits for all replies or for the deadline, never longer (rule R4); a consultation
    draft for the support information in the same way; a final draft for the deadline for comments
    and a disposition of each (rule R6), and after a return by the Board for new comments.
    """
    match facts.state:
        case TrackState.COLLECTING:
            ready = _settled(facts.responses, facts.responses_deadline, now)
            return DraftKind.FIRST if ready else None
        case TrackState.FIRST_DRAFT:
            ready = bool(facts.support) and _settled(facts.support, facts.support_deadline, now)
            return DraftKind.CONSULTATION if ready else None
        case TrackState.CONSULTING:
            ready = now >= facts.comments_deadline and not open_comments(facts.comments)
            return DraftKind.FINAL if ready else None
        case TrackState.FINAL_DRAFT:
            ready = _worked_on(facts) and not open_comments(facts.comments)
            return DraftKind.FINAL if ready else None
        case _:
            return None


def open_comments(comments: Collection[Comment]) -> tuple[int, ...]:
    """The numbers of the comments without a disposition (rule R6)."""
    return tuple(c.number for c in comments if c.disposition is Disposition.OPEN)


def _settled(requests: tuple[RequestState, ...], deadline: datetime, now: datetime) -> bool:
    if any(state in _UNSENT for state in requests):
        return False  # who was not asked yet cannot have been silent
    return now >= deadline or all(state in _OVER for state in requests)


def _worked_on(facts: DraftingFacts) -> bool:
    return (
        facts.final_built_at is not None
        and facts.comments_changed_at is not None
        and facts.comments_changed_at > facts.final_built_at
    )
