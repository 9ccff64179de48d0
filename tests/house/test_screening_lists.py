"""The lists of the screen are whole: every word can be found, and none twice in a list."""

from collections import Counter
from dataclasses import fields

import pytest

from data.reference.reading import FOLDER
from data.reference.screening import screening_lists
from data.vocabulary.screening import SecretWords
from tasks.rules.folding import folded
from tasks.rules.word_patterns import words_pattern

LISTS = screening_lists()
SCRIPTS = ("roles", "given_names", "general_words", "innocent_phrases")


def lists_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for field in fields(LISTS):
        value = getattr(LISTS, field.name)
        if isinstance(value, SecretWords):
            found[f"{field.name} always"] = value.always
            found[f"{field.name} unless general"] = value.unless_general
        elif field.name != "iban_lengths":
            found[field.name] = value
    return found


@pytest.mark.parametrize("name", lists_of_words())
def test_no_word_stands_twice_in_a_list(name: str):
    counted = Counter(lists_of_words()[name])
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", lists_of_words())
def test_every_word_of_a_list_is_found(name: str):
    listed = lists_of_words()[name]
    pattern = words_pattern(listed)
    assert [word for word in listed if not pattern.fullmatch(folded(word.removesuffix("*")))] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_both_scripts_are_there(name: str):
    words = lists_of_words()[name]
    cyrillic = [word for word in words if any("а" <= sign <= "я" for sign in word.casefold())]  # noqa: RUF001 - the first and the last Cyrillic letter
    assert cyrillic
    assert len(cyrillic) < len(words)


def test_no_operation_is_both_sensitive_and_known():
    always = {folded(word) for word in LISTS.operations.always}
    assert always.isdisjoint(map(folded, LISTS.no_operation_names))


def test_the_six_partners_have_their_telephones_and_accounts():
    assert {"355", "387", "383", "382", "389", "381"} <= set(LISTS.dialling_codes)
    assert {"AL", "BA", "XK", "ME", "MK", "RS"} <= {code for code, _ in LISTS.iban_lengths}


def test_the_lists_bear_a_day_by_which_they_are_reviewed():
    text = (FOLDER / "screening.yaml").read_text("utf-8")
    assert "reviewed_on: 2026-11-24" in text
    assert "review_by: 2027-12-31" in text
