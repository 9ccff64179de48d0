"""The report says what its snapshot says, marks what is a draft, and judges nobody."""

from dataclasses import replace
from datetime import date

import pytest

from data.vocabulary import (
    DISCLAIMERS,
    MARKING_DRAFT,
    MARKING_MEMBERS,
    ONLY_OBLIGATION,
    Chart,
    Document,
    DraftKind,
    Heading,
    Matrix,
    Paragraph,
    SupportLine,
    Table,
)
from tasks.rules import kosovo, report
from tasks.rules.report_statements import period_and_budget
from tests.rules.year_2025 import COMMENTS, DEADLINE, FIRST, LAST, NEEDS

FIRST_DRAFT = report.compose(FIRST, DraftKind.FIRST, 1)
CONSULTED = report.compose(LAST, DraftKind.CONSULTATION, 1)
FINAL_DRAFT = report.compose(LAST, DraftKind.FINAL, 2)
ALL = (FIRST_DRAFT, CONSULTED, FINAL_DRAFT)


def table(document: Document, caption: str) -> Table:
    return next(
        block
        for block in document.blocks
        if isinstance(block, Table) and block.caption.startswith(caption)
    )


def matrix(document: Document, caption: str) -> Matrix:
    return next(
        block
        for block in document.blocks
        if isinstance(block, Matrix) and block.caption.startswith(caption)
    )


def column(document: Document, caption: str, heading: str) -> list[str]:
    found = table(document, caption)
    return [row[found.header.index(heading)] for row in found.rows]


