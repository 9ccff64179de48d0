"""Year on year in a report: intentions are counted as what they are, whatever became of a need."""

from dataclasses import replace

from data.vocabulary import DraftKind, Heading, LastYear, Paragraph
from tasks.rules import recount, report
from tests.rules.year_2025 import FIRST

HELD = LastYear("2024", (), ("To amend the code.",), (), True, None, ("AL-CT-9",))
SPLIT = replace(FIRST, last_year={"al-ct-01": HELD, "al-ct-02": HELD})
WHOLE = replace(FIRST, last_year={"al-ct-01": HELD})


def sentences(snapshot) -> str:
    blocks = report.compose(snapshot, DraftKind.FIRST, 1).blocks
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_R13_an_intention_on_a_need_that_was_split_is_said_to_stand_under_each_of_its_parts():
    assert (
        "2 intentions of the cycle before are held against this one, one on a need that was split "
        "since under each of its parts:"
    ) in sentences(SPLIT)
    assert "1 intention of the cycle before is held against this one: " in sentences(WHOLE)


def test_R20_intentions_on_a_need_that_was_split_are_counted_again():
    document = report.compose(SPLIT, DraftKind.FIRST, 1)
    assert recount.mismatches(SPLIT, document) == ()
    assert recount.mismatches(WHOLE, document) != ()


def test_a_first_cycle_says_once_that_none_is_held_before_it():
    alone = replace(FIRST, last_year={})
    assert sentences(alone).count("No earlier cycle is held with which the needs could be") == 1
    blocks = report.compose(alone, DraftKind.FIRST, 1).blocks
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    assert "Change since the cycle before" not in titles
    assert "Change since the cycle before" in [
        block.text
        for block in report.compose(WHOLE, DraftKind.FIRST, 1).blocks
        if isinstance(block, Heading)
    ]
