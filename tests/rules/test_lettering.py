"""What nobody sees makes no difference; what people wrote stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.lettering import comparable, looks_latin, one_line, tidy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sub-pillar", "SUB PILLAR "),
        ("Need No.", "need no"),
        ("Kosovo*", "Kosovo"),
        ("Need\nNo.", "Need No."),
        ("№", "No"),
        ("Shqipe\u0308ria", "Shqipëria"),
    ],
)
def test_two_spellings_of_one_word_compare_alike(one: str, other: str):
    assert comparable(one) == comparable(other)


def test_diacritics_tell_words_apart():
    assert comparable("Shqiperia") != comparable("Shqipëria")


def test_line_breaks_stay_in_a_text_and_go_from_a_line():
    assert tidy("a \r\n\u00a0b") == "a\nb"
    assert one_line("a \r\n\u00a0b") == "a b"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("AL-01", False),
        ("\N{CYRILLIC CAPITAL LETTER A}L-01", True),
        ("Ж-01", False),
    ],
)
def test_look_alikes_are_told_from_cyrillic_words(text: str, answer: bool):
    assert looks_latin(text) is answer


@given(st.text())
def test_what_is_tidy_stays_as_it_is(text: str):
    assert tidy(tidy(text)) == tidy(text)
