"""A needs register is read whole or not at all, and every problem is said at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference import aliases, taxonomy_on
from data.vocabulary import (
    CellValue,
    Finding,
    Member,
    MemberKind,
    Need,
    NeedsRegister,
    NeedStatus,
    Severity,
    SheetOfCells,
)
from tasks.rules import needs_register
from tasks.rules.need_numbers import key_of
from tests.rules.sheets import laid_out, sheet

TAXONOMY = taxonomy_on(date(2026, 1, 1))
MEMBERS = [
    Member("AL", "Albania", MemberKind.PARTNER),
    Member("BA", "Bosnia and Herzegovina", MemberKind.PARTNER),
    Member("XK", "Kosovo*", MemberKind.PARTNER),
    Member("MK", "North Macedonia", MemberKind.PARTNER),
    Member("RS", "Serbia", MemberKind.PARTNER),
    Member("IT", "Italy", MemberKind.BILATERAL),
]
HEADINGS = "| Need No. | Partner | Pillar | Sub-pillar | Filter | Need | Status |"
ONE = f"""
    {HEADINGS}
    | AL-CT-01 | Albania | WBCTi | Legal framework and implementation | Criminal legislation | Align the code | open |
"""  # noqa: E501 - a table reads best on one line


def read(
    *sheets: SheetOfCells, earlier: tuple[Need, ...] = (), edition: str = ""
) -> tuple[NeedsRegister | None, list[Finding]]:
    return needs_register.read(sheets, aliases(), TAXONOMY, MEMBERS, earlier, edition)


def needs_of(table: str) -> tuple[Need, ...]:
    register, findings = read(sheet("Needs 2025-2026", table))
    assert register is not None, [str(finding) for finding in findings]
    return register.needs


def said(table: str, *, earlier: tuple[Need, ...] = ()) -> list[str]:
    register, findings = read(sheet("Needs 2025-2026", table), earlier=earlier)
    assert (register is None) == any(f.severity is Severity.BLOCKS for f in findings)
    return [f"{f.severity}: {f.code} {f.place.cell}" for f in findings]


def one_need(**cells: str) -> str:
    """A register of one need in which some cells are written differently."""
    line = {
        "Need No.": "AL-CT-01",
        "Partner": "Albania",
        "Pillar": "WBCTi",
        "Sub-pillar": "1",
        "Filter": "Criminal legislation",
        "Need": "Align the code",
        "Status": "open",
    }
    headings = {"sub_pillar": "Sub-pillar", "number": "Need No."}
    line.update({headings.get(column, column): text for column, text in cells.items()})
    return f"| {' | '.join(line)} |\n| {' | '.join(line.values())} |"


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


def test_headings_are_known_by_their_aliases():
    (need,) = needs_of("""
        | ID       | Beneficiary | Pillar name       | Subpillar | Filter               | Need title | Description of need |
        | AL-CT-01 | Albania     | Counter-Terrorism | 1         | Criminal legislation | Align      | In full             |
    """)  # noqa: E501 - a table reads best on one line
    assert (need.number, need.title, need.description) == ("AL-CT-01", "Align", "In full")


def test_the_better_heading_wins_when_two_columns_claim_one_meaning():
    table = """
        | ID | Need No. | Partner | Pillar | Sub-pillar | Filter               | Need  | Status |
        | 1  | AL-CT-01 | Albania | WBCTi  | 1          | Criminal legislation | Align | open   |
    """
    assert needs_of(table)[0].number == "AL-CT-01"
    assert said(table) == ["please check: column-twice A1"]


def test_the_same_heading_twice_blocks():
    table = """
        | Need No. | Need No  | Partner | Pillar | Sub-pillar | Filter               | Need  |
        | AL-CT-01 | AL-CT-02 | Albania | WBCTi  | 1          | Criminal legislation | Align |
    """
    assert said(table)[0] == "blocks: column-twice B1"


def test_an_unknown_column_is_named_with_the_number_of_its_values():
    register, findings = read(sheet("Needs 2025-2026", one_need(Remarks="for the meeting")))
    assert register is not None
    assert str(findings[0]) == (
        "Needs 2025-2026!H1: The column “Remarks” is no part of the needs register; its 1 value is "
        "not imported. Rename the heading, or leave it if nothing of it is needed; a spelling used "
        "every year belongs in data/reference/aliases.yaml."
    )


def test_a_misspelt_heading_is_read_and_the_guess_is_said():
    table = one_need().replace("Partner", "Partnr")
    assert needs_of(table)[0].member == "AL"
    assert said(table) == ["please check: heading-guessed B1"]


def test_a_missing_column_blocks_and_names_the_likely_one():
    register, findings = read(
        sheet("Needs 2025-2026", one_need().replace("Partner", "Partner institution"))
    )
    assert register is None
    assert findings[0].code == "missing-column"
    assert findings[0].remedy.startswith("Is it the column “Partner institution”?")


def test_a_register_without_headings_says_which_it_needs():
    register, findings = read(SheetOfCells("Sheet1", ()))
    assert register is None
    assert findings[0].remedy == (
        "Put these headings above the table: Need No., Partner, Pillar, Sub-pillar, Filter, Need."
    )


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


COLUMNS = (
    "Need No.",
    "Partner",
    "Pillar",
    "Sub-pillar",
    "Filter",
    "Need",
    "Description",
    "Status",
    "Replaces",
)
LINES = (
    ("AL-CT-01", "Albania", "WBCTi", "1", "Criminal legislation", "Align", "Words", "open", ""),
    ("XK-BS-01", "Kosovo*", "WBBSi", "4", "Joint operations", "Join", "", "met", ""),
    ("RS-SC-09", "Serbia", "WBCSCi", "3", "Digital evidence", "Equip", "Реч", "partly met", ""),
)
PLAIN, _ = read(
    laid_out("Needs 2025-2026", {n: list(line) for n, line in enumerate((COLUMNS, *LINES), 1)})
)


@given(
    order=st.permutations(range(len(COLUMNS))),
    heading_row=st.integers(1, 30),
    gaps=st.lists(st.integers(1, 4), min_size=len(LINES), max_size=len(LINES)),
    edge=st.sampled_from(["", " ", "\u00a0", "\n"]),
)
def test_order_of_columns_heading_row_and_blank_rows_make_no_difference(
    order: list[int], heading_row: int, gaps: list[int], edge: str
):
    rows: dict[int, list[CellValue]] = {heading_row: [COLUMNS[n] + edge for n in order]}
    row = heading_row
    for line, gap in zip(LINES, gaps, strict=True):
        row += gap
        rows[row] = [line[n] + edge if line[n] else "" for n in order]
    register, findings = read(laid_out("Needs 2025-2026", rows))
    assert findings == []
    assert register == PLAIN


@given(
    st.lists(st.lists(st.text(max_size=12) | st.integers() | st.dates(), max_size=9), max_size=8)
)
def test_any_content_gives_findings_and_never_an_error(lines: list[list[CellValue]]):
    rows = {1: list[CellValue](COLUMNS), **dict(enumerate(lines, 2))}
    register, findings = read(laid_out("Needs 2025-2026", rows))
    assert (register is None) == any(f.severity is Severity.BLOCKS for f in findings)
    assert all(finding.message and finding.remedy for finding in findings)
