"""A needs register is read whole or not at all, and every problem is said at once."""

import pytest

from data.vocabulary import CellValue, Need, NeedStatus
from tasks.rules.need_numbers import key_of
from tests.rules.needs_registers import HEADINGS, needs_of, one_need, read, said
from tests.rules.sheets import laid_out, sheet

ONE = f"""
    {HEADINGS}
    | AL-CT-01 | Albania | WBCTi | Legal framework and implementation | Criminal legislation | Align the code | open |
"""  # noqa: E501 - a table reads best on one line


def test_a_need_is_read_with_codes_for_partner_pillar_and_sub_pillar():
    (need,) = needs_of(ONE)
    assert need == Need(
        key=key_of("2025-2026", "AL-CT-01"),
        number="AL-CT-01",
        member="AL",
        pillar="WBCTi",
        sub_pillar=1,
        filter="Criminal legislation",
        title="Align the code",
    )


def test_the_key_of_a_need_never_changes():
    assert key_of("2025-2026", "AL-CT-01") == "N-2NFPCE4HP5"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kosovo*", "XK"),
        ("Kosovo", "XK"),
        ("XK", "XK"),
        ("Косово", "XK"),
        ("BiH", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("Северна Македонија", "MK"),
        ("Србија", "RS"),
        ("Shqipëria", "AL"),
        ("AL – Albania", "AL"),
        ("SERBIA", "RS"),
    ],
)
def test_a_partner_is_known_by_every_listed_name(written: str, code: str):
    (need,) = needs_of(one_need(Partner=written))
    assert need.member == code


@pytest.mark.parametrize(
    "written",
    [
        "WBCTI",
        "wbcti",
        "Counter-Terrorism",
        "Western Balkans Counter-Terrorism Initiative",
        "WBCTi – Western Balkans Counter-Terrorism Initiative",
        "WBCTi (Counter-Terrorism)",
    ],
)
def test_a_pillar_is_known_by_code_full_name_and_alias(written: str):
    assert needs_of(one_need(Pillar=written))[0].pillar == "WBCTi"


@pytest.mark.parametrize(
    "written",
    [
        "1",
        "1.",
        "I",
        "SP1",
        "Sub-pillar 1",
        "Legal framework",
        "1. Legal framework and implementation",
        "Sub-pillar 1: Legal framework and implementation",
        "LEGAL FRAMEWORK AND IMPLEMENTATION",
    ],
)
def test_a_sub_pillar_is_known_by_number_and_name(written: str):
    assert needs_of(one_need(sub_pillar=written))[0].sub_pillar == 1


def test_a_number_that_contradicts_its_sub_pillars_name_is_not_guessed():
    assert said(one_need(sub_pillar="2. Legal framework")) == ["blocks: unknown-sub-pillar D2"]


def test_a_number_typed_as_a_number_is_understood():
    line: list[CellValue] = ["AL-CT-01", "Albania", "WBCTi", 1.0, "Criminal legislation", "Align"]
    headings: list[CellValue] = ["Need No.", "Partner", "Pillar", "Sub-pillar", "Filter", "Need"]
    register, _ = read(laid_out("2025-2026", {1: headings, 2: line}))
    assert register is not None
    assert register.needs[0].sub_pillar == 1


def test_every_missing_value_is_named_at_once():
    assert said(f"""
        {HEADINGS}
        | AL-CT-01 |         | WBCTi | 1 | Criminal legislation |       | open |
        |          | Albania |       | 1 | Criminal legislation | Align | open |
    """) == [
        "blocks: missing-value B2",
        "blocks: missing-value F2",
        "blocks: missing-value A3",
        "blocks: missing-value C3",
    ]


