"""The officer's desk in the browser: every form is opened, filled, submitted and looked at.

The presses stand in the order of a year and need one another. Pictures of every form and of every
run are kept in the folder `desk` of pytest's `--basetemp`.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
import yaml

from data.vocabulary import LettersMode, Outcome
from tasks.prefect_deployments import FILE
from tasks.prefect_home import any_free_port
from tests.conftest import ROOT
from tests.forms.page import Page, browser

pytestmark = pytest.mark.endurance

REGISTERS = ROOT / "data" / "reference" / "rehearsal"
OPENING, CLOSING, REHEARSING = 180, 60, 900  # seconds, on two cores that have other work
ME = {"recorded_by": "Officer on duty"}
REPORT = {"cycle": "2025", "pillar": "WBCTi"}
REMARK = {"member": "AL", "text": "Please name the year."}
ASKED = {"request": "2025-WBCTi-AL-response"}
AGREED = {"subject": "calendar", "member": "AL", "position": "agreed"}
# The calendar opens at this month; the first day of a month has always come.
DECISION = {"outcome": "adopted", "date": "1", "evidence": "minutes.pdf", "minutes": "2026/2"}
NOT_BEFORE = "is not before the Board, so nothing can be decided"
PRESSES = (
    ("0-import-members", {"file": str(REGISTERS / "members.xlsx")}, "members.xlsx: 22 members", ""),
    (
        "0-import-needs",
        {"file": str(REGISTERS / "needs_register_2025-2026.xlsx")},
        "needs_register_2025-2026.xlsx: 208 needs",
        "",
    ),
    ("1-prepare", {"cycle": "2025"}, "Waiting for the agreement of 6 partners on the calendar", ""),
    ("1-record-agreement", {"cycle": "2025", **AGREED, **ME}, "agreed by 1 of 6 partners", ""),
    ("2-develop", {"cycle": "2025"}, "Waiting for the agreement of 5 partners on the calendar", ""),
    ("2-take-in", {}, "0 returns filed, 0 receipts held", ""),
    (
        "2-split",
        {"cycle": "2025", **ASKED},
        "Refused",
        "There is no request 2025-WBCTi-AL-response in 2025",
    ),
    (
        "2-settle-return",
        {"cycle": "2025", "file": "answers.xlsx", "outcome": "accept", "reason": "Asked.", **ME},
        "Refused",
        "No return of 2025 that is held is called",
    ),
    (
        "2-settle-text",
        {"cycle": "2025", "text": "1", "decision": "release", "reason": "Asked.", **ME},
        "Refused",
        "No text of 2025 is withheld under number 1",
    ),
    (
        "2-confirm-blank",
        {"cycle": "2025", **ASKED, "need": "AL-CT-01", "line": "1", **ME},
        "Refused",
        "There is no request 2025-WBCTi-AL-response in 2025",
    ),
    (
        "2-restore-return",
        {"cycle": "2025", **ASKED, "version": "1", "reason": "Asked.", **ME},
        "Refused",
        "There is no request 2025-WBCTi-AL-response in 2025",
    ),
    ("2-remind", {}, "0 reminders ", ""),
    ("2-release-letters", {"cycle": "2025"}, "6 letters sent", ""),
    (
        "2-resend-letter",
        {"cycle": "2025", "letter": "none.eml", "reason": "It came back.", **ME},
        "Refused",
        "No letter of 2025 lies in the outbox under the name",
    ),
    (
        "2-review-findings",
        {**REPORT, **ME},
        "No pair of projects of 2025 WBCTi is alike; nothing to review",
        "",
    ),
    ("2-record-comment", {**REPORT, **REMARK, **ME}, "Refused", "takes no comments"),
    (
        "2-dispose-comment",
        {**REPORT, "comment": "1", "disposition": "accepted", **ME},
        "Refused",
        "There is no comment 1 on the WBCTi report of 2025.",
    ),
    ("2-take-comments", {**REPORT, **ME}, "Refused", "takes no comments"),
    (
        "2-record-conclusions",
        {**REPORT, **REMARK, "meeting": "Tirana, 3 June 2026", **ME},
        "Refused",
        "takes no comments",
    ),
    (
        "2-move-meeting",
        {**REPORT, "day": "1", **ME},
        "Refused",
        "No regional consultation on 2025 WBCTi is convoked.",
    ),
    (
        "2-cancel-meeting",
        {**REPORT, **ME},
        "Refused",
        "No regional consultation on 2025 WBCTi is convoked.",
    ),
    ("2-comment-register", REPORT, "Refused", "No comment on the WBCTi report of 2025"),
    (
        "2-dispose-comments",
        {**REPORT, "file": "register.xlsx", **ME},
        "Refused",
        "There is no register of comments register.xlsx.",
    ),
    (
        "2-accept-edits",
        {**REPORT, "file": "draft.docx", "author": "Officer on duty", **ME},
        "Refused",
        "when its words stay as they are",
    ),
    ("2-compare-drafts", REPORT, "Refused", "has no two drafts to compare"),
    ("3-submit-to-board", REPORT, "Refused", "there is no final draft to submit"),
    (
        "3-record-delivery",
        {**REPORT, "seat": "AL", "state": "delivered", **ME},
        "Refused",
        NOT_BEFORE,
    ),
    (
        "3-record-position",
        {**REPORT, "seat": "AL", "position": "approve", **ME},
        "Refused",
        NOT_BEFORE,
    ),
    ("3-board-standing", REPORT, "Refused", NOT_BEFORE),
    (
        "3-record-decision",
        {**REPORT, **DECISION, **ME},
        "Refused",
        "The evidence file minutes.pdf cannot be read.",
    ),
    ("3-confirm-decision", {**REPORT, "confirmed_by": "A colleague"}, "Refused", NOT_BEFORE),
    ("3-recall-decision", {**REPORT, "reason": "Wrong minutes.", **ME}, "Refused", NOT_BEFORE),
    ("3-record-amendment", {**REPORT, "text": "Shorten it.", **ME}, "Refused", NOT_BEFORE),
    ("3-tick-amendment", {**REPORT, "amendment": "1", **ME}, "Refused", NOT_BEFORE),
    ("3-bind-amended", {**REPORT, **ME}, "Refused", NOT_BEFORE),
    ("4-publish", REPORT, "Refused", "has never been before the Board"),
    ("4-members-account", {"action": "list"}, "0 accounts of the members' database", ""),
    ("4-export-database", {"cycle": "2025"}, "Refused", "No report of the cycle 2025"),
    ("5-status", {"cycle": "2025"}, "Completed", ""),
    ("5-verify", {}, "Proven", "Every record is proven"),
    ("5-trace", {"file": "draft.docx"}, "Refused", "The draft draft.docx cannot be found."),
    ("5-backup", {"to": "{work}/backup.zip"}, "The backup is", "Its SHA-256 is"),
    (
        "5-purge",
        {"cycle": "2025", "reason": "Sent in error.", "decided_by": "Officer on duty"},
        "Refused",
        "Neither a file nor a text was named",
    ),
    ("5-handover", {"cycle": "2025"}, "The handover of 2025 is", "It holds"),
    (
        "5-propose-amendment",
        {"member": "AL", "text": "Add a filter.", "reason": "Needed.", **ME},
        "Proposal 1 of Albania is on record with 0 files",
        "",
    ),
    (
        "5-submit-proposal",
        {"proposal": "1"},
        "Waiting for the decision of the Board on proposal 1",
        "",
    ),
    ("5-release-proposal-letters", {}, "7 letters on proposals sent", ""),
    (
        "5-record-proposal-delivery",
        {"proposal": "1", "seat": "AL", "state": "delivered", **ME},
        "Round 1 on proposal 1 is open",
        "",
    ),
    (
        "5-record-proposal-position",
        {"proposal": "1", "seat": "AL", "position": "approve", **ME},
        "Round 1 on proposal 1 is open",
        "",
    ),
    ("5-proposal-standing", {}, "Proposal 1 of Albania: round 1 is open", ""),
    (
        "5-record-proposal-decision",
        {"proposal": "1", **DECISION, **ME},
        "Refused",
        "The evidence file minutes.pdf cannot be read.",
    ),
    (
        "5-confirm-proposal-decision",
        {"proposal": "1", "confirmed_by": "A colleague"},
        "Refused",
        "No decision of the Board on round 1 on proposal 1 is in force.",
    ),
    (
        "5-recall-proposal-decision",
        {"proposal": "1", "reason": "Wrong minutes.", **ME},
        "Refused",
        "No decision of the Board on round 1 on proposal 1 is in force.",
    ),
    (
        "5-adopt-methodology",
        {"proposal": "1", "folder": "2027", **ME},
        "Refused",
        "There is no folder 2027",
    ),
    (
        "5-confirm-methodology",
        {"version": "2027", "confirmed_by": "A colleague"},
        "Refused",
        "There is no version 2027 of the Methodology",
    ),
    (
        "5-compare-methodologies",
        {},
        "Refused",
        "No version of the Methodology was laid on record beside 2022.",
    ),
)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk", numbered=False)


@pytest.fixture(scope="module")
def opened(work: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`mapping start` in an empty home, and the address it answers at."""
    port = any_free_port()
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MAPPING_")}
    said = work / "said.txt"
    with said.open("wb") as written:
        desk = subprocess.Popen(
            [sys.executable, "-m", "flows", "start"],
            cwd=ROOT,
            env={**ours, "MAPPING_HOME": str(work / "home"), "MAPPING_UI_PORT": str(port)},
            stdout=written,
            stderr=written,
        )
    try:
        _wait_until_open(desk, said)
        yield desk, f"http://127.0.0.1:{port}"
    finally:
        desk.terminate()
        desk.wait(CLOSING)


