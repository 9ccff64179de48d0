"""Verify notices when a version, a row or a decision is not what the journal tells of."""

from datetime import date
from pathlib import Path

import pytest

from data import store
from data.errors import methodology as told
from data.queries import methodologies
from tasks import (
    adopting,
    methodology_check,
)
from tasks.edges import shelf
from tests.steps.living_methodology.facts import (
    by_force,
    go_to,
    in_force,
    laid,
)

JUNE_8, JUNE_9, JUNE_19 = date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 19)


def test_verify_finds_nothing_wrong_in_what_was_proposed_decided_laid_and_confirmed(june: Path):
    assert methodology_check.mismatches() == []
    in_force(june)
    assert methodology_check.mismatches() == []


def test_verify_notices_a_file_of_a_version_that_is_gone_and_it_is_not_confirmed(june: Path):
    laid(june)
    with store.session() as session:
        (version,) = methodologies.every_laid(session)
    shelf.remove(june / "shelf", version.files[1].sha256)
    (sentence,) = methodology_check.mismatches()
    assert sentence.startswith("Methodology 2026: calendar.yaml is not the file")
    go_to(JUNE_9)
    with pytest.raises(told.VersionFilesChanged, match=r"calendar\.yaml"):
        adopting.confirm.fn("2026", "Colleague")


@pytest.mark.parametrize(
    ("trigger", "change", "found"),
    [
        ("laid_offset", "UPDATE laid_offset SET working_days = 5 WHERE step = 'Board'", "its rows"),
        ("laid_filter", "DELETE FROM laid_filter WHERE name = 'Online content'", "its rows"),
        ("methodology_version", "UPDATE methodology_version SET title = 'x'", "another title"),
        (
            "methodology_version",
            "UPDATE methodology_version SET in_force_from = '2026-06-01' WHERE code = '2026'",
            "otherwise than it was confirmed",
        ),
        ("proposal", "UPDATE proposal SET text = 'x'", "it is not what was recorded"),
        (
            "proposal_round",
            "UPDATE proposal_round SET paper_sha256 = "
            "(SELECT evidence_sha256 FROM proposal_decision)",
            "its paper is not the one that was sent",
        ),
        (
            "proposal_decision",
            "UPDATE proposal_decision SET decided_on = '2026-06-07'",
            "the decision on record is not the one in the journal",
        ),
        (
            "version_confirmation",
            "DELETE FROM version_confirmation",
            "without an adoption that was confirmed",
        ),
    ],
)
def test_verify_notices_a_row_that_was_changed_by_force(june: Path, trigger, change, found):
    in_force(june)
    by_force(trigger, change)
    assert any(found in sentence for sentence in methodology_check.mismatches())
