"""R20: what the file says is held, word for word, against what its snapshot says."""

from dataclasses import replace

import pytest

from data.vocabulary import (
    Bullets,
    Chart,
    DraftKind,
    Heading,
    Matrix,
    Narrative,
    Paragraph,
    Table,
)
from tasks.rules import numbers, report
from tests.rules.year_2025 import LAST

REPORT = report.compose(LAST, DraftKind.FINAL, 1)


def place(kind: type) -> int:
    return next(n for n, block in enumerate(REPORT.blocks) if isinstance(block, kind))


def changed(at: int, block):
    return replace(REPORT, blocks=(*REPORT.blocks[:at], block, *REPORT.blocks[at + 1 :]))


def test_R20_a_file_that_says_the_same_has_no_finding():
    assert numbers.check(REPORT, REPORT) == []


def test_R20_white_space_is_not_a_difference():
    at = place(Paragraph)
    text = REPORT.blocks[at].text.replace(" ", "\n  ", 3)
    assert numbers.check(REPORT, changed(at, replace(REPORT.blocks[at], text=text))) == []


def test_R20_one_number_changed_in_a_table_is_found_and_named():
    at = next(
        n
        for n, block in enumerate(REPORT.blocks)
        if isinstance(block, Table) and block.caption == "All mapped needs of this pillar"
    )
    rows = [list(row) for row in REPORT.blocks[at].rows]
    rows[0][6] = "3"
    other = replace(REPORT.blocks[at], rows=tuple(map(tuple, rows)))
    (finding,) = numbers.check(REPORT, changed(at, other))
    assert finding.code == "words-differ"
    assert f"table {at + 1} “All mapped needs of this pillar”" in finding.message
    assert "“terrorism 2 0” reads “terrorism 3 0” in the file" in finding.message


def test_R20_a_word_moved_to_the_next_cell_is_found():
    table = Table("c", ("a", "b"), (("1", ""),), (0.5, 0.5))
    moved = replace(table, rows=(("", "1"),))
    assert [
        finding.code
        for finding in numbers.check(
            replace(REPORT, blocks=(table,)), replace(REPORT, blocks=(moved,))
        )
    ] == ["words-differ"]


def test_R20_a_number_changed_in_a_chart_is_found():
    at = place(Chart)
    (name, counts), *others = REPORT.blocks[at].series
    other = replace(REPORT.blocks[at], series=((name, (9, *counts[1:])), *others))
    (finding,) = numbers.check(REPORT, changed(at, other))
    assert "Statements by sub-pillar and kind" in finding.message


def test_R20_a_number_changed_in_a_heat_map_is_found():
    at = place(Matrix)
    (name, cells), *others = REPORT.blocks[at].rows
    other = replace(REPORT.blocks[at], rows=((name, (9, *cells[1:])), *others))
    (finding,) = numbers.check(REPORT, changed(at, other))
    assert "matrix" in finding.message
    assert "Statements by partner and sub-pillar" in finding.message


def test_R20_words_of_people_are_held_against_what_the_snapshot_keeps():
    kept = Narrative("opening", "Say what the year was like.", ("A calm year.",))
    other = replace(kept, paragraphs=("A busy year.",))
    (finding,) = numbers.check(replace(REPORT, blocks=(kept,)), replace(REPORT, blocks=(other,)))
    assert "“opening”" in finding.message
    assert "“opening A calm year.” reads “opening A busy year.”" in finding.message


@pytest.mark.parametrize("kind", [Heading, Paragraph, Bullets, Table, Chart, Matrix])
def test_R20_a_block_taken_out_is_named(kind):
    at = place(kind)
    shorter = replace(REPORT, blocks=(*REPORT.blocks[:at], *REPORT.blocks[at + 1 :]))
    assert [finding.code for finding in numbers.check(REPORT, shorter)] == ["block-missing"]


def test_R20_a_block_put_in_is_named():
    longer = replace(REPORT, blocks=(*REPORT.blocks, Paragraph("All partners did very well.")))
    (finding,) = numbers.check(REPORT, longer)
    assert (finding.code, finding.message) == (
        "block-added",
        f"The paragraph {len(longer.blocks)} “All partners did very well.” is in the file and not "
        "in its snapshot.",
    )


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("title", "Another report"),
        ("marking", ""),
        ("version", "Final draft 9"),
        ("facts", ()),
        ("disclaimers", ()),
        ("kosovo_footnote", ""),
    ],
)
def test_R20_cover_and_margins_are_held_against_the_snapshot_too(part, value):
    assert [
        finding.code for finding in numbers.check(REPORT, replace(REPORT, **{part: value}))
    ] == ["words-differ"]
