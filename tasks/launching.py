"""Prefect around the program: for one verb, or for as long as the officer's desk is open."""

import logging
import os
import signal
import sys
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event

from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker, PrefectConsoleHandler
from prefect.settings import (
    PREFECT_API_SSL_CERT_FILE,
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_HOME,
    PREFECT_LOGGING_TO_API_BATCH_INTERVAL,
    temporary_settings,
)

from data.books import open_books
from data.errors.launching import DeskAlreadyOpen, DeskFell, PortTaken
from data.settings import settings
from tasks import prefect_deployments, prefect_home
from tasks.prefect_home import Desk
from tasks.prefect_processes import BRIEFLY, Process, running, server

WORKER = ("worker", "start", "--pool", prefect_deployments.POOL, "--name", "desk")
GLANCE = 2.0  # seconds between two looks at server and worker
LAST_WORDS = 10.0  # seconds given to what a finished run still has to tell the server


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
            brief = server(home, prefect_home.any_free_port(), log, BRIEFLY)
            address = around.enter_context(brief)[1]
        else:
            address = desk.address
        around.enter_context(
            temporary_settings(
                {
                    PREFECT_HOME: prefect_home.folder(home),
                    PREFECT_API_URL: address,
                    PREFECT_API_SSL_CERT_FILE: str(prefect_home.a_certificate(home)),
                    PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,  # its thread takes a second to end
                    PREFECT_LOGGING_TO_API_BATCH_INTERVAL: 15.0,  # seconds; the last words come
                }
            )
        )
        around.callback(_last_words)
        yield


def start() -> None:
    """Open the officer's desk: Prefect's server, every deployment and a worker, until Ctrl-C.

    Raises:
        DeskAlreadyOpen: the desk of this home is open in another terminal.
        PortTaken: another program listens on the port.
        ServerDidNotStart: Prefect did not answer; the log says why.
        DeploymentsNotMade: Prefect did not take prefect.yaml; the log says why.
        DeskFell: server or worker ended by themselves.
    """
    home, port = settings().root, settings().ui_port
    _refuse_a_second(home, port)
    open_books()
    _say(f"Opening the desk of {home} ...")
    with _ended_by_signals():
        try:
            _keep_open(home, port)
        except KeyboardInterrupt:
            _say("The desk is closed.")


def _refuse_a_second(home: Path, port: int) -> None:
    desk = prefect_home.open_desk(home)
    if desk is not None:
        processes = ", ".join(map(str, desk.processes))
        raise DeskAlreadyOpen(home=home, page=desk.page, processes=processes)
    if not prefect_home.is_free(port):
        raise PortTaken(port=port)


def _keep_open(home: Path, port: int) -> None:
    logs = {name: prefect_home.log_file(home, name) for name in ("server", "deploy", "worker")}
    with ExitStack() as around:
        serving, address = around.enter_context(server(home, port, logs["server"]))
        prefect_deployments.bring_up_to_date(home, address, logs["deploy"])
        variables = prefect_home.environment(home, address)
        working = around.enter_context(running(WORKER, variables, logs["worker"]))

        desk = Desk(address, [os.getpid(), serving.pid, working.pid])
        note = prefect_home.write_note(home, desk)
        around.callback(note.unlink, missing_ok=True)

        _say(
            f"The desk is open: {desk.page}/deployments?limit=50",
            "Press 0-import-members first, then 0-import-needs, then 1-prepare.",
            f"What the runs show: {desk.page}/artifacts",
            f"Logs: {prefect_home.folder(home)}",
            "Ctrl-C closes the desk.",
        )
        _watch({"server": serving, "worker": working}, logs, address)


def _watch(processes: Mapping[str, Process], logs: Mapping[str, Path], address: str) -> None:
    try:
        while not Event().wait(GLANCE):
            for part, process in processes.items():
                if process.poll() is not None:
                    raise DeskFell(part=part, log=logs[part])
    except KeyboardInterrupt:
        _say("Closing; a run under way is finished first. Ctrl-C again ends it at once.")
        prefect_deployments.take_no_more(address)
        while _all_live(processes) and prefect_deployments.runs_under_way(address):
            Event().wait(GLANCE)
        Event().wait(GLANCE)  # the process of a run outlives its last state by a moment
        raise


def _all_live(processes: Mapping[str, Process]) -> bool:
    return all(process.poll() is None for process in processes.values())


@contextmanager
def _ended_by_signals() -> Generator[None]:
    """Let a closed terminal and a stopped service end the desk as Ctrl-C does.

    With handlers of our own, a worker hears its signals even if the shell started us in the
    background and had them ignored.
    """
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.getsignal(getattr(signal, name)) for name in names}
    for name in names:
        signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def _written_to(log: Path) -> Generator[None]:
    """Write what Prefect and the libraries would print onto the terminal into a log instead."""
    written = logging.FileHandler(log, encoding="utf-8")
    written.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    loggers = [logging.getLogger(), logging.getLogger("prefect._internal")]
    before = {logger: logger.handlers for logger in loggers}
    for logger in loggers:
        logger.handlers = [written, *(h for h in logger.handlers if not _prints(h))]
    try:
        yield
    finally:
        for logger, handlers in before.items():
            logger.handlers = handlers
        written.close()


def _prints(handler: logging.Handler) -> bool:
    streams = (sys.stderr, sys.stdout)
    return isinstance(handler, PrefectConsoleHandler) or getattr(handler, "stream", None) in streams


def _last_words() -> None:
    """Let events and log lines reach the server before it goes."""
    APILogWorker.drain_all(timeout=LAST_WORDS)
    EventsWorker.drain_all(timeout=LAST_WORDS)


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
