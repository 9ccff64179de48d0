"""What a site may set is told in the README, and what is told can be set."""

import re

from data.settings import Settings
from tests.conftest import ROOT
from tests.house.sources import modules

SETTINGS = {f"MAPPING_{name.upper()}" for name in Settings.model_fields}
_NAMED = re.compile(r"MAPPING_[A-Z]+(?:_[A-Z]+)*")


def test_every_setting_has_its_row_in_the_readme_and_no_row_is_made_up():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `MAPPING_")]
    told = [name for row in rows for name in _NAMED.findall(row.split("|")[1])]
    assert sorted(told) == sorted(SETTINGS)
    assert all(cell.strip() for row in rows for cell in row.strip().strip("|").split("|")[1:])


def test_every_setting_anybody_is_pointed_to_exists():
    pointed_to = {
        name
        for path in modules("flows", "tasks", "data")
        for name in _NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert pointed_to - SETTINGS == set()


def test_a_secret_has_no_default():
    assert Settings.model_fields["mail_password"].default is None
