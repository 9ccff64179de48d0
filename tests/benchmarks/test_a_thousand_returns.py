"""A thousand returns taken in by one command: what each costs, and that memory stays flat."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from data import store
from data.queries import requests
from data.vocabulary import (
    AnswerState,
    NeedReply,
    Reading,
    RequestForm,
    RequestKind,
    ResponseLine,
    StatementKind,
)
from tasks import workbooks
from tests.benchmarks.tables import show
from tests.phases.played_year import asked

pytestmark = pytest.mark.endurance

RETURNS, FIRST = 1000, 100
REQUEST = "2025-WBCTi-AL-response"
PAGE = os.sysconf("SC_PAGE_SIZE")


def test_memory_stays_flat_over_a_thousand_returns(
    move_in: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
):
    home = move_in("asked")
    _drop(home)
    began = monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "flows", "take-in", "2025"],
        env={**os.environ, "MAPPING_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as command:
        seen = list(_watched(command, home))
    spent = monotonic() - began
    early = max(rss for done, rss in seen if done <= FIRST)
    late = max(rss for done, rss in seen if done < RETURNS)
    receipts = max(rss for _, rss in seen)
    with capsys.disabled():
        show(
            f"{RETURNS} returns by one command",
            ("seconds", "ms each", f"MiB at {FIRST}", f"MiB at {RETURNS}", "MiB with receipts"),
            [
                tuple(
                    f"{each:.0f}" for each in (spent, 1000 * spent / RETURNS, early, late, receipts)
                )
            ],
        )
    assert command.returncode == 0
    assert asked(home, "SELECT count(*) FROM return WHERE state = 'accepted'") == [(RETURNS,)]
    assert len(list((home / "outbox" / "held").glob("*receipt*"))) == RETURNS
    assert late - early < 10


def _drop(home: Path) -> None:
    with store.session() as session:
        record = requests.find(session, REQUEST)
        assert record is not None
        form = workbooks.form_of(session, record.request)
    inbox = home / "inbox"
    inbox.mkdir(exist_ok=True)
    for number in range(RETURNS):
        content = workbooks.draw(form, _answers(form, number))
        (inbox / f"{REQUEST} {number:04}.xlsx").write_bytes(content)


def _answers(form: RequestForm, number: int) -> Reading:
    replies = tuple(NeedReply(need.key, AnswerState.ANSWERED) for need in form.needs)
    lines = tuple(
        ResponseLine(need.key, 1, StatementKind.ACHIEVED, f"Version {number} of {need.number}.")
        for need in form.needs
    )
    return Reading(RequestKind.RESPONSE, {}, "", replies, lines, (), (), (), ())


def _watched(command: subprocess.Popen[bytes], home: Path) -> Iterator[tuple[int, float]]:
    """How many returns are done, and the mebibytes the command holds, five times a second."""
    statm = Path(f"/proc/{command.pid}/statm")
    while command.poll() is None:
        done = RETURNS - len(list((home / "inbox").glob("*.xlsx")))
        words = statm.read_text(encoding="ascii").split() if statm.exists() else []
        if done and len(words) > 1:
            yield done, int(words[1]) * PAGE / (1 << 20)
        try:
            command.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
