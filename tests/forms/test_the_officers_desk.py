"""An officer runs every deployment from its form in the browser, and the desk opens and closes.

The pictures of forms, runs and artifacts lie in pytest's temporary folder, under `pictures`.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from data.vocabulary import Disposition, LettersMode, Outcome, Position, Subject
from tests.conftest import ROOT
from tests.forms.desk import Desk, free_port, furnish, mapping, opened
from tests.tables import rows

playwright = pytest.importorskip("playwright.sync_api", reason="no browser can be driven")
Form = pytest.importorskip("tests.forms.form").Form

pytestmark = pytest.mark.endurance

DEPLOYMENTS = [
    told["name"]
    for told in yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
]

# What is typed into each form, in the order of the year, and the state the run ends in.
# "Completed" is any good ending, under whichever name.
YEAR = """
| form               | typed                                             | ends      |
| 0-import-members   | file=lost.xlsx                                    | Refused   |
| 0-import-members   | file=members.xlsx                                 | Completed |
| 0-import-needs     | file=needs_register_2025-2026.xlsx                | Completed |
| 1-prepare          | cycle=2025; start=2026-11-09; letters=hold        | Waiting   |
| 1-record-agreement | cycle=2025; subject=calendar; member=AL; position=agreed; recorded_by=Ana; evidence=minutes.txt | Completed |
| 1-record-agreement | cycle=2025; subject=calendar; member=XX; position=agreed; recorded_by=Ana | Refused |
| 2-develop          | cycle=2025; pillar=WBCTi; letters=hold            | Waiting   |
| 2-take-in          | cycle=2025                                        | Completed |
| 2-remind           | cycle=2025; letters=hold                          | Completed |
| 2-release-letters  | cycle=2025                                        | Completed |
| 2-record-comment   | cycle=2025; pillar=WBCTi; member=AL; text=Më shumë trajnime, ju lutem.; recorded_by=Ana; received_on=2026-11-23 | Completed |
| 2-dispose-comment  | cycle=2025; pillar=WBCTi; comment=1; disposition=not accepted; recorded_by=Ana; reason=It is no need. | Completed |
| 2-dispose-comment  | cycle=2025; pillar=WBCTi; comment=9; disposition=accepted; recorded_by=Ana | Refused |
| 3-submit-to-board  | cycle=2025; pillar=WBCTi; letters=hold            | Refused   |
| 3-record-decision  | cycle=2025; pillar=WBCTi; outcome=adopted; date=2026-11-20; evidence=minutes.txt; recorded_by=Ana | Refused |
| 4-publish          | cycle=2025; pillar=WBCTi; letters=hold            | Refused   |
| 5-status           | cycle=2025                                        | Completed |
| 5-verify           | cycle=2025                                        | Proven    |
| 6-rehearse         | seed=7; cycles=1; home=REHEARSAL                  | Completed |
"""  # noqa: E501 - a row is what one form takes

CHOICES = """
| form               | parameter   |
| 1-record-agreement | subject     |
| 1-record-agreement | position    |
| 1-prepare          | letters     |
| 2-dispose-comment  | disposition |
| 3-record-decision  | outcome     |
"""
WORDS = {
    "subject": Subject,
    "position": Position,
    "letters": LettersMode,
    "disposition": Disposition,
    "outcome": Outcome,
}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures", numbered=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("desk") / "home"
    furnish(home)
    with opened(home, free_port()) as desk:
        yield desk


@pytest.fixture(scope="module")
def page(desk: Desk) -> Iterator["playwright.Page"]:
    chromium = shutil.which("chromium") or pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page(viewport={"width": 1366, "height": 900})
        browser.close()


def test_one_page_shows_the_whole_year(desk: Desk, page, pictures: Path):
    page.goto(f"{desk.page}/v2/deployments?limit=50")
    page.get_by_text(DEPLOYMENTS[-1]).first.wait_for()
    page.screenshot(path=pictures / "deployments.png", full_page=True)
    shown = page.locator("table").inner_text()
    assert [name for name in DEPLOYMENTS if name not in shown] == []


def test_the_clock_has_planned_its_runs(desk: Desk, page):
    # Prefect's planner is silent when it fails: a wrong SQLAlchemy once left it with nothing.
    names, waited = {identity: name for name, identity in desk.deployments().items()}, 0
    while waited < 60:
        runs = desk.ask("flow_runs", flow_runs={"state": {"type": {"any_": ["SCHEDULED"]}}})
        planned = {names.get(run["deployment_id"]) for run in runs}
        if planned >= {"2-take-in", "2-remind"}:
            return
        page.wait_for_timeout(1000)
        waited += 1
    pytest.fail(f"only {planned} is planned")


@pytest.mark.parametrize("row", rows(CHOICES), ids=lambda row: row["parameter"])
def test_a_drop_down_offers_the_words_people_use(row: dict[str, str], desk: Desk, page):
    offered = Form(page, desk, row["form"]).choices(row["parameter"])
    assert offered == [str(word) for word in WORDS[row["parameter"]]]


def test_every_deployment_is_run_from_its_form():
    assert list(dict.fromkeys(row["form"] for row in rows(YEAR))) == DEPLOYMENTS


@pytest.mark.parametrize(
    ("number", "row"),
    list(enumerate(rows(YEAR), start=1)),
    ids=lambda value: value["form"] + " " + value["ends"] if isinstance(value, dict) else "",
)
def test_a_form_is_filled_and_its_run_ends_as_it_should(
    number: int, row: dict[str, str], desk: Desk, page, pictures: Path
):
    form = Form(page, desk, row["form"])
    for typed in row["typed"].split("; "):
        name, value = typed.split("=", 1)
        form.fill(name, value.replace("REHEARSAL", str(desk.home.parent / "rehearsal")))
    run = form.submit(900, pictures, f"{number:02} {row['form']}")

    name, message = run["state"]["name"], run["state"]["message"] or ""
    if row["ends"] == "Refused":
        assert (run["state_type"], name) == ("FAILED", "Refused"), desk.log_of(run)
        assert message.rstrip().endswith((".", "”"))
        assert "Traceback" not in desk.log_of(run), "a refusal is a sentence, not a crash"
    else:
        assert run["state_type"] == "COMPLETED", f"{name}: {message}\n{desk.log_of(run)}"
        assert row["ends"] == "Completed" or name.startswith(row["ends"])


def test_the_state_of_play_is_an_artifact(desk: Desk, page, pictures: Path):
    shown = [one for one in desk.ask("artifacts") if one["key"] == "state-of-play-2025"]
    newest = max(shown, key=lambda one: one["created"])
    page.goto(f"{desk.page}/v2/artifacts/artifact/{newest['id']}")
    page.get_by_text("WBBSi").first.wait_for()
    page.screenshot(path=pictures / "state of play.png", full_page=True)


def test_a_verb_of_the_terminal_is_kept_by_the_open_desk_and_says_only_its_result(desk: Desk):
    typed = mapping(desk.home, free_port(), "status", "2025")
    assert (typed.returncode, typed.stderr) == (0, "")
    assert "WBCTi" in typed.stdout
    assert "prefect" not in typed.stdout.lower()
    by_hand = [run for run in desk.ask("flow_runs") if run["deployment_id"] is None]
    assert any(run["state_type"] == "COMPLETED" for run in by_hand)


def test_a_second_desk_of_the_same_home_is_refused(desk: Desk):
    typed = mapping(desk.home, free_port(), "start")
    assert typed.returncode == 1
    assert f"is already open at {desk.page}" in " ".join(typed.stderr.split())


def test_a_port_somebody_else_uses_is_refused(desk: Desk, tmp_path: Path):
    typed = mapping(tmp_path, int(desk.page.rsplit(":", 1)[1]), "start")
    assert typed.returncode == 1
    assert "choose another port with MAPPING_UI_PORT" in " ".join(typed.stderr.split())
