"""What the desk in the browser offers is what the program can do, no more and no less."""

import re
import tomllib
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
import yaml
from prefect.flows import load_flow_from_entrypoint

from data.settings import Settings
from flows.__main__ import VERBS
from tasks.prefect_deployments import FILE, POOL, described
from tests.conftest import ROOT
from tests.tables import rows

TOLD = yaml.safe_load(FILE.read_text(encoding="utf-8"))
DEPLOYMENTS = TOLD["deployments"]
each_deployment = pytest.mark.parametrize("told", DEPLOYMENTS, ids=lambda told: told["name"])

WORDS = """\
Read a file.

When to press: when the file has come.
What it does: it reads the file
and keeps it.
What next: nothing.

Args:
    file: Its path.
"""


def flow_of(told):
    return load_flow_from_entrypoint(told["entrypoint"], use_placeholder_flow=False)


def test_every_verb_has_exactly_one_deployment_and_every_deployment_a_verb():
    offered = Counter(flow_of(told).name for told in DEPLOYMENTS)
    assert offered == Counter(verb.name for verb in VERBS)


@each_deployment
def test_the_entrypoint_is_a_module_that_loads_without_a_placeholder(told):
    assert re.fullmatch(r"flows\.[a-z]+\.[a-z_]+", told["entrypoint"])
    assert flow_of(told) in VERBS


@each_deployment
def test_a_deployment_is_named_by_the_phase_and_the_verb(told):
    phase, verb = told["name"].split("-", 1)
    assert phase in "0123456"
    assert verb == flow_of(told).name


@each_deployment
def test_a_run_is_named_by_what_it_does_and_to_what(told):
    flow = flow_of(told)
    named = re.findall(r"{(\w+)}", str(flow.flow_run_name))
    assert set(named) <= set(flow.parameters.properties)
    assert str(flow.flow_run_name)[0].isupper()
    assert named or "cycle" not in flow.parameters.properties


def test_the_deployments_stand_in_the_order_the_year_runs():
    names = [told["name"][0] for told in DEPLOYMENTS]
    assert names == sorted(names)
    assert [flow_of(told).name for told in DEPLOYMENTS] == [verb.name for verb in VERBS]


@each_deployment
def test_the_form_explains_itself_and_each_of_its_fields(told):
    flow = flow_of(told)
    assert flow.description
    assert [
        name
        for name, field in flow.parameters.properties.items()
        if not field.get("description", "").strip().endswith((".", "?"))
    ] == []


@each_deployment
def test_what_the_file_fills_in_is_a_field_of_the_form_and_taken_by_it(told):
    flow, filled = flow_of(told), told.get("parameters", {})
    assert set(filled) <= set(flow.parameters.properties)
    required = dict.fromkeys(flow.parameters.required or [], "2025")
    if filled:
        flow.validate_parameters(required | filled)


@each_deployment
def test_a_run_is_taken_by_the_worker_that_the_desk_starts(told):
    assert told["work_pool"]["name"] == POOL


def test_the_clock_presses_what_the_year_needs():
    pressed = {
        told["name"]: (schedule["cron"], schedule["timezone"])
        for told in DEPLOYMENTS
        for schedule in told.get("schedules", [])
    }
    assert pressed == {
        row["deployment"]: (row["cron"], row["timezone"])
        for row in rows(
            """
            | deployment | cron         | timezone        |
            | 2-take-in  | */15 * * * * | Europe/Sarajevo |
            | 2-remind   | 0 9 * * 1-5  | Europe/Sarajevo |
            """
        )
    }


@each_deployment
def test_a_schedule_has_a_slug_and_a_timezone_and_leaves_its_switch_to_people(told):
    assert "active" not in told
    slugs = [schedule["slug"] for schedule in told.get("schedules", [])]
    assert len(set(slugs)) == len(slugs)
    for schedule in told.get("schedules", []):
        assert "active" not in schedule
        assert ZoneInfo(schedule["timezone"]) == ZoneInfo(Settings.model_fields["zone"].default)


@each_deployment
def test_what_the_clock_presses_runs_alone(told):
    if told.get("schedules"):
        assert told["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}


def test_nothing_the_clock_presses_sends_a_letter():
    pressed = {told["name"]: told.get("parameters") for told in DEPLOYMENTS if "schedules" in told}
    assert pressed == {"2-take-in": None, "2-remind": {"letters": "hold"}}


def test_the_deployments_bear_the_version_of_the_program():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {told["version"] for told in DEPLOYMENTS} == {project["version"]}


def test_nothing_is_fetched_before_a_run():
    assert TOLD["pull"] == []
    assert [told["name"] for told in DEPLOYMENTS if "pull" in told] == []


def test_the_page_gives_every_point_of_a_flows_words_a_paragraph_of_its_own():
    assert described(WORDS).split("\n\n") == [
        "Read a file.",
        "**When to press:** when the file has come.",
        "**What it does:** it reads the file\nand keeps it.",
        "**What next:** nothing.",
    ]


def test_words_that_stand_in_paragraphs_already_stay_as_they_are():
    assert described(described(WORDS)) == described(WORDS)
