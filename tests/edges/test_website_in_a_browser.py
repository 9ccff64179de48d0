"""The public site is kind to whoever reads it: contrasts, a telephone, a real browser."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edges.two_published_years import EMPTY, SITE
from tests.tables import rows

PAIRS = """
| ink       | paper    |
| --ink     | --paper  |
| --ink     | --tint   |
| --ink     | --note   |
| --muted   | --paper  |
| --accent  | --paper  |
| --accent  | --tint   |
| --accent  | --note   |
| --on-pale | --step-1 |
| --on-pale | --step-2 |
| --on-pale | --step-3 |
| --on-deep | --step-4 |
| --on-deep | --step-5 |
"""


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_and_paper_differ_by_four_and_a_half_to_one(scheme: str):
    style = SITE["style.css"].decode()
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    colours = dict(re.findall(r"(--[\w-]+): (#\w{6})", light))
    if scheme == "dark":
        colours |= dict(re.findall(r"(--[\w-]+): (#\w{6})", dark))
    for pair in rows(PAIRS):
        low, high = sorted((brightness(colours[pair["ink"]]), brightness(colours[pair["paper"]])))
        assert (high + 0.05) / (low + 0.05) >= 4.5, pair


def browse(folder: Path, *arguments: str) -> str:
    """Run the browser once, without a window and without any service of its own."""
    chromium = shutil.which("chromium") or pytest.skip("no chromium on this machine")
    command = (
        f"{chromium} --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync "
        "--hide-scrollbars --allow-file-access-from-files"
    )
    profile = f"--user-data-dir={folder / 'profile'}"
    done = subprocess.run(  # noqa: S603 - our own command line
        [*command.split(), profile, *arguments], capture_output=True, timeout=60, check=True
    )
    return done.stdout.decode()


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("site")
    for name, content in {**SITE, "empty/index.html": EMPTY["index.html"]}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "empty/style.css").write_bytes(SITE["style.css"])
    yield folder
    shutil.rmtree(folder / "profile", ignore_errors=True)


def test_nothing_hangs_over_the_edge_of_a_telephone(on_disk: Path):
    shown = ("index.html", "empty/index.html", "2025/WBCTi/index.html")
    frames = "".join(f'<iframe width="360" height="800" src="{name}"></iframe>' for name in shown)
    measure = "Array.from(frames, frame => frame.document.documentElement.scrollWidth)"
    (on_disk / "telephone.html").write_text(
        f"<body style='margin:0'>{frames}<script>onload = () => "
        f"{{document.title = {measure}}}</script></body>"
    )
    seen = browse(on_disk, "--dump-dom", (on_disk / "telephone.html").as_uri())
    assert "<title>360,360,360</title>" in seen


@pytest.mark.parametrize("width", [1280, 360])
def test_the_browser_draws_a_page(on_disk: Path, width: int):
    picture = on_disk / f"{width}.png"
    frame = on_disk / f"{width}.html"
    frame.write_text(
        f"<body style='margin:0'><iframe style='border:0' width='{width}' height='2400' "
        "src='2025/WBCTi/index.html'></iframe></body>"
    )
    browse(on_disk, f"--screenshot={picture}", f"--window-size={width},2400", frame.as_uri())
    assert picture.stat().st_size > 20_000
