"""Where a cycle stands, as a person asks: who answered, what is next, what waits for whom."""

from dataclasses import dataclass

from data.vocabulary.cycles import TrackId, TrackState


@dataclass(frozen=True, slots=True)
class Wait:
    """What a track waits for; `members` are codes where it waits for members.

    `what` reads after "Waiting for": "%s" stands where the number of members belongs.
    """

    what: str
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TrackStatus:
    """One line of the state of play. `answered` and `asked` count requests of both kinds.

    `questions` are sentences on what waits for the Secretariat, each with the verb that settles it.
    """

    track: TrackId
    state: TrackState
    answered: int
    asked: int
    silent: tuple[str, ...]
    next: str
    wait: Wait | None
    drafts: tuple[str, ...]
    open_comments: tuple[int, ...]
    questions: tuple[str, ...] = ()
