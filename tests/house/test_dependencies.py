"""What is installed is named once, pinned once, and fetched from wherever a site fetches it."""

import re
import subprocess
import tomllib

import pytest

from tests.conftest import ROOT

# Names of XML vocabularies, addresses on this machine, and addresses that exist nowhere.
_ADDRESSES_WE_NAME = re.compile(
    r"schemas\.(openxmlformats|microsoft)\.\w+|purl\.(oclc\.)?org|www\.(w3|sitemaps)\.org"
    r"|127\.0\.0\.1|localhost|\{\w+\}|[\w.-]+\.example"
)
_ADDRESS = re.compile(r"https?://([\w.{}-]+)")
_INDEX_OPTION = re.compile(r"--(extra-)?index-url|--find-links|registry\s*=")
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> list[str]:
    extras = [each for extra in _PROJECT["optional-dependencies"].values() for each in extra]
    return [_NAME.match(each)[0] for each in [*_PROJECT["dependencies"], *extras]]


@pytest.fixture
def pins() -> list[str]:
    path = ROOT / "constraints.txt"
    if not path.exists():
        pytest.skip("constraints.txt is not written yet")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def test_every_pin_is_a_name_and_one_version(pins: list[str]):
    assert [
        line for line in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)
    ] == []


def test_every_dependency_is_pinned(pins: list[str]):
    pinned = {plain(line.split("==")[0]) for line in pins}
    assert [name for name in declared() if plain(name) not in pinned] == []


def test_every_dependency_gives_its_reason():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start, end = lines.index("dependencies = ["), lines.index("[project.scripts]")
    entries = [line for line in lines[start:end] if line.startswith('    "')]
    assert len(entries) == len(declared())
    assert [line for line in entries if "#" not in line] == []


def tracked_texts() -> list[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git is installed
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git repository")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [
        (str(path.relative_to(ROOT)), path.read_bytes().decode("utf-8", errors="ignore"))
        for path in paths
        if path.is_file()
    ]


def test_no_file_says_from_where_packages_are_fetched():
    told = tracked_texts()
    assert told
    strange = {
        (name, host)
        for name, text in told
        for host in _ADDRESS.findall(text)
        if not _ADDRESSES_WE_NAME.fullmatch(host)
    }
    assert strange == set()
    here = "tests/house/test_dependencies.py"
    assert [name for name, text in told if name != here and _INDEX_OPTION.search(text)] == []
