"""What a track waits for, and what comes next (Methodology II, the steps in their order)."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.vocabulary import RoundState, TrackState, Wait
from tasks.rules.phrases import joined

_PARTNERS = "%s partner(s)"


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """What decides what a track waits for; members are codes.

    `confirmed` says whether a second person confirmed the decision in force; `quiet_until` is the
    moment until which it rests, in words, and empty when that is over.
    """

    state: TrackState
    calendar_missing: frozenset[str]
    structure_missing: frozenset[str]
    letters_held: int
    responses_missing: frozenset[str]
    support_missing: frozenset[str]
    open_comments: tuple[int, ...]
    comments_until: str
    round_state: RoundState | None
    confirmed: bool
    quiet_until: str


def outlook(facts: TrackFacts) -> tuple[str, Wait | None]:
    """The next step in words, and what stands before it; None when nothing does."""
    match facts.state:
        case TrackState.PLANNED | TrackState.PREPARING:
            return "agree calendar and structure", _agreement(facts)
        case TrackState.STRUCTURE_AGREED:
            return "send the requests", _held(facts) or Wait("the requests to be written")
        case TrackState.COLLECTING:
            return "first draft", _held(facts) or Wait(_PARTNERS, facts.responses_missing)
        case TrackState.FIRST_DRAFT:
            waits = Wait("support information of %s member(s)", facts.support_missing)
            return "consultation draft", _held(facts) or waits
        case TrackState.CONSULTING:
            return "final draft", _comments(facts)
        case TrackState.FINAL_DRAFT:
            return "submission to the Board", _final(facts)
        case TrackState.WITH_THE_BOARD:
            return "decision of the Board", Wait("the decision of the Board")
        case TrackState.APPROVED | TrackState.IN_THE_DATABASE:
            return "publication", _release(facts)
        case TrackState.SUMMARY_PUBLISHED | TrackState.CLOSED:
            return "nothing", None


def sentence(waits: Iterable[Wait | None]) -> str:
    """The name of a run that ended because something is awaited; "Nothing to wait for" else."""
    together: dict[str, frozenset[str]] = {}
    for wait in waits:
        if wait is not None:
            together[wait.what] = together.get(wait.what, frozenset()) | wait.members
    if not together:
        return "Nothing to wait for"
    return f"Waiting for {joined([_counted(what, who) for what, who in together.items()])}"


def _agreement(facts: TrackFacts) -> Wait:
    if facts.calendar_missing:
        return Wait("the agreement of %s partner(s) on the calendar", facts.calendar_missing)
    return Wait("the agreement of %s partner(s) on the structure", facts.structure_missing)


def _held(facts: TrackFacts) -> Wait | None:
    return Wait("letters to be released") if facts.letters_held else None


def _comments(facts: TrackFacts) -> Wait:
    if facts.open_comments:
        return Wait("the disposition of comments")
    return Wait(f"comments until {facts.comments_until}")


def _final(facts: TrackFacts) -> Wait:
    if facts.open_comments:
        return Wait("the disposition of comments")
    if facts.round_state in (RoundState.NOT_ADOPTED, RoundState.ADOPTED_WITH_AMENDMENTS):
        return Wait("amendments the Board asked for, or submission")
    return Wait("submission to the Board")


def _release(facts: TrackFacts) -> Wait:
    if facts.state is TrackState.IN_THE_DATABASE:
        return Wait("the summary to be published")
    if not facts.confirmed:
        return Wait("a second person to confirm the decision")
    if facts.quiet_until:
        return Wait(f"the end of the quiet period, {facts.quiet_until}")
    return Wait("publication")


def _counted(what: str, members: frozenset[str]) -> str:
    if "%s" not in what:
        return what
    words = what.replace("(s)", "" if len(members) == 1 else "s")
    return words % len(members)
