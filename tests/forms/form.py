"""A form of Prefect's page, filled as a person fills it: by the names and words they see."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.forms.desk import ENDED, Desk

READ = 30_000  # milliseconds for a page to show what it has to show


class Form:
    """The page "Run" of one deployment."""

    def __init__(self, page: Page, desk: Desk, deployment: str) -> None:
        self.page = page
        self.desk = desk
        identity = desk.deployments()[deployment]
        page.goto(f"{desk.page}/v2/deployments/deployment/{identity}/run")
        page.get_by_role("button", name="Submit").wait_for(timeout=READ)
        self.run_name = page.get_by_label("Run Name").input_value()

    def fill(self, name: str, value: str) -> None:
        """Give one parameter its value, whichever kind of field stands for it."""
        words = re.compile(rf"^{re.escape(name)}( \(Optional\))?$")
        label = self.page.locator("form label").filter(has_text=words)
        group = label.locator("xpath=ancestor::div[contains(@class, 'group')][1]")
        if group.get_by_role("tab", name="date").count():
            group.get_by_role("tab", name="date").click()
        if group.get_by_role("button", name="Add item").count():
            group.get_by_role("button", name="Add item").click()
            group.locator("textarea").last.fill(value)
        elif group.get_by_role("button", name="Pick a date").count():
            group.get_by_role("button", name="Pick a date").click()
            self._pick_date(value)
        elif group.locator("[aria-haspopup=listbox]").count():
            group.locator("[aria-haspopup=listbox]").click()
            self.page.get_by_role("option", name=value, exact=True).click()
        else:
            group.locator("textarea, input").first.fill(value)

    def choices(self, name: str) -> list[str]:
        """What the drop-down of a parameter offers."""
        self.page.get_by_role("button", name=f"Select {name}").click()
        offered = self.page.get_by_role("option").all_inner_texts()
        self.page.keyboard.press("Escape")
        return offered

    def submit(self, patience: float, pictures: Path, picture: str) -> dict[str, Any]:
        """Press Submit, wait until the run has ended, and take pictures before and after."""
        self.page.screenshot(path=pictures / f"{picture} form.png", full_page=True)
        self.page.get_by_role("button", name="Submit").click()
        waited, pause = 0.0, 0.5
        while self.desk.run_named(self.run_name).get("state_type") not in ENDED:
            assert waited < patience, f"{picture}: the run has not ended after {patience} seconds"
            self.page.wait_for_timeout(pause * 1000)
            waited += pause
        run = self.desk.run_named(self.run_name)
        self.page.goto(f"{self.desk.page}/v2/runs/flow-run/{run['id']}?tab=Details")
        self._shown(self.page.get_by_text(run["state"]["name"]).first)
        self.page.screenshot(path=pictures / f"{picture} run.png", full_page=True)
        return run

    def _pick_date(self, value: str) -> None:
        typed = self.page.get_by_placeholder("yyyy-MM-dd")
        typed.fill(value)
        typed.press("Enter")
        self.page.keyboard.press("Escape")

    def _shown(self, what: Locator) -> None:
        what.wait_for(timeout=READ)
        self.page.wait_for_load_state("networkidle")
