"""A needs register is understood in whatever order its columns and rows stand."""

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import CellValue, Severity, SheetOfCells
from tests.rules.needs_registers import needs_of, one_need, read, said
from tests.rules.sheets import laid_out, sheet


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
