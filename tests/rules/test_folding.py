"""Folding: a text compares alike however it is typed, and the way back to it is kept."""
# ruff: noqa: RUF001 -- members write in two scripts

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.folding import FoldedText, folded
from tasks.rules.word_patterns import words_pattern

LETTERS = "abcčćdđžšëçABCČĆĐŽŠËÇабвгѓдђежѕзијклљмнњопрстќћуфхцчџшАБЃЌЉЊЏШ 0123456789.,-+()\n"


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("Osumnjičeni", "osumnjiceni"),
        ("Осумњичени", "osumnjiceni"),
        ("I dyshuari është", "i dyshuari eshte"),
        ("Đorđe / Ђорђе", "djordje / djordje"),
        ("A\N{NO-BREAK SPACE}\tB\v", "a  b "),
        ("1\N{ZERO WIDTH SPACE}2\N{SOFT HYPHEN}3", "123"),
        ("„Сенка“ – 41º", '"senka" - 41°'),
        ("１２３", "123"),
    ],
)
def test_case_script_accents_and_odd_signs_read_alike(written: str, reads: str):
    assert folded(written) == reads


@given(st.text(LETTERS))
def test_case_and_composition_make_no_difference(text: str):
    same = {folded(text.upper()), folded(text.lower()), folded(text)}
    assert same == {folded(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}


@given(st.text())
def test_every_sign_comes_from_a_sign(text: str):
    read = FoldedText(text)
    places = [read.origin(place, place + 1) for place in range(len(read.text))]
    assert places == sorted(places)
    for place, (start, end) in enumerate(places):
        assert end - start == 1
        assert read.text[place] in folded(text[start:end])


@given(st.text(st.characters(codec="ascii")))
def test_the_short_way_for_plain_text_reads_alike(text: str):
    assert folded(text) == folded(text + "é")[:-1]


def test_a_list_finds_whole_words_and_an_asterisk_any_ending():
    pattern = words_pattern(["svjedok*", "lice", "lice mjesta"])
    found = pattern.findall(folded("Сведок, svjedoci, svjedoka; lice, licence, lice  mjesta"))
    assert found == ["svjedoka", "lice", "lice  mjesta"]
