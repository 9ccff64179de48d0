"""The public pages before axe in a real browser: WCAG 2.2 AA, on desk and telephone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tasks.edges.website import build_site
from tests.edges.before_axe import show, what_axe_says
from tests.edges.two_published_years import ADDRESS, EMPTY, SUMMARIES, TEMPLATES

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium drives the browser")

_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --allow-file-access-from-files"
)
_CUT = """
return [...document.querySelectorAll('.scroll')]
    .filter(part => part.scrollWidth > part.clientWidth + 1)
    .map(part => part.textContent.trim().slice(0, 60));
"""


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    site = build_site(TEMPLATES, SUMMARIES, ADDRESS, {"2025/WBCTi": b"%PDF"})
    empty = {f"empty/{name}": content for name, content in EMPTY.items()}
    for name, content in {**site, **empty}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    program, steering = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or steering is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*_FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(steering))
    opened.set_script_timeout(20)
    yield opened
    opened.quit()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index.html", "2025/WBCTi/index.html", "empty/index.html"])
def test_axe_finds_nothing(driver: Any, on_disk: Path, name: str, width: int, scheme: str):
    show(driver, width, scheme)
    driver.get((on_disk / name).as_uri())
    passes, violations = what_axe_says(driver)
    assert violations == []
    assert passes > 20
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    if width > 1000:
        assert driver.execute_script(_CUT) == []


def test_a_keyboard_reaches_the_content_first_and_shows_where_it_is(driver: Any, on_disk: Path):
    driver.get((on_disk / "index.html").as_uri())
    driver.switch_to.active_element.send_keys("\ue004")
    focused = driver.switch_to.active_element
    assert focused.text == "Skip to the content"
    assert focused.value_of_css_property("outline-style") == "solid"
