"""One Prefect and one played year for all phases; a test that changes things gets its own copy."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import store
from data.settings import settings
from tasks import launching
from tests.phases.played_year import copy_home, play

MoveIn = Callable[[str], Path]
FULL_YEAR = "full year"


@dataclass(frozen=True)
class Played:
    """The home of the year, and the folder of its chapters."""

    home: Path
    aside: Path


@pytest.fixture(scope="package")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The year with seed 7, played once; Prefect's short-lived server stays up for the phases."""
    folder = tmp_path_factory.mktemp("phases")
    held = {name: value for name, value in os.environ.items() if name.startswith("MAPPING_")}
    for name in held:
        del os.environ[name]
    with launching.quietly(folder / "prefect's own"):
        one = Played(folder / "home", folder / "aside")
        play(one.home, one.aside)
        yield one
    del os.environ["MAPPING_HOME"]
    os.environ.update(held)
    settings.cache_clear()


@pytest.fixture
def rehearsed(played: Played, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home at the end of the play, to be read only."""
    yield from _living_in(played.home, monkeypatch)


@pytest.fixture
def move_in(played: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MoveIn]:
    """Copy the home of a chapter and live in the copy, which the test may change."""
    lived_in: list[Iterator[Path]] = []

    def moved(chapter: str) -> Path:
        home = played.home if chapter == FULL_YEAR else played.aside / chapter
        lived_in.append(_living_in(copy_home(home, tmp_path / "home"), monkeypatch))
        return next(lived_in[-1])

    yield moved
    for living in lived_in:
        next(living, None)


@pytest.fixture
def asking(move_in: MoveIn) -> Path:
    """A home in which Albania was asked and nobody has answered."""
    return move_in("asked")


def _living_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MAPPING_HOME", str(home))
    settings.cache_clear()
    yield home
    store.engine(settings().database).dispose()
    settings.cache_clear()
