"""Each question names the thing, the reason and the verb that settles it, and no sensitive word."""

from data.vocabulary import Claim, Conflict, KeptAnswer, Part, Place, WithheldText
from tasks.rules import open_questions

CELL = Place("1 Legal framework", "D9")


def test_a_held_return_is_named_with_its_reason_and_settled_by_its_hash():
    assert open_questions.on_held_return(
        "2025", "final_v3.xlsx", "ab12cd34" * 8, "Whose is it?"
    ) == ("“final_v3.xlsx” is held: Whose is it? Then: mapping settle-return 2025 ab12cd34")


def test_a_withheld_text_is_named_by_its_number_and_never_repeated():
    text = WithheldText(
        Part.RESPONSE, "K-1", 2, ("It names a person.",), "a" * 64, CELL, 7, member="AL"
    )
    said = open_questions.on_withheld_text("2025", text)
    assert said.startswith("Text 7 of AL (")
    assert said.endswith("It names a person. Then: mapping settle-text 2025 --text 7")


def test_a_row_left_blank_is_named_by_need_and_line():
    kept = KeptAnswer("K-1", 2, "A by-law.")
    said = open_questions.on_kept_answer("2025", "2025-WBCTi-AL-response", "AL-CT-01", kept)
    assert "Line 2 of need AL-CT-01 is blank" in said
    assert "A by-law." not in said


def test_a_contradiction_names_both_places():
    claims = (Claim(1, "A law.", CELL), Claim(2, "No law.", Place("1 Legal framework", "D12")))
    conflict = Conflict(Part.RESPONSE, "K-1", 1, "text", claims)
    said = open_questions.on_conflict("2025-WBCTi-AL-response", "AL-CT-01", conflict)
    assert "line 1 of need AL-CT-01 (1 Legal framework!D9 and 1 Legal framework!D12)" in said
