"""The same snapshot gives the same bytes: every kind of document, in any process, anywhere (R7).

A year with every kind of statement is drawn here and in a second interpreter that hashes, counts
the hours and speaks otherwise: TZ, LANG and PYTHONHASHSEED differ.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256

import pytest

from data import snapshots
from data.vocabulary import Document, DraftKind, LastYear
from tasks.edges.word import write_document
from tasks.rules import outline, provenance_paper, report, summary
from tasks.rules.needs_analysis import analyse
from tasks.rules.needs_papers import analysis_paper, review_paper
from tests.conftest import ROOT
from tests.edges.one_draft import TEMPLATES
from tests.edges.two_drafts import compared
from tests.rules.letters_2025 import ON_CONSULTATION, ON_RELEASE, TO_THE_BOARD
from tests.rules.test_calendar_paper import PAPER as CALENDAR
from tests.rules.test_needs_papers import DAY, SUB_PILLARS
from tests.rules.test_recount import FULL
from tests.rules.test_response_table import PAPER as RESPONSES
from tests.rules.year_2025 import FIRST, NEEDS, PARTNERS, PILLAR

HELD = {"al-ct-01": LastYear("2024", ("A draft was prepared.",), ("To amend the code.",))}


def documents() -> Mapping[str, Document]:
    """One document of each kind, composed from a snapshot that was stored and read again."""
    first, last = (snapshots.from_bytes(snapshots.to_bytes(each)) for each in (FIRST, FULL))
    return {
        "first draft": report.compose(first, DraftKind.FIRST, 1),
        "consultation draft": report.compose(last, DraftKind.CONSULTATION, 1),
        "final draft": report.compose(last, DraftKind.FINAL, 1),
        "sources of the final draft": provenance_paper.compose(last, DraftKind.FINAL, 1),
        "summary": summary.compose(last, 1),
        "response table": RESPONSES,
        "calendar": CALENDAR,
        "needs analysis": analysis_paper(
            analyse(NEEDS, NEEDS[1:]), PILLAR, "2025-2026", PARTNERS, SUB_PILLARS, DAY
        ),
        "database review": review_paper(NEEDS, HELD, PILLAR, PARTNERS, SUB_PILLARS, DAY),
        "proposed structure": outline.compose(first.outline, PILLAR, "2025", DAY),
        "letter to the Board": TO_THE_BOARD,
        "letter on a consultation": ON_CONSULTATION,
        "letter on a release": ON_RELEASE,
    }


def fingerprints() -> dict[str, str]:
    drawn = {name: write_document(TEMPLATES, each) for name, each in documents().items()}
    drawn["tracked comparison"] = compared(drawn["first draft"], drawn["final draft"])
    return {name: sha256(content).hexdigest() for name, content in drawn.items()}


def elsewhere(seed: str, zone: str, language: str) -> dict[str, str]:
    """The same documents as another interpreter draws them."""
    program = (
        "import json\nfrom tests.edges.test_word_same_bytes import fingerprints\n"
        "print(json.dumps(fingerprints()))"
    )
    named = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "LC_ALL": language}
    run = subprocess.run(  # noqa: S603 – this very interpreter on the lines above
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **named},
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize(
    ("seed", "zone", "language"),
    [("7", "Pacific/Auckland", "tr_TR.UTF-8"), ("4711", "America/Los_Angeles", "C")],
)
def test_the_same_snapshot_gives_the_same_bytes(seed: str, zone: str, language: str):
    assert elsewhere(seed, zone, language) == fingerprints()


def test_every_kind_of_document_has_bytes_of_its_own():
    drawn = fingerprints()
    assert {str(kind) for kind in DraftKind} <= set(drawn)
    assert len(set(drawn.values())) == len(drawn) == 14
