"""Patience: what is worth trying again, and how every step is declared."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from data.errors.base import Interruption

P = ParamSpec("P")
R = TypeVar("R")


def only_interruptions(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Try again when the world was silent, never when the process said no."""
    return isinstance(state.result(raise_on_failure=False), Interruption)


def step(name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Declare a step: never answered from a cache, tried again only after an interruption."""
    return task(
        name=name,
        cache_policy=NO_CACHE,  # what was done is a row in our database, never Prefect's memory
        retries=2,
        retry_delay_seconds=[2, 10],
        retry_condition_fn=only_interruptions,
    )
