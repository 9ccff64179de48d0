"""What is held is not repeated by what is said about it."""

from data.vocabulary import Finding, Part, Place, Severity
from data.vocabulary.screening import ScreenedLine, Sensitive
from tasks.rules.discretion import without_quotations

HELD = ScreenedLine(
    Part.RESPONSE, "K-1", 1, (Sensitive.PERSON,), ("A person.",), "a" * 64, Place("1 Legal", "D12")
)


def finding(cell: str, sheet: str = "1 Legal") -> Finding:
    return Finding(
        "not-on-the-list",
        Severity.CHECK,
        "“Petar P.” is not on the list, nor is “the witness”.",
        "Did you mean “planned”?",
        Place(sheet, cell),
    )


def test_findings_about_a_held_row_say_no_word_of_it():
    (silent,) = without_quotations([finding("H12")], [HELD])
    assert silent.message == "“…” is not on the list, nor is “…”."
    assert silent.remedy == "Did you mean “…”?"
    assert (silent.code, silent.place) == ("not-on-the-list", Place("1 Legal", "H12"))


def test_findings_about_other_rows_and_sheets_keep_their_words():
    others = [finding("D13"), finding("D2"), finding("D12", "2 Capacity"), finding("")]
    assert without_quotations(others, [HELD]) == tuple(others)


def test_nothing_held_changes_nothing():
    assert without_quotations([finding("D12")], []) == (finding("D12"),)
