"""The officer's browser: it opens forms of the desk, fills them as a person does, and looks."""

import json
import re
import shutil
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium drives the browser")
exceptions = pytest.importorskip("selenium.common.exceptions")
WebDriverWait = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait

_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --hide-scrollbars "
    "--window-size=1280,1400"
)
PATIENCE = 120  # seconds; a cold desk on two busy cores needs over 60 for its first page
A_CLICK = 20  # seconds after which a person presses again
ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
_FIELD = "//form//label[normalize-space()='{0}' or normalize-space()='{0} (Optional)']"


def browser(profile: Path) -> Any:
    """A browser of our own, or a skipped test where none is installed."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*_FLAGS.split(), f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


class Page:
    """The desk as it shows in a browser; what a run came to is asked of Prefect itself."""

    def __init__(self, driver: Any, server: str, pictures: Path) -> None:
        self.driver, self.server, self.pictures = driver, server, pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def ask(self, path: str, asked: Mapping[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.server}/api{path}",
            data=None if asked is None else json.dumps(asked).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
            return json.load(answer)

    def deployments(self) -> dict[str, str]:
        """The identity of each deployment, by its name."""
        return {each["name"]: each["id"] for each in self.ask("/deployments/filter", {})}

    def open_form(self, deployment: str) -> None:
        self._go(f"/deployments/deployment/{self.deployments()[deployment]}/run")
        self._find("//form//button[@type='submit']")

    def fill(self, name: str, value: str) -> None:
        label = self._find(_FIELD.format(name))
        field = self.driver.find_element("id", label.get_attribute("for"))
        if field.tag_name in ("textarea", "input"):
            field.send_keys(webdriver.Keys.CONTROL, "a")
            field.send_keys(value)
        elif field.get_attribute("aria-haspopup") == "listbox":
            field.click()
            self._find(f"//*[@role='option'][normalize-space()='{value}']").click()
        else:  # a date: the calendar opens at today's month
            field.click()
            self._find(f"//*[@role='dialog']//button[normalize-space()='{int(value)}']").click()
            field.send_keys(webdriver.Keys.ESCAPE)

    def choices(self, name: str) -> list[str]:
        """What the dropdown of a field offers."""
        field = self._find(_FIELD.format(name)).get_attribute("for")
        self.driver.find_element("id", field).click()
        self._find("//*[@role='option']")
        offered = [each.text for each in self.driver.find_elements("xpath", "//*[@role='option']")]
        self.driver.find_element("tag name", "body").send_keys(webdriver.Keys.ESCAPE)
        return offered

    def submit(self) -> None:
        self._find("//form//button[@type='submit']").click()

    def press(self) -> None:
        """Submit a form that is filled in; a click the page missed while it moved is repeated."""
        form = self.driver.current_url
        until = monotonic() + PATIENCE
        while self.driver.current_url == form:
            assert monotonic() < until, self.words()
            self.submit()
            with suppress(exceptions.TimeoutException):
                WebDriverWait(self.driver, A_CLICK).until(lambda page: page.current_url != form)

    def pressed(self, deployment: str) -> list[dict[str, Any]]:
        """The runs of a deployment that a person pressed, none of the clock's."""
        asked = {"deployments": {"name": {"any_": [deployment]}}}
        found = self.ask("/flow_runs/filter", asked)
        return [run for run in found if not run["auto_scheduled"]]

    def ending(self, deployment: str, patience: float) -> dict[str, Any]:
        """How the one run of a deployment that a person pressed ended, as Prefect keeps it."""
        until = monotonic() + patience
        while monotonic() < until:
            found = self.pressed(deployment)
            if found and found[0]["state_type"] in ENDED:
                return found[0]
            self.driver.execute_async_script("setTimeout(arguments[0], 500)")
        raise AssertionError(f"{deployment} has not ended after {patience} seconds: {found}")

    def open_run(self, run: Mapping[str, Any]) -> None:
        """The details of a run, where the message of its state stands if it has one."""
        self.open(f"/runs/flow-run/{run['id']}?tab=Details", run["state_name"])
        self.see("State Message" if run["state"]["message"] else "Flow Run ID")

    def open_artifact(self, key: str) -> str:
        """The words of an artifact as the page renders them."""
        (latest,) = self.ask("/artifacts/latest/filter", {"artifacts": {"key": {"any_": [key]}}})
        self._go(f"/artifacts/artifact/{latest['latest_id']}")
        self._find("//main//table")
        return self.words()

    def open_description(self, deployment: str) -> list[str]:
        """The paragraphs in which the page tells what a flow does."""
        self._go(f"/deployments/deployment/{self.deployments()[deployment]}?tab=Description")
        self._find("//p[strong]")
        return [each.text for each in self.driver.find_elements("xpath", "//p[strong]")]

    def picture(self, name: str) -> None:
        """Keep what is seen, down to the end of the page."""
        seen = re.sub(r"[^a-z0-9-]+", "-", name.lower())
        self.driver.save_screenshot(str(self.pictures / f"{seen}.png"))

    def words(self) -> str:
        return self.driver.find_element("tag name", "main").text

    def open(self, path: str, shown: str) -> None:
        self._go(path)
        self.see(shown)

    def see(self, words: str) -> None:
        """Wait until these words stand on the page."""
        self._find(f'//main//*[text()[contains(normalize-space(), "{words}")]]')

    def _go(self, path: str) -> None:
        self.driver.get(f"{self.server}/v2{path}")

    def _find(self, where: str) -> Any:
        def seen(driver: Any) -> Any:
            return next((e for e in driver.find_elements("xpath", where) if e.is_displayed()), None)

        redrawn = (exceptions.StaleElementReferenceException,)  # a list that grew meanwhile
        wait = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=redrawn)
        return wait.until(seen, f"nothing to see at {where}")
