"""The command line `mapping …`: a verb for each flow, with the words of its form."""

import inspect
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer
from prefect import Flow
from rich.console import Console

from data.errors.base import MappingError
from flows.approval import record_decision, submit_to_board
from flows.development import (
    develop,
    dispose_comment,
    record_comment,
    release,
    remind,
    take_in,
)
from flows.overview import status, verify
from flows.preparation import prepare, record_agreement
from flows.publication import publish
from flows.registers import import_members, import_needs
from flows.rehearsal import rehearse
from tasks import launching, terminal

VERBS: tuple[Flow[..., Any], ...] = (
    import_members,
    import_needs,
    prepare,
    record_agreement,
    develop,
    take_in,
    remind,
    release,
    record_comment,
    dispose_comment,
    submit_to_board,
    record_decision,
    publish,
    status,
    verify,
    rehearse,
)
# What a person types first, without a name before it; everything else is an option.
TYPED_FIRST = ("cycle", "file")

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
console = Console(highlight=False)


@app.callback()
def mapping() -> None:
    """The IISG Annual Response Mapping, from the needs register to the published summary."""


@app.command()
def start() -> None:
    """Start Prefect's server and a worker with every deployment; Ctrl-C stops both."""
    launching.start()


def main() -> int:
    """Run one verb; a refusal becomes its sentence and exit code 1."""
    for verb in VERBS:
        app.command(verb.name, help=_first_words(verb))(_command(verb))
    try:
        app(standalone_mode=False)
    except MappingError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(str(error), markup=False)
        return 1
    except typer.Exit as left:
        return left.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except typer._click.ClickException as misused:
        misused.show()
        return misused.exit_code
    return 0


def _first_words(verb: Flow[..., Any]) -> str:
    return (verb.description or "").split("Args:")[0].strip()


def _command(verb: Flow[..., Any]) -> Callable[..., None]:
    """A command with the flow's own parameters, in their order, under their names and helps."""

    def command(**given: Any) -> None:
        logging.captureWarnings(True)
        with launching.quietly():
            state = verb(**given, return_state=True)
        console.print(terminal.told(verb.name, state), markup=False)

    hints = get_type_hints(verb.fn)
    parameters = [
        parameter.replace(annotation=_typed(verb, parameter, hints[name]), kind=_BY_NAME)
        for name, parameter in inspect.signature(verb.fn).parameters.items()
    ]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return command


_BY_NAME = inspect.Parameter.KEYWORD_ONLY
