"""The first look over all texts of a return never passes over one the screen would hold."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.screening import screening_lists
from tasks.rules.screening import screen
from tasks.rules.screening_first_look import FirstLook
from tasks.rules.screening_words import telling_words
from tests.rules.test_screening_hits import SENTENCES

LISTS = screening_lists()
LOOK = FirstLook(telling_words(LISTS))
HELD = [row["sentence"] for row in SENTENCES]
SIGNS = "0123456789 .,-/()+°@abgmtkns\n:_"


def test_every_labelled_sentence_is_read_among_all_the_others():
    read = LOOK.worth_reading([*HELD, "A law was adopted and is applied."])
    assert [text for text in HELD if screen(text, LISTS) and text not in read] == []


@pytest.mark.parametrize("change", [str.upper, str.title, "{}\n".format, "№ {}".format])
def test_how_a_sentence_is_written_makes_no_difference(change: Callable[[str], str]):
    changed = {change(text) for text in HELD}
    read = LOOK.worth_reading(changed)
    assert [text for text in changed - read if screen(text, LISTS)] == []


def test_a_text_that_speaks_of_policy_and_of_years_is_passed_over():
    plain = "Statement 2 on XK-CT-0041: a law was adopted in 2025 and is applied."
    assert LOOK.worth_reading([plain]) == set()


@given(st.lists(st.text(SIGNS, min_size=1, max_size=40), min_size=1, max_size=6))
def test_no_number_the_screen_would_hold_is_passed_over(texts: list[str]):
    read = LOOK.worth_reading(texts)
    assert [text for text in texts if text not in read and screen(text, LISTS)] == []


PLATES = (
    "A12-K-345",
    "123-K-456",
    "01-234-AB",
    "AA123BB",
    "PG AB123",
    "BG 123-AB",
    "SK 1234 AB",
    "PG AB 123",
)


@given(st.sampled_from(PLATES), st.text("ab 1-.", max_size=4), st.text("ab 1-.", max_size=4))
def test_a_plate_is_read_whatever_stands_beside_it(plate: str, before: str, after: str):
    text = before + plate + after
    assert not screen(text, LISTS) or LOOK.worth_reading([text])
