"""A rehearsal gives the same bytes on any date, and after being killed ten times."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from pathlib import Path

import pytest

pytestmark = pytest.mark.endurance

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "flows")
KILLS = 10
SHORTEST, LONGEST = 5.0, 14.0  # seconds of one life; the first three go to opening the books
# libfaketime moves the date of the program alone: Prefect's server keeps to the real one, and what
# runs evenly stays as it is. It does not know Python's sleep, which therefore waits by select.
QUIETLY = {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_DISABLE_SHM": "1"}
MOVED = """
import os, runpy, select, sys, time
os.environ.pop("LD_PRELOAD", None)
time.sleep = lambda seconds: select.select((), (), (), seconds)
assert time.strftime("%Y-%m") == "2027-05"
sys.path.insert(0, os.getcwd())
runpy.run_module("flows", run_name="__main__", alter_sys=True)
"""
FINGERPRINT = re.compile(r"SHA-256 over all: ([0-9a-f]{64})")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The fingerprint of one cycle that nothing disturbed."""
    return _fingerprint(_play(tmp_path_factory.mktemp("undisturbed") / "home"))


def test_a_rehearsal_gives_the_same_bytes_on_another_date(tmp_path: Path, undisturbed: str):
    faketime = shutil.which("faketime")
    if faketime is None:
        pytest.skip("the program faketime is not installed")
    program = (faketime, "2027-05-05", sys.executable, "-c", MOVED)
    played = _play(tmp_path / "home", program, QUIETLY)
    assert _fingerprint(played) == undisturbed


def test_a_rehearsal_killed_ten_times_ends_with_the_same_bytes(tmp_path: Path, undisturbed: str):
    home, moments = tmp_path / "home", random.Random(20260105)  # noqa: S311 - no secret
    for _ in range(KILLS):
        _play_and_kill(home, moments.uniform(SHORTEST, LONGEST))
        assert _letters_gone_twice(home) == {}
    assert _fingerprint(_play(home)) == undisturbed
    assert _letters_gone_twice(home) == {}
    assert list((home / "outbox" / "held").iterdir()) == []


def _words(home: Path) -> list[str]:
    return ["rehearse", "--home", str(home), "--seed", "7", "--cycles", "1"]


def _surroundings(more: Mapping[str, str]) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MAPPING_")}
    return {**ours, **more, "COLUMNS": "200"}


def _play(
    home: Path, program: Sequence[str] = PROGRAM, more: Mapping[str, str] | None = None
) -> str:
    played = subprocess.run(  # noqa: S603 - our own program
        [*program, *_words(home)],
        cwd=ROOT,
        env=_surroundings(more or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    return played.stdout


def _play_and_kill(home: Path, after: float) -> None:
    """Kill the program alone, as a system short of memory does; its server ends by itself."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, *_words(home)],
        cwd=ROOT,
        env=_surroundings({}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as playing:
        try:
            playing.wait(after)
        except subprocess.TimeoutExpired:
            playing.kill()


def _fingerprint(told: str) -> str:
    found = FINGERPRINT.search(told)
    assert found is not None, told
    return found[1]


def _letters_gone_twice(home: Path) -> dict[str, int]:
    """Message-IDs that more than one letter of the outbox bears."""
    sent = Counter(
        str(message_from_bytes(path.read_bytes())["Message-ID"])
        for path in (home / "outbox").glob("*/*.eml")
    )
    return {message_id: times for message_id, times in sent.items() if times > 1}