@pytest.fixture(scope="module")
def page(work: Path, opened: tuple[subprocess.Popen[bytes], str]) -> Iterator[Page]:
    driver = browser(work / "profile")
    yield Page(driver, opened[1], work)
    driver.quit()


def test_every_deployment_is_offered_and_pressed_here(page: Page):
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))["deployments"]
    pressed = [*(deployment for deployment, *_ in PRESSES), "6-rehearse"]
    assert sorted(page.deployments()) == sorted(each["name"] for each in told) == sorted(pressed)
    page.open("/deployments?limit=100", "0-import-members")
    page.picture("deployments")


def test_a_description_is_told_in_paragraphs(page: Page):
    told = page.open_description("2-develop")
    page.picture("2-develop description")
    assert [paragraph.split(":")[0] for paragraph in told] == [
        "When to press",
        "What it does",
        "What it never does",
        "What next",
    ]


@pytest.mark.parametrize(
    ("deployment", "field", "values"),
    [("3-record-decision", "outcome", Outcome), ("2-develop", "letters", LettersMode)],
)
def test_a_dropdown_offers_the_words_people_use(page: Page, deployment, field, values):
    page.open_form(deployment)
    assert page.choices(field) == [str(value) for value in values]


def test_a_required_field_left_blank_is_named_before_anything_runs(page: Page):
    page.open_form("1-prepare")
    page.submit()
    page.see("required")
    page.picture("1-prepare left blank")
    assert page.pressed("1-prepare") == []


