"""Where Prefect keeps its own things, and the environment its processes live in."""

import http.client
import json
import os
import socket
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import certifi
from prefect.settings import get_current_settings

from data.errors.settings import HomeUnusable
from tasks.edges.whole_files import write_whole

HOST = "127.0.0.1"  # nobody but this machine; a shared desk stands behind a proxy with TLS
_END = "-----END CERTIFICATE-----"
LOG_LIMIT = 2_000_000  # bytes; a longer log is put aside before the next start

# What a site may set otherwise in its environment.
_CUSTOM: Mapping[str, str] = {
    "PREFECT_DEPLOYMENTS_CLEAR_SCHEDULES_ON_EMPTY": "true",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "tasks,data",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "50",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_WORKER_QUERY_SECONDS": "2",
}
# What keeps Prefect at home, whatever the environment says.
_FIXED: Mapping[str, str] = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}


@dataclass(frozen=True)
class Desk:
    """What `mapping start` writes down for the verbs of the terminal: where its server answers."""

    address: str
    processes: Sequence[int]

    @property
    def page(self) -> str:
        """The address a person opens."""
        return f"{self.address.removesuffix('/api')}/v2"


def folder(home: Path) -> Path:
    """Prefect's own folder in a home: its database, its logs, and the note of the open desk."""
    return home / "prefect"


def environment(home: Path, address: str) -> dict[str, str]:
    """The environment of a server, a worker or a deployment that belongs to this home."""
    return {
        **_CUSTOM,
        **os.environ,
        **_FIXED,
        "MAPPING_HOME": str(home),
        "PREFECT_HOME": str(folder(home)),
        "PREFECT_API_URL": address,
    }


def a_certificate(home: Path) -> Path:
    """A file with one certificate authority, for clients that speak to a server of our own.

    Prefect's clients read every authority of the world anew, 25 ms for each of some 200 clients of
    a cycle, although nothing is encrypted on the way to a server on this machine.
    """
    path = folder(home) / "an-authority.pem"
    if not path.is_file():
        every = Path(certifi.where()).read_text("ascii", "replace")
        write_whole(path, f"{every.partition(_END)[0]}{_END}\n".encode())
    return path


def log_file(home: Path, name: str) -> Path:
    """The log of this name, ready to be written on; a long one has been put aside.

    Raises:
        HomeUnusable: nothing can be written in the home.
    """
    path = folder(home) / f"{name}.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".old.log"))
        path.touch()
    except OSError as error:
        raise HomeUnusable(home=home, why=error.strerror) from None
    return path


def write_note(home: Path, desk: Desk) -> Path:
    """Leave word where the open desk of this home answers."""
    path = _note(home)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"address": desk.address, "processes": desk.processes}), "utf-8")
    return path


def open_desk(home: Path) -> Desk | None:
    """The desk of this home that is open now, or None.

    A note that a killed desk left behind is not believed: whoever answers there must itself name
    this home.
    """
    try:
        noted = json.loads(_note(home).read_text("utf-8"))
        desk = Desk(str(noted["address"]), [int(process) for process in noted["processes"]])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    answer = ask(f"{desk.address}/admin/settings")
    try:
        return desk if Path(json.loads(answer)["home"]) == folder(home) else None
    except (ValueError, KeyError, TypeError):
        return None


def ask(address: str) -> bytes:
    """What a server on this machine answers, or nothing; never by way of a proxy."""
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.hostname or HOST, where.port, timeout=5)
    secret = get_current_settings().api.auth_string
    shown = b64encode(secret.get_secret_value().encode()).decode() if secret else ""
    try:
        connection.request("GET", where.path, headers={"Authorization": f"Basic {shown}"})
        reply = connection.getresponse()
        return reply.read() if reply.status == http.client.OK else b""
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


def is_free(port: int) -> bool:
    """Whether a server of ours could listen on this port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one that has just closed
        try:
            taken.bind((HOST, port))
        except OSError:
            return False
    return True


def any_free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.bind((HOST, 0))
        port: int = taken.getsockname()[1]
        return port


def _note(home: Path) -> Path:
    return folder(home) / "desk.json"
