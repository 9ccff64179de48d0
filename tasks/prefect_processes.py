"""Prefect's server and worker as processes of ours: started, waited for, ended, never orphaned."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from data.errors.launching import ServerDidNotStart
from tasks.prefect_home import HOST, ask, environment

PATIENCE = 120  # seconds; the first start of a home builds Prefect's database
GRACE = 20  # seconds a process is given to end by itself

Process = subprocess.Popen[bytes]

# A server for one verb: it shows no page, and it plans and judges no other runs. It keeps runs and
# their logs, but not the feed of single events, of which a rehearsal makes some 1,700 a cycle and
# which only an open desk shows; the kinds of blocks, which nothing here uses, the desk makes known.
# It writes steps down seldom and last when it ends: SQLite knows one writer, and a run that begins
# while steps are written is turned away and comes again two seconds later.
BRIEFLY: Mapping[str, str] = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "500",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "15",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
}


@contextmanager
def server(
    home: Path, port: int, log: Path, variables: Mapping[str, str] | None = None
) -> Generator[tuple[Process, str]]:
    """Prefect's server of a home for as long as the block lasts: its process and its address.

    Raises:
        ServerDidNotStart: it did not answer in time; the log says why.
    """
    address = f"http://{HOST}:{port}/api"
    words = ("server", "start", "--host", HOST, "--port", str(port), "--log-level", "WARNING")
    with running(words, {**environment(home, address), **(variables or {})}, log) as process:
        _wait_for(process, address, log)
        yield process, address


@contextmanager
def running(words: tuple[str, ...], variables: Mapping[str, str], log: Path) -> Generator[Process]:
    """A process of Prefect's own command line, ended with the block.

    Args:
        words: What follows `prefect` on the command line.
        variables: Its whole environment.
        log: The file all its output is added to.
    """
    with log.open("ab") as written:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [*_leash(), sys.executable, "-m", "prefect", "--no-prompt", *words],
            env=dict(variables),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            start_new_session=True,  # a Ctrl-C of the terminal is ours to hear, not theirs
        )
    try:
        yield process
    finally:
        _end(process)


def _leash() -> tuple[str, ...]:
    """Where the system can, a process ends with us even when we are killed and cannot ask it."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "TERM") if setpriv else ()


def _end(process: Process) -> None:
    """Ask a process to end and see that it does, with everything it has started."""
    process.terminate()
    try:
        process.wait(GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()
    finally:
        _end_its_children(process)


def _end_its_children(process: Process) -> None:
    if sys.platform != "win32":
        with suppress(ProcessLookupError):  # there are none left
            os.killpg(process.pid, signal.SIGKILL)  # it led a session, and they belong to it


def _wait_for(process: Process, address: str, log: Path) -> None:
    until = monotonic() + PATIENCE
    while not ask(f"{address}/health"):
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
        if process.poll() is not None or monotonic() > until:
            raise ServerDidNotStart(seconds=PATIENCE, log=log)
