"""The officer's desk as a test opens it: the real command, Prefect's real server and worker."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
PATIENCE = 180  # seconds for a desk to open or to close


class Desk:
    """An open desk: what its server says of deployments and runs."""

    def __init__(self, home: Path, port: int, process: "subprocess.Popen[str]") -> None:
        self.home = home
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

    def run_named(self, name: str) -> dict[str, Any]:
        """The run a form was submitted for, as it stands now; {} before the server has it."""
        found = self.ask("flow_runs", flow_runs={"name": {"any_": [name]}})
        return found[0] if found else {}

    def log_of(self, run: Mapping[str, Any]) -> str:
        lines = self.ask("logs", logs={"flow_run_id": {"any_": [run["id"]]}})
        return "\n".join(line["message"] for line in lines)

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


def furnish(home: Path) -> None:
    """Put the registers and a piece of evidence where an officer drops them."""
    for folder in ("registers", "evidence"):
        (home / folder).mkdir(parents=True)
    for register in (ROOT / "data" / "reference" / "rehearsal").glob("*.xlsx"):
        shutil.copy(register, home / "registers")
    (home / "evidence" / "minutes.txt").write_text("The partners agreed.\n", encoding="utf-8")


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
