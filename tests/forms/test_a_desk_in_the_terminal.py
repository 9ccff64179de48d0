"""The desk as the terminal sees it: what it says, what it refuses, and what it puts in order."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks import prefect_deployments
from tests.forms.desk import ENDED, Desk, free_port, lives, mapping, opened

pytestmark = pytest.mark.endurance


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(tmp_path_factory.mktemp("terminal") / "home", free_port()) as desk:
        yield desk


def test_the_clock_plans_its_runs(desk: Desk):
    # Prefect's planner fails in silence: with SQLAlchemy 2.1 it plans nothing at all.
    planned = desk.wait_for_planned({"2-take-in", "2-remind"}, patience=90)
    assert planned == {"2-take-in", "2-remind"}
    assert "Traceback" not in (desk.home / "prefect" / "server.log").read_text(encoding="utf-8")


def test_a_verb_of_the_terminal_is_kept_by_the_open_desk_and_says_only_its_result(desk: Desk):
    typed = mapping(desk.home, free_port(), "status")
    assert (typed.returncode, typed.stderr) == (0, "")
    assert "mapping import-members FILE" in typed.stdout
    assert [run["state_type"] for run in desk.typed_runs()] == ["COMPLETED"]


def test_a_second_desk_of_the_same_home_is_refused(desk: Desk):
    typed = mapping(desk.home, free_port(), "start")
    assert typed.returncode == 1
    assert f"is already open at {desk.page}" in " ".join(typed.stderr.split())


def test_a_port_somebody_else_uses_is_refused(desk: Desk, tmp_path: Path):
    typed = mapping(tmp_path / "another", desk.port, "start")
    assert typed.returncode == 1
    assert "choose another port with MAPPING_UI_PORT" in " ".join(typed.stderr.split())


def test_a_start_takes_away_what_the_file_no_longer_has(desk: Desk):
    flow = desk.ask("deployments")[0]["flow_id"]
    ours = {"name": "9-old", "flow_id": flow, "work_pool_name": prefect_deployments.POOL}
    desk.post("deployments/", ours)
    desk.post("deployments/", {"name": "of-somebody-else", "flow_id": flow})
    remind = desk.deployments()["2-remind"]
    hourly = {"schedule": {"cron": "0 * * * *", "timezone": "UTC"}, "slug": "hourly"}
    desk.post(f"deployments/{remind}/schedules", [hourly])

    log = desk.home / "prefect" / "deploy.log"
    prefect_deployments.bring_up_to_date(desk.home, f"{desk.page}/api", log)

    names = set(desk.deployments())
    assert "9-old" not in names
    assert {"0-import-members", "of-somebody-else"} <= names
    slugs = [one["slug"] for one in desk.get(f"deployments/{remind}/schedules")]
    assert slugs == ["working-days-at-nine"]


def test_a_closing_desk_finishes_the_run_that_is_under_way(tmp_path: Path):
    home, played = tmp_path / "home", {"cycles": 1, "home": str(tmp_path / "rehearsal")}
    with opened(home, free_port()) as desk:
        identity = desk.deployments()["6-rehearse"]
        run = desk.post(f"deployments/{identity}/create_flow_run", {"parameters": played})
        assert desk.wait_for_state(run["id"], {"RUNNING"}, patience=90) == "RUNNING"
    assert desk.process.returncode == 0
    with opened(home, free_port()) as again:
        assert again.wait_for_state(run["id"], ENDED, patience=10) == "COMPLETED"


def test_a_second_ctrl_c_ends_the_run_that_is_under_way(tmp_path: Path):
    home, played = tmp_path / "home", {"cycles": 1, "home": str(tmp_path / "rehearsal")}
    with opened(home, free_port()) as desk:
        identity = desk.deployments()["6-rehearse"]
        run = desk.post(f"deployments/{identity}/create_flow_run", {"parameters": played})
        assert desk.wait_for_state(run["id"], {"RUNNING"}, patience=90) == "RUNNING"
        worker = desk.processes()[-1]
        desk.process.send_signal(signal.SIGINT)
        assert desk.wait_for_pause("mapping", patience=30)
    with pytest.raises(ProcessLookupError):
        os.killpg(worker, 0)
    with opened(home, free_port()) as again:
        assert not again.wait_for_pause("mapping", patience=0)
        assert again.wait_for_state(run["id"], ENDED, patience=10) == "CRASHED"


def test_a_killed_desk_leaves_no_process_and_its_home_can_be_opened_again(tmp_path: Path):
    home = tmp_path / "home"
    with opened(home, free_port()) as desk:
        processes = desk.processes()
        desk.process.kill()
        assert desk.wait_until_gone(processes, patience=60) == []
    assert [process for process in processes if lives(process)] == []
    with opened(home, free_port()) as again:
        assert "1-prepare" in again.deployments()


def test_a_verb_without_a_desk_says_only_its_result(tmp_path: Path):
    home = tmp_path / "home"
    typed = mapping(home, free_port(), "status")
    assert (typed.returncode, typed.stderr) == (0, "")
    assert "mapping import-members FILE" in typed.stdout
    refused = mapping(home, free_port(), "import-members", "lost.xlsx")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "The register lost.xlsx cannot be found" in " ".join(refused.stderr.split())
    assert "Traceback" not in refused.stderr
