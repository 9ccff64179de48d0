"""How a refusal shows on the officer's desk: a run that ends as Refused, with a sentence."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from data.books import open_books
from data.errors.base import Refusal
from data.errors.records import RecordsDoNotMatch
from tasks.rules.phrases import counted

P = ParamSpec("P")
R = TypeVar("R")

Ending = State[str]
"""How a flow ends: completed, under a name that says what is awaited or done."""


def on_the_desk(story: Callable[P, R]) -> Callable[P, R | State[Any]]:
    """Open the books before a flow, and let it end as *Refused* when the process says no.

    A refusal is no crash: nothing is tried again, and the run's message is the sentence that says
    what happened and what to do. Whoever called the flow in the same process is handed the refusal.
    """

    @wraps(story)
    def told(*args: P.args, **kwargs: P.kwargs) -> R | State[Any]:
        open_books()
        try:
            return story(*args, **kwargs)
        except Refusal as refusal:
            return Failed(name="Refused", message=str(refusal), data=refusal)

    return told


def waiting(sentence: str) -> Ending:
    """A run that ends at once, in a Completed state whose name says what is awaited."""
    return Completed(name=sentence[:100], message=sentence, data=sentence)


def proven(mismatches: Sequence[str], head: str) -> Ending:
    """A run that ends as Proven, or refuses with a sentence for each mismatch.

    Raises:
        RecordsDoNotMatch: at least one record is not what it was.
    """
    if mismatches:
        lines = "\n".join(f"  - {mismatch}" for mismatch in mismatches)
        raise RecordsDoNotMatch(count=counted(len(mismatches), "mismatch"), mismatches=lines)
    sentence = f"Every record is proven; the journal's head is {head}"
    return Completed(name="Proven", message=sentence, data=sentence)
