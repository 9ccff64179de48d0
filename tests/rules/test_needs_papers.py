"""The internal papers: partners in alphabetical order, every need in them, nothing promised."""

from datetime import date

from data.vocabulary import KOSOVO_FOOTNOTE, LastYear, Paragraph, SubPillar, Table
from tasks.rules.needs_analysis import analyse
from tasks.rules.needs_papers import analysis_paper, review_paper
from tests.rules.year_2025 import NEEDS, PARTNERS, PILLAR

SUB_PILLARS = (
    SubPillar(1, "Legal framework and implementation"),
    SubPillar(2, "Institutional set-up and enforcement"),
    SubPillar(3, "Capacity building and support"),
    SubPillar(4, "Coordination and cooperation"),
)
DAY = date(2025, 11, 3)


def tables(document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_the_analysis_opens_with_the_counts_of_the_whole_pillar():
    paper = analysis_paper(analyse(NEEDS, ()), PILLAR, "2025-2026", PARTNERS, SUB_PILLARS, DAY)
    assert paper.blocks[0] == Paragraph(
        "The needs mapping 2025-2026 holds 9 needs under this pillar: 8 open, 1 partly met and "
        "0 met. The register holds no earlier edition to compare it with.",
        "lead",
    )


def test_with_an_earlier_edition_the_tables_show_the_ages():
    paper = analysis_paper(
        analyse(NEEDS, NEEDS[1:]), PILLAR, "2025-2026", PARTNERS, SUB_PILLARS, DAY
    )
    assert tables(paper)[0].header[-3:] == ("New", "Carried over", "Replaced")
    assert tables(paper)[0].rows[0] == ("Albania", "2", "0", "0", "2", "1", "1", "0")
    assert "1 is new, 8 are carried over" in paper.blocks[0].text


def test_R15_every_partner_has_its_row_in_alphabetical_order():
    paper = analysis_paper(analyse(NEEDS, ()), PILLAR, "2025-2026", PARTNERS, SUB_PILLARS, DAY)
    assert [row[0] for row in tables(paper)[0].rows] == [
        "Albania",
        "Bosnia and Herzegovina",
        "Kosovo*",
        "Montenegro",
        "North Macedonia",
        "Serbia",
    ]
    assert paper.kosovo_footnote == KOSOVO_FOOTNOTE


def test_R13_the_review_calls_last_years_plans_intentions():
    held = {"al-ct-01": LastYear("2024", ("A draft was prepared.",), ("To amend the code.",))}
    paper = review_paper(NEEDS, held, PILLAR, PARTNERS, SUB_PILLARS, DAY)
    assert tables(paper)[0].rows[0][3] == (
        "2024, reported: A draft was prepared.\n2024, intention stated: To amend the code."
    )


def test_the_review_lists_every_need_even_when_nothing_is_held():
    paper = review_paper(NEEDS, {}, PILLAR, PARTNERS, SUB_PILLARS, DAY)
    listed = {row[0] for table in tables(paper) for row in table.rows}
    assert listed == {need.number for need in NEEDS}


def test_widths_are_shares_of_the_whole():
    papers = (
        analysis_paper(analyse(NEEDS, NEEDS), PILLAR, "2025", PARTNERS, SUB_PILLARS, DAY),
        review_paper(NEEDS, {}, PILLAR, PARTNERS, SUB_PILLARS, DAY),
    )
    for table in (table for paper in papers for table in tables(paper)):
        assert abs(sum(table.widths) - 1) < 0.001
        assert {len(row) for row in table.rows} == {len(table.header)} == {len(table.widths)}
