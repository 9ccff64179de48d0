"""The officer's desk as a test opens it: the real command, Prefect's real server and worker."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from tests.conftest import ROOT

ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
PATIENCE = 300  # seconds for a desk to open, or to close with a rehearsal under way


class Desk:
    """An open desk: what its server says of deployments and runs."""

    def __init__(self, home: Path, port: int, process: "subprocess.Popen[str]") -> None:
        self.home = home
        self.port = port
        self.page = f"http://127.0.0.1:{port}"
        self.process = process

    def ask(self, path: str, **filters: Any) -> list[dict[str, Any]]:
        """Everything of a kind that the filters let through."""
        return self.post(f"{path}/filter", filters)

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(f"{self.page}/api/{path}", timeout=30) as answer:  # noqa: S310 - our own server
            return json.loads(answer.read())

    def post(self, path: str, body: object) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own server on this machine
            f"{self.page}/api/{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
            return json.loads(answer.read())

    def deployments(self) -> Mapping[str, str]:
        """The identity of each deployment by its name."""
        return {one["name"]: one["id"] for one in self.ask("deployments")}

    def wait_for_planned(self, names: set[str], patience: float) -> set[str]:
        """The deployments for which a run is planned, once these are among them."""
        known = {identity: name for name, identity in self.deployments().items()}
        until, planned = monotonic() + patience, set[str]()
        while not names <= planned and monotonic() < until:
            runs = self.ask("flow_runs", flow_runs={"state": {"type": {"any_": ["SCHEDULED"]}}})
            planned = {known[run["deployment_id"]] for run in runs if run["deployment_id"]}
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(1)
        return planned

    def wait_for_state(self, run: str, wanted: set[str], patience: float) -> str:
        """The kind of state a run is in, once it is one of these or patience is over."""
        until = monotonic() + patience
        state = self.get(f"flow_runs/{run}")["state_type"]
        while state not in wanted and monotonic() < until:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.5)
            state = self.get(f"flow_runs/{run}")["state_type"]
        return state

    def wait_for_pause(self, pool: str, patience: float) -> bool:
        """Whether the pool takes no more runs, once it is so or patience is over."""
        until = monotonic() + patience
        while not (paused := self.get(f"work_pools/{pool}")["is_paused"]) and monotonic() < until:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.2)
        return paused

    def typed_runs(self) -> list[dict[str, Any]]:
        """The runs no form and no clock has started."""
        return [run for run in self.ask("flow_runs") if run["deployment_id"] is None]

    def wait_until_gone(self, processes: list[int], patience: float) -> list[int]:
        """The processes that still live when all are gone or patience is over."""
        until, left = monotonic() + patience, processes
        while left and monotonic() < until:
            self.process.poll()  # a child that has ended is there until it is asked
            left = [process for process in left if lives(process)]
            Event().wait(0.5)
        return left

    def processes(self) -> list[int]:
        """Launcher, server and worker, as the desk itself has written them down."""
        note = json.loads((self.home / "prefect" / "desk.json").read_text(encoding="utf-8"))
        return note["processes"]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def surroundings(home: Path, port: int) -> dict[str, str]:
    strange = ("MAPPING_", "PREFECT_")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {**ours, "MAPPING_HOME": str(home), "MAPPING_UI_PORT": str(port)}


def mapping(home: Path, port: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """Type one verb into a terminal."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "flows", *words],
        cwd=ROOT,
        env=surroundings(home, port),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@contextmanager
def opened(home: Path, port: int) -> Iterator[Desk]:
    """`mapping start`, ended with Ctrl-C."""
    with subprocess.Popen(
        [sys.executable, "-m", "flows", "start"],
        cwd=ROOT,
        env=surroundings(home, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = ""
        while "Ctrl-C closes the desk." not in said:
            line = process.stdout.readline()
            assert line, f"the desk did not open: {said}"
            said += line
        try:
            yield Desk(home, port, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
