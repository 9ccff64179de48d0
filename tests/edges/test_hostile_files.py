"""No stranger's file harms: each is refused with a sentence, or read in little time and memory."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.specimens import (
    hostile_archives,
    hostile_markup,
    hostile_opendocument,
    hostile_sheets,
)
from tests.specimens.honest import HONEST
from tests.specimens.hostile import HOSTILE, Hostile

MODULES = (hostile_archives, hostile_markup, hostile_opendocument, hostile_sheets)
SECONDS, MEBIBYTES = 0.5, 64.0
BESIDE_OTHER_WORK = 4  # so much longer a file may take while another test uses the caches
SECONDS_OF_A_LARGE_FILE = 3.0
Told = Mapping[str, Any]
Outcomes = Mapping[str, Told]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="memory is measured as Linux tells it"
)


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What became of every file, each opened in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    builders = {name: one.build for name, one in HOSTILE.items()}
    for name, build in (builders | {build.__name__: build for build in HONEST}).items():
        (folder / f"{name}.xlsx").write_bytes(build())
    run = subprocess.run(  # noqa: S603 – this interpreter, on files this test wrote
        [sys.executable, "-m", "tests.specimens.hostile_child", str(folder)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr[-2_000:]
    told = [json.loads(line) for line in run.stdout.splitlines()]
    return {one["name"]: one for one in told}


def in_words(told: Told) -> str:
    if "died" in told:
        return f"THE PROCESS DIED ({told['died']})"
    if told["refused"]:
        return f"refused: {told['refused']}"
    codes = [finding.partition(":")[0] for finding in told["findings"]]
    stopped = [finding for finding in told["findings"] if finding.startswith("cannot-be-opened")]
    if stopped:
        return stopped[0]
    counted = f"{told['lines']} lines, {told['unplaced']} unplaced"
    return f"read: {counted}, {', '.join(dict.fromkeys(codes)) or 'no finding'}"


def table(outcomes: Outcomes) -> str:
    """The table people read: pytest -rP shows it."""
    rows = [
        f"| {name} | {told.get('seconds', 0):.2f} s | {told.get('mebibytes', 0):.0f} MiB "
        f"| {in_words(told)[:150]} |"
        for name, told in outcomes.items()
    ]
    return "\n".join(["| file | time | memory | outcome |", "|---|---|---|---|", *rows])


@pytest.mark.parametrize("one", HOSTILE.values(), ids=list(HOSTILE))
def test_nobody_is_harmed_by(one: Hostile, outcomes: Outcomes):
    told = outcomes[one.name]
    assert "died" not in told, in_words(told)
    assert told["seconds"] <= SECONDS * BESIDE_OTHER_WORK
    assert told["mebibytes"] <= MEBIBYTES
    stopped = [f for f in told.get("findings", ()) if f.startswith("cannot-be-opened")]
    sentence = told["refused"] or "".join(stopped)
    if sentence:
        assert one.mentions, f"this file must be read: {sentence}"
        assert any(words.casefold() in sentence.casefold() for words in one.mentions), sentence
        return
    assert one.either or not one.mentions, "this file must be refused"
    assert not one.text or any(one.text in text for text in told["texts"]), told["texts"]


@pytest.mark.endurance
def test_half_a_second_is_enough_for_each(outcomes: Outcomes):
    slow = {name: outcomes[name]["seconds"] for name in HOSTILE}
    assert {name: seconds for name, seconds in slow.items() if seconds > SECONDS} == {}


@pytest.mark.parametrize("build", HONEST, ids=lambda build: build.__name__)
def test_an_honest_file_is_read_however_suspicious_it_looks(build: Any, outcomes: Outcomes):
    told = outcomes[build.__name__]
    assert told.get("refused") == "", in_words(told)
    assert told["lines"] >= 3
    assert told["seconds"] <= SECONDS_OF_A_LARGE_FILE


def test_there_are_more_than_forty_hostile_files_and_none_is_left_out(outcomes: Outcomes):
    assert len(MODULES) == 4
    assert len(HOSTILE) >= 40
    assert set(HOSTILE) <= set(outcomes)


def test_the_table_of_outcomes(outcomes: Outcomes):
    print(table(outcomes))  # noqa: T201 – the table is what this test is for
    assert len(outcomes) == len(HOSTILE) + len(HONEST)
