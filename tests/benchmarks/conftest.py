"""The collector as the program sets it, and the played year for what needs a home with a past."""

import gc
from collections.abc import Iterator

import pytest

from tests.phases.conftest import move_in, played

__all__ = ["collector_as_in_the_program", "move_in", "played"]  # fixtures, found by their names


@pytest.fixture
def collector_as_in_the_program() -> Iterator[None]:
    """The garbage collector as `mapping` sets it: what was imported is not looked at again."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
