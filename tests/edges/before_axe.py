"""A page before axe in a real browser: WCAG 2.2 AA, as a desk or a telephone shows it."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

_LOOK = """
const told = arguments[arguments.length - 1];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, {runOnly: tags}).then(
    found => told([found.passes.length, found.violations.map(one => one.id)]),
    error => told([0, [String(error)]]),
);
"""


def show(driver: Any, width: int, scheme: str) -> None:
    """Make the browser as wide as a desk or a telephone, and light or dark."""
    sized = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", sized)
    preferred = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": preferred})


def what_axe_says(driver: Any) -> tuple[int, list[str]]:
    """How many rules the page keeps, and which it breaks.

    The script is that of the package that keeps it up to date; its own driver is not used.
    """
    package = find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        pytest.skip("axe is not installed")
    driver.execute_script((Path(package.origin).parent / "axe.min.js").read_text("utf-8"))
    passes, violations = driver.execute_async_script(_LOOK)
    return passes, violations