@pytest.mark.parametrize(
    ("deployment", "fields", "name", "message"), PRESSES, ids=[press[0] for press in PRESSES]
)
def test_a_form_ends_as_the_officer_is_told(
    page: Page, work: Path, deployment, fields, name, message
):
    page.open_form(deployment)
    page.picture(f"{deployment} form")
    for field, value in fields.items():
        page.fill(field, value.format(work=work))
    page.picture(f"{deployment} form filled")
    run = submit_and_look(page, deployment)
    assert run["state_name"].startswith(name), run["state"]["message"]
    assert message in (run["state"]["message"] or "")
    assert message in page.words()


def test_the_state_of_play_is_a_page_to_read(page: Page):
    told = page.open_artifact("state-of-play-2025")
    page.picture("state of play")
    assert "State of play 2025" in told
    assert "2025 WBCTi" in told
    assert "\\" not in told


def test_a_rehearsal_is_played_at_the_desk(page: Page, work: Path):
    page.open_form("6-rehearse")
    page.fill("cycles", "1")
    page.fill("home", str(work / "rehearsal"))
    page.picture("6-rehearse form filled")
    run = submit_and_look(page, "6-rehearse")
    assert run["state_name"] == "Rehearsed", run["state"]["message"]


def test_a_closed_desk_leaves_no_process_behind(
    opened: tuple[subprocess.Popen[bytes], str], work: Path
):
    desk, _ = opened
    note = work / "home" / "prefect" / "desk.json"
    processes = json.loads(note.read_text("utf-8"))["processes"]
    desk.send_signal(signal.SIGINT)
    assert desk.wait(CLOSING) == 0
    assert [process for process in processes if Path(f"/proc/{process}").exists()] == []
    assert not note.exists()


def submit_and_look(page: Page, deployment: str) -> dict[str, Any]:
    page.press()
    run = page.ending(deployment, REHEARSING)
    page.open_run(run)
    page.picture(f"{deployment} run")
    return run


def _wait_until_open(desk: subprocess.Popen[bytes], said: Path) -> None:
    until = monotonic() + OPENING
    while "The desk is open" not in said.read_text("utf-8"):
        assert desk.poll() is None, said.read_text("utf-8")
        assert monotonic() < until, said.read_text("utf-8")
        try:
            desk.wait(0.5)
        except subprocess.TimeoutExpired:
            continue
