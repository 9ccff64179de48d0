"""A near miss is answered with the word most likely meant, a stranger with nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.near_misses import did_you_mean, nearest

PARTNERS = (
    "Albania",
    "Bosnia and Herzegovina",
    "Kosovo*",
    "Montenegro",
    "North Macedonia",
    "Serbia",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Albanai", "Albania"),
        ("Bosnia", "Bosnia and Herzegovina"),
        ("kosovo", "Kosovo*"),
        ("Macedonia", "North Macedonia"),
        ("\N{CYRILLIC CAPITAL LETTER A}lbania", "Albania"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_the_likely_partner_is_named(written: str, meant: str | None):
    assert nearest(written, PARTNERS) == meant


def test_the_hint_is_a_question():
    assert did_you_mean("Sebria", PARTNERS) == "Did you mean “Serbia”? "
    assert did_you_mean("Atlantis", PARTNERS) == ""


@given(st.text(), st.permutations(PARTNERS))
def test_the_order_of_the_words_never_changes_the_answer(written: str, words: list[str]):
    assert nearest(written, words) == nearest(written, PARTNERS)
