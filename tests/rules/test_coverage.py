"""R11: a matrix of partners and sub-pillars in which every absence keeps its own count."""

from dataclasses import astuple

from data.vocabulary.analysis import CoverageCell
from tasks.rules import coverage, state_of_play
from tests.rules.year_2025 import FIRST, PARTNERS

STATES = state_of_play.of_snapshot(FIRST)
FILTERS = [(1, "Criminal legislation"), (3, "Online content")]


def cell(cells: tuple[CoverageCell, ...], member: str, number: int) -> CoverageCell:
    return next(each for each in cells if (each.member, each.sub_pillar) == (member, number))


def test_statements_are_counted_where_they_belong():
    cells = coverage.by_sub_pillar(STATES, PARTNERS, [1, 2, 3, 4])
    assert cell(cells, "AL", 1).statements == 2
    assert cell(cells, "ME", 2).statements == 1
    assert sum(each.statements for each in cells) == len(FIRST.responses)


def test_R11_the_absences_stay_apart():
    cells = coverage.by_sub_pillar(STATES, PARTNERS, [1, 2, 3, 4])
    assert cell(cells, "BA", 1).no_reply == 1
    assert cell(cells, "RS", 4).not_asked == 1
    assert cell(cells, "AL", 3).nothing_to_report == 1
    assert cell(cells, "XK", 4).not_shareable == 1
    assert cell(cells, "AL", 1).later == 1
    assert cell(cells, "MK", 3).not_applicable == 1


def test_every_need_is_counted_once():
    for each in coverage.by_sub_pillar(STATES, PARTNERS, [1, 2, 3, 4]):
        _, _, _, needs, reported, _, *absences = astuple(each)
        assert needs == reported + sum(absences)


def test_R15_cells_keep_the_order_of_the_partners_and_none_is_missing():
    cells = coverage.by_sub_pillar(STATES, PARTNERS, [1, 2])
    assert [(each.member, each.sub_pillar) for each in cells][:3] == [
        ("AL", 1),
        ("AL", 2),
        ("BA", 1),
    ]
    assert len(cells) == 12


def test_filters_are_counted_in_the_order_given():
    cells = coverage.by_filter(STATES, PARTNERS, FILTERS)
    assert [each.statements for each in cells if each.filter == "Online content"] == [
        0,
        0,
        1,
        0,
        0,
        0,
    ]


def test_counts_are_plain_numbers_of_python():
    (first, *_) = coverage.by_sub_pillar(STATES, PARTNERS, [1])
    assert {type(value) for value in astuple(first)} == {str, int}


def test_without_needs_every_cell_is_empty():
    cells = coverage.by_sub_pillar([], PARTNERS, [1])
    assert [each.needs for each in cells] == [0] * 6
