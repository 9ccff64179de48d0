"""Prefect around a command: opened for one verb, or for as long as the officer's desk is open."""

import logging
import signal
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Never

from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker, PrefectConsoleHandler
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_HOME,
    temporary_settings,
)

from data.books import open_books
from data.errors.launching import DeskAlreadyOpen, DeskFell, PortTaken
from data.settings import settings
from tasks import prefect_deployments, prefect_home
from tasks.prefect_home import Desk
from tasks.prefect_processes import BRIEFLY, GRACE, Process, end, prefect, server

SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@contextmanager
def quietly(home: Path | None = None) -> Generator[None]:
    """Run flows from the terminal: only their own words are seen, the rest goes into a log.

    The runs are kept by the desk of this home when it is open, and else by a server that lives as
    long as the block.

    Args:
        home: The home whose Prefect keeps the runs; none takes the one of the settings.

    Raises:
        ServerDidNotStart: Prefect did not answer; the log says why.
    """
    home = home.expanduser().resolve() if home else settings().root
    log = prefect_home.log_file(home, "verbs")
    with ExitStack() as around:
        around.enter_context(_written_to(log))
        desk = prefect_home.open_desk(home)
        if desk is None:
            port = prefect_home.any_free_port()
            _, address = around.enter_context(server(home, port, log, BRIEFLY))
        else:
            address = desk.address
        around.enter_context(
            temporary_settings(
                {
                    PREFECT_HOME: prefect_home.folder(home),
                    PREFECT_API_URL: address,
                    PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,  # its thread takes a second to end
                }
            )
        )
        around.callback(_tell_everything)
        yield


def start() -> None:
    """Open the officer's desk: Prefect's server, every deployment and a worker, until Ctrl-C.

    Raises:
        DeskAlreadyOpen: the desk of this home is open in another terminal.
        PortTaken: another program listens on the port.
        ServerDidNotStart: Prefect did not answer; the log says why.
        DeploymentsNotMade: Prefect did not take prefect.yaml.
        DeskFell: server or worker ended by themselves.
    """
    home, port = settings().root, settings().ui_port
    _refuse_a_second(home, port)
    open_books()
    _say(f"Opening the desk of {home} ...")
    with ExitStack() as around:
        around.enter_context(_stopped_by_signals())
        logs = {name: prefect_home.log_file(home, name) for name in ("server", "deploy", "worker")}
        serving, address = around.enter_context(server(home, port, logs["server"]))
        desk = Desk(address, serving.pid)
        around.callback(prefect_home.write_note(home, desk).unlink, missing_ok=True)
        prefect_deployments.bring_up_to_date(home, address, logs["deploy"])
