"""What is installed is named once, pinned once, and fetched from wherever a site fetches it."""

import re
import subprocess
import tomllib

import pytest

from tests.conftest import ROOT

# In two parts, so that this file names none of them either.
_REGISTRIES = [
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("debian", "org"),
    ("crates", "io"),
    ("anaconda", "org"),
]
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


def test_no_file_names_a_package_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git is installed
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git repository")
    hosts = [".".join(parts).encode() for parts in _REGISTRIES]
    named = [
        name
        for name in listed.stdout.decode().split("\0")
        if name
        and (ROOT / name).is_file()
        and any(host in (ROOT / name).read_bytes() for host in hosts)
    ]
    assert named == []
