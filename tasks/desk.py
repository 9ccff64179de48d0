"""How a refusal shows on the officer's desk: a run that ends as Refused, with a sentence."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from data.books import open_books
from data.errors.base import MappingError, Refusal
from data.errors.records import RecordsDoNotMatch
from data.vocabulary import RehearsalLine, RehearsalOutcome, Station, TrackStatus
from tasks.edges import terminal
from tasks.rules import waiting as waiting_rule
from tasks.rules.phrases import counted

P = ParamSpec("P")
R = TypeVar("R")

# The form offers a choice of “date” and “None”. To hide None from its schema is no way out: the
# form then sends the empty default all the same, and Prefect refuses it.
OptionalDay = date | None
"""A day an officer may leave empty."""

Ending = State[Any]
"""How a flow ends: completed, under a name that says what is awaited or done."""


class _WithoutRefusals(logging.Filter):
    """Keeps tracebacks of refusals out of a run's log; its state already says the sentence."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.exc_info and isinstance(record.exc_info[1], Refusal))


# Prefect's engine logs every failed state it hands on as an unexpected exception.
for _name in ("prefect.engine", "prefect.flow_runs"):
    logging.getLogger(_name).addFilter(_WithoutRefusals())


def on_the_desk(story: Callable[P, R]) -> Callable[P, R | State[Any]]:
    """Open the books before a flow, and let it end as *Refused* when the process says no.

    A refusal is no crash: nothing is tried again, and the run's message is the sentence that says
    what happened and what to do. Whoever called the flow in the same process is handed the refusal.
    """
    told = in_a_home_of_its_own(story)

    @wraps(story)
    def opened(*args: P.args, **kwargs: P.kwargs) -> R | State[Any]:
        open_books()
        return told(*args, **kwargs)

    return opened


def in_a_home_of_its_own(story: Callable[P, R]) -> Callable[P, R | State[Any]]:
    """The same for a flow that opens the books of another home, and leaves those of this one shut.

    A rehearsal neither makes nor migrates the books of real work.
    """

    @wraps(story)
    def told(*args: P.args, **kwargs: P.kwargs) -> R | State[Any]:
        try:
            return story(*args, **kwargs)
        except Refusal as refusal:
            return Failed(name="Refused", message=str(refusal), data=refusal)

    return told


def waiting(sentence: str) -> Ending:
    """A run that ends at once, in a Completed state whose name says what is awaited.

    The name is the first line of the sentence; the message is all of it.
    """
    return Completed(name=sentence.splitlines()[0][:100], message=sentence, data=sentence)


def proven(mismatches: Sequence[str], head: str, purged: Sequence[str]) -> Ending:
    """A run that ends as Proven, or refuses with a sentence for each mismatch.

    What was purged on purpose is no mismatch; it is told.

    Raises:
        RecordsDoNotMatch: at least one record is not what it was.
    """
    if mismatches:
        lines = "\n".join(f"  - {mismatch}" for mismatch in mismatches)
        raise RecordsDoNotMatch(count=counted(len(mismatches), "mismatch"), mismatches=lines)
    sentence = f"Every record is proven; the journal's head is {head}"
    sentence = "\n".join([sentence, *purged])
    return Completed(name="Proven", message=sentence, data=sentence)


def rehearsed(outcome: RehearsalOutcome) -> Ending:
    """A rehearsal that was played to its end and whose records are proven."""
    return Completed(
        name="Rehearsed", message="Played to the end, and every record is proven.", data=outcome
    )


def progress(stations: Iterator[Station], about: int) -> Iterator[Station]:
    """Pass the stations on and show how far the rehearsal is."""
    return terminal.progress(stations, about)


def watched(entries: Sequence[str]) -> Iterator[str]:
    """Pass the entries on and show how many are done."""
    return terminal.progress(entries, len(entries))


def show(name: str, result: object) -> None:
    """Tell the person at the terminal how a verb ended."""
    match result:
        case RehearsalOutcome():
            _show_outcome(result)
        case list():
            _show_statuses([each for each in result if isinstance(each, TrackStatus)])  # pyright: ignore[reportUnknownVariableType] - whatever the list holds is asked its type
        case _:
            terminal.say(str(result) if result else name)


def complain(error: MappingError) -> None:
    """Tell the person at the terminal what was refused, and what to do."""
    terminal.complain(str(error))


def _show_statuses(statuses: Sequence[TrackStatus]) -> None:
    if not statuses:
        terminal.say("No cycle is open. Begin with: mapping import-members FILE.")
        return
    header = ("cycle", "pillar", "state", "answered", "next", "waits for", "open comments")
    terminal.show_table(header, [_status_row(status) for status in statuses])
    for question in dict.fromkeys(q for status in statuses for q in status.questions):
        terminal.say(f"- {question}")


def _status_row(status: TrackStatus) -> Sequence[str]:
    return (
        status.track.cycle,
        status.track.pillar,
        status.state,
        f"{status.answered} of {status.asked}",
        status.next,
        waiting_rule.sentence([status.wait]).removeprefix("Waiting for "),
        ", ".join(map(str, status.open_comments)) or "none",
    )


def _show_outcome(outcome: RehearsalOutcome) -> None:
    names = [field.name for field in fields(RehearsalLine)]
    rows = [[str(getattr(line, name)) for name in names] for line in outcome.lines]
    terminal.show_table(names, rows)
    terminal.say("")
    terminal.show_table(("open", "where"), outcome.paths)
    terminal.say("")
    terminal.say(f"{outcome.outputs} output files, SHA-256 over all: {outcome.fingerprint}")
    terminal.say(f"Records proven; head of the journal: {outcome.head}")
