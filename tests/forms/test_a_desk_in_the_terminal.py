"""A desk leaves nothing behind, and a verb without a desk is as quiet as one with it."""

from pathlib import Path

import pytest

from tasks import prefect_deployments
from tests.forms.desk import free_port, lives, mapping, opened

pytestmark = pytest.mark.endurance


def test_a_verb_without_a_desk_says_only_its_result(tmp_path: Path):
    home = tmp_path / "home"
    typed = mapping(home, free_port(), "status")
    assert (typed.returncode, typed.stderr) == (0, "")
    assert "mapping import-members FILE" in typed.stdout
    refused = mapping(home, free_port(), "import-members", "lost.xlsx")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "The register lost.xlsx cannot be found" in " ".join(refused.stderr.split())
    assert "Traceback" not in refused.stderr


def test_a_desk_is_open_until_ctrl_c_and_leaves_no_process(tmp_path: Path):
    home, port = tmp_path / "home", free_port()
    with opened(home, port) as desk:
        processes = desk.processes()
        assert all(lives(process) for process in processes)
    assert [process for process in processes if lives(process)] == []
    assert not (home / "prefect" / "desk.json").exists()
    assert desk.process.returncode == 0


def test_a_start_takes_away_what_the_file_no_longer_has(tmp_path: Path):
    home, port = tmp_path / "home", free_port()
    with opened(home, port) as desk:
        old = desk.ask("deployments")[0]
        flow = old["flow_id"]
        ours = {"name": "9-old", "flow_id": flow, "work_pool_name": "mapping"}
        desk.post("deployments/", ours)
        desk.post("deployments/", {"name": "of-somebody-else", "flow_id": flow})
        remind = desk.deployments()["2-remind"]
        hourly = {"schedule": {"cron": "0 * * * *", "timezone": "UTC"}, "slug": "hourly"}
        desk.post(f"deployments/{remind}/schedules", [hourly])

        log = home / "prefect" / "deploy.log"
        prefect_deployments.bring_up_to_date(home, f"{desk.page}/api", log)

        names = set(desk.deployments())
        assert "9-old" not in names
        assert {"0-import-members", "of-somebody-else"} <= names
        slugs = [one["slug"] for one in desk.get(f"deployments/{remind}/schedules")]
        assert slugs == ["working-days-at-nine"]
        assert len(desk.ask("automations")) == 1