def under(document: Document, heading: str) -> list:
    """The blocks from one heading to the next of its level or higher."""
    place = next(
        n
        for n, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    level = document.blocks[place].level
    blocks = []
    for block in document.blocks[place + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        blocks.append(block)
    return blocks


def words(document: Document) -> str:
    return "\n".join(kosovo.texts_of(document.blocks))


def test_the_cover_says_whose_report_it_is_and_of_when():
    assert FIRST_DRAFT.title == "Annual Response Mapping Report"
    assert FIRST_DRAFT.subtitle == "Western Balkans Counter-Terrorism Initiative (WBCTi)"
    assert FIRST_DRAFT.facts == (
        "Cycle 2025",
        "Period covered: 1 January to 31 December 2025",
        "Planned responses: until 31 December 2026",
        "First draft 1, 20 March 2026",
        "Prepared under the Methodology, version 2022",
    )
    assert FIRST_DRAFT.version == "First draft 1, 20 March 2026"


def test_drafts_are_marked_as_drafts_and_all_carry_the_disclaimers():
    assert [document.marking for document in ALL] == [
        MARKING_DRAFT,
        MARKING_DRAFT,
        MARKING_MEMBERS,
    ]
    assert {document.disclaimers for document in ALL} == {DISCLAIMERS}


def test_the_methodology_is_quoted_word_for_word():
    quotes = [
        block.text
        for block in FIRST_DRAFT.blocks
        if isinstance(block, Paragraph) and block.style == "quote"
    ]
    assert any(ONLY_OBLIGATION in quote for quote in quotes)
    assert (
        'The term "response" refers to individual efforts that the partner undertakes in the area '
        "of mapped need, with and without project support."
    ) in quotes


def test_R4_a_missing_reply_is_stated_neutrally_with_its_date():
    partners = table(FIRST_DRAFT, "Partners: information")
    assert partners.rows[1] == (
        "Bosnia and Herzegovina",
        "12 January 2026",
        "No information received by 20 March 2026.",
    )
    assert partners.rows[5] == ("Serbia", "–", "Not asked.")
    assert f"The deadline was {DEADLINE}." in words(FIRST_DRAFT)
    harsh = {"overdue", "late", "failed", "missing", "delayed"}
    assert harsh.isdisjoint(words(FIRST_DRAFT).casefold().split())


def test_R16_each_deadline_stands_in_the_table_where_there_are_several():
    later = "Friday 20 March 2026, 17:00 CET (16:00 UTC)"
    first, *others = FIRST.partner_situation
    situations = (replace(first, deadline=later), *others)
    told = report.compose(replace(FIRST, partner_situation=situations), DraftKind.FIRST, 1)
    partners = table(told, "Partners: information")
    assert [row[2] for row in partners.rows[:2]] == [later, DEADLINE]
    assert "The deadline was" not in words(told)


def test_R3_a_first_draft_says_once_when_the_other_members_are_asked():
    (sentence,) = under(FIRST_DRAFT, "Other members of the Support Group")
    assert sentence.text.endswith("what they report is shown from the consultation draft on.")
    assert Heading(2, "Support by other members") not in FIRST_DRAFT.blocks


@pytest.mark.parametrize("document", ALL, ids=lambda document: document.version)
def test_R15_members_stand_in_alphabetical_order(document):
    for caption in ("Partners: information", "Other members of the Support Group"):
        if any(isinstance(b, Table) and b.caption.startswith(caption) for b in document.blocks):
            names = [row[0] for row in table(document, caption).rows]
            assert names == sorted(names)
    partners = [name for name, _ in matrix(document, "Statements by partner").rows]
    assert partners == sorted(partners)


def test_R15_members_reply_in_any_order_and_are_listed_by_name():
    turned = replace(LAST, supporter_situation=tuple(reversed(LAST.supporter_situation)))
    assert report.compose(turned, DraftKind.FINAL, 2) == FINAL_DRAFT


def test_the_opening_of_a_sub_pillar_can_be_read_alone_in_three_sentences():
    (lead, *_) = under(FIRST_DRAFT, "Legal framework and implementation")
    assert lead == Paragraph(
        "Under this sub-pillar, 3 needs of 2 partners are mapped. The partners report 2 statements "
        "on 1 need: 1 achieved and 1 planned for the coming year. For 1 need information is "
        "announced for later and for 1 need no information was received by 20 March 2026.",
        "lead",
        "chapter_1",
    )


def test_each_need_stands_once_in_its_chapter_with_its_statements_in_order():
    assert table(FIRST_DRAFT, "Criminal legislation").rows[0] == (
        "AL-CT-01",
        "Albania",
        "Align the criminal code on terrorism offences",
        "Achieved: The criminal code was amended. [law or by-law; OG 12/2025; June 2025; with "
        "project support: EU4FAST-WB]\n"
        "Planned (an intention): A by-law on the protection of victims is to follow. [Q4 2026; "
        "without project support]",
        "2024, reported: A draft was prepared.\n2024, intention stated: To amend the code in 2025.",
    )
    shown = [
        row[0]
        for block in FIRST_DRAFT.blocks
        if isinstance(block, Table) and "state of play" in block.caption
        for row in block.rows
    ]
    assert sorted(shown) == sorted(need.number for need in NEEDS)


def test_R13_planned_statements_are_labelled_as_intentions_everywhere():
    for document in ALL:
        for text in kosovo.texts_of(document.blocks):
            for line in text.splitlines():
                if line.startswith("Planned") and ":" in line:
                    assert line.startswith("Planned (an intention): ")
    assert "promise" not in words(FINAL_DRAFT)


def test_R11_every_absence_has_its_own_words():
    assert column(FIRST_DRAFT, "Online content", "State of play") == [
        "Nothing to report.",
        "Ongoing: Kosovo Police trains 20 officers <with> “žargon” & ѓаконија. [training; no "
        "reference given; without project support]",
        "Not applicable, according to the partner.",
    ]
    assert column(FIRST_DRAFT, "Information exchange", "State of play") == [
        "Information not shareable."
    ]
    assert column(FIRST_DRAFT, "Mechanisms", "State of play") == ["Not asked."]
    assert column(FIRST_DRAFT, "Strategies", "State of play") == [
        "No information received by 20 March 2026."
    ]
    assert column(FIRST_DRAFT, "Criminal legislation", "State of play")[1] == (
        "Information announced for: June 2026."
    )


def test_R11_the_matrix_keeps_the_absences_apart():
    assert matrix(FIRST_DRAFT, "Statements by partner and sub-pillar").rows == (
        ("Albania", (2, "", 0, "")),
        ("Bosnia and Herzegovina", ("–", "", "", "")),
        ("Kosovo*", ("", "", 1, "n.s.")),
        ("Montenegro", ("", 1, "", "")),
        ("North Macedonia", ("", "", "n.a.", "")),
        ("Serbia", ("", "", "", "")),
    )
    assert matrix(FIRST_DRAFT, "Capacity building and support: statements").rows == (
        ("Online content", (0, "", 1, "", "n.a.", "")),
    )


def test_R20_the_chart_counts_every_statement_once():
    (chart,) = (block for block in FIRST_DRAFT.blocks if isinstance(block, Chart))
    assert chart.caption == "Statements by sub-pillar and kind"
    assert sum(sum(counts) for _, counts in chart.series) == len(FIRST.responses)
    assert "Capacity building and support: achieved 0, ongoing 1" in chart.description


def test_R20_support_by_filter_counts_a_project_of_a_member_once():
    again = (*LAST.support, ("AT", replace(LAST.support[2][1], need="mk-ct-01")))
    document = report.compose(replace(LAST, support=again), DraftKind.CONSULTATION, 1)
    (chart,) = (b for b in document.blocks if isinstance(b, Chart) and "Projects" in b.caption)
    assert (chart.categories, chart.series) == (
        ("Online content",),
        (("Projects reported", (3,)),),
    )


def test_a_need_under_a_filter_nobody_agreed_on_is_still_reported():
    stray = replace(NEEDS[0], filter="A filter of its own")
    document = report.compose(replace(FIRST, needs=(stray, *NEEDS[1:])), DraftKind.FIRST, 1)
    assert table(document, "A filter of its own").rows[0][0] == "AL-CT-01"
    assert "A filter of its own" in [
        name for name, _ in matrix(document, "Legal framework and implementation").rows
    ]


def test_projects_are_shown_as_reported_and_money_is_never_summed():
    projects = table(CONSULTED, "Capacity building and support: projects")
    assert projects.rows == (
        ("AL-CT-02", "Albania", "Referral desk", "–", "–", "Austria"),
        (
            "XK-CT-01",
            "Kosovo*",
            "Cyber Patrol\ntraining",
            "Implementer: Austria\nDonors: Austria",
            "2025 to 2027\nongoing",
            "Austria",
        ),
        (
            "XK-CT-01",
            "Kosovo*",
            "Preventing terrorist use of the internet\ntraining",
            "Implementer: UNODC\nDonors: Japan",
            "2024 to 2026\nongoing\nUSD 1,200,000",
            "UNODC",
        ),
    )
    assert "sum" not in words(CONSULTED).casefold().split()


def test_bare_days_and_amounts_are_written_for_reading_and_words_stay():
    line = SupportLine("al-ct-02", 1, "Desk", start_text="2025-03-01", end_text="2025-02-30")
    assert period_and_budget(line) == "1 March 2025 to 2025-02-30"
    assert period_and_budget(replace(line, budget="1250000", currency="EUR")).endswith(
        "\nEUR 1,250,000"
    )
    assert period_and_budget(replace(line, budget="about 2 million")).endswith("\nabout 2 million")
    undisclosed = replace(line, budget="not disclosed")
    assert period_and_budget(undisclosed).endswith("\nBudget: not disclosed")


def test_R12_confirmed_overlaps_appear_as_potential_for_coordination():
    found = table(CONSULTED, "Possible overlaps")
    assert found.rows[0][3].startswith("Possible overlap, because")
    assert Heading(2, "Potential for coordination") in CONSULTED.blocks
    own_words = words(CONSULTED).replace("identify the gaps, duplications, and potential", "")
    assert "duplicat" not in own_words.casefold()


def test_R6_comments_appear_in_the_final_draft_only():
    assert "Taken up from the consultation" not in words(CONSULTED)
    assert not any(
        isinstance(block, Heading) and "comments" in block.text for block in CONSULTED.blocks
    )


def test_an_accepted_proposal_stands_at_its_place():
    (*_, note) = under(FINAL_DRAFT, "Criminal legislation")
    assert note == Paragraph(
        "Taken up from the consultation (Albania, AL-CT-01, comment 1): Official Gazette 12/2025 "
        "of 3 June 2025.",
        "note",
        "taken_up_1",
    )
    (_, note, *_) = under(FINAL_DRAFT, "Capacity building and support")
    assert note.text.startswith(
        "Taken up from the consultation (UNODC, Capacity building and support, comment 2)"
    )


def test_every_accepted_proposal_appears_once_and_the_others_never():
    taken = [
        block.text
        for block in FINAL_DRAFT.blocks
        if isinstance(block, Paragraph) and block.text.startswith("Taken up")
    ]
    assert len(taken) == 3
    assert not any("comment 3)" in text for text in taken)


@pytest.mark.parametrize(
    "place", ["AL-CT-01", "al-ct-01 ", "Sub-pillar 1", "chapter 1", "1", "Criminal legislation"]
)
def test_places_are_recognised_as_people_write_them(place):
    comment = replace(COMMENTS[0], place=place)
    document = report.compose(replace(LAST, comments=(comment,)), DraftKind.FINAL, 1)
    blocks = under(document, "Legal framework and implementation")
    assert any(isinstance(b, Paragraph) and b.text.startswith("Taken up") for b in blocks)


def test_the_register_of_comments_gives_every_outcome_with_its_reason():
    assert column(FINAL_DRAFT, "Comments and what became", "Outcome") == [
        "Accepted.",
        "Partly accepted: Shortened.",
        "Not accepted: The structure was agreed by all partners.",
        "Accepted.",
    ]


def test_the_annex_lists_every_need_with_its_counts():
    annex = table(FINAL_DRAFT, "All mapped needs")
    assert [row[0] for row in annex.rows] == [
        "AL-CT-01",
        "AL-CT-02",
        "AL-CT-10",
        "BA-CT-01",
        "XK-CT-01",
        "XK-CT-02",
        "ME-CT-01",
        "MK-CT-01",
        "RS-CT-01",
    ]
    assert annex.rows[4][-2:] == ("1", "2")


def test_R7_the_same_snapshot_gives_the_same_words():
    assert report.compose(LAST, DraftKind.FINAL, 2) == FINAL_DRAFT


def test_R7_the_order_in_which_facts_were_fetched_does_not_matter():
    shuffled = replace(
        LAST,
        needs=tuple(reversed(LAST.needs)),
        replies=tuple(reversed(LAST.replies)),
        responses=tuple(reversed(LAST.responses)),
        support=tuple(reversed(LAST.support)),
        gaps=tuple(reversed(LAST.gaps)),
        comments=tuple(reversed(LAST.comments)),
    )
    assert report.compose(shuffled, DraftKind.FINAL, 2) == FINAL_DRAFT


@pytest.mark.parametrize("document", ALL, ids=lambda document: document.version)
def test_tables_are_whole(document):
    for block in document.blocks:
        if isinstance(block, Table):
            assert abs(sum(block.widths) - 1) < 0.001
            assert {len(row) for row in block.rows} == {len(block.header)}
            assert len(block.widths) == len(block.header)


def test_a_report_without_needs_or_partners_is_still_a_report():
    empty = replace(
        FIRST,
        needs=(),
        replies=(),
        responses=(),
        gaps=(),
        partners=(),
        partner_situation=(),
        last_year={},
        as_of=date(2026, 3, 20),
    )
    document = report.compose(empty, DraftKind.FIRST, 1)
    assert "No need is mapped under this sub-pillar." in words(document)
    assert document.kosovo_footnote == ""
