"""A member at the real site in a real browser: in, out, locked out, searching, taking along."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.edges.before_axe import show, what_axe_says
from tests.edges.one_members_site import NAME, OWN, released, with_account
from tests.edges.one_release import REPORT

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium drives the browser")
WebDriverWait: Any = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait
staleness_of: Any = pytest.importorskip(
    "selenium.webdriver.support.expected_conditions"
).staleness_of
pytestmark = pytest.mark.endurance
ROOT = Path(__file__).parents[2]
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --window-size=1280,1000"
)
PAGES = (
    *("/", "/?q=zakon", "/?q=nowhere", "/needs/K-3", "/reports/2025/WBCTi", "/data", "/password"),
    *("/nothing", "/catalogue", "/catalogue/responses", "/catalogue/needs/1", "/2025-WBCTi"),
)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The real process on a free port, over a home with two released years."""
    with_account(released(tmp_path / "home"))
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-m", "tasks.members_serving", str(port)],
        cwd=ROOT,
        env={**os.environ, "MAPPING_HOME": str(tmp_path / "home")},
    )
    until = monotonic() + 60
    while monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                break
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Any]:
    program, steering = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or steering is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*_FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(tmp_path / "taken")}
    )
    driven = webdriver.Chrome(options=options, service=webdriver.ChromeService(steering))
    yield driven
    driven.quit()


def sign_in(driver: Any, password: str) -> str:
    driver.find_element("id", "name").send_keys(NAME)
    driver.find_element("id", "password").send_keys(password)
    return answered(driver, "main button")


def answered(driver: Any, button: str) -> str:
    """Press a button and read the page that comes in place of this one, however long it takes."""
    before = driver.find_element("tag name", "html")
    driver.find_element("css selector", button).click()
    WebDriverWait(driver, 30).until(staleness_of(before))
    return words(driver)


def words(driver: Any) -> str:
    return driver.find_element("tag name", "main").text


def search(driver: Any, sought: str) -> str:
    driver.find_element("id", "q").clear()
    driver.find_element("id", "q").send_keys(sought)
    return answered(driver, "form.search button")


def taken(folder: Path, name: str) -> bytes:
    """A downloaded file, once the browser has it whole."""
    until = monotonic() + 30
    while monotonic() < until:
        if (folder / name).is_file() and not list(folder.glob("*.crdownload")):
            return (folder / name).read_bytes()
    raise AssertionError(f"{name} did not come")


def test_a_member_signs_in_searches_in_both_scripts_and_takes_files_along(
    site: str, driver: Any, tmp_path: Path
):
    driver.get(f"{site}/needs/K-3")
    assert driver.current_url == f"{site}/sign-in?next=%2Fneeds%2FK-3"
    assert "were not accepted together" in sign_in(driver, "a wrong one")
    assert "Exchange with Eurojust" in sign_in(driver, OWN)
    assert driver.current_url == f"{site}/needs/K-3"

    driver.get(f"{site}/")
    for sought in ("zakon", "закон"):
        assert "Закон о борби против тероризма" in search(driver, sought)  # noqa: RUF001 - as above
    driver.find_element("partial link text", "CSV").click()
    assert b"K-3" in taken(tmp_path / "taken", "search.csv")

    driver.get(f"{site}/reports/2025/WBCTi")
    driver.find_element("partial link text", "report.docx").click()
    assert taken(tmp_path / "taken", "IISG 2025 WBCTi report.docx") == REPORT

    answered(driver, "header form button")
    driver.get(f"{site}/reports/2025/WBCTi")
    assert words(driver).startswith("Sign in")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 360])
def test_axe_finds_nothing_on_any_page(site: str, driver: Any, width: int, scheme: str):
    driver.set_script_timeout(20)
    show(driver, width, scheme)
    driver.get(site)
    assert what_axe_says(driver)[1] == []
    sign_in(driver, OWN)
    for path in PAGES:
        driver.get(f"{site}{path}")
        passes, violations = what_axe_says(driver)
        assert (path, violations) == (path, [])
        assert passes > 20
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_whoever_guesses_is_locked_out_even_with_the_right_password(site: str, driver: Any):
    driver.get(site)
    for _ in range(5):
        sign_in(driver, "a guess")
    assert "too many attempts" in sign_in(driver, OWN)