@pytest.mark.parametrize(
    ("column", "written", "code", "hint"),
    [
        ("Partner", "Albanai", "unknown-partner", "Did you mean “Albania”?"),
        ("Partner", "Macedonia", "unknown-partner", "Did you mean “North Macedonia”?"),
        ("Partner", "Kosvo", "unknown-partner", "Did you mean “Kosovo*”?"),
        ("Pillar", "WBTC", "unknown-pillar", "Did you mean “WBCTi”?"),
        ("sub_pillar", "Legal framwork", "unknown-sub-pillar", "Did you mean “Legal framework"),
        ("Filter", "Criminal law", "unknown-filter", "Did you mean “Criminal legislation”?"),
        ("Status", "opn", "unknown-status", "Did you mean “open”?"),
    ],
)
def test_a_near_miss_blocks_and_is_answered_with_the_likely_word(
    column: str, written: str, code: str, hint: str
):
    register, findings = read(sheet("Needs 2025-2026", one_need(**{column: written})))
    assert register is None
    assert [finding.code for finding in findings] == [code]
    assert findings[0].remedy.startswith(hint)


def test_an_unknown_filter_says_where_it_is_known_and_which_file_to_edit():
    _, findings = read(sheet("Needs 2025-2026", one_need(Filter="Digital evidence")))
    assert findings[0].message == (
        "“Digital evidence” is not a filter of WBCTi, sub-pillar 1. "
        "It is one of WBCSCi, sub-pillar 3."
    )
    assert "data/reference/taxonomy.yaml under WBCTi, 1" in findings[0].remedy


def test_only_a_partner_owns_needs():
    assert said(one_need(Partner="Italy")) == ["blocks: not-a-partner B2"]


def test_cyrillic_look_alikes_in_a_number_block_and_the_latin_number_is_named():
    written = "\N{CYRILLIC CAPITAL LETTER A}L-\N{CYRILLIC CAPITAL LETTER ES}T-01"
    register, findings = read(sheet("Needs 2025-2026", one_need(number=written)))
    assert register is None
    assert "Did you mean “AL-CT-01”?" in findings[-1].remedy


def test_a_number_that_stands_twice_blocks_even_in_small_letters():
    assert said(f"""
        {HEADINGS}
        | AL-CT-01 | Albania | WBCTi | 1 | Criminal legislation | Align | open |
        | al-ct-01 | Albania | WBCTi | 1 | Criminal legislation | Adopt | open |
    """) == ["blocks: number-twice A3"]


def test_a_number_that_begins_like_anothers_is_to_be_checked():
    assert said(one_need(Partner="Serbia")) == ["please check: number-of-another-partner A2"]


def test_spaces_nobody_sees_and_decomposed_letters_make_no_difference():
    (need,) = needs_of(
        one_need(Partner="Shqipe\u0308ria\u00a0", Need="Align\u00a0 the  code\u200b")
    )
    assert (need.member, need.title) == ("AL", "Align the code")


def test_cyrillic_text_in_a_description_stays_as_it_is():
    (need,) = needs_of(one_need(Description="Закон за заштита на податоци"))
    assert need.description == "Закон за заштита на податоци"


def test_a_blank_status_is_read_as_open_and_said():
    assert needs_of(one_need(Status=""))[0].status is NeedStatus.OPEN
    assert said(one_need(Status="")) == ["note: status-left-blank G2"]


@pytest.mark.parametrize(
    ("written", "status"),
    [("partly met", NeedStatus.PARTLY_MET), ("Met", NeedStatus.MET), ("OPEN", NeedStatus.OPEN)],
)
def test_a_status_is_read_in_any_capitals(written: str, status: NeedStatus):
    assert needs_of(one_need(Status=written))[0].status is status


EARLIER = (
    Need("N-OLD1", "AL-CT-07", "AL", "WBCTi", 1, "Criminal legislation", "Old title"),
    Need("N-OLD2", "AL-CT-08", "AL", "WBCTi", 1, "Criminal legislation", "Other title"),
    Need("N-OLD3", "RS-CT-08", "RS", "WBCTi", 1, "Criminal legislation", "Foreign title"),
)


