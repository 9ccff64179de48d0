"""How good the comparison of projects is, measured on pairs it had never seen (rule R12)."""

import os
import subprocess
import sys

from tests.conftest import ROOT
from tests.specimens.project_pairs import (
    before_1,
    before_2,
    before_3,
    before_4,
    before_5,
    before_6,
    read,
)

BEFORE = [read(each.PAIRS) for each in (before_1, before_2, before_3, before_4, before_5, before_6)]
_FIND = """
from tasks.rules.overlaps import find
from tests.specimens.project_pairs import read
from tests.specimens.project_pairs.before_3 import PAIRS
pairs = read(PAIRS)
print(find(pairs.support, pairs.needs, {}))
"""


def test_more_than_two_hundred_pairs_were_labelled_before_the_scoring_was_fixed():
    assert sum(len(pairs.labels) for pairs in BEFORE) > 200


def test_two_processes_find_the_same_to_the_last_bit():
    told = {
        subprocess.run(  # noqa: S603 - this very interpreter
            [sys.executable, "-c", _FIND],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(told.pop()) > 1_000
