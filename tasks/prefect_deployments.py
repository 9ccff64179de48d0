"""What Prefect's server is told at each start: the pool, the deployments of the file, no others."""

import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentUpdate, WorkPoolCreate, WorkPoolUpdate
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import StateType
from prefect.exceptions import ObjectAlreadyExists
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Crashed
from prefect.workers.process import ProcessWorker
from pydantic import BaseModel

from data.errors.launching import DeploymentsNotMade
from data.reference import reading
from tasks.prefect_home import environment

POOL = "mapping"
ROOT = Path(__file__).parent.parent
FILE = ROOT / "prefect.yaml"
_BEGUN = FlowRunFilter(
    state=FlowRunFilterState(
        type=FlowRunFilterStateType(
            any_=[StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
        )
    )
)


class Slugged(BaseModel):
    """One schedule of the file; Prefect knows it again by its slug."""

    slug: str


class Deployed(BaseModel):
    """What must be known of a deployment to tell which ones the file no longer has."""

    name: str
    schedules: list[Slugged] = []


class DeploymentsFile(BaseModel):
    """The part of prefect.yaml that Prefect's own reading does not reconcile."""

    deployments: list[Deployed]


def bring_up_to_date(home: Path, address: str, log: Path) -> None:
    """Tell the server everything it must know before a worker takes its first run.

    A run stands in the folder this program was started in, so that a path typed into a form means
    the same file as one typed into the terminal.

    Raises:
        DeploymentsNotMade: Prefect did not take the file; the log says why.
    """
    told = reading.read(FILE, DeploymentsFile).deployments
    with temporary_settings({PREFECT_API_URL: address}), get_client(sync_client=True) as client:
        _end_what_was_left(client)
        _keep_pool(client, Path.cwd())
        _deploy(home, address, log)
        _prune(client, told)
        _explain(client)


def take_no_more(address: str) -> None:
    """Let the worker finish what it has begun and begin nothing else, until the next start.

    A worker that is asked to end leaves its runs alone at once, so it is asked when none is left.
    """
    with temporary_settings({PREFECT_API_URL: address}), get_client(sync_client=True) as client:
        client.update_work_pool(POOL, WorkPoolUpdate(is_paused=True))


def runs_under_way(address: str) -> int:
    """How many runs the worker has begun and not ended."""
    with temporary_settings({PREFECT_API_URL: address}), get_client(sync_client=True) as client:
        pool = WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL]))
        return len(client.read_flow_runs(flow_run_filter=_BEGUN, work_pool_filter=pool))


def _end_what_was_left(client: SyncPrefectClient) -> None:
    """Name the runs an earlier desk took down with it; no process is left that could end them.

    An automation of Prefect could name them while the desk is open. It writes a row for every event
    of every run, and a rehearsal at the desk then stood still for minutes on a locked database. A
    worker that lives names its dead runs itself, and a desk whose worker has ended closes.
    """
    message = "The desk was closed under this run. Press Run again: nothing is done twice."
    while left := client.read_flow_runs(flow_run_filter=_BEGUN):
        for run in left:
            client.set_flow_run_state(run.id, Crashed(message=message), force=True)


def _keep_pool(client: SyncPrefectClient, folder: Path) -> None:
    template = deepcopy(ProcessWorker.get_default_base_job_template())
    template["variables"]["properties"]["working_dir"]["default"] = str(folder)
    try:
        client.create_work_pool(
            WorkPoolCreate(name=POOL, type=ProcessWorker.type, base_job_template=template)
        )
    except ObjectAlreadyExists:  # what a person has set on it otherwise stays
        open_again = WorkPoolUpdate(base_job_template=template, is_paused=False)
        client.update_work_pool(POOL, open_again)


def _deploy(home: Path, address: str, log: Path) -> None:
    with log.open("ab") as written:
        done = subprocess.run(
            [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all"],
            cwd=ROOT,
            env=environment(home, address),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            check=False,
        )
    if done.returncode:
        raise DeploymentsNotMade(file=FILE, log=log)


def _prune(client: SyncPrefectClient, told: list[Deployed]) -> None:
    """Take away the deployments and schedules the file no longer has; Prefect itself never does."""
    slugs = {one.name: {schedule.slug for schedule in one.schedules} for one in told}
    for deployment in client.read_deployments():
        if deployment.work_pool_name != POOL:
            continue
        if deployment.name not in slugs:
            client.delete_deployment(deployment.id)
            continue
        for schedule in client.read_deployment_schedules(deployment.id):
            if schedule.slug not in slugs[deployment.name]:
                client.delete_deployment_schedule(deployment.id, schedule.id)


def described(words: str) -> str:
    """A flow's docstring as the page shows it: a paragraph for each point, the form tells the rest.

    The page reads Markdown, in which the lines of a docstring would run into one another.
    """
    told = words.split("Args:")[0].strip()
    return re.sub(r"\n+(When to press|What [a-z ]+):", r"\n\n**\1:**", told)


def _explain(client: SyncPrefectClient) -> None:
    for deployment in client.read_deployments():
        words = deployment.description or ""
        if deployment.work_pool_name == POOL and described(words) != words:
            client.update_deployment(deployment.id, DeploymentUpdate(description=described(words)))