def test_a_merged_need_names_all_its_predecessors():
    register, findings = read(
        sheet("Needs 2025-2026", one_need(Replaces="AL-CT-07; AL-CT–08")), earlier=EARLIER
    )
    assert register is not None
    assert findings == []
    assert register.needs[0].replaces == ("AL-CT-07", "AL-CT-08")


@pytest.mark.parametrize(
    ("replaces", "finding"),
    [
        ("AL-CT-77", "blocks: unknown-predecessor H2"),
        ("RS-CT-08", "please check: predecessor-of-another-partner H2"),
    ],
)
def test_a_doubtful_predecessor_is_found(replaces: str, finding: str):
    assert said(one_need(Replaces=replaces), earlier=EARLIER) == [finding]


def test_a_dash_under_replaces_names_nobody():
    assert needs_of(one_need(Replaces="–"))[0].replaces == ()


def test_predecessors_cannot_be_checked_without_an_earlier_edition():
    assert said(one_need(Replaces="AL-CT-07")) == ["please check: no-earlier-edition H2"]


def test_a_number_used_before_without_replaces_is_to_be_checked():
    table = one_need().replace("AL-CT-01", "AL-CT-07")
    assert said(table, earlier=EARLIER) == ["please check: number-used-before A2"]


def test_reading_the_same_register_again_finds_no_number_used_before():
    register, _ = read(sheet("Needs 2025-2026", one_need()))
    assert register is not None
    assert said(one_need(), earlier=register.needs) == []


def test_the_first_edition_finds_the_same_when_it_is_read_again():
    table = one_need(Replaces="AL-CT-07")
    first = said(table)
    assert said(table, earlier=needs_of(table)) == first


@pytest.mark.parametrize(
    ("tab", "above", "edition"),
    [
        ("Needs 2027-2028", (), "2027-2028"),
        ("Needs", ("IISG needs mapping 2027–2028",), "2027-2028"),
        ("Needs", ("Needs mapping", "Edition 2027/28"), "2027-2028"),
    ],
)
def test_the_edition_is_found_in_the_tab_or_above_the_headings(
    tab: str, above: tuple[str, ...], edition: str
):
    register, _ = read(sheet(tab, one_need(), heading_row=5, above=above))
    assert register is not None
    assert register.edition == edition


def test_a_register_without_an_edition_blocks_unless_a_person_names_it():
    assert read(sheet("Needs", one_need()))[1][0].code == "no-edition"
    register, findings = read(sheet("Needs", one_need()), edition="2025-2026")
    assert register is not None
    assert register.edition == "2025-2026"
    assert findings == []


def test_an_edition_other_than_the_one_named_is_to_be_checked():
    _, findings = read(sheet("Needs 2023-2024", one_need()), edition="2025-2026")
    assert [finding.code for finding in findings] == ["edition-differs"]


def test_several_sheets_are_one_register():
    second = one_need(Partner="Serbia").replace("AL-CT-01", "RS-CT-01")
    register, _ = read(sheet("Albania 2025-2026", one_need()), sheet("Serbia 2025-2026", second))
    assert register is not None
    assert [need.number for need in register.needs] == ["AL-CT-01", "RS-CT-01"]


def test_chapters_footnotes_and_repeated_headings_are_no_needs():
    findings = said(f"""
        {HEADINGS}
        | Albania  |         |       |   |                      |       |      |
        | AL-CT-01 | Albania | WBCTi | 1 | Criminal legislation | Align | open |
        {HEADINGS.strip()}
        | AL-CT-02 | Albania | WBCTi | 1 | Criminal legislation | Adopt | open |
        | * This designation is without prejudice | | | | | | |
    """)
    assert findings == ["please check: row-not-read A2", "note: row-not-read A6"]


def test_an_error_in_a_cell_blocks():
    assert said(one_need(Description="#REF!")) == ["blocks: cell-without-value H2"]
