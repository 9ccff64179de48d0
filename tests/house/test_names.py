"""Prefect may put flows/ first on sys.path, so a flow's file name must hide nothing."""

import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest

import data
import flows
import tasks
from tests.conftest import ROOT

FLOW_MODULES = sorted(path.stem for path in (ROOT / "flows").glob("[!_]*.py"))


@pytest.mark.parametrize("name", FLOW_MODULES)
def test_a_flow_module_hides_no_other_module(name: str):
    assert name not in sys.stdlib_module_names
    assert name not in packages_distributions()
    assert not (ROOT / name).exists()


@pytest.mark.parametrize("package", [flows, tasks, data])
def test_our_packages_are_the_ones_in_this_repository(package: ModuleType):
    assert package.__file__ is not None
    assert Path(package.__file__).parent.parent == ROOT


@pytest.mark.parametrize("room", ["flows", "tasks", "data"])
def test_no_folder_of_the_tests_bears_the_name_of_a_room(room: str):
    assert not (ROOT / "tests" / room).exists()
